import type { Codes, Numbers } from '../../model/columns.ts';
import { onNewMemory, PAGE, type Memory, type OnMemory } from './compiled.ts';
import { countUpTo, DIGIT_BITS, DIGITS, selectWhole, sortByCounting, sortByDigit } from './sort-whole-numbers.ts';
import { BROKEN, MOMENTS, NEGATIVE, PICKED, pickWholes, sumByCode, sumMoments, wholesOf } from './whole-numbers.ts';

const FUNCTIONS = [wholesOf, pickWholes, sortByDigit, sortByCounting, selectWhole, countUpTo, sumMoments, sumByCode];

type Call = (...numbers: number[]) => number;
type Functions = Readonly<
  Record<'wholesOf' | 'pickWholes' | 'sortByDigit' | 'sortByCounting' | 'selectWhole' | 'countUpTo' | 'sumMoments' | 'sumByCode', Call>
>;

/** So many rows at a time are brought into the heap. */
const AT_A_TIME = 16_384;
/** Up to so many different values are counted one by one. */
const COUNTED_UP_TO = 1 << 17;

// Places in the heap, in bytes. The numbers of all rows, those that were picked and as many to sort them with follow.
const STATE = 0;
const TOTALS = 64;
const MOST_CODES = 256;
const TALLIES = TOTALS + MOST_CODES * 8;
const COUNTS = TALLIES + MOST_CODES * 4;
const VALUES = COUNTS + (COUNTED_UP_TO + DIGITS) * 4;
const ROWS = VALUES;
const BYTES = VALUES + AT_A_TIME * 8;
const ROOMS = BYTES + AT_A_TIME;

/** Whole numbers by row, and some of them picked, sorted and added up by functions in WebAssembly, which run at full speed from the first row on. */
export class WholeNumberHeap {
  readonly #memory: Memory;
  readonly #functions: Functions;
  /** Rows that there is room for. */
  #rows = 0;
  #size = 0;
  #max = 0;
  #codes: Uint8Array | null = null;

  /** `null` where `onNewMemory` is. */
  static make(): WholeNumberHeap | null {
    const made = onNewMemory<Functions>(FUNCTIONS, ROOMS);
    return made && new WholeNumberHeap(made);
  }

  private constructor({ memory, functions }: OnMemory<Functions>) {
    this.#memory = memory;
    this.#functions = functions;
  }

  /** Takes the values of the rows that count (1) for those of all rows: −1 where there is none that is not below zero. */
  read(values: Numbers, counts: Uint8Array | undefined): { readonly areWhole: boolean; readonly anyNegative: boolean } {
    this.#makeRoom(values.length);
    const { buffer } = this.#memory;
    const room = new Float64Array(buffer, VALUES, AT_A_TIME);
    const bytes = new Uint8Array(buffer, BYTES, AT_A_TIME).fill(1);
    let told = 0;
    for (let from = 0; from < values.length; from += AT_A_TIME) {
      const to = Math.min(from + AT_A_TIME, values.length);
      room.set(values.subarray(from, to));
      if (counts !== undefined) bytes.set(counts.subarray(from, to));
      bytes.fill(0, to - from);
      told |= this.#functions.wholesOf(VALUES, BYTES, to - from, this.#wholes + from * 4);
    }
    return { areWhole: (told & BROKEN) === 0, anyNegative: (told & NEGATIVE) !== 0 };
  }

