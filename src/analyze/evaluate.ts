import type { KpiDefinition } from '../kpis/define-kpi.ts';
import type { Measure, Point, Scope, Summary } from '../kpis/measure.ts';
import { xmr } from '../lib/stats/xmr.ts';
import { timeColumnFacts } from '../lib/time/time-column.ts';
import type { Period } from '../model/period.ts';
import type { KpiResult, MissingReason, SeriesPoint } from '../model/report.ts';
import { changeBetween } from './change.ts';
import type { Followed } from './follow-up.ts';
import { selectRows, splitOverBuckets } from './select.ts';
import { isoOrNull, isUnbounded, type TimeFrame } from './time-frame.ts';

/** The rows that one group (or the whole) has in a measure, by period. */
export interface Cell {
  readonly now: Int32Array;
  readonly before: Int32Array | null;
  /** Over all data: the days from the first to the last row of the KPI's own cohort, the same for every group. */
  readonly cohortDays: number;
  /** Narrows rows that the measure or its base picks by itself to the group; `null` = the whole. */
  readonly narrow: ((rows: Int32Array) => Int32Array) | null;
  readonly narrowBase: ((rows: Int32Array) => Int32Array) | null;
}

export interface EvaluateOptions {
  readonly kpi: KpiDefinition;
  readonly measure: Measure;
  readonly frame: TimeFrame;
  readonly cell: Cell;
  readonly withSeries: boolean;
  /** What the two periods are compared by, where that is not the measure itself. */
  readonly followed?: Followed | null;
}

/** One measure over one group: value, previous value, change and series. */
export function evaluate({ kpi, measure, frame, cell, withSeries, followed }: EvaluateOptions): KpiResult {
  const period = frame.periodOf(measure) ?? frame.period;
  const scope = scopeOf({ measure, frame, cell, period });
  const isBeyond = frame.isBeyond(period);
  const now = unless(isBeyond, measure.summarise(cell.now, scope));
  const { fake } = measure;
  const real = !isBeyond && fake?.includes(1) ? measure.summarise(allBut(fake, cell.now), withoutFakes(measure, scope)) : null;
  const series = withSeries ? seriesOf({ measure, frame, cell }) : [];
  const { previous } = frame;
  const scopeBefore = previous && cell.before ? scopeOf({ measure, frame, cell, period: previous }) : null;
  const before = scopeBefore && unless(frame.isBeyond(scopeBefore.period), measure.summarise(cell.before!, scopeBefore));
  const atEqualAge =
    followed && scopeBefore
      ? {
          now: followed.now.summarise(cell.now, scope),
          before: followed.before.summarise(cell.before!, scopeBefore),
          seconds: followed.seconds,
        }
      : null;
  return {
    ...describe(kpi, measure),
    ...valueOf(now),
    period: period === frame.period ? null : frame.describe(period),
    previous: before ? { value: finite(before.value), n: before.n } : null,
    change: before && frame.isComparable ? changeBetween({ kpi, measure, now, before, atEqualAge }) : null,
    ...(real ? { withoutFake: { value: finite(real.value), n: real.n } } : {}),
    series,
    limits: limitsOf(series),
  };
}

/** Where the data does not reach nothing is known; what has no value anyway keeps its own reason. */
function unless(isBeyond: boolean, summary: Summary): Summary {
  const isEmpty = summary.value === null && summary.n === 0 && (summary.parts ?? []).length === 0;
  return !isBeyond || isEmpty ? summary : { value: null, n: 0, reason: 'no-data', counts: {} };
}

function withoutFakes({ base }: Measure, scope: Scope): Scope {
  const fake = base?.fake;
  return fake && scope.base ? { ...scope, base: allBut(fake, scope.base) } : scope;
}

function allBut(fake: Uint8Array, rows: Int32Array): Int32Array {
  return rows.filter((row) => fake[row] !== 1);
}

/** A KPI that cannot be computed: no value, the reason and the columns it lacks. */
export function withoutValue(kpi: KpiDefinition, reason: MissingReason, missing: readonly string[]): KpiResult {
  return {
    ...describe(kpi, null),
    ...valueOf({ value: null, n: 0, reason, counts: {} }),
    missing,
    previous: null,
    change: null,
    series: [],
  };
}

type Described = Pick<
  KpiResult,
  'id' | 'title' | 'family' | 'section' | 'definition' | 'unit' | 'currency' | 'better' | 'aggregate' | 'clock' | 'variant'
>;

function describe(kpi: KpiDefinition, measure: Measure | null): Described {
  const { id, title, family, section, definition, unit, better, aggregate } = kpi;
  const currency = measure?.currency === undefined ? {} : { currency: measure.currency };
  return {
    id,
    title,
    family,
    section,
    definition: firstSentence(definition),
    unit,
    ...currency,
    better,
    aggregate: measure?.aggregate ?? aggregate,
    clock: measure?.clock ?? null,
    variant: measure?.variant ?? null,
  };
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(text)?.[0] ?? text;
}

