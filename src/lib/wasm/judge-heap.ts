import type { Codes, Numbers } from '../../model/columns.ts';
import { onNewMemory, type OnMemory } from './compiled.ts';
import { combine, dividedDifference, firstKnown, judge, lookUp, lookUpWords } from './judge-functions.ts';

const FUNCTIONS = [judge, combine, lookUp, lookUpWords, dividedDifference, firstKnown];

type Functions = Readonly<
  Record<'judge' | 'combine' | 'lookUp' | 'lookUpWords' | 'dividedDifference' | 'firstKnown', (...numbers: number[]) => number>
>;

/** So many rows at a time are brought into the heap. */
const AT_A_TIME = 16_384;

// Places in the heap, in bytes.
const TABLE = 0;
const WORDS = 16;
const MOST_WORDS = 65_536;
const MOST_NUMBERS = MOST_WORDS / 4;
const FLOATS = WORDS + MOST_WORDS;
const OTHER_FLOATS = FLOATS + AT_A_TIME * 8;
const RESULTS = OTHER_FLOATS + AT_A_TIME * 8;
const BYTES = RESULTS + AT_A_TIME * 8;
const OTHER_BYTES = BYTES + AT_A_TIME;
const KEYS = OTHER_BYTES + AT_A_TIME;
const FOUND = KEYS + AT_A_TIME * 2;
const END = FOUND + AT_A_TIME;

/** What can be said of rows one by one, by functions in WebAssembly. Rows are brought there some thousands at a time. */
export class JudgeHeap {
  readonly #functions: Functions;
  readonly #table: Uint8Array;
  readonly #words: Uint8Array;
  readonly #floats: Float64Array;
  readonly #otherFloats: Float64Array;
  readonly #results: Float64Array;
  readonly #bytes: Uint8Array;
  readonly #otherBytes: Uint8Array;
  readonly #keys: Uint16Array;
  readonly #found: Uint8Array;

  /** `null` where `onNewMemory` is. */
  static make(): JudgeHeap | null {
    const made = onNewMemory<Functions>(FUNCTIONS, END);
    return made && new JudgeHeap(made);
  }

  private constructor({ memory, functions }: OnMemory<Functions>) {
    this.#functions = functions;
    const { buffer } = memory;
    this.#table = new Uint8Array(buffer, TABLE, 16);
    this.#words = new Uint8Array(buffer, WORDS, MOST_WORDS);
    this.#floats = new Float64Array(buffer, FLOATS, AT_A_TIME);
    this.#otherFloats = new Float64Array(buffer, OTHER_FLOATS, AT_A_TIME);
    this.#results = new Float64Array(buffer, RESULTS, AT_A_TIME);
    this.#bytes = new Uint8Array(buffer, BYTES, AT_A_TIME);
    this.#otherBytes = new Uint8Array(buffer, OTHER_BYTES, AT_A_TIME);
    this.#keys = new Uint16Array(buffer, KEYS, AT_A_TIME);
    this.#found = new Uint8Array(buffer, FOUND, AT_A_TIME);
  }

  /** See `judgeRows`. */
  judge(
    values: Numbers,
    { low, high }: { readonly low: number; readonly high: number },
    table: Uint8Array,
    others?: Uint8Array,
  ): Uint8Array {
    this.#table.set(table);
    this.#bytes.fill(0);
    return this.#bytesOf(values.length, (from, to) => {
      this.#floats.set(values.subarray(from, to));
      if (others !== undefined) this.#bytes.set(others.subarray(from, to));
      this.#functions.judge(FLOATS, low, high, BYTES, TABLE, to - from, FOUND);
    });
  }

  /** See `combineRows`. */
  combine(one: Uint8Array, other: Uint8Array, table: Uint8Array): Uint8Array {
    this.#table.set(table);
    return this.#bytesOf(one.length, (from, to) => {
      this.#bytes.set(one.subarray(from, to));
      this.#otherBytes.set(other.subarray(from, to));
      this.#functions.combine(BYTES, OTHER_BYTES, TABLE, to - from, FOUND);
    });
  }

  /** See `bytesByCode`. `null` where there are too many codes. */
  lookUp(codes: Codes, table: Uint8Array, into?: Uint8Array): Uint8Array | null {
    if (table.length > MOST_WORDS) return null;
    this.#words.set(table);
    return this.#bytesOf(
      codes.length,
      (from, to) => {
        this.#keys.set(codes.subarray(from, to));
        this.#functions.lookUp(KEYS, WORDS, to - from, FOUND);
      },
      into,
    );
  }

  /** See `numbersByCode`. Whether it was done: there may be too many codes. */
  lookUpNumbers(codes: Codes, table: Float32Array | Uint32Array, into: Float32Array | Codes): boolean {
    if (table.length > MOST_NUMBERS) return false;
    const { buffer } = this.#words;
    const numbersAt = (at: number, size: number): Float32Array | Uint32Array =>
      table instanceof Float32Array ? new Float32Array(buffer, at, size) : new Uint32Array(buffer, at, size);
    numbersAt(WORDS, MOST_NUMBERS).set(table);
    const results = numbersAt(RESULTS, AT_A_TIME);
    for (let from = 0; from < codes.length; from += AT_A_TIME) {
      const to = Math.min(from + AT_A_TIME, codes.length);
      this.#keys.set(codes.subarray(from, to));
      this.#functions.lookUpWords(KEYS, WORDS, to - from, RESULTS);
      into.set(results.subarray(0, to - from), from);
    }
    return true;
  }

  /** See `secondsBetween`. */
  secondsBetween(start: Float64Array, end: Float64Array): Float64Array {
    return this.#floatsOf(start, end, (count) => this.#functions.dividedDifference(FLOATS, OTHER_FLOATS, 1000, count, RESULTS));
  }

  /** See `firstKnown`. */
  firstKnown(best: Numbers, other: Numbers): Float64Array {
    return this.#floatsOf(best, other, (count) => this.#functions.firstKnown(FLOATS, OTHER_FLOATS, count, RESULTS));
  }

  /** 1 where fewer than so many seconds lie between a time and another. */
  isWithin(start: Float64Array, end: number, seconds: number): Uint8Array {
    this.#table.fill(0).fill(1, 0, 1);
    this.#bytes.fill(0);
    this.#otherFloats.fill(end);
    return this.#bytesOf(start.length, (from, to) => {
      this.#floats.set(start.subarray(from, to));
      this.#functions.dividedDifference(FLOATS, OTHER_FLOATS, 1000, to - from, RESULTS);
      this.#functions.judge(RESULTS, seconds, seconds, BYTES, TABLE, to - from, FOUND);
    });
  }

  #bytesOf(rows: number, each: (from: number, to: number) => void, found: Uint8Array = new Uint8Array(rows)): Uint8Array {
    for (let from = 0; from < rows; from += AT_A_TIME) {
      const to = Math.min(from + AT_A_TIME, rows);
      each(from, to);
      found.set(to - from === AT_A_TIME ? this.#found : this.#found.subarray(0, to - from), from);
    }
    return found;
  }

  #floatsOf(one: Numbers, other: Numbers, each: (count: number) => void): Float64Array {
    const found = new Float64Array(one.length);
    for (let from = 0; from < found.length; from += AT_A_TIME) {
      const to = Math.min(from + AT_A_TIME, found.length);
      this.#floats.set(one.subarray(from, to));
      this.#otherFloats.set(other.subarray(from, to));
      each(to - from);
      found.set(to - from === AT_A_TIME ? this.#results : this.#results.subarray(0, to - from), from);
    }
    return found;
  }
}
