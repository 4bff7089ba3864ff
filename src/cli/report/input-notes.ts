import { forTerminal } from '../../lib/text/sanitize.ts';
import type { ReportInput } from '../../model/report.ts';
import { UserError } from '../../model/user-error.ts';

/** Rows that are left out for a reason are an answer; no rows at all mean that the export is broken or the wrong one. */
export function refuseNothing(inputs: readonly ReportInput[]): void {
  if (inputs.some(({ rows, skipped }) => rows > skipped)) return;
  const [first] = inputs;
  const what = inputs.length === 1 ? 'holds no rows' : `and ${shown(inputs.length - 1)} more hold no rows`;
  throw new UserError('no-rows', `${first?.path ?? 'the input'} ${what} that can be used`, {
    hint: 'look at the export, or at what was left out of it',
  });
}

/** `tickets.csv: 1,210 tickets as zendesk-csv, utf-8, 12 excluded, 2 skipped`. */
export function describeInput({ path, kind, preset, encoding, rows, excluded, collapsed, skipped }: ReportInput): string {
  const rest = Object.entries({ excluded, collapsed, skipped }).filter(([, count]) => count > 0);
  const parts = [`${shown(rows)} ${kind} as ${preset}`, encoding, ...rest.map(([what, count]) => `${shown(count)} ${what}`)];
  return forTerminal(`${path}: ${parts.join(', ')}`);
}

function shown(count: number): string {
  return count.toLocaleString('en-US');
}
