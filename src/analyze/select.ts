import type { Measure } from '../kpis/measure.ts';
import { rowsWhere } from '../lib/by-row.ts';
import type { Period } from '../model/period.ts';
import { isUnbounded } from './time-frame.ts';

/** Selections of larger tables are made anew each time: keeping them would cost more memory than the rows themselves. */
const MOST_ROWS_KEPT = 2_000_000;

/** By the measure's times, the mask (or the times again, without one) and the period. */
const selections = new WeakMap<Float64Array, WeakMap<object, Map<string, Int32Array>>>();
/** By the rows, their times and the list of buckets. */
const splits = new WeakMap<Int32Array, WeakMap<Float64Array, WeakMap<readonly Period[], Int32Array[]>>>();

/**
 * The rows of a measure that belong to a period and pass the condition (`mask`, one byte a row; `null` = all pass).
 * Measures with the same times share one selection: nobody may write to it, nor to the times and the mask.
 */
export function selectRows(measure: Measure, period: Period, mask: Uint8Array | null): Int32Array {
  const { at, population } = measure;
  if (at === null) {
    const rows = measure.rowsIn?.(period) ?? new Int32Array(0);
    return mask ? rows.filter((row) => mask[row] === 1) : rows;
  }
  if (population.rows > MOST_ROWS_KEPT) return select({ at, rows: population.rows, period, mask });
  const byMask = entryOf(selections, at, () => new WeakMap<object, Map<string, Int32Array>>());
  const byPeriod = entryOf(byMask, mask ?? at, () => new Map<string, Int32Array>());
  return entryOf(byPeriod, `${period.start} ${period.end} ${population.rows}`, () => select({ at, rows: population.rows, period, mask }));
}

interface Selection {
  readonly at: Float64Array;
  readonly rows: number;
  readonly period: Period;
  readonly mask: Uint8Array | null;
}

function select({ at, rows, period, mask }: Selection): Int32Array {
  const { start, end } = period;
  const unbounded = isUnbounded(period);
  // Over all data a row counts even without a date; within bounds it must be in them.
  return rowsWhere(rows, (row) => (!mask || mask[row] === 1) && (unbounded || (at[row]! >= start && at[row]! < end)));
}

/** Splits rows of a dated measure over buckets in time order, in one pass. Rows outside every bucket are left out. The same rows give the same split: nobody may write to it. */
export function splitByTime(rows: Int32Array, at: Float64Array, buckets: readonly Period[]): Int32Array[] {
  if (rows.length > MOST_ROWS_KEPT) return split(rows, at, buckets);
  const byTimes = entryOf(splits, rows, () => new WeakMap<Float64Array, WeakMap<readonly Period[], Int32Array[]>>());
  const byBuckets = entryOf(byTimes, at, () => new WeakMap<readonly Period[], Int32Array[]>());
  return entryOf(byBuckets, buckets, () => split(rows, at, buckets));
}

function split(rows: Int32Array, at: Float64Array, buckets: readonly Period[]): Int32Array[] {
  const starts = Float64Array.from(buckets, ({ start }) => start);
  const ends = Float64Array.from(buckets, ({ end }) => end);
  const bucketOf = new Int32Array(rows.length);
  const sizes = new Int32Array(buckets.length);
  let last = 0;
  for (let index = 0; index < rows.length; index++) {
    const time = at[rows[index]!]!;
    // Rows tend to stand in the order of time: the bucket is mostly that of the row before.
    if (!(time >= starts[last]! && time < ends[last]!)) {
      const found = lastNotAfter(starts, time);
      if (found < 0 || !(time < ends[found]!)) {
        bucketOf[index] = -1;
        continue;
      }
      last = found;
    }
    bucketOf[index] = last;
    sizes[last]!++;
  }
  const parts = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(buckets.length);
  for (let index = 0; index < rows.length; index++) {
    const bucket = bucketOf[index]!;
    if (bucket >= 0) parts[bucket]![filled[bucket]!++] = rows[index]!;
  }
  return parts;
}

function lastNotAfter(starts: Float64Array, time: number): number {
  if (Number.isNaN(time)) return -1;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function entryOf<K, V>(store: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}
