import { onMemory, onNewMemory, PAGE, type Memory, type OnMemory } from './compiled.ts';
import { daysInMonth } from '../time/civil.ts';
import { findCells } from './find-cells.ts';
import { findJsonMarks } from './find-json-marks.ts';
import { findMarks } from './find-marks.ts';
import { FIRST_YEAR, readDates, YEARS } from './read-dates.ts';
import { bitsOf, lookThrough } from './look-through.ts';
import { readWholeNumbers } from './read-whole-numbers.ts';
import { scanJson } from './scan-json.ts';
import { scanRecords } from './scan-records.ts';

/** Results that one call may give. */
export const MOST_RESULTS = 2048;
const LEAST_BLOCK = 64;
/** Pages taken at once when there are none left: growing makes every view of the memory anew. */
const LEAST_GROWTH = 32;

/** What the functions in WebAssembly take and give: places in the heap. */
export interface ByteFunctions {
  readonly findMarks: (at: number, end: number, out: number, delimiter: number, text: number) => number;
  readonly scanRecords: (
    state: number,
    text: number,
    end: number,
    delimiter: number,
    slots: number,
    width: number,
    starts: number,
    ends: number,
    lines: number,
    most: number,
  ) => number;
  readonly findCells: (
    text: number,
    starts: number,
    ends: number,
    count: number,
    out: number,
    state: number,
    entries: number,
    table: number,
    mask: number,
    arena: number,
  ) => number;
  readonly readDates: (text: number, starts: number, ends: number, count: number, out: number, kinds: number, months: number) => number;
  readonly readWholeNumbers: (text: number, starts: number, ends: number, count: number, out: number, none: number) => number;
  readonly lookThrough: (values: number, count: number, out: number) => number;
  readonly bitsOf: (at: number, count: number) => number;
}

interface JsonFunctions {
  readonly findJsonMarks: (at: number, end: number, out: number, text: number) => number;
  readonly scanJson: (
    state: number,
    text: number,
    marks: number,
    root: number,
    classes: number,
    frames: number,
    brackets: number,
  ) => number;
}

const CELLS = [findMarks, findCells, scanRecords, readDates, readWholeNumbers, lookThrough, bitsOf];
const JSON_TEXT = [findJsonMarks, scanJson];

/**
 * Memory that the functions in WebAssembly work on, with blocks handed out of it. When it grows, views of `buffer` lose their bytes: who keeps one compares
 * its buffer with the present one before using it.
 */
export class ByteHeap {
  readonly functions: ByteFunctions;
  #json: JsonFunctions | null = null;
  readonly #memory: Memory;
  /** By size: blocks given back. */
  readonly #free = new Map<number, number[]>();
  #used = 0;
  /** Where the functions may write results: up to so many numbers of eight bytes, and a byte for each. */
  readonly results: number;
  readonly kinds: number;
  /** Room for what is found in them. */
  readonly found: number;
  readonly #months: number;
  #hasMonths = false;

  /** `null` where `onNewMemory` is. */
  static make(): ByteHeap | null {
    const made = onNewMemory<ByteFunctions>(CELLS, LEAST_GROWTH * PAGE);
    return made && new ByteHeap(made);
  }

  private constructor({ memory, functions }: OnMemory<ByteFunctions>) {
    this.#memory = memory;
    this.functions = functions;
    this.results = this.take(MOST_RESULTS * 8);
    this.kinds = this.take(MOST_RESULTS);
    this.found = this.take(LEAST_BLOCK);
    this.#months = this.take(YEARS * 12 * 4);
  }

  /** The functions for JSON, on the same memory. */
  get json(): JsonFunctions {
    this.#json ??= onMemory(JSON_TEXT, this.#memory) as JsonFunctions;
    return this.#json;
  }

  /** The table that `readDates` needs. */
  get months(): number {
    if (!this.#hasMonths) {
      this.#hasMonths = true;
      fillMonths(new Int32Array(this.buffer, this.#months, YEARS * 12));
    }
    return this.#months;
  }

  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  /** Place of a block of zeros or whatever was there before. @throws RangeError when four gigabytes are used up. */
  take(bytes: number): number {
    const size = blockSize(bytes);
    const free = this.#free.get(size)?.pop();
    if (free !== undefined) return free;
    const at = this.#used;
    const missing = Math.ceil((at + size - this.#memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.#memory.grow(Math.max(missing, LEAST_GROWTH));
    this.#used += size;
    return at;
  }

  /** Gives back a block of so many bytes. */
  release(at: number, bytes: number): void {
    const size = blockSize(bytes);
    const free = this.#free.get(size);
    if (free === undefined) this.#free.set(size, [at]);
    else free.push(at);
  }
}

/** Of every month: the day number of its first day, and its length in the lowest five bits. Years begin with 1970. */
function fillMonths(table: Int32Array): void {
  let first = 0;
  for (let place = 0; place < table.length; place++) {
    const length = daysInMonth(FIRST_YEAR + Math.floor(place / 12), (place % 12) + 1);
    table[place] = first * 32 + length;
    first += length;
  }
}

function blockSize(bytes: number): number {
  return Math.max(LEAST_BLOCK, 2 ** Math.ceil(Math.log2(bytes)));
}
