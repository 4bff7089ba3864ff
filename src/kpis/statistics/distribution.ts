import { describeSorted } from '../../lib/stats/describe.ts';
import { mannWhitney } from '../../lib/stats/mann-whitney.ts';
import { meanDifference, meanInterval } from '../../lib/stats/mean-interval.ts';
import { quantileInterval } from '../../lib/stats/order-statistics.ts';
import type { Clock } from '../../model/kinds.ts';
import type { MissingReason, Part } from '../../model/report.ts';
import type { Measure, Population, Summary } from '../measure.ts';
import { directionOf, MIN_COMPARED, SIGNIFICANCE } from './evidence.ts';
import { partsByCode, type Keys } from './parts.ts';
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
  const { values, lead, buckets, partsBy } = options;
  return {
    clock: options.clock,
    variant: options.variant ?? null,
    population: options.population,
    at: options.at,
    summarise(rows) {
      const { sorted, negative } = usableSorted(values, rows);
      const counts = countTallies(options.tallies ?? [], rows);
      if (options.used) counts[options.used] = sorted.length;
      if (negative > 0) counts['negative'] = negative;
      if (sorted.length === 0) return { value: null, n: 0, reason: 'no-data' satisfies MissingReason, counts };
      const stats = describeSorted(sorted);
      const interval = lead === 'median' ? quantileInterval(sorted, 0.5) : meanInterval(sorted);
      return {
        value: stats[lead],
        n: sorted.length,
        reason: null,
        counts,
        stats,
        ...(interval ? { interval } : {}),
        ...(buckets ? { distribution: bucketCounts(sorted, buckets) } : {}),
        ...(partsBy ? { parts: leadByKey(partsBy, rows, values, lead) } : {}),
        evidence: { kind: 'values', sorted },
      };
    },
    compare: (now, before) => (lead === 'median' ? compareMedians(now, before) : compareMeans(now, before)),
  };
}

function usableSorted(values: Float64Array, rows: Int32Array): { sorted: Float64Array; negative: number } {
  const used = new Float64Array(rows.length);
  let size = 0;
  let negative = 0;
  for (const row of rows) {
    const value = values[row]!;
    if (value >= 0) used[size++] = value;
    else if (value < 0) negative++;
  }
  return { sorted: used.subarray(0, size).sort(), negative };
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

function compareMeans(now: Summary, before: Summary): -1 | 0 | 1 | null {
  if (now.evidence?.kind !== 'values' || before.evidence?.kind !== 'values') return null;
  const [a, b] = [now.evidence.sorted, before.evidence.sorted];
  if (a.length < MIN_COMPARED || b.length < MIN_COMPARED) return null;
  const difference = meanDifference(a, b);
  return difference && directionOf(difference);
}
