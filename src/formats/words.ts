import { REASON_WORDS } from '../model/reason-words.ts';
import { once } from '../lib/once.ts';
import { formatNumber } from '../lib/text/format-number.ts';
import type { Clock } from '../model/kinds.ts';
import type { Breakdown, Group, KpiResult, Part, Report, Verdict } from '../model/report.ts';

/** Words that all formats for people share. Text that may come from the data passes here untouched: each format escapes in its own way. */

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  better: 'better',
  worse: 'worse',
  'no-clear-change': 'unclear',
  'too-few': 'too few',
};

/** What stands in tables and does not explain itself. */
const LEGEND: readonly (readonly [sign: RegExp, says: string])[] = [
  [/\bp90\b/, 'p90: nine of ten values are no higher'],
  [/\d pp\b/, 'pp: percentage points'],
  [/ too few\b/, 'too few: not enough rows for a verdict'],
  [/ unclear\b/, 'unclear: the difference is no larger than chance makes it'],
];

/** The explanations of the signs that appear in what was drawn; `same` is the sign that stands before an unclear change. */
export function legendFor(drawn: string, same: string): readonly string[] {
  return LEGEND.filter(([sign]) => sign.test(drawn)).map(([, says]) =>
    says.startsWith('unclear') && drawn.includes(same) ? `${same} ${says}` : says,
  );
}

const NONE = '(none)';

/** Anything but blanks and signs of no width. */
const VISIBLE = once(() => /[^\s\p{Default_Ignorable_Code_Point}]/u);

export function keyText(key: string | null): string {
  if (key === null) return NONE;
  return VISIBLE().test(key) ? key : '(blank)';
}

export function groupText(group: Group): string {
  return (group.keys ?? [group.key]).map(keyText).join(' + ');
}

export function partText(part: Part): string {
  return keyText(part.key);
}

/** The title, with the clock where it is not the calendar's. */
export function kpiName(kpi: Pick<KpiResult, 'title' | 'clock'>): string {
  const clock = clockText(kpi.clock);
  return clock === null ? kpi.title : `${kpi.title} (${clock})`;
}

/** `null` for the calendar's, which goes without saying. */
export function clockText(clock: Clock | null): string | null {
  if (clock === 'business') return 'business hours';
  return clock === 'unknown' ? 'clock unknown' : null;
}

/** Why there is no value, as the end of a line that begins with the KPI's title. */
export function reasonText(kpi: Pick<KpiResult, 'missing' | 'reason'>): string {
  const columns = kpi.missing.join(', ');
  if (kpi.reason === 'missing-column') return columns === '' ? 'a column is missing' : `needs ${columns}`;
  if (kpi.reason !== null && kpi.reason !== 'no-data') return REASON_WORDS[kpi.reason];
  return columns === '' ? 'no data in the period' : `no data in the period; would use ${columns}`;
}

/** The things that KPIs count; what else they call a count is no noun (`answered`) or has no plural (`mrr`). */
const NOUNS =
  /\b(action|answer|attempt|bug|complaint|contact|conversion|customer|day|detractor|event|invitation|issue|mention|order|passive|problem|promoter|rating|referrer|response|session|short abandon|signup|suggestion|ticket|trial|user|visit)s\b/gu;

/** `onTime` and `on-time` read `on time`; `days` reads `day` where there is one. */
export function countText(name: string, count: string): string {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return `${count} ${count === '1' ? words.replace(NOUNS, '$1') : words}`;
}

/** `2 groups with 25 rows in all not shown: 1 is small, 1 would give it away`. */
export function suppressedText({ groups, n, withThem = 0 }: Breakdown['suppressed']): string {
  const rows = `${formatNumber(n)} ${plural(n, 'row')}`;
  const small = groups - withThem;
  if (withThem === 0) return `${formatNumber(groups)} small ${plural(groups, 'group')} with ${rows} in all not shown`;
  return `${formatNumber(groups)} groups with ${rows} in all not shown: ${formatNumber(small)} ${small === 1 ? 'is' : 'are'} small, ${formatNumber(withThem)} would give ${small === 1 ? 'it' : 'them'} away by a difference from the total`;
}

/** Reasons that a word does not tell. */
const EXCLUSIONS: ReadonlyMap<string, string> = new Map([
  ['ticket-excluded', 'excluded with the ticket that they belong to'],
  ['after-as-of', 'later than the moment of the report (--as-of)'],
]);

/** The rows that no KPI saw, in words, largest first: excluded by reason, then collapsed and skipped ones. */
export function leftOut(report: Report): readonly { readonly count: number; readonly what: string }[] {
  const sum = (of: (input: Report['inputs'][number]) => number): number => report.inputs.reduce((total, input) => total + of(input), 0);
  const excluded = Object.entries(report.excluded).map(([reason, count]) => ({
    count,
    what: EXCLUSIONS.get(reason) ?? `excluded: ${reason.replace(/-/g, ' ')}`,
  }));
  excluded.sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
  return [
    ...excluded,
    { count: sum((input) => input.collapsed), what: 'older versions of the same row' },
    { count: sum((input) => input.skipped), what: 'unreadable, skipped' },
  ].filter(({ count }) => count > 0);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}
