import type { CheckOperator } from '../model/check.ts';
import type { KpiResult, SeriesPoint, Unit } from '../model/report.ts';

/** A limit that the KPI's own history would have kept but for what stood out. */
export interface Suggestion {
  /** `first-response-time.median <= 2h`. */
  readonly rule: string;
  readonly minSample: number | null;
  readonly limit: number;
  readonly typical: number;
  readonly worst: number;
  readonly points: number;
  /** Points that would have missed it. */
  readonly missed: number;
}

/** Fewer points are no history. */
const LEAST_POINTS = 6;

/**
 * From the complete points of the series: the natural process limit on the bad side (XmR, Wheeler), where there is one that says
 * something, else the worst point; rounded away from the values to a figure that people would write. `null` for KPIs that are neither
 * better high nor low, for too short a history, and for what never happened, which the first time would miss.
 */
export function suggestLimit(kpi: KpiResult): Suggestion | null {
  const { better, limits, unit } = kpi;
  const points = kpi.series.filter((point): point is SeriesPoint & { readonly value: number } => point.complete && point.value !== null);
  if (better === 'none' || kpi.aggregate === 'mix' || points.length < LEAST_POINTS) return null;
  const values = points.map(({ value }) => value).toSorted((a, b) => a - b);
  const upper = better === 'lower';
  const worst = upper ? values.at(-1)! : values[0]!;
  if (upper && worst === 0 && values[0] === 0) return null;
  const natural = limits === null ? null : upper ? limits.high : limits.low;
  const whole = unit === 'count' && values.every(Number.isInteger);
  const limit = rounded({ value: natural === null || sayNothing(natural, unit, upper) ? worst : natural, unit, upper, whole });
  if (sayNothing(limit, unit, upper)) return null;
  const operator: CheckOperator = upper ? '<=' : '>=';
  const typical = values[Math.floor(values.length / 2)]!;
  const sizes = points.map(({ n }) => n).toSorted((a, b) => a - b);
  const currency = kpi.currency === undefined || !/^[A-Z]{3}$/.test(kpi.currency) ? '' : ` ${kpi.currency}`;
  return {
    rule: `${kpi.id}.${kpi.aggregate} ${operator} ${written(limit, unit)}${unit === 'money' ? currency : ''}`,
    minSample: unit === 'count' || unit === 'per-day' ? null : Math.max(1, Math.floor(sizes[0]! / 2)),
    limit,
    typical,
    worst,
    points: points.length,
    missed: values.filter((value) => (upper ? value > limit : value < limit)).length,
  };
}

/** A rate above 0 % and a time of at least nothing are no limits. */
function sayNothing(limit: number, unit: Unit, upper: boolean): boolean {
  if (upper) return unit === 'ratio' && limit >= 1;
  return limit <= 0 && unit !== 'score';
}

const SECOND_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400];

interface RoundOptions {
  readonly value: number;
  readonly unit: Unit;
  readonly upper: boolean;
  readonly whole: boolean;
}

function rounded({ value, unit, upper, whole }: RoundOptions): number {
  const size = Math.abs(value);
  const seconds = SECOND_STEPS.findLast((step) => step <= size / 8) ?? 1;
  const step =
    unit === 'seconds'
      ? seconds
      : unit === 'ratio'
        ? size < 0.1
          ? 0.001
          : 0.005
        : unit === 'score' || whole || size >= 50
          ? 1
          : size >= 5
            ? 0.5
            : 0.1;
  const steps = value / step;
  // The product of a whole number and a step such as 0.005 carries rounding dirt.
  return Number(((upper ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)) * step).toPrecision(12));
}

const SECOND_UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
] as const;

function written(limit: number, unit: Unit): string {
  if (unit === 'ratio') return `${Number((limit * 100).toPrecision(10))}%`;
  if (unit !== 'seconds') return String(limit);
  let rest = limit;
  const parts: string[] = [];
  for (const [size, sign] of SECOND_UNITS) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) parts.push(`${whole}${sign}`);
  }
  return parts.length === 0 ? '0' : parts.join(' ');
}
