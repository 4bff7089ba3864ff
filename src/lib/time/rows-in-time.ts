import type { Period } from '../../model/period.ts';
import { rowsWhere } from '../by-row.ts';
import { allRows, rowHeap, splitByKey, type RowKeys } from '../row-parts.ts';
import { timeColumnFacts } from './time-column.ts';

/** The rows whose time is in `[start, end)`, ascending. Nobody may write to them. */
export function rowsWithin(times: Float64Array, { start, end }: Pick<Period, 'start' | 'end'>): Int32Array {
  const rows = allRows(times.length);
  const { order } = timeColumnFacts(times);
  if (order !== 0) {
    const [from, to] = order === 1 ? [start, end] : [end, start];
    const ordered = { rows, times, order, from: 0 };
    return rows.subarray(placeIn(ordered, from), placeIn(ordered, to));
  }
  let size = 0;
  for (let row = 0; row < times.length; row++) if (times[row]! >= start && times[row]! < end) size++;
  const found = new Int32Array(size);
  size = 0;
  for (let row = 0; row < times.length; row++) if (times[row]! >= start && times[row]! < end) found[size++] = row;
  return found;
}

/** The rows whose time is before `end` or not known, ascending. Nobody may write to them. */
export function rowsBefore(times: Float64Array, end: number): Int32Array {
  const { order, last } = timeColumnFacts(times);
  if (last < end) return allRows(times.length);
  if (order !== 0) return rowsWithin(times, { start: Number.NEGATIVE_INFINITY, end });
  let size = 0;
  for (let row = 0; row < times.length; row++) if (!(times[row]! >= end)) size++;
  const found = new Int32Array(size);
  size = 0;
  for (let row = 0; row < times.length; row++) if (!(times[row]! >= end)) found[size++] = row;
  return found;
}

/** Splits ascending rows over buckets in time order. Rows outside every bucket are left out. Nobody may write to the parts. */
export function splitByTime(rows: Int32Array, times: Float64Array, buckets: readonly Period[]): readonly Int32Array[] {
  const { order } = timeColumnFacts(times);
  if (order !== 0) return stretches({ rows, times, order }, buckets).map(([from, to]) => rows.subarray(from, to));
  return splitByKey(bucketKeys(times, buckets), rows).slice(1, -1);
}

/** In a column in the order of time every bucket is a stretch of the rows: where each begins and ends. */
function stretches(
  ordered: Pick<Ordered, 'rows' | 'times' | 'order'>,
  buckets: readonly Period[],
): (readonly [from: number, to: number])[] {
  const { order } = ordered;
  let from = 0;
  const find = ({ start, end }: Period): readonly [number, number] => {
    const first = placeIn({ ...ordered, from }, order === 1 ? start : end);
    from = placeIn({ ...ordered, from: first }, order === 1 ? end : start);
    return [first, from];
  };
  return order === 1 ? buckets.map(find) : buckets.toReversed().map(find).toReversed();
}

/** The rows of which one time or the other is in `[start, end)`, ascending. */
export function rowsInEither(one: Float64Array, other: Float64Array, { start, end }: Pick<Period, 'start' | 'end'>): Int32Array {
  const isIn = (row: number): boolean => (one[row]! >= start && one[row]! < end) || (other[row]! >= start && other[row]! < end);
  return rowsWhere(one.length, isIn);
}

/** By times and the list of buckets: several splits need the same. */
const keysOf = new WeakMap<Float64Array, { readonly buckets: readonly Period[]; readonly keys: RowKeys }>();

/** The bucket of each row, from 1 on; rows in none have 0 or the number behind the last. Nobody may write to the keys. */
export function bucketKeys(times: Float64Array, buckets: readonly Period[]): RowKeys {
  let known = keysOf.get(times);
  if (known?.buckets !== buckets)
    keysOf.set(times, (known = { buckets, keys: { keys: findKeys(times, buckets), size: buckets.length + 2 } }));
  return known.keys;
}

function findKeys(times: Float64Array, buckets: readonly Period[]): Uint8Array | Uint16Array {
  const bounds = boundsOf(buckets);
  return (bounds && rowHeap(times.length)?.placesAmong(times, bounds, bounds.length)) ?? findOneByOne(times, buckets);
}

/** Where buckets that follow one another begin, and where the last ends; `null` where there are gaps. */
export function boundsOf(buckets: readonly Period[]): Float64Array | null {
  if (buckets.some(({ start }, index) => index > 0 && start !== buckets[index - 1]!.end)) return null;
  return Float64Array.from([...buckets.map(({ start }) => start), buckets.at(-1)?.end ?? 0]);
}

function findOneByOne(times: Float64Array, buckets: readonly Period[]): Uint16Array {
  const starts = Float64Array.from(buckets, ({ start }) => start);
  const keys = new Uint16Array(times.length);
  let key = 0;
  let [start, end] = [Number.NaN, Number.NaN];
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    // Rows tend to stand in the order of time: the bucket is mostly that of the row before.
    if (!(time >= start && time < end)) {
      const number = lastNotAfter(starts, time);
      const bucket = buckets[number];
      const isIn = bucket !== undefined && time < bucket.end;
      key = isIn ? number + 1 : 0;
      [start, end] = isIn ? [bucket.start, bucket.end] : [Number.NaN, Number.NaN];
    }
    keys[row] = key;
  }
  return keys;
}

interface Ordered {
  readonly rows: Int32Array;
  readonly times: Float64Array;
  readonly order: 1 | -1;
  /** Where to begin. */
  readonly from: number;
}

/** How many rows stand before a time; of rows with the newest first, how many are at that time or later. */
function placeIn({ rows, times, order, from }: Ordered, time: number): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = times[rows[middle]!]!;
    if (order === 1 ? found < time : found >= time) low = middle + 1;
    else high = middle;
  }
  return low;
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
