import { describeSorted } from '../../lib/stats/describe.ts';
import { medianOfWholes } from '../../lib/stats/median.ts';
import { sortValues, sortWholes } from '../../lib/stats/sort-values.ts';
import type { Values } from '../../lib/stats/values.ts';

export type Lead = 'median' | 'mean';

/** One value a row, `NaN` or below zero where there is none that can be used, picked for any rows as often as a report asks. */
export interface UsableValues {
  /** Where there are `wholes` and none is below zero, those of rows that do not count may be among them. */
  readonly values: Float64Array;
  /** The same as whole numbers, -1 where there is none; `null` unless all that can be used are whole and below 2^31, as durations mostly are. */
  readonly wholes: Int32Array | null;
  /** Whether any value is below zero. */
  readonly anyNegative: boolean;
}

/** Where the whole numbers of one measure after the other stand: mostly one is done with before the next begins. */
let commonRoom = new Int32Array(0);
let inCommonRoom: symbol | null = null;

/** Values of the rows that count (1). Good until values of others are asked for: then they must be asked for again. */
export function usableValues(values: Float64Array, counts?: Uint8Array): () => UsableValues {
  const name = Symbol('values');
  let found: UsableValues | undefined;
  return () => {
    if (found === undefined) {
      if (commonRoom.length < values.length) commonRoom = new Int32Array(values.length);
      found = lookThrough(values, counts, commonRoom);
      inCommonRoom = name;
    } else if (found.wholes === commonRoom && inCommonRoom !== name) {
      // Who comes back to find others there gets a room of its own.
      found = lookThrough(values, counts, new Int32Array(values.length));
    }
    return found;
  };
}

function lookThrough(values: Float64Array, counts: Uint8Array | undefined, wholes: Int32Array): UsableValues {
  let anyNegative = false;
  let areWhole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    wholes[row] = -1;
    if (counts !== undefined && counts[row] !== 1) continue;
    if (value >= 0) {
      wholes[row] = value;
      if (wholes[row] !== value) areWhole = false;
    } else if (value < 0) anyNegative = true;
  }
  const areRead = !areWhole || anyNegative;
  return { values: counts !== undefined && areRead ? only(values, counts) : values, wholes: areWhole ? wholes : null, anyNegative };
}

/** Values of the rows that count (1). */
function only(values: Float64Array, counts: Uint8Array): Float64Array {
  const found = new Float64Array(values.length);
  for (let row = 0; row < found.length; row++) found[row] = counts[row] === 1 ? values[row]! : Number.NaN;
  return found;
}

/** Those of some rows, in their order. They are in a room for all: good until somebody picks others. */
export interface Picked {
  readonly used: Values;
  /** Where all are whole. */
  readonly wholes: { readonly values: Uint32Array; readonly max: number; readonly total: number } | null;
}

let roomForWholes = new Uint32Array(0);
let room = new Float64Array(0);

export function pick({ values, wholes }: UsableValues, rows: Int32Array): Picked {
  return wholes === null ? pickFractions(values, rows) : pickWholes(wholes, rows);
}

function pickWholes(wholes: Int32Array, rows: Int32Array): Picked {
  // One place more: what is not used is written, too, and then overwritten. Which rows have a value follows no pattern that a branch could be guessed by.
  if (roomForWholes.length <= rows.length) roomForWholes = new Uint32Array(rows.length + 1);
  const into = roomForWholes;
  let size = 0;
  for (let index = 0; index < rows.length; index++) {
    const whole = wholes[rows[index]!]!;
    into[size] = whole;
    size = (size + 1 + (whole >> 31)) | 0;
  }
  const used = into.subarray(0, size);
  let max = 0;
  let total = 0;
  for (let index = 0; index < size; index++) {
    const whole = into[index]!;
    total += whole;
    if (whole > max) max = whole;
  }
  return { used, wholes: { values: used, max, total } };
}

function pickFractions(values: Float64Array, rows: Int32Array): Picked {
  if (room.length < rows.length) room = new Float64Array(rows.length);
  let size = 0;
  for (let index = 0; index < rows.length; index++) {
    const value = values[rows[index]!]!;
    if (value >= 0) room[size++] = value;
  }
  return { used: room.subarray(0, size), wholes: null };
}

/** How many values of the rows are below zero. */
export function countNegative({ values, anyNegative }: UsableValues, rows: Int32Array): number {
  let count = 0;
  if (anyNegative) for (let index = 0; index < rows.length; index++) if (values[rows[index]!]! < 0) count++;
  return count;
}

/** What was picked, ascending; its order is lost. */
export function sortPicked({ used, wholes }: Picked): Values {
  return wholes === null ? sortValues(used as Float64Array) : sortWholes(wholes.values, wholes.max);
}

/** The leading value alone, without sorting where that can be: sums of fractions depend in their last digits on the order. */
export function leadOf(picked: Picked, lead: Lead): { readonly value: number | null; readonly n: number } {
  const { used, wholes } = picked;
  const n = used.length;
  if (n === 0) return { value: null, n };
  if (wholes !== null && lead === 'median') return { value: medianOfWholes(wholes.values, wholes.max), n };
  if (wholes !== null && wholes.total <= Number.MAX_SAFE_INTEGER) return { value: wholes.total / n, n };
  return { value: describeSorted(sortPicked(picked))[lead], n };
}
