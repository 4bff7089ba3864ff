import type { Codes } from '../../model/columns.ts';
import { onNewMemory, type OnMemory } from './compiled.ts';
import { countChanges, countKinds, countPatterns, joinMasks, markSame, openAt, placesAmong, splitRows } from './row-functions.ts';

const FUNCTIONS = [placesAmong, splitRows, countPatterns, joinMasks, countKinds, countChanges, markSame, openAt];

type Functions = Readonly<
  Record<
    'placesAmong' | 'splitRows' | 'countPatterns' | 'joinMasks' | 'countKinds' | 'countChanges' | 'markSame' | 'openAt',
    (...numbers: number[]) => number
  >
>;

/** So many rows at a time are brought into the heap. */
const AT_A_TIME = 16_384;
const MOST_COUNTS = 65_536;
const MOST_BOUNDS = 6000;

// Places in the heap, in bytes.
const COUNTS = 0;
const BOUNDS = COUNTS + MOST_COUNTS * 4;
const FLOATS = BOUNDS + MOST_BOUNDS * 8;
const OTHER_FLOATS = FLOATS + AT_A_TIME * 8;
const KEYS = OTHER_FLOATS + AT_A_TIME * 8;
const OTHER_KEYS = KEYS + AT_A_TIME * 2;
const ROWS = OTHER_KEYS + AT_A_TIME * 2;
const SPLIT = ROWS + AT_A_TIME * 4;
const MASKS = SPLIT + AT_A_TIME * 4;
const PATTERNS = MASKS + AT_A_TIME * 4;
const END = PATTERNS + AT_A_TIME + 16;

/** A key below `size` for each row of a table. */
interface RowKeys {
  readonly keys: Codes | Uint16Array;
  readonly size: number;
}

/** Rows from `first` to before `end`. */
interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** Loops over the rows of columns in WebAssembly, which run at full speed from the first row on. Rows are brought there some thousands at a time. */
export class RowHeap {
  readonly #buffer: ArrayBuffer;
  readonly #functions: Functions;

  /** `null` where `onNewMemory` is. */
  static make(): RowHeap | null {
    const made = onNewMemory<Functions>(FUNCTIONS, END);
    return made && new RowHeap(made);
  }

  private constructor({ memory, functions }: OnMemory<Functions>) {
    this.#buffer = memory.buffer;
    this.#functions = functions;
  }

