import { formatNumber } from '../lib/text/format-number.ts';
import type { Breakdown } from '../model/report.ts';
import { GROUPS_SHOWN } from './breakdown-columns.ts';
import { plural, suppressedText } from './words.ts';

/** What a table of groups leaves out and how it is ordered, a sentence each without its full stop. */
export function breakdownNotes({ groups, suppressed, omitted, sortedBy }: Breakdown): readonly string[] {
  const more = groups.length - GROUPS_SHOWN;
  const texts = [
    sortedBy === undefined ? null : `sorted by ${titleOf(sortedBy, groups)} (--sort value, by the first of --kpi)`,
    more > 0 ? `and ${formatNumber(more)} more ${plural(more, 'group')}; --format json has all` : null,
    omitted === undefined || omitted.groups === 0
      ? null
      : `and ${formatNumber(omitted.groups)} more ${plural(omitted.groups, 'group')} with ${formatNumber(omitted.n)} ${plural(omitted.n, 'row')} (--top)`,
    suppressed.groups > 0 ? `${suppressedText(suppressed)} (--min-segment)` : null,
  ];
  return texts.filter((text) => text !== null);
}

function titleOf(id: string, groups: Breakdown['groups']): string {
  return groups.flatMap(({ kpis }) => kpis.find((kpi) => kpi.id === id) ?? [])[0]?.title ?? id;
}

/** Some value rests on other rows than those of its group. */
export function restsOnOthers({ groups }: Breakdown): boolean {
  return groups.some((group) => group.kpis.some(({ value, n }) => value !== null && n !== group.n));
}
