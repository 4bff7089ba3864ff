import { describeSorted } from '../../lib/stats/describe.ts';
import { mannWhitney } from '../../lib/stats/mann-whitney.ts';
import { meanDifference, meanInterval } from '../../lib/stats/mean-interval.ts';
import { quantileInterval } from '../../lib/stats/order-statistics.ts';
import { quantileSorted } from '../../lib/stats/quantile.ts';
import { sortValues } from '../../lib/stats/sort-values.ts';
import type { Clock } from '../../model/kinds.ts';
import type { MissingReason, Part } from '../../model/report.ts';
import type { FollowUp, Measure, Population, Step, Summary } from '../measure.ts';
import { directionOf, MIN_COMPARED, SIGNIFICANCE } from './evidence.ts';
import { followedUntil } from './follow-up.ts';
import { partsByCode, type Keys } from './parts.ts';
import { stepIfAny, tallySteps } from './steps.ts';
import { countTallies, type Tally } from './tally.ts';

/** The buckets that people expect of response times: 15 m, 1 h, 4 h, 8 h, 24 h, 48 h and more (kpis.md §2). Seconds. */
export const RESPONSE_BUCKETS: readonly number[] = [900, 3600, 14_400, 28_800, 86_400, 172_800];

export interface DistributionOptions {
  readonly clock: Clock | null;
  readonly variant?: string;
  readonly population: Population;
  readonly at: Float64Array;
  /** One value a row; `NaN` = none. Negative ones (clock skew, merged tickets) are left out and counted as `negative`. */
  readonly values: Float64Array;
  readonly lead: 'median' | 'mean';
  /** Why there is no value where there is none; `no-data` unless said. */
  readonly empty?: MissingReason;
  /** When each value came to be known, epoch ms, for rows dated before that: two periods are then compared at equal follow-up. */
  readonly knownAt?: Float64Array;
  readonly tallies?: readonly Tally[];
  /** Name of the count of values used. */
  readonly used?: string;
  /** Upper bounds of the buckets, ascending; what lies above the last is the open bucket. */
  readonly buckets?: readonly number[];
  /** Show the lead value by these keys as parts (channels of an answering time). */
  readonly partsBy?: Keys;
}

/** Values spread over a range: durations, replies. `n` is the number of values used. */
export function distribution(options: DistributionOptions): Measure {
  const { values, lead, buckets, partsBy, knownAt } = options;
  return {
    aggregate: lead,
    clock: options.clock,
    variant: options.variant ?? null,
    population: options.population,
    at: options.at,
    summarise(rows, { valueOnly }) {
      const { sorted, negative } = usableSorted(values, rows, valueOnly);
      if (valueOnly === true && sorted.length > 0)
        return {
          value: lead === 'median' ? quantileSorted(sorted, 0.5) : describeSorted(sorted)[lead],
          n: sorted.length,
          reason: null,
          counts: {},
        };
      const counts = countTallies(options.tallies ?? [], rows);
      if (options.used) counts[options.used] = sorted.length;
      if (negative > 0) counts['negative'] = negative;
      if (sorted.length === 0) return { value: null, n: 0, reason: options.empty ?? 'no-data', counts };
      const stats = describeSorted(sorted);
      const interval = lead === 'median' ? quantileInterval(sorted, 0.5) : meanInterval(sorted);
      return {
        value: stats[lead],
        n: sorted.length,
        reason: null,
        counts,
        stats,
        ...(interval ? { interval } : {}),
        intervals: quantileIntervals(sorted),
        ...(buckets ? { distribution: bucketCounts(sorted, buckets) } : {}),
        ...(partsBy ? { parts: leadByKey(partsBy, rows, values, lead) } : {}),
        evidence: { kind: 'values', sorted },
      };
    },
    steps: (rows) => valueSteps(options, rows),
    rowValue: (row) => (values[row]! >= 0 ? values[row]! : Number.NaN),
    ...(knownAt ? { followedUntil: (followUp: FollowUp) => distribution(cutAt(options, knownAt, followUp)) } : {}),
    compare: (now, before) => (lead === 'median' ? compareMedians(now, before) : compareMeans(now, before)),
  };
}

