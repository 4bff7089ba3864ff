import { EXCLUDED_STATUSES } from '../../model/kinds.ts';
import { USED } from './fate.ts';
import type { Fates } from './fate.ts';
import type { Stacked } from './stack.ts';

/** The only trace that a merge leaves in Zendesk's exports. */
const MERGE_TAG = 'closed_by_merge';

/** Spam, merged, deleted, suspended and test tickets leave every KPI, each counted under its reason. */
export function excludeByStatus(tickets: Stacked, fates: Fates): void {
  const status = tickets.columns.get('status');
  const out = status?.type === 'code' ? status.values.map((word) => EXCLUDED_STATUSES.has(word)) : [];
  const starts = partStarts(tickets);
  const isAnyOut = out.includes(true) || tickets.parts.some((part) => part.leftOut.size > 0);
  for (let row = 0; row < tickets.rows && isAnyOut; row++) {
    if (fates.of(row) !== USED) continue;
    const place = tickets.part[row]!;
    const leftOut = tickets.parts[place]!.leftOut.get(row - starts[place]!);
    if (leftOut !== undefined) fates.exclude(row, leftOut);
    else if (status?.type === 'code' && out[status.codes[row]!] === true) fates.exclude(row, status.values[status.codes[row]!]!);
  }
  excludeMerged(tickets, fates);
}

function excludeMerged(tickets: Stacked, fates: Fates): void {
  const tags = tickets.columns.get('tags');
  if (tags?.type !== 'codes') return;
  const merged = tags.values.indexOf(MERGE_TAG);
  if (merged < 0) return;
  for (let row = 0; row < tickets.rows; row++) {
    if (fates.of(row) !== USED || tickets.parts[tickets.part[row]!]!.origin.preset?.system !== 'zendesk') continue;
    for (let at = tags.offsets[row]!; at < tags.offsets[row + 1]!; at++) {
      if (tags.codes[at] === merged) {
        fates.exclude(row, 'merged');
        break;
      }
    }
  }
}

/** Where each part's rows begin. */
function partStarts({ parts }: Stacked): number[] {
  let start = 0;
  return parts.map((part) => (start += part.rows) - part.rows);
}
