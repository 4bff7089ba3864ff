import { poissonInterval } from '../../lib/stats/poisson.ts';
import { countMasks } from '../../lib/count-rows.ts';
import { rowHeap } from '../../lib/row-parts.ts';
import { rowsBefore } from '../../lib/time/rows-in-time.ts';
import { timeColumnFacts } from '../../lib/time/time-column.ts';
import type { Period } from '../../model/period.ts';
import type { Measure, Point, Population } from '../measure.ts';
import { compareCounts } from './counting.ts';
import { oncePerPeriod } from './once-per-period.ts';

export interface StockOptions {
  readonly population: Population;
  /** When each row entered the stock (`NaN`: it was always there). */
  readonly enteredAt: Float64Array;
  /** When it left: `NaN` = not yet, `Infinity` is the same. Rows that left at an unknown time have `-Infinity`. */
  readonly leftAt: Float64Array;
  /** What comes after it has not happened: a period that reaches further is read at this instant. Epoch ms. */
  readonly asOf: number;
  /** Whether the row is in stock at an instant, where more is known than two dates (status history). */
  readonly inStock?: (row: number, at: number) => boolean;
  readonly name: string;
}

interface Stock {
  readonly open: number;
  /** When the first of them entered; `Infinity` where nobody knows. */
  readonly oldest: number;
}

/** How many rows are open at the end of the period. `n` is those rows. */
export function stockAtEnd(options: StockOptions): Measure {
  const { population, enteredAt, leftAt, asOf, name } = options;
  const inStock = options.inStock ?? ((row, at) => !(enteredAt[row]! >= at) && !(leftAt[row]! < at));
  const picked = oncePerPeriod(population.rows);
  const countAt = counter(options);
  // An instant that the data reaches in full is read just before the next one begins; data without any time is as it is.
  const readAt = ({ end }: Period): number => (Number.isNaN(asOf) ? end : Math.min(end, asOf + 1));
  return {
    clock: null,
    variant: null,
    population,
    at: null,
    ...(options.inStock ? {} : { pointsOver: (periods) => stockPoints(options, periods, periods.map(readAt)) }),
    rowsIn: (period) => picked(period, () => rowsBefore(enteredAt, period.end)),
    summarise(rows, scope) {
      const at = readAt(scope.period);
      const { open, oldest } = options.inStock ? countWhere(enteredAt, rows, (row) => inStock(row, at)) : countAt(rows, at);
      if (rows.length === 0 || scope.period.start > asOf) return { value: null, n: 0, reason: 'no-data', counts: { [name]: 0 } };
      if (scope.valueOnly === true) return { value: open, n: open, reason: null, counts: {} };
      const sinceOldest = Number.isFinite(oldest) ? { daysSinceOldest: Math.floor((at - oldest) / 86_400_000) } : {};
      return {
        value: open,
        n: open,
        reason: null,
        counts: { [name]: open, ...sinceOldest },
        interval: poissonInterval(open),
        evidence: { kind: 'count', count: open, exposure: 1 },
      };
    },
    steps(rows, scope) {
      const at = readAt(scope.period);
      return [{ name, rows: rows.filter((row) => inStock(row, at)), role: 'hits' }];
    },
    compare: compareCounts,
  };
}

function countWhere(enteredAt: Float64Array, rows: Int32Array, isOpen: (row: number) => boolean): Stock {
  let open = 0;
  let oldest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (!isOpen(row)) continue;
    open++;
    if (enteredAt[row]! < oldest) oldest = enteredAt[row]!;
  }
  return { open, oldest };
}

/** The same by two dates: of many rows those that are open are marked once for all groups. */
function counter(options: StockOptions): (rows: Int32Array, at: number) => Stock {
  const { enteredAt, leftAt } = options;
  const heap = rowHeap(enteredAt.length);
  if (heap === null) return (rows, at) => countBetween(options, rows, at);
  let marked: { readonly at: number; readonly isOpen: Uint8Array } | undefined;
  return (rows, at) => {
    if (marked?.at !== at) marked = { at, isOpen: heap.openAt(enteredAt, leftAt, at) };
    const { isOpen } = marked;
    return { open: countMasks([isOpen], rows)[0]!, oldest: oldestOf(enteredAt, isOpen, rows) };
  };
}

function oldestOf(enteredAt: Float64Array, isOpen: Uint8Array, rows: Int32Array): number {
  const { order } = timeColumnFacts(enteredAt);
  if (order === 1) return enteredAt[rows.find((row) => isOpen[row] === 1) ?? -1] ?? Number.POSITIVE_INFINITY;
  if (order === -1) return enteredAt[rows.findLast((row) => isOpen[row] === 1) ?? -1] ?? Number.POSITIVE_INFINITY;
  let oldest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (isOpen[row] === 1 && enteredAt[row]! < oldest) oldest = enteredAt[row]!;
  }
  return oldest;
}

/** Without a call for each row. */
function countBetween({ enteredAt, leftAt }: StockOptions, rows: Int32Array, at: number): Stock {
  let open = 0;
  let oldest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (leftAt[row]! < at || enteredAt[row]! >= at) continue;
    open++;
    if (enteredAt[row]! < oldest) oldest = enteredAt[row]!;
  }
  return { open, oldest };
}

/** What `summarise` gives for the rows of each period, in one pass: every row is open from one of the instants until another. */
function stockPoints({ enteredAt, leftAt, asOf }: StockOptions, periods: readonly Period[], readAt: readonly number[]): readonly Point[] {
  const { first, dated } = timeColumnFacts(enteredAt);
  const instants = Float64Array.from(readAt);
  const change = rowHeap(enteredAt.length)?.countChanges(enteredAt, leftAt, instants) ?? countChanges(enteredAt, leftAt, instants);
  let open = 0;
  return periods.map(({ start, end }, index) => {
    open += change[index]!;
    const anyRow = dated < enteredAt.length || first < end;
    return anyRow && !(start > asOf) ? { value: open, n: open } : { value: null, n: 0 };
  });
}

/** How many more, or fewer, are open at each instant than at the one before. */
function countChanges(enteredAt: Float64Array, leftAt: Float64Array, instants: Float64Array): Int32Array {
  const change = new Int32Array(instants.length + 1);
  const [entries, exits] = [stepper(instants), stepper(instants)];
  for (let row = 0; row < enteredAt.length; row++) {
    const from = Number.isNaN(enteredAt[row]!) ? 0 : entries(enteredAt[row]!);
    const until = Number.isNaN(leftAt[row]!) ? instants.length : exits(leftAt[row]!);
    if (until <= from) continue;
    change[from]!++;
    change[until]!--;
  }
  return change;
}

/** How many of ascending instants are not after a time; quick for times near the one before. */
function stepper(instants: Float64Array): (time: number) => number {
  let count = 0;
  return (time) => {
    while (count < instants.length && instants[count]! <= time) count++;
    while (count > 0 && instants[count - 1]! > time) count--;
    return count;
  };
}
