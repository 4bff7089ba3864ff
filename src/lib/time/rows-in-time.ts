import type { Period } from '../../model/period.ts';
import { rowsWhere } from '../by-row.ts';
import { timeColumnFacts } from './time-column.ts';

let all = new Int32Array(0);
let lists = new Map<number, Int32Array>();

/** The rows below `count`, ascending: one list for all who ask, that nobody may write to. */
export function allRows(count: number): Int32Array {
  if (count > all.length) {
    all = new Int32Array(count);
    for (let row = 0; row < count; row++) all[row] = row;
    lists = new Map();
  }
  let list = lists.get(count);
  if (list === undefined) lists.set(count, (list = all.subarray(0, count)));
  return list;
}

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
export function splitByTime(rows: Int32Array, times: Float64Array, buckets: readonly Period[]): Int32Array[] {
  const { order } = timeColumnFacts(times);
  if (order !== 0) return stretches({ rows, times, order }, buckets).map(([from, to]) => rows.subarray(from, to));
  const { numbers: bucketOf, sizes } = bucketNumbers(rows, times, buckets);
  const parts = buckets.map((_, bucket) => new Int32Array(sizes[bucket]!));
  const filled = new Int32Array(buckets.length);
  for (let index = 0; index < rows.length; index++) {
    const bucket = bucketOf[index]!;
    if (bucket < buckets.length) parts[bucket]![filled[bucket]!++] = rows[index]!;
  }
  return parts;
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

interface BucketNumbers {
  /** Of each row by its place in the list; as many as there are buckets: none. */
  readonly numbers: Uint16Array;
  /** How many rows each bucket has; those in none follow. */
  readonly sizes: Int32Array;
}

/** Of all rows of a column, by its times and the list of buckets: several splits need the same. */
const numbersOfAll = new WeakMap<Float64Array, { readonly buckets: readonly Period[]; readonly found: BucketNumbers }>();

/** Which bucket each row is in. Nobody may write to it. */
export function bucketNumbers(rows: Int32Array, times: Float64Array, buckets: readonly Period[]): BucketNumbers {
  if (rows !== allRows(times.length)) return findBuckets(rows, times, buckets);
  let known = numbersOfAll.get(times);
  if (known?.buckets !== buckets) numbersOfAll.set(times, (known = { buckets, found: findBuckets(rows, times, buckets) }));
  return known.found;
}

function findBuckets(rows: Int32Array, times: Float64Array, buckets: readonly Period[]): BucketNumbers {
  const { order } = timeColumnFacts(times);
  return order === 0 ? findOneByOne(rows, times, buckets) : findStretches({ rows, times, order }, buckets);
}

function findStretches(ordered: Pick<Ordered, 'rows' | 'times' | 'order'>, buckets: readonly Period[]): BucketNumbers {
  const numbers = new Uint16Array(ordered.rows.length).fill(buckets.length);
  const sizes = new Int32Array(buckets.length + 1);
  sizes[buckets.length] = numbers.length;
  stretches(ordered, buckets).forEach(([from, to], bucket) => {
    numbers.fill(bucket, from, to);
    sizes[bucket] = to - from;
    sizes[buckets.length]! -= to - from;
  });
  return { numbers, sizes };
}

function findOneByOne(rows: Int32Array, times: Float64Array, buckets: readonly Period[]): BucketNumbers {
  const starts = Float64Array.from(buckets, ({ start }) => start);
  const ends = Float64Array.from(buckets, ({ end }) => end);
  const numbers = new Uint16Array(rows.length);
  const sizes = new Int32Array(buckets.length + 1);
  let number = 0;
  let [start, end] = [Number.NaN, Number.NaN];
  for (let index = 0; index < rows.length; index++) {
    const time = times[rows[index]!]!;
    // Rows tend to stand in the order of time: the bucket is mostly that of the row before.
    if (!(time >= start && time < end)) {
      number = lastNotAfter(starts, time);
      if (number < 0 || !(time < ends[number]!)) number = buckets.length;
      [start, end] = [starts[number] ?? Number.NaN, ends[number] ?? Number.NaN];
    }
    numbers[index] = number;
    sizes[number]!++;
  }
  return { numbers, sizes };
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