  /** Picks the numbers of some rows that are not below zero. Good until others are picked. */
  pick(rows: Int32Array): { readonly size: number; readonly max: number; readonly total: number } {
    const { buffer } = this.#memory;
    const state = new DataView(buffer, STATE);
    state.setInt32(PICKED.max, 0, true);
    state.setFloat64(PICKED.total, 0, true);
    this.#size = 0;
    this.#inParts(rows, (count) => {
      this.#size += this.#functions.pickWholes(this.#wholes, ROWS, count, this.#picked + this.#size * 4, STATE);
    });
    this.#max = state.getInt32(PICKED.max, true);
    return { size: this.#size, max: this.#max, total: state.getFloat64(PICKED.total, true) };
  }

  /** What was picked, ascending: where it stands in the heap, until something else is asked for. */
  sorted(): Uint32Array {
    let from = this.#picked;
    if (this.#max < COUNTED_UP_TO && this.#max < this.#size * 4) this.#functions.sortByCounting(from, this.#size, this.#max, COUNTS);
    else {
      let to = this.#spare;
      for (let shift = 0; shift < 32 && this.#max >>> shift > 0; shift += DIGIT_BITS) {
        this.#functions.sortByDigit(from, to, this.#size, shift, COUNTS);
        [from, to] = [to, from];
      }
      // Sorted is sorted: what was picked may be asked for again.
      if (from !== this.#picked) new Uint32Array(this.#memory.buffer).copyWithin(this.#picked / 4, from / 4, from / 4 + this.#size);
    }
    return new Uint32Array(this.#memory.buffer, this.#picked, this.#size);
  }

  /** The median of what was picked, without sorting. */
  median(): number {
    const [size, picked] = [this.#size, this.#picked];
    const [low, high] = [(size - 1) >>> 1, size >>> 1];
    const shift = Math.max(0, 32 - Math.clz32(this.#max) - DIGIT_BITS);
    const found = this.#functions.selectWhole(picked, size, low, shift, COUNTS, this.#spare);
    if (low === high || this.#functions.countUpTo(picked, size, found, STATE) > high) return found;
    const next = new DataView(this.#memory.buffer, STATE).getUint32(0, true);
    return found + (next - found) * 0.5;
  }

  /** Sums of the squares and cubes of what lies between what was picked and a centre, added in the order in which it stands. */
  moments(centre: number): { readonly squares: number; readonly cubes: number } {
    this.#functions.sumMoments(this.#picked, this.#size, centre, STATE);
    const state = new DataView(this.#memory.buffer, STATE);
    return { squares: state.getFloat64(MOMENTS.squares, true), cubes: state.getFloat64(MOMENTS.cubes, true) };
  }

  /** By code: the sum of the numbers of some rows that are not below zero, and how many there are. `null` unless codes are bytes. */
  sumsByCode(codes: Codes, rows: Int32Array, size: number): { readonly totals: Float64Array; readonly counts: Uint32Array } | null {
    if (!(codes instanceof Uint8Array)) return null;
    const { buffer } = this.#memory;
    if (this.#codes !== codes) new Uint8Array(buffer, this.#keys, codes.length).set(codes);
    this.#codes = codes;
    new Uint8Array(buffer, TOTALS, MOST_CODES * 12).fill(0);
    this.#inParts(rows, (count) => this.#functions.sumByCode(this.#wholes, this.#keys, ROWS, count, TOTALS, TALLIES));
    return { totals: new Float64Array(buffer, TOTALS, size).slice(), counts: new Uint32Array(buffer, TALLIES, size).slice() };
  }

  #inParts(rows: Int32Array, each: (count: number) => void): void {
    const room = new Int32Array(this.#memory.buffer, ROWS, AT_A_TIME);
    for (let from = 0; from < rows.length; from += AT_A_TIME) {
      const to = Math.min(from + AT_A_TIME, rows.length);
      room.set(rows.subarray(from, to));
      each(to - from);
    }
  }

  get #wholes(): number {
    return ROOMS;
  }

  get #picked(): number {
    return ROOMS + this.#rows * 4;
  }

  get #spare(): number {
    return ROOMS + this.#rows * 8;
  }

  get #keys(): number {
    return ROOMS + this.#rows * 12;
  }

  #makeRoom(rows: number): void {
    // One more: what is not used is written after what was picked.
    if (rows + 1 > this.#rows) {
      this.#rows = Math.ceil((rows + 1) / AT_A_TIME) * AT_A_TIME;
      this.#codes = null;
      const missing = Math.ceil((ROOMS + this.#rows * 13 - this.#memory.buffer.byteLength) / PAGE);
      if (missing > 0) this.#memory.grow(missing);
    }
  }
}
