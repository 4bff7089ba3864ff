import { formatNumber } from '../lib/text/format-number.ts';
import type { KpiResult, Report } from '../model/report.ts';
import type { SeriesStep } from '../model/period.ts';
import { instantText } from './period-text.ts';
import { plural } from './words.ts';

/** One period of a series: every KPI that has a series as it stood then. */
export interface SeriesRow {
  readonly label: string;
  readonly complete: boolean;
  readonly kpis: readonly KpiResult[];
  /** KPIs (as in `kpis`) whose value lies outside of its XmR limits. */
  readonly signals: ReadonlySet<KpiResult>;
}

export interface SeriesRows {
  /** `week from`. */
  readonly head: string;
  /** The newest last. */
  readonly rows: readonly SeriesRow[];
  readonly earlier: number;
}

/** More periods than this are counted, not shown. */
const PERIODS_SHOWN = 16;
const HEADS: Readonly<Record<SeriesStep, string>> = { day: 'day', week: 'week from', month: 'month', quarter: 'quarter' };

/** The series that was asked for, as rows; `null` where none was, or it is empty. */
export function seriesRows({ every, kpis, timeZone }: Report): SeriesRows | null {
  if (every === undefined) return null;
  const withSeries = kpis.filter(({ series }) => series.some(({ value }) => value !== null));
  const starts = [...new Set(withSeries.flatMap(({ series }) => series.map(({ start }) => start)))].sort();
  if (starts.length === 0) return null;
  const shown = starts.slice(-PERIODS_SHOWN);
  return {
    head: HEADS[every],
    rows: shown.map((start) => rowOf({ start, every, kpis: withSeries, timeZone })),
    earlier: starts.length - shown.length,
  };
}

interface RowOptions {
  readonly start: string;
  readonly every: SeriesStep;
  readonly kpis: readonly KpiResult[];
  readonly timeZone: string;
}

function rowOf({ start, every, kpis, timeZone }: RowOptions): SeriesRow {
  const points = kpis.flatMap((kpi) => {
    const point = kpi.series.find((one) => one.start === start);
    return point === undefined ? [] : [{ kpi, point, result: { ...kpi, value: point.value, n: point.n } }];
  });
  return {
    label: startText(instantText(start, timeZone).slice(0, 10), every),
    complete: points.every(({ point }) => point.complete),
    kpis: points.map(({ result }) => result),
    signals: new Set(points.filter(({ kpi }) => kpi.limits?.signals.includes(start)).map(({ result }) => result)),
  };
}

/** `2025-03-03`, `2025-03`, `2025-Q1`. */
function startText(day: string, every: SeriesStep): string {
  if (every === 'month') return day.slice(0, 7);
  return every === 'quarter' ? `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` : day;
}

export function earlierText(earlier: number): string {
  return `and ${formatNumber(earlier)} earlier ${plural(earlier, 'period')}; --format csv has all`;
}

export const SIGNAL_TEXT = '!: unusual, outside of what this series does by chance (XmR)';
