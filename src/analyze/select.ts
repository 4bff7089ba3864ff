import type { Measure } from '../kpis/measure.ts';
import { allRows } from '../lib/row-parts.ts';
import { rowsWithin, splitByTime } from '../lib/time/rows-in-time.ts';
import type { Period } from '../model/period.ts';
import { isUnbounded } from './time-frame.ts';

/** Selections of larger tables are made anew each time: keeping them would cost more memory than the rows themselves. */
const MOST_ROWS_KEPT = 2_000_000;

/** By the measure's times, the mask (or the times again, without one) and the period. */
const selections = new WeakMap<Float64Array, WeakMap<object, Map<string, Int32Array>>>();
/** By the rows, their times and the list of buckets. */
const splits = new WeakMap<Int32Array, WeakMap<Float64Array, WeakMap<readonly Period[], readonly Int32Array[]>>>();
const withoutMask = {};

/**
 * The rows of a measure that belong to a period and pass the condition (`mask`, one byte a row; `null` = all pass).
 * Measures with the same times share one selection: nobody may write to it, nor to the times and the mask.
 */
export function selectRows(measure: Measure, period: Period, mask: Uint8Array | null): Int32Array {
  const { at, population } = measure;
  if (at === null) {
    const rows = measure.rowsIn?.(period) ?? new Int32Array(0);
    return mask ? passing(rows, mask) : rows;
  }
  // Over all data a row counts even without a date; within bounds it must be in them.
  const ofPeriod = (): Int32Array => (isUnbounded(period) ? allRows(population.rows) : rowsWithin(at, period));
  if (isUnbounded(period) && !mask) return ofPeriod();
  const select = (): Int32Array => (mask ? passing(ofPeriod(), mask) : ofPeriod());
  if (population.rows > MOST_ROWS_KEPT) return select();
  const byMask = entryOf(selections, at, () => new WeakMap<object, Map<string, Int32Array>>());
  const byPeriod = entryOf(byMask, mask ?? withoutMask, () => new Map<string, Int32Array>());
  return entryOf(byPeriod, `${period.start} ${period.end}`, select);
}

/** Those of the rows whose byte is 1. */
export function passing(rows: Int32Array, mask: Uint8Array): Int32Array {
  let size = 0;
  for (let index = 0; index < rows.length; index++) if (mask[rows[index]!] === 1) size++;
  const found = new Int32Array(size);
  size = 0;
  for (let index = 0; index < rows.length; index++) if (mask[rows[index]!] === 1) found[size++] = rows[index]!;
  return found;
}

/** The rows of a dated measure by bucket. The same rows give the same split: nobody may write to it. */
export function splitOverBuckets(rows: Int32Array, at: Float64Array, buckets: readonly Period[]): readonly Int32Array[] {
  const byTimes = entryOf(splits, rows, () => new WeakMap<Float64Array, WeakMap<readonly Period[], readonly Int32Array[]>>());
  const byBuckets = entryOf(byTimes, at, () => new WeakMap<readonly Period[], readonly Int32Array[]>());
  return entryOf(byBuckets, buckets, () => splitByTime(rows, at, buckets));
}

function entryOf<K, V>(store: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}
