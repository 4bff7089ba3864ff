import { Block } from '../../lib/wasm/block.ts';
import type { ByteHeap } from '../../lib/wasm/byte-heap.ts';
import { STATE, STATE_NUMBERS } from '../../lib/wasm/scan-records.ts';
import type { RecordRun, RunHeap } from '../reading.ts';

/** Bytes that are looked at together: so many may be read behind the end. */
const BLOCK = 64;
const QUOTE = 34;
const LF = 10;
const CR = 13;

export interface ScanBuffersOptions {
  /** Bytes of text; `slack` bytes lie behind it, for whoever wants to keep made cells beside read ones. */
  readonly capacity: number;
  readonly slack: number;
  readonly delimiter: number;
  /** By column: its place among the wanted ones, −1 for none. */
  readonly slots: Int32Array;
  /** Records that are found together. */
  readonly rows: number;
  /** `null` where there is no WebAssembly: all is the same, only slower. */
  readonly heap: ByteHeap | null;
}

/** How far the scanner has come: place in the text, line, and rows of the run. */
interface ScanState {
  readonly at: number;
  readonly line: number;
  readonly rows: number;
}

/** What the scanner reads and writes, in WebAssembly's memory where that is to be had, and the two loops that are quicker there. */
export class ScanBuffers implements RecordRun {
  rows = 0;
  readonly stride: number;
  readonly heap: RunHeap | undefined;
  readonly #options: ScanBuffersOptions;
  readonly #text: Block;
  readonly #marks: Block;
  readonly #starts: Block;
  readonly #ends: Block;
  readonly #lines: Block;
  readonly #slots: Block;
  readonly #state: Block;
  readonly #isMark = new Uint8Array(256);
  #bytes: Buffer = Buffer.alloc(0);

  constructor(options: ScanBuffersOptions) {
    this.#options = options;
    const { capacity, slack, delimiter, slots, rows, heap } = options;
    const wanted = slots.reduce((count, slot) => (slot < 0 ? count : count + 1), 0);
    this.#text = new Block((capacity + slack + BLOCK + 3) & ~3, heap);
    this.#marks = new Block((capacity + BLOCK) * 4, heap);
    this.#starts = new Block(Math.max(wanted, 1) * rows * 4, heap);
    this.#ends = new Block(Math.max(wanted, 1) * rows * 4, heap);
    this.#lines = new Block(rows * 4, heap);
    this.#state = new Block(STATE_NUMBERS * 4, heap);
    this.#slots = new Block(slots.length * 4, heap);
    this.#slots.ints.set(slots.map((slot) => (slot < 0 ? -1 : slot * rows * 4)));
    this.stride = rows;
    this.heap = heap === null ? undefined : { memory: heap, text: this.#text.at, starts: this.#starts.at, ends: this.#ends.at };
    for (const code of [delimiter, QUOTE, LF, CR]) this.#isMark[code] = 1;
  }

  /** The text. What lies behind its end is not looked at, but may be overwritten with zeros. */
  get bytes(): Buffer {
    const { bytes } = this.#text;
    if (this.#bytes.buffer !== bytes.buffer) this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return this.#bytes;
  }

  /** Places of the marks found last, ascending. */
  get marks(): Int32Array {
    return this.#marks.ints;
  }

  get starts(): Int32Array {
    return this.#starts.ints;
  }

  get ends(): Int32Array {
    return this.#ends.ints;
  }

  get lines(): Int32Array {
    return this.#lines.ints;
  }

  /** The first `rows` records. */
  run(rows: number): RecordRun {
    this.rows = rows;
    return this;
  }

  /** Notes every delimiter, quote, LF and CR in `[from, to)`; returns how many there are. */
  findMarks(from: number, to: number): number {
    const { bytes, marks } = this;
    const { heap, delimiter } = this.#options;
    if (heap !== null) {
      // The last block may reach over the end: nothing there may look like a mark.
      bytes.fill(0, to, to + BLOCK);
      const { at } = this.#text;
      return (heap.functions.findMarks(at + from, at + to, this.#marks.at, delimiter, at) - this.#marks.at) >>> 2;
    }
    let count = 0;
    for (let at = from; at < to; at++) if (this.#isMark[bytes[at]!] === 1) marks[count++] = at;
    return count;
  }

  /** Takes plain records up to `end` in WebAssembly, as far as it can, and gives where that is; `ended`: the text ends there, perhaps within a record. */
  scanRecords(scan: ScanState, end: number): ScanState & { readonly ended: boolean } {
    const { heap, delimiter, slots, rows } = this.#options;
    if (heap === null) return { ...scan, ended: false };
    const state = this.#state.ints;
    state[STATE.at] = scan.at;
    state[STATE.line] = scan.line;
    state[STATE.rows] = scan.rows;
    const { at } = this.#state;
    const { length: width } = slots;
    heap.functions.scanRecords(
      at,
      this.#text.at,
      end,
      delimiter,
      this.#slots.at,
      width,
      this.#starts.at,
      this.#ends.at,
      this.#lines.at,
      rows,
    );
    return { at: state[STATE.at]!, line: state[STATE.line]!, rows: state[STATE.rows]!, ended: state[STATE.ended] === 1 };
  }
}
