import type { Numbers } from '../../model/columns.ts';
import { describeSorted } from '../../lib/stats/describe.ts';
import { mannWhitney } from '../../lib/stats/mann-whitney.ts';
import { meanDifference, meanInterval } from '../../lib/stats/mean-interval.ts';
import { quantileInterval } from '../../lib/stats/order-statistics.ts';
import type { Values } from '../../lib/stats/values.ts';
import type { WholeNumbers } from '../../lib/stats/whole-numbers.ts';
import type { Clock } from '../../model/kinds.ts';
import type { MissingReason, Part } from '../../model/report.ts';
import type { FollowUp, Measure, Population, Step, Summary } from '../measure.ts';
import { directionOf, MIN_COMPARED, SIGNIFICANCE } from './evidence.ts';
import { followedUntil } from './follow-up.ts';
import { partsByCode, partsOf, type Keys } from './parts.ts';
import { stepIfAny, tallySteps } from './steps.ts';
import { countTallies, type Tally } from './tally.ts';
import { countNegative, leadOf, pick, usableValues, type Lead, type UsableValues } from './usable-values.ts';

/** The buckets that people expect of response times: 15 m, 1 h, 4 h, 8 h, 24 h, 48 h and more (kpis.md §2). Seconds. */
export const RESPONSE_BUCKETS: readonly number[] = [900, 3600, 14_400, 28_800, 86_400, 172_800];

export interface DistributionOptions {
  readonly clock: Clock | null;
  readonly variant?: string;
  readonly population: Population;
  readonly at: Float64Array;
  /** One value a row; `NaN` = none. Negative ones (clock skew, merged tickets) are left out and counted as `negative`. */
  readonly values: Numbers;
  /** Rows whose value counts (1); all where absent. */
  readonly counts?: Uint8Array;
  readonly lead: Lead;
  /** Why there is no value where there is none; `no-data` unless said. */
  readonly empty?: MissingReason;
  /** When each value came to be known, epoch ms, for rows dated before that: two periods are then compared at equal follow-up. */
  readonly knownAt?: () => Float64Array;
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
  const { lead, buckets, partsBy, knownAt } = options;
  const usable = usableValues(options.values, options.counts);
  return {
    aggregate: lead,
    clock: options.clock,
    variant: options.variant ?? null,
    population: options.population,
    at: options.at,
    summarise(rows, { valueOnly }) {
      if (valueOnly === true) {
        const { value, n } = leadOf(pick(usable(), rows), lead);
        if (n > 0) return { value, n, reason: null, counts: {} };
      }
      const parts = partsBy ? leadByKey(partsBy, rows, usable(), lead) : null;
      const picked = pick(usable(), rows);
      const sorted = picked.sorted();
      const negative = countNegative(usable(), rows);
      const counts = countTallies(options.tallies ?? [], rows);
      if (options.used) counts[options.used] = sorted.length;
      if (negative > 0) counts['negative'] = negative;
      if (sorted.length === 0) return { value: null, n: 0, reason: options.empty ?? 'no-data', counts };
      const stats = describeSorted(sorted, picked.sums?.total);
      const interval = lead === 'median' ? quantileInterval(sorted, 0.5) : meanInterval(sorted, 0.95, picked.sums);
      return {
        value: stats[lead],
        n: sorted.length,
        reason: null,
        counts,
        stats,
        ...(interval ? { interval } : {}),
        intervals: quantileIntervals(sorted),
        ...(buckets ? { distribution: bucketCounts(sorted, buckets) } : {}),
        ...(parts ? { parts } : {}),
        // Sorted again only where two periods are compared: what every group kept would be freed late.
        evidence: {
          kind: 'values',
          get sorted() {
            return new Float64Array(pick(usable(), rows).sorted());
          },
        },
      };
    },
    steps: (rows) => valueSteps(options, rows),
    rowValue(row) {
      const value = valueOf(options, row);
      return value >= 0 ? value : Number.NaN;
    },
    ...(knownAt ? { followedUntil: (followUp: FollowUp) => distribution(cutAt(options, knownAt(), followUp)) } : {}),
    compare: (now, before) => (lead === 'median' ? compareMedians(now, before) : compareMeans(now, before)),
  };
}

function valueOf({ values, counts }: DistributionOptions, row: number): number {
  return counts === undefined || counts[row] === 1 ? values[row]! : Number.NaN;
}

function valueSteps(options: DistributionOptions, rows: Int32Array): Step[] {
  return [
    ...tallySteps(options.tallies ?? [], rows),
    { name: options.used ?? 'withValue', rows: rows.filter((row) => valueOf(options, row) >= 0), role: 'base' },
    ...stepIfAny({ name: 'negative', rows: rows.filter((row) => valueOf(options, row) < 0) }),
  ];
}

/** Negative durations stay: they are errors whenever they are looked at. */
function cutAt(options: DistributionOptions, knownAt: Float64Array, followUp: FollowUp): DistributionOptions {
  const until = followedUntil(options.at, followUp);
  const values = options.values.slice();
  for (let row = 0; row < values.length; row++) if (knownAt[row]! > until[row]!) values[row] = Number.NaN;
  return { ...options, values };
}

/** Cheap at any n, and what a limit on p90 needs to know whether chance alone explains a miss. */
function quantileIntervals(sorted: Values): NonNullable<Summary['intervals']> {
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

function leadByKey(keys: Keys, rows: Int32Array, usable: UsableValues, lead: Lead): Part[] {
  const means = lead === 'mean' && usable.wholes !== null ? meansOfWholes(keys, rows, usable.wholes) : null;
  return means ?? partsByCode(keys, rows, (some) => leadOf(pick(usable, some), lead));
}

/** In one pass; `null` where there are too many keys for that, or the sums are too large to be exact. */
function meansOfWholes({ codes, values }: Keys, rows: Int32Array, wholes: WholeNumbers): Part[] | null {
  const sums = wholes.sumsByCode(codes, rows, values.length);
  if (sums === null || sums.totals.some((total) => total > Number.MAX_SAFE_INTEGER)) return null;
  const { totals, counts } = sums;
  return partsOf({ codes, values }, (code) => ({ value: totals[code]! / counts[code]!, n: counts[code]! }));
}

function bucketCounts(sorted: Values, bounds: readonly number[]): { upTo: number | null; count: number }[] {
  let from = 0;
  const counts: { upTo: number | null; count: number }[] = bounds.map((upTo) => {
    const to = countUpTo(sorted, upTo);
    const count = to - from;
    from = to;
    return { upTo, count };
  });
  counts.push({ upTo: null, count: sorted.length - from });
  return counts;
}

function countUpTo(sorted: Values, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
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
