import type { KpiResult } from '../model/report.ts';
import { instantText } from './period-text.ts';
import { TREND_POINTS } from './table-facets.ts';

const DAY = 86_400_000;
/** Steps by their shortest length in days, an hour of clock change allowed for. */
const STEPS = [
  [85, 'quarters'],
  [27, 'months'],
  [6.9, 'weeks'],
  [0, 'days'],
] as const;

/** What the characters of a trend stand for, once for all of them: `trend: weeks from 2025-01-13, the last not over`. */
export function trendLegend(kpis: readonly KpiResult[], timeZone: string): string[] {
  const longest = kpis.map((kpi) => kpi.series).reduce((a, b) => (b.length > a.length ? b : a), []);
  const shown = longest.slice(-TREND_POINTS);
  const [first, second] = shown;
  if (first === undefined || second === undefined) return [];
  const length = (Date.parse(second.start) - Date.parse(first.start)) / DAY;
  const step = STEPS.find(([least]) => length >= least)?.[1] ?? 'periods';
  const partial = shown.at(-1)?.complete === false ? ', the last not over' : '';
  const gaps = shown.some((point) => point.value === null) ? '; gaps have no value' : '';
  return [`trend: ${step} from ${instantText(first.start, timeZone)}${partial}${gaps}`];
}
