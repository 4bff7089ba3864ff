import type { Numbers } from '../../model/columns.ts';
import { describeSorted } from '../../lib/stats/describe.ts';
import type { KnownSums } from '../../lib/stats/mean-interval.ts';
import { sortValues } from '../../lib/stats/sort-values.ts';
import type { Values } from '../../lib/stats/values.ts';
import { commonWholeNumbers, WholeNumberArrays, type WholeNumbers } from '../../lib/stats/whole-numbers.ts';

export type Lead = 'median' | 'mean';

/** One value a row, `NaN` or below zero where there is none that can be used, picked for any rows as often as a report asks. */
export interface UsableValues {
  /** Where there are `wholes` and none is below zero, those of rows that do not count may be among them. */
  readonly values: Numbers;
  /** The same as whole numbers; `null` unless all that can be used are whole and below 2^31, as durations mostly are. */
  readonly wholes: WholeNumbers | null;
  /** Whether any value is below zero. */
  readonly anyNegative: boolean;
}

let inCommonRoom: symbol | null = null;

/** Values of the rows that count (1). Good until values of others are asked for: then they must be asked for again. */
export function usableValues(values: Numbers, counts?: Uint8Array): () => UsableValues {
  const name = Symbol('values');
  const common = commonWholeNumbers(values.length);
  let found: UsableValues | undefined;
  return () => {
    if (found === undefined) {
      found = readInto(common, values, counts);
      inCommonRoom = name;
    } else if (found.wholes === common && inCommonRoom !== name) {
      // Who comes back to find others there gets a room of its own.
      found = readInto(new WholeNumberArrays(), values, counts);
    }
    return found;
  };
}

function readInto(wholes: WholeNumbers, values: Numbers, counts: Uint8Array | undefined): UsableValues {
  const { areWhole, anyNegative } = wholes.read(values, counts);
  const areRead = !areWhole || anyNegative;
  return { values: counts !== undefined && areRead ? only(values, counts) : values, wholes: areWhole ? wholes : null, anyNegative };
}

/** Values of the rows that count (1). */
function only(values: Numbers, counts: Uint8Array): Float64Array {
  const found = new Float64Array(values.length);
  for (let row = 0; row < found.length; row++) found[row] = counts[row] === 1 ? values[row]! : Number.NaN;
  return found;
}

/** Those of some rows. Good until somebody picks others. */
export interface Picked {
  readonly size: number;
  /** Ascending. */
  sorted(): Values;
  /** Where all are whole. */
  readonly wholes: WholeNumbers | null;
  /** Where their sum is exact. */
  readonly sums: KnownSums | undefined;
}

let room = new Float64Array(0);

export function pick({ values, wholes }: UsableValues, rows: Int32Array): Picked {
  if (wholes === null) {
    const used = pickFractions(values, rows);
    return { size: used.length, sorted: () => sortValues(used), wholes, sums: undefined };
  }
  const { size, total } = wholes.pick(rows);
  const sums = total > Number.MAX_SAFE_INTEGER ? undefined : { total, moments: (centre: number) => wholes.moments(centre) };
  return { size, sorted: () => wholes.sorted(), wholes, sums };
}

function pickFractions(values: Numbers, rows: Int32Array): Float64Array {
  if (room.length < rows.length) room = new Float64Array(rows.length);
  let size = 0;
  for (let index = 0; index < rows.length; index++) {
    const value = values[rows[index]!]!;
    if (value >= 0) room[size++] = value;
  }
  return room.subarray(0, size);
}

/** How many values of the rows are below zero. */
export function countNegative({ values, anyNegative }: UsableValues, rows: Int32Array): number {
  let count = 0;
  if (anyNegative) for (let index = 0; index < rows.length; index++) if (values[rows[index]!]! < 0) count++;
  return count;
}

/** The leading value alone, without sorting where that can be: sums of fractions depend in their last digits on the order. */
export function leadOf(picked: Picked, lead: Lead): { readonly value: number | null; readonly n: number } {
  const { size: n, sums, wholes } = picked;
  if (n === 0) return { value: null, n };
  if (wholes !== null && lead === 'median') return { value: wholes.median(), n };
  if (sums !== undefined) return { value: sums.total / n, n };
  return { value: describeSorted(picked.sorted())[lead], n };
}
