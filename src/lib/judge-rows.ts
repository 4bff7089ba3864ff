import type { Codes, Numbers } from '../model/columns.ts';
import { heapFor } from './wasm/heap-for.ts';
import { JudgeHeap } from './wasm/judge-heap.ts';

/** Where a value lies: below two bounds, between them (both included), above them; `NONE` of `NaN`. */
export const BELOW = 0;
export const BETWEEN = 1;
export const ABOVE = 2;
export const NONE = 3;

const judgeHeap = heapFor(() => JudgeHeap.make());

/** A byte for each row by where its value lies and by another byte below 4 (0 where there are none). */
export function judgeRows(
  values: Numbers,
  bounds: { readonly low: number; readonly high: number },
  of: (place: number, other: number) => number,
  others?: Uint8Array,
): Uint8Array {
  const table = tableOf(of);
  return judgeHeap(values.length)?.judge(values, bounds, table, others) ?? judgeOneByOne(values, bounds, table, others);
}

function judgeOneByOne(
  values: Numbers,
  { low, high }: { readonly low: number; readonly high: number },
  table: Uint8Array,
  others?: Uint8Array,
): Uint8Array {
  const found = new Uint8Array(values.length);
  for (let row = 0; row < found.length; row++) {
    const value = values[row]!;
    const place = value >= low ? (value > high ? ABOVE : BETWEEN) : value < low ? BELOW : NONE;
    found[row] = table[place + 4 * (others?.[row] ?? 0)]!;
  }
  return found;
}

/** A byte for each row by two bytes below 4. */
export function combineRows(one: Uint8Array, other: Uint8Array, of: (one: number, other: number) => number): Uint8Array {
  const table = tableOf(of);
  return judgeHeap(one.length)?.combine(one, other, table) ?? combineOneByOne(one, other, table);
}

function combineOneByOne(one: Uint8Array, other: Uint8Array, table: Uint8Array): Uint8Array {
  const found = new Uint8Array(one.length);
  for (let row = 0; row < found.length; row++) found[row] = table[one[row]! + 4 * other[row]!]!;
  return found;
}

function tableOf(of: (one: number, other: number) => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, at) => of(at & 3, at >> 2));
}

/** The byte that a table has for each row's code. */
export function bytesByCode(codes: Codes, table: Uint8Array, into?: Uint8Array): Uint8Array {
  return judgeHeap(codes.length)?.lookUp(codes, table, into) ?? lookUpOneByOne(codes, table, into);
}

function lookUpOneByOne(codes: Codes, table: Uint8Array, found: Uint8Array = new Uint8Array(codes.length)): Uint8Array {
  for (let row = 0; row < found.length; row++) found[row] = table[codes[row]!]!;
  return found;
}

/** Writes the number that a table has for each row's code; `into` must be able to hold it. */
export function numbersByCode(codes: Codes, table: Float32Array | Uint32Array, into: Float32Array | Codes): void {
  if (judgeHeap(codes.length)?.lookUpNumbers(codes, table, into) === true) return;
  for (let row = 0; row < codes.length; row++) into[row] = table[codes[row]!]!;
}

/** 1 where there is a value. */
export function known(values: Numbers): Uint8Array {
  return judgeRows(values, { low: 0, high: 0 }, (place) => (place === NONE ? 0 : 1));
}

/** Seconds from one time to another, both epoch ms. */
export function secondsBetween(start: Float64Array, end: Float64Array): Float64Array {
  const found = judgeHeap(start.length)?.secondsBetween(start, end);
  if (found) return found;
  const seconds = new Float64Array(start.length);
  for (let row = 0; row < seconds.length; row++) seconds[row] = (end[row]! - start[row]!) / 1000;
  return seconds;
}

/** 1 where fewer than so many seconds lie between a time and another, epoch ms. */
export function isWithin(start: Float64Array, end: number, seconds: number): Uint8Array {
  const found = judgeHeap(start.length)?.isWithin(start, end, seconds);
  if (found) return found;
  const within = new Uint8Array(start.length);
  for (let row = 0; row < within.length; row++) if ((end - start[row]!) / 1000 < seconds) within[row] = 1;
  return within;
}

/** Each value, or the other where there is none, as a new array. */
export function firstKnown(best: Numbers, other: Numbers): Float64Array {
  const found = judgeHeap(best.length)?.firstKnown(best, other);
  if (found) return found;
  const values = new Float64Array(best);
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) values[row] = other[row]!;
  return values;
}