function valueOf(
  summary: Summary,
): Pick<
  KpiResult,
  'value' | 'n' | 'reason' | 'period' | 'missing' | 'counts' | 'stats' | 'interval' | 'intervals' | 'parts' | 'distribution' | 'limits'
> {
  return {
    value: finite(summary.value),
    n: summary.n,
    reason: summary.reason,
    period: null,
    missing: [],
    counts: summary.counts,
    stats: summary.stats ?? null,
    interval: summary.interval ?? null,
    ...(summary.intervals === undefined ? {} : { intervals: summary.intervals }),
    parts: summary.parts ?? null,
    distribution: summary.distribution ?? null,
    limits: null,
  };
}

/** A value that is no number is a bug, and a report must not spread it: JSON would write `null` and the table "NaN". */
function finite(value: number | null): number | null {
  if (value !== null && !Number.isFinite(value)) throw new RangeError(`a KPI came out as ${value}`);
  return value;
}

interface ScopeOptions {
  readonly measure: Measure;
  readonly frame: TimeFrame;
  readonly cell: Pick<Cell, 'narrowBase' | 'cohortDays'>;
  readonly period: Period;
}

export function scopeOf(options: ScopeOptions): Scope {
  return scopeOver(options, options.measure.base?.rowsIn(options.period) ?? null);
}

function scopeOver({ frame, cell, period }: Omit<ScopeOptions, 'measure'>, base: Int32Array | null): Scope {
  return {
    period,
    unbounded: isUnbounded(period),
    days: isUnbounded(period) ? cell.cohortDays : frame.elapsedDays(period),
    base: base && cell.narrowBase ? cell.narrowBase(base) : base,
  };
}

/** By times and rows: the measures of one cohort share them. */
const cohorts = new WeakMap<Float64Array, WeakMap<Int32Array, Pick<Period, 'start' | 'end'>>>();

/** Calendar days from the first to the last of these rows. */
export function daysOfCohort({ at }: Measure, rows: Int32Array, frame: TimeFrame): number {
  if (at === null) return 0;
  let byRows = cohorts.get(at);
  if (byRows === undefined) cohorts.set(at, (byRows = new WeakMap()));
  let extent = byRows.get(rows);
  if (extent === undefined) byRows.set(rows, (extent = extentOf(at, rows)));
  return extent.start < extent.end ? frame.elapsedDays({ label: 'all', ...extent }) : 0;
}

function extentOf(at: Float64Array, rows: Int32Array): Pick<Period, 'start' | 'end'> {
  let { first, last } = timeColumnFacts(at);
  if (rows.length < at.length) {
    [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let index = 0; index < rows.length; index++) {
      const time = at[rows[index]!]!;
      if (time < first) first = time;
      if (time > last) last = time;
    }
  }
  return { start: first, end: last + 1 };
}

function seriesOf({ measure, frame, cell }: Pick<EvaluateOptions, 'measure' | 'frame' | 'cell'>): SeriesPoint[] {
  const points = (cell.narrow === null ? measure.pointsOver?.(frame.series) : undefined) ?? pointByPoint({ measure, frame, cell });
  return frame.series.map((bucket, index) => {
    const { value, n } = points[index]!;
    const whole = isUnbounded(frame.period) || (bucket.start >= frame.period.start && bucket.end <= frame.period.end);
    return { start: isoOrNull(bucket.start)!, value: finite(value), n, complete: whole && frame.isComplete(bucket) };
  });
}

function pointByPoint({ measure, frame, cell }: Pick<EvaluateOptions, 'measure' | 'frame' | 'cell'>): readonly Point[] {
  const { series } = frame;
  const split = measure.at ? splitOverBuckets(cell.now, measure.at, series) : null;
  const bases = measure.base?.rowsInEach?.(series);
  return series.map((bucket, index) => {
    const rows = split?.[index] ?? narrowed(selectRows(measure, bucket, null), cell);
    const base = bases?.[index] ?? measure.base?.rowsIn(bucket) ?? null;
    return measure.summarise(rows, { ...scopeOver({ frame, cell, period: bucket }, base), valueOnly: true });
  });
}

/** XmR limits over the complete points; the points that stand out by their start (Wheeler; kpis.md §8.1). */
function limitsOf(series: readonly SeriesPoint[]): KpiResult['limits'] {
  const points = series.filter(({ value, complete }) => value !== null && complete);
  const chart = xmr(points.map(({ value }) => value!));
  if (!chart) return null;
  const { mean, low, high, signals } = chart;
  return { mean, low, high, signals: signals.map(({ index }) => points[index]!.start) };
}

function narrowed(rows: Int32Array, cell: Cell): Int32Array {
  return cell.narrow ? cell.narrow(rows) : rows;
}
