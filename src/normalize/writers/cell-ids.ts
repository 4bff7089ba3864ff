import type { RecordRun } from '../../read/reading.ts';

/** Ints of an entry: first and last four bytes of the text, its length, its place in the arena. */
const STRIDE = 4;
const MASKS = [0, 0xff, 0xffff, 0xffffff];
/** So that the last word of the arena can be read whole. */
const PADDING = 4;
/** Slots of the cache of recent texts; a power of two. */
const RECENT = 256;

/**
 * Numbers for the distinct cells of a column, in the order in which they are first met: 0 is the empty cell. Cells come as bytes or as text,
 * and are the same whichever way they came. Found by hash and compared byte by byte: no two texts ever share a number.
 */
export class CellIds {
  /** Numbers given, that of the empty cell included. */
  size = 1;
  #entries = new Int32Array(64 * STRIDE);
  #table = new Int32Array(256);
  #arena = Buffer.alloc(1024);
  #view = new DataView(this.#arena.buffer, this.#arena.byteOffset);
  #used = 0;
  /** Texts that UTF-8 cannot hold (halves of characters, from JSON). */
  readonly #odd = new Map<string, number>();
  readonly #oddTexts = new Map<number, string>();
  readonly #recent: string[] = Array.from({ length: RECENT }, () => '');
  readonly #recentIds = new Uint32Array(RECENT);
  #scratch = Buffer.alloc(1024);
  #scratchView = new DataView(this.#scratch.buffer, this.#scratch.byteOffset);

  /** Writes the numbers of a run's cells to `out` from `to` on. */
  ofRun({ bytes, rows, starts, ends, stride }: RecordRun, slot: number, out: Uint32Array, to: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let row = 0, place = slot * stride; row < rows; row++, place++) {
      const start = starts[place]!;
      const end = ends[place]!;
      out[to + row] = start === end ? 0 : this.#find(bytes, view, start, end);
    }
  }

  ofText(text: string): number {
    const { length } = text;
    if (length === 0) return 0;
    const slot = (length * 31 + text.charCodeAt(0) * 7 + text.charCodeAt(length - 1) + text.charCodeAt(length >> 1) * 3) & (RECENT - 1);
    if (this.#recent[slot] === text) return this.#recentIds[slot]!;
    const id = this.#encode(text);
    this.#recent[slot] = text;
    this.#recentIds[slot] = id;
    return id;
  }

  text(id: number): string {
    if (id === 0) return '';
    const at = this.#entries[id * STRIDE + 3]!;
    return this.#oddTexts.get(id) ?? this.#arena.toString('utf8', at, at + this.#entries[id * STRIDE + 2]!);
  }

  /** Length in bytes. */
  length(id: number): number {
    return id === 0 ? 0 : this.#entries[id * STRIDE + 2]!;
  }

  firstByte(id: number): number {
    return this.#entries[id * STRIDE]! & 0xff;
  }

  lastByte(id: number): number {
    return this.#arena[this.#entries[id * STRIDE + 3]! + this.#entries[id * STRIDE + 2]! - 1]!;
  }

  #encode(text: string): number {
    if (this.#scratch.length < text.length * 3 + PADDING) {
      this.#scratch = Buffer.alloc(text.length * 6 + PADDING);
      this.#scratchView = new DataView(this.#scratch.buffer, this.#scratch.byteOffset);
    }
    const length = this.#scratch.write(text);
    if (length !== text.length && /\p{Surrogate}/u.test(text)) return this.#ofOddText(text);
    return this.#find(this.#scratch, this.#scratchView, 0, length);
  }

  #ofOddText(text: string): number {
    let id = this.#odd.get(text);
    if (id === undefined) {
      id = this.#add(0, 0, 0, this.#used);
      this.#odd.set(text, id);
      this.#oddTexts.set(id, text);
    }
    return id;
  }

  #find(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const length = end - start;
    let first: number;
    let last = 0;
    if (length < 4) first = view.getInt32(start, true) & MASKS[length]!;
    else {
      first = view.getInt32(start, true);
      last = view.getInt32(end - 4, true);
    }
    const entries = this.#entries;
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hashOf(view, start, end, first, last) & mask;
    for (;;) {
      const id = table[slot]!;
      if (id === 0) break;
      const entry = id * STRIDE;
      if (
        entries[entry] === first &&
        entries[entry + 1] === last &&
        entries[entry + 2] === length &&
        (length <= 8 || this.#sameMiddle(view, start, end, entries[entry + 3]!))
      )
        return id;
      slot = (slot + 1) & mask;
    }
    return this.#learn(bytes, start, end, { first, last, slot });
  }

  /** What lies between the first and the last four bytes; the words may overlap the last. */
  #sameMiddle(view: DataView, start: number, end: number, arenaAt: number): boolean {
    const arena = this.#view;
    const shift = arenaAt - start;
    for (let at = start + 4; at < end - 4; at += 4) if (view.getInt32(at, true) !== arena.getInt32(at + shift, true)) return false;
    return true;
  }

  #learn(
    bytes: Uint8Array,
    start: number,
    end: number,
    { first, last, slot }: { readonly first: number; readonly last: number; readonly slot: number },
  ): number {
    const length = end - start;
    if (this.#used + length + PADDING > this.#arena.length) {
      const arena = Buffer.alloc(Math.max(this.#arena.length * 2, this.#used + length + PADDING));
      arena.set(this.#arena);
      this.#arena = arena;
      this.#view = new DataView(arena.buffer, arena.byteOffset);
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    const id = this.#add(first, last, length, this.#used);
    this.#used += length;
    this.#table[slot] = id;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return id;
  }

  #add(first: number, last: number, length: number, at: number): number {
    const id = this.size++;
    if (this.size * STRIDE > this.#entries.length) {
      const entries = new Int32Array(this.#entries.length * 2);
      entries.set(this.#entries);
      this.#entries = entries;
    }
    const entry = id * STRIDE;
    this.#entries[entry] = first;
    this.#entries[entry + 1] = last;
    this.#entries[entry + 2] = length;
    this.#entries[entry + 3] = at;
    return id;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 4);
    const mask = table.length - 1;
    const entries = this.#entries;
    for (let id = 1; id < this.size; id++) {
      const entry = id * STRIDE;
      const start = entries[entry + 3]!;
      const end = start + entries[entry + 2]!;
      if (start === end) continue;
      let slot = hashOf(this.#view, start, end, entries[entry]!, entries[entry + 1]!) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = id;
    }
    this.#table = table;
  }
}

/** Over words of four bytes; the last may overlap the one before. Called for every cell: no object for its arguments. */
function hashOf(view: DataView, start: number, end: number, first: number, last: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(last ^ (end - start), 0x85ebca6b);
  hash ^= hash >>> 15;
  for (let at = start + 4; at < end - 4; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x2c1b3c6d);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0x297a2d39);
  return hash ^ (hash >>> 15);
}
