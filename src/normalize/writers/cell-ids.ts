import { sharedUint8s } from '../../lib/shared-arrays.ts';
import { Utf8Scratch } from '../../lib/text/utf8-scratch.ts';
import { Block } from '../../lib/wasm/block.ts';
import { MOST_RESULTS, type ByteHeap } from '../../lib/wasm/byte-heap.ts';
import { CELL_STATE, hashOf } from '../../lib/wasm/find-cells.ts';
import type { RecordRun, RunHeap } from '../../read/reading.ts';

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
  /** Four numbers for each id. */
  readonly #entries = new Block(64 * STRIDE * 4);
  /** By hash, the next free place where it is taken: an id, 0 for none. */
  readonly #table = new Block(256 * 4);
  /** The texts. */
  readonly #arena = new Block(1024);
  #used = 0;
  #heap: ByteHeap | null = null;
  #state: Block | null = null;
  /** Texts that UTF-8 cannot hold (halves of characters, from JSON). */
  readonly #odd = new Map<string, number>();
  readonly #oddTexts = new Map<number, string>();
  readonly #recent: string[] = Array.from({ length: RECENT }, () => '');
  readonly #recentIds = new Uint32Array(RECENT);
  readonly #scratch = new Utf8Scratch();

  /** The numbers of a run's cells. Where the run lies in a heap they do as well, and are good until something else is read there. */
  ofRun(run: RecordRun, slot: number): Uint32Array {
    const { bytes, rows, starts, ends, stride, heap } = run;
    if (heap !== undefined && rows <= MOST_RESULTS) return this.#ofHeap(run, heap, slot);
    const found = new Uint32Array(rows);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let row = 0, place = slot * stride; row < rows; row++, place++) {
      const start = starts[place]!;
      const end = ends[place]!;
      found[row] = start === end ? 0 : this.#find(bytes, view, start, end);
    }
    return found;
  }

  /** The same in WebAssembly, but for cells that are new. */
  #ofHeap(run: RecordRun, heap: RunHeap, slot: number): Uint32Array {
    const { memory, text, starts, ends } = heap;
    if (this.#heap !== memory) this.#moveTo(memory);
    const state = this.#state!;
    const [entries, table, arena] = [this.#entries, this.#table, this.#arena];
    for (let row = 0; ;) {
      const places = table.size >> 2;
      const numbers = state.ints;
      numbers[CELL_STATE.size] = this.size;
      numbers[CELL_STATE.used] = this.#used;
      numbers[CELL_STATE.sizeLimit] = Math.min(places >> 1, entries.size / (STRIDE * 4));
      numbers[CELL_STATE.usedLimit] = arena.size - PADDING;
      const place = (slot * run.stride + row) * 4;
      row += memory.functions.findCells(
        text,
        starts + place,
        ends + place,
        run.rows - row,
        memory.results + row * 4,
        state.at,
        entries.at,
        table.at,
        places - 1,
        arena.at,
      );
      this.size = numbers[CELL_STATE.size]!;
      this.#used = numbers[CELL_STATE.used]!;
      if (row === run.rows) break;
      this.#makeRoom(run.ends[slot * run.stride + row]! - run.starts[slot * run.stride + row]!);
    }
    return new Uint32Array(memory.buffer, memory.results, run.rows);
  }

  #moveTo(heap: ByteHeap): void {
    for (const block of [this.#entries, this.#table, this.#arena]) block.moveTo(heap);
    this.#state = new Block(16, heap);
    this.#heap = heap;
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
    const { buffer, byteOffset } = this.#arena.bytes;
    return this.#oddTexts.get(id) ?? Buffer.from(buffer, byteOffset + this.start(id), this.length(id)).toString();
  }

  /** The texts one after another, as they are now. */
  bytes(): Uint8Array {
    const copy = sharedUint8s(this.#used);
    copy.set(this.#arena.bytes.subarray(0, this.#used));
    return copy;
  }

  /** Where the text begins in `bytes`. */
  start(id: number): number {
    return this.#entries.ints[id * STRIDE + 3]!;
  }

  /** Length in bytes. */
  length(id: number): number {
    return id === 0 ? 0 : this.#entries.ints[id * STRIDE + 2]!;
  }

  /** Four numbers for each cell by its own: first and last four bytes, length, place in `bytes`. What they say of the empty cell, and the last bytes of a short one, are not to be used. */
  get entries(): Int32Array {
    return this.#entries.ints;
  }

  #encode(text: string): number {
    const scratch = this.#scratch;
    const length = scratch.write(text);
    return length < 0 ? this.#ofOddText(text) : this.#find(scratch.bytes, scratch.view, 0, length);
  }

  #ofOddText(text: string): number {
    let id = this.#odd.get(text);
    if (id === undefined) {
      this.#makeRoom(0);
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
    const entries = this.#entries.ints;
    const table = this.#table.ints;
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
    const arena = this.#arena.view;
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
    // Bytes in a heap that grows are gone: they are copied first.
    const hasRoom = this.#hasRoom(length);
    const text = hasRoom ? bytes.subarray(start, end) : Uint8Array.from(bytes.subarray(start, end));
    if (!hasRoom) this.#makeRoom(length);
    this.#arena.bytes.set(text, this.#used);
    const id = this.#add(first, last, length, this.#used);
    this.#used += length;
    if (hasRoom) this.#table.ints[slot] = id;
    else this.#place(id);
    return id;
  }

  /** For one more cell of that length. */
  #hasRoom(length: number): boolean {
    return (
      this.#used + length + PADDING <= this.#arena.size &&
      (this.size + 1) * STRIDE * 4 <= this.#entries.size &&
      (this.size + 1) * 2 <= this.#table.size >> 2
    );
  }

  #makeRoom(length: number): void {
    const bytes = this.#used + length + PADDING;
    if (bytes > this.#arena.size) this.#arena.grow(2 ** Math.ceil(Math.log2(bytes)));
    if ((this.size + 1) * STRIDE * 4 > this.#entries.size) this.#entries.grow(this.#entries.size * 2);
    if ((this.size + 1) * 2 > this.#table.size >> 2) this.#rehash();
  }

  #add(first: number, last: number, length: number, at: number): number {
    this.#entries.ints.set([first, last, length, at], this.size * STRIDE);
    return this.size++;
  }

  #rehash(): void {
    this.#table.grow(this.#table.size * 4, { empty: true });
    for (let id = 1; id < this.size; id++) if (this.length(id) > 0) this.#place(id);
  }

  /** Notes in the table which cell it is. */
  #place(id: number): void {
    const table = this.#table.ints;
    const mask = table.length - 1;
    const entries = this.#entries.ints;
    const entry = id * STRIDE;
    const start = entries[entry + 3]!;
    let slot = hashOf(this.#arena.view, start, start + entries[entry + 2]!, entries[entry]!, entries[entry + 1]!) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = id;
  }
}
