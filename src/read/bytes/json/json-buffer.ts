import { Block } from '../../../lib/wasm/block.ts';
import { ByteHeap, MOST_RESULTS } from '../../../lib/wasm/byte-heap.ts';
import { ESCAPE, FRAMES_SIZE, HEX, MAX_DEPTH, STATE } from '../../../lib/wasm/json-tables.ts';
import { CellRun } from './cell-run.ts';
import { BACKSLASH, BLANK, QUOTE } from './json-codes.ts';

/** Vectors and whole words may be read behind the text. */
const SLACK = 32;
const TABLES_SIZE = 128 * 1024;
const isMark = Uint8Array.from({ length: 256 }, (_, code) => (code < BLANK || code === QUOTE || code === BACKSLASH ? 1 : 0));

/** How far records were walked: place in the text and its mark, and records in all. */
export interface Walked {
  readonly at: number;
  readonly mark: number;
  readonly records: number;
}

/** Text in JSON, and where its marks are: quotes, backslashes and everything below a blank. Its views are good until something is written to a column. */
export class JsonBuffer {
  /** `null` where there is no WebAssembly: all is the same, only slower. */
  readonly heap: ByteHeap | null;
  /** What WebAssembly knows of the records. */
  readonly tables: Block;
  /** Cells that are handed on together. */
  readonly cells: CellRun;
  readonly #text: Block;
  readonly #marks: Block;
  readonly #frames: Block;
  readonly #classes: Block;
  readonly #state: Block;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(capacity: number) {
    const heap = ByteHeap.make();
    this.heap = heap;
    this.#text = new Block((capacity + SLACK + 3) & ~3, heap);
    this.#marks = new Block((capacity + SLACK) * 4, heap);
    this.tables = new Block(heap === null ? 4 : TABLES_SIZE, heap);
    this.#frames = new Block(FRAMES_SIZE + MAX_DEPTH, heap);
    this.#classes = new Block(256, heap);
    this.#state = new Block(STATE.size, heap);
    this.cells = new CellRun(this, { heap, text: this.#text.at, rows: MOST_RESULTS });
    for (const letter of '"\\/bfnrt') this.#classes.bytes[letter.charCodeAt(0)]! |= ESCAPE;
    for (const letter of '0123456789abcdefABCDEF') this.#classes.bytes[letter.charCodeAt(0)]! |= HEX;
  }

  get bytes(): Buffer {
    if (this.#bytes.length === 0) {
      const { buffer, byteOffset, length } = this.#text.bytes;
      this.#bytes = Buffer.from(buffer, byteOffset, length);
    }
    return this.#bytes;
  }

  /** The same bytes. */
  get view(): DataView {
    return this.#text.view;
  }

  /** Places of the marks found last, ascending. */
  get marks(): Int32Array {
    return this.#marks.ints;
  }

  /** Notes the marks before `end`; returns how many there are. The bytes behind it are overwritten. */
  findMarks(end: number): number {
    const { bytes, marks, heap } = this;
    bytes.fill(BLANK, end, end + SLACK);
    if (heap !== null) {
      const { at } = this.#text;
      return (heap.json.findJsonMarks(at, at + end, this.#marks.at, at) - this.#marks.at) >>> 2;
    }
    let count = 0;
    for (let at = 0; at < end; at++) if (isMark[bytes[at]!] === 1) marks[count++] = at;
    return count;
  }

  /** Walks records from `at` on, one a line, up to `end` or one that is not for WebAssembly, by the tables of a shape. Not where there is none. */
  scan({ at, mark }: Walked, end: number, shape: number): Walked {
    const state = this.#state.ints;
    state[STATE.at >> 2] = at;
    state[STATE.mark >> 2] = mark;
    state[STATE.end >> 2] = end;
    const { at: frames } = this.#frames;
    this.heap!.json.scanJson(this.#state.at, this.#text.at, this.#marks.at, shape, this.#classes.at, frames, frames + FRAMES_SIZE);
    return { at: state[STATE.at >> 2]!, mark: state[STATE.mark >> 2]!, records: state[STATE.records >> 2]! };
  }
}
