import { sharedInt32s } from './shared-arrays.ts';
import type { Codes } from '../model/columns.ts';
import { heapFor } from './wasm/heap-for.ts';
import { RowHeap } from './wasm/row-heap.ts';

/** A key below `size` for each row of a table. */
export interface RowKeys {
  readonly keys: Codes | Uint16Array;
  readonly size: number;
}

/** Rows from `first` to before `end`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** Of so many keys each has a piece of every part of the rows that is brought into the heap. */
const MOST_KEYS = 512;

/** Loops over the rows of tables that have so many. */
export const rowHeap: (rows: number) => RowHeap | null = heapFor(() => RowHeap.make());

let all: Int32Array = new Int32Array(0);
let lists = new Map<number, Int32Array>();

/** The rows below `count`, ascending: one list for all who ask, that nobody may write to. */
export function allRows(count: number): Int32Array {
  if (count > all.length) {
    all = sharedInt32s(count);
    for (let row = 0; row < count; row++) all[row] = row;
    lists = new Map();
  }
  let list = lists.get(count);
  if (list === undefined) lists.set(count, (list = all.subarray(0, count)));
  return list;
}

/** For the list of so many rows that another thread has made. */
export function learnAllRows(rows: Int32Array): void {
  if (rows.length <= all.length) return;
  all = rows;
  lists = new Map();
}

/** Rows that are known to follow one another: `allRows`, and stretches of it. */
export function stretchOf(rows: Int32Array): Stretch | null {
  if (rows.buffer !== all.buffer || rows.length === 0) return null;
  return { first: rows[0]!, end: rows[0]! + rows.length };
}

/** Rows of a stretch that have one key. */
export interface Part extends RowKeys {
  readonly stretch: Stretch;
  readonly key: number;
}

const parts = new WeakMap<Int32Array, Part>();

/** How rows came about by `splitByKey`: what is counted of one part can be counted of all in one pass. */
export function partOf(rows: Int32Array): Part | undefined {
  return parts.get(rows);
}

/** Splits rows by key, each in the order of the rows. Nobody may write to them. */
export function splitByKey({ keys, size }: RowKeys, rows: Int32Array): readonly Int32Array[] {
  const stretch = stretchOf(rows);
  const split = stretch && size <= MOST_KEYS ? rowHeap(keys.length)?.split({ keys, size }, rows) : undefined;
  if (!stretch || !split) return splitOneByOne({ keys, size }, rows);
  split.forEach((part, key) => parts.set(part, { keys, size, stretch, key }));
  return split;
}

const NO_ROWS = new Int32Array(0);

function splitOneByOne({ keys, size }: RowKeys, rows: Int32Array): readonly Int32Array[] {
  const sizes = new Uint32Array(size);
  for (let index = 0; index < rows.length; index++) sizes[keys[rows[index]!]!]!++;
  const found: Int32Array[] = [];
  // Most groups of a long list have none among some rows.
  for (let key = 0; key < size; key++) found.push(sizes[key] === 0 ? NO_ROWS : new Int32Array(sizes[key]!));
  const filled = new Uint32Array(size);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const key = keys[row]!;
    found[key]![filled[key]!++] = row;
  }
  return found;
}
