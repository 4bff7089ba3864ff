import type { Measure } from '../kpis/measure.ts';
import type { Period } from '../model/period.ts';
import { isUnbounded } from './time-frame.ts';

/** The rows of a measure that belong to a period and pass the condition (`mask`, one byte a row; `null` = all pass). */
export function selectRows(measure: Measure, period: Period, mask: Uint8Array | null): Int32Array {
  const { at, population } = measure;
  if (at === null) {
    const rows = measure.rowsIn?.(period) ?? new Int32Array(0);
    return mask ? rows.filter((row) => mask[row] === 1) : rows;
  }
  const unbounded = isUnbounded(period);
  const rows = new Int32Array(population.rows);
  let size = 0;
  for (let row = 0; row < population.rows; row++) {
    if (mask && mask[row] !== 1) continue;
    const time = at[row]!;
    // Over all data a row counts even without a date; within bounds it must be in them.
    if (unbounded || (time >= period.start && time < period.end)) rows[size++] = row;
  }
  return rows.subarray(0, size);
}

/** Splits rows of a dated measure over buckets in time order, in one pass. Rows outside every bucket are left out. */
export function splitByTime(rows: Int32Array, at: Float64Array, buckets: readonly Period[]): Int32Array[] {
  const starts = Float64Array.from(buckets, ({ start }) => start);
  const bucketOf = new Int32Array(rows.length);
  const sizes = new Int32Array(buckets.length);
  rows.forEach((row, index) => {
    const found = lastNotAfter(starts, at[row]!);
    const bucket = found >= 0 && at[row]! < buckets[found]!.end ? found : -1;
    bucketOf[index] = bucket;
    if (bucket >= 0) sizes[bucket]!++;
  });
  const split = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(buckets.length);
  rows.forEach((row, index) => {
    const bucket = bucketOf[index]!;
    if (bucket >= 0) split[bucket]![filled[bucket]!++] = row;
  });
  return split;
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