  /** How many of ascending bounds are not after each time; `unknown` for `NaN`. `null` where there are too many bounds. */
  placesAmong(times: Float64Array, bounds: Float64Array, unknown: number): Uint8Array | Uint16Array | null {
    if (!this.#takeBounds(bounds)) return null;
    const places = Math.max(bounds.length, unknown) < 256 ? new Uint8Array(times.length) : new Uint16Array(times.length);
    const keys = new Uint16Array(this.#buffer, KEYS, AT_A_TIME);
    inParts(0, times.length, (from, to) => {
      this.#places(times, { from, to, at: FLOATS, keys: KEYS, bounds: bounds.length, unknown });
      places.set(keys.subarray(0, to - from), from);
    });
    return places;
  }

  /** Splits rows that follow one another by key. `null` where there are too many keys. */
  split({ keys, size }: RowKeys, rows: Int32Array): Int32Array[] | null {
    const first = rows[0] ?? 0;
    const sizes = this.countPatterns({ keys, size }, { first, end: first + rows.length }, { masks: [] });
    if (sizes === null) return null;
    const parts = Array.from(sizes, (some) => new Int32Array(some));
    const filled = new Uint32Array(size);
    const block = new Uint16Array(this.#buffer, KEYS, AT_A_TIME);
    const given = new Int32Array(this.#buffer, ROWS, AT_A_TIME);
    const sorted = new Int32Array(this.#buffer, SPLIT, AT_A_TIME);
    const ends = new Uint32Array(this.#buffer, COUNTS, size);
    inParts(first, first + rows.length, (from, to) => {
      block.set(keys.subarray(from, to));
      given.set(rows.subarray(from - first, to - first));
      this.#functions.splitRows(KEYS, ROWS, to - from, COUNTS, size, SPLIT);
      let place = 0;
      for (let key = 0; key < size; key++) {
        const end = (ends[key]! - SPLIT) / 4;
        if (end > place) parts[key]!.set(sorted.subarray(place, end), filled[key]!);
        filled[key]! += end - place;
        place = end;
      }
    });
    return parts;
  }

  /**
   * How many rows have each key and each pattern: a byte below 4, or up to four masks (bytes of 0 or 1), of which the first is bit 0. By key, then pattern.
   * `null` where there are too many keys.
   */
  countPatterns(
    { keys, size }: RowKeys,
    { first, end }: Stretch,
    of: { readonly kinds: Uint8Array } | { readonly masks: readonly Uint8Array[] },
  ): Uint32Array | null {
    const bits = 'kinds' in of ? 2 : of.masks.length;
    if (size << bits > MOST_COUNTS) return null;
    const counts = new Uint32Array(this.#buffer, COUNTS, size << bits).fill(0);
    const block = new Uint16Array(this.#buffer, KEYS, AT_A_TIME);
    const patterns = new Uint8Array(this.#buffer, PATTERNS, AT_A_TIME).fill(0);
    new Uint8Array(this.#buffer, MASKS, AT_A_TIME * 4).fill(0);
    inParts(first, end, (from, to) => {
      block.set(keys.subarray(from, to));
      if ('kinds' in of) patterns.set(of.kinds.subarray(from, to));
      else this.#join(of.masks, from, to);
      this.#functions.countPatterns(KEYS, PATTERNS, to - from, bits, COUNTS);
    });
    return counts.slice();
  }

  /** How many bytes are 0, 1 and 2. */
  countKinds(kinds: Uint8Array, { first, end }: Stretch): Uint32Array {
    const counts = new Uint32Array(this.#buffer, COUNTS, 3).fill(0);
    const block = new Uint8Array(this.#buffer, PATTERNS, AT_A_TIME + 16);
    inParts(first, end, (from, to) => {
      block.set(kinds.subarray(from, to));
      block.fill(255, to - from, to - from + 16);
      this.#functions.countKinds(PATTERNS, to - from, COUNTS);
    });
    return counts.slice();
  }

  /** What comes and goes between ascending instants: one more from the first that is not before `from` on, one less from that of `until` on. */
  countChanges(from: Float64Array, until: Float64Array, instants: Float64Array): Int32Array | null {
    if (!this.#takeBounds(instants)) return null;
    const bounds = instants.length;
    const changes = new Int32Array(this.#buffer, COUNTS, bounds + 1).fill(0);
    inParts(0, from.length, (first, end) => {
      this.#places(from, { from: first, to: end, at: FLOATS, keys: KEYS, bounds, unknown: 0 });
      this.#places(until, { from: first, to: end, at: OTHER_FLOATS, keys: OTHER_KEYS, bounds, unknown: bounds });
      this.#functions.countChanges(KEYS, OTHER_KEYS, end - first, COUNTS);
    });
    return changes.slice();
  }

  /**
   * By how many of the ascending bounds are not after it (all for `NaN`): how many times there are of `came` and of `went`, of `went` only those that count (1),
   * and of rows whose both times are there.
   */
  countFlows(
    { came, went, counts }: { readonly came: Float64Array; readonly went: Float64Array; readonly counts: Uint8Array },
    bounds: Float64Array,
  ): Readonly<Record<'came' | 'went' | 'counting' | 'both', Int32Array>> | null {
    if (!this.#takeBounds(bounds)) return null;
    const size = bounds.length + 1;
    const [ofCame, ofWent] = [COUNTS, COUNTS + size * 16];
    const tables = new Uint32Array(this.#buffer, COUNTS, size * 8).fill(0);
    const masks = new Uint8Array(this.#buffer, MASKS, AT_A_TIME);
    inParts(0, came.length, (from, to) => {
      this.#places(came, { from, to, at: FLOATS, keys: KEYS, bounds: bounds.length, unknown: bounds.length });
      this.#places(went, { from, to, at: OTHER_FLOATS, keys: OTHER_KEYS, bounds: bounds.length, unknown: bounds.length });
      masks.set(counts.subarray(from, to));
      this.#functions.markSame(KEYS, OTHER_KEYS, to - from, MASKS, PATTERNS);
      this.#functions.countPatterns(KEYS, PATTERNS, to - from, 2, ofCame);
      this.#functions.countPatterns(OTHER_KEYS, PATTERNS, to - from, 2, ofWent);
    });
    const sums = (table: number, patterns: readonly number[]): Int32Array =>
      Int32Array.from({ length: size }, (_, place) => patterns.reduce((sum, pattern) => sum + tables[(table + place) * 4 + pattern]!, 0));
    return { came: sums(0, [0, 1, 2, 3]), went: sums(size, [0, 1, 2, 3]), counting: sums(size, [1, 3]), both: sums(size, [2, 3]) };
  }

  /** 1 where something entered before a time, or nobody knows when, and had not left before it. */
  openAt(entered: Float64Array, left: Float64Array, time: number): Uint8Array {
    const open = new Uint8Array(entered.length);
    const [ins, outs] = [FLOATS, OTHER_FLOATS].map((at) => new Float64Array(this.#buffer, at, AT_A_TIME)) as [Float64Array, Float64Array];
    const found = new Uint8Array(this.#buffer, PATTERNS, AT_A_TIME);
    inParts(0, open.length, (from, to) => {
      ins.set(entered.subarray(from, to));
      outs.set(left.subarray(from, to));
      this.#functions.openAt(FLOATS, OTHER_FLOATS, to - from, time, PATTERNS);
      open.set(found.subarray(0, to - from), from);
    });
    return open;
  }

  #takeBounds(bounds: Float64Array): boolean {
    if (bounds.length > MOST_BOUNDS) return false;
    new Float64Array(this.#buffer, BOUNDS, MOST_BOUNDS).set(bounds);
    return true;
  }

  #places(
    times: Float64Array,
    { from, to, at, keys, bounds, unknown }: Readonly<Record<'from' | 'to' | 'at' | 'keys' | 'bounds' | 'unknown', number>>,
  ): void {
    new Float64Array(this.#buffer, at, AT_A_TIME).set(times.subarray(from, to));
    this.#functions.placesAmong(at, to - from, BOUNDS, bounds, keys, unknown);
  }

  #join(masks: readonly Uint8Array[], from: number, to: number): void {
    if (masks.length === 0) return;
    const places = [0, 1, 2, 3].map((mask) => MASKS + mask * AT_A_TIME) as [number, number, number, number];
    masks.forEach((mask, index) => new Uint8Array(this.#buffer, places[index], AT_A_TIME).set(mask.subarray(from, to)));
    this.#functions.joinMasks(...places, to - from, PATTERNS);
  }
}

function inParts(first: number, end: number, each: (from: number, to: number) => void): void {
  for (let from = first; from < end; from += AT_A_TIME) each(from, Math.min(from + AT_A_TIME, end));
}