function valueSteps({ values, tallies, used }: DistributionOptions, rows: Int32Array): Step[] {
  return [
    ...tallySteps(tallies ?? [], rows),
    { name: used ?? 'withValue', rows: rows.filter((row) => values[row]! >= 0), role: 'base' },
    ...stepIfAny({ name: 'negative', rows: rows.filter((row) => values[row]! < 0) }),
  ];
}

/** Negative durations stay: they are errors whenever they are looked at. */
function cutAt(options: DistributionOptions, knownAt: Float64Array, followUp: FollowUp): DistributionOptions {
  const until = followedUntil(options.at, followUp);
  return { ...options, values: options.values.map((value, row) => (knownAt[row]! > until[row]! ? Number.NaN : value)) };
}

/** Cheap at any n, and what a limit on p90 needs to know whether chance alone explains a miss. */
function quantileIntervals(sorted: Float64Array): NonNullable<Summary['intervals']> {
  const quantiles = [
    ['median', 0.5],
    ['p90', 0.9],
    ['p95', 0.95],
  ] as const;
  return Object.fromEntries(
    quantiles.flatMap(([name, p]) => {
      const interval = quantileInterval(sorted, p);
      return interval === null ? [] : [[name, interval]];
    }),
  );
}

/** For values that nobody keeps: what is allocated for every point of a series is freed late. */
let room = new Float64Array(0);

/** `passing`: the values are looked at before the next call only. */
function usableSorted(values: Float64Array, rows: Int32Array, passing = false): { sorted: Float64Array; negative: number } {
  if (passing && room.length < rows.length) room = new Float64Array(rows.length);
  const used = passing ? room : new Float64Array(rows.length);
  let size = 0;
  let negative = 0;
  for (let index = 0; index < rows.length; index++) {
    const value = values[rows[index]!]!;
    if (value >= 0) used[size++] = value;
    else if (value < 0) negative++;
  }
  return { sorted: sortValues(used.subarray(0, size)), negative };
}

function bucketCounts(sorted: Float64Array, bounds: readonly number[]): { upTo: number | null; count: number }[] {
  let from = 0;
  const counts: { upTo: number | null; count: number }[] = bounds.map((upTo) => {
    let to = from;
    while (to < sorted.length && sorted[to]! <= upTo) to++;
    const count = to - from;
    from = to;
    return { upTo, count };
  });
  counts.push({ upTo: null, count: sorted.length - from });
  return counts;
}

function leadByKey(keys: Keys, rows: Int32Array, values: Float64Array, lead: 'median' | 'mean'): Part[] {
  return partsByCode(keys, rows, (some) => {
    const { sorted } = usableSorted(values, some);
    return { value: sorted.length === 0 ? null : describeSorted(sorted)[lead], n: sorted.length };
  });
}

/** Mann–Whitney on the two samples; no verdict against the direction in which the medians moved. */
function compareMedians(now: Summary, before: Summary): -1 | 0 | 1 | null {
  if (now.evidence?.kind !== 'values' || before.evidence?.kind !== 'values') return null;
  const [a, b] = [now.evidence.sorted, before.evidence.sorted];
  if (a.length < MIN_COMPARED || b.length < MIN_COMPARED) return null;
  const { z, p } = mannWhitney(a, b);
  const moved = Math.sign((now.value ?? 0) - (before.value ?? 0));
  return p < SIGNIFICANCE && moved === Math.sign(z) ? (moved as -1 | 0 | 1) : 0;
}

/** By the interval of the difference of two means. */
export function compareMeans(now: Summary, before: Summary): -1 | 0 | 1 | null {
  if (now.evidence?.kind !== 'values' || before.evidence?.kind !== 'values') return null;
  const [a, b] = [now.evidence.sorted, before.evidence.sorted];
  if (a.length < MIN_COMPARED || b.length < MIN_COMPARED) return null;
  const difference = meanDifference(a, b);
  return difference && directionOf(difference);
}
