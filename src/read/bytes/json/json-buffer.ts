import { Block } from '../../../lib/wasm/block.ts';
import { ByteHeap } from '../../../lib/wasm/byte-heap.ts';
import { ESCAPE, FRAMES_SIZE, HEX, MAX_DEPTH, STATE } from '../../../lib/wasm/json-tables.ts';
import { BACKSLASH, BLANK, QUOTE } from './json-codes.ts';

/** Vectors and whole words may be read behind the text. */
const SLACK = 32;
const TABLES_SIZE = 128 * 1024;
/** Kinds and places of what is found, of all shapes together. */
const PLACES_SIZE = 512 * 1024;
const isMark = Uint8Array.from({ length: 256 }, (_, code) => (code < BLANK || code === QUOTE || code === BACKSLASH ? 1 : 0));

/** Text in JSON, and where its marks are: quotes, backslashes and everything below a blank. */
export class JsonBuffer {
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly view: DataView;
  /** Places of the marks found last, ascending. */
  readonly marks: Int32Array;
  /** What WebAssembly knows of the records, and where that lies in its memory. */
  readonly tables: Int32Array;
  readonly tablesAt: number;
  readonly #heap: ByteHeap | null;
  readonly #text: Block;
  readonly #marks: Block;
  readonly #places: Block;
  readonly #frames: Block;
  readonly #classes: Block;
  readonly #state: Block;
  #placesUsed = 0;

  constructor(capacity: number) {
    const heap = ByteHeap.make();
    this.#heap = heap;
    this.#text = new Block((capacity + SLACK + 3) & ~3, heap);
    this.#marks = new Block((capacity + SLACK) * 4, heap);
    const tables = new Block(heap === null ? 4 : TABLES_SIZE, heap);
    this.#places = new Block(heap === null ? 4 : PLACES_SIZE, heap);
    this.#frames = new Block(FRAMES_SIZE + MAX_DEPTH, heap);
    this.#classes = new Block(256, heap);
    this.#state = new Block(STATE.size, heap);
    // Nothing is taken from this heap from here on: its views stay good.
    for (const letter of '"\\/bfnrt') this.#classes.bytes[letter.charCodeAt(0)]! |= ESCAPE;
    for (const letter of '0123456789abcdefABCDEF') this.#classes.bytes[letter.charCodeAt(0)]! |= HEX;
    const { buffer, byteOffset, length } = this.#text.bytes;
    this.bytes = Buffer.from(buffer, byteOffset, length);
    this.view = this.#text.view;
    this.marks = this.#marks.ints;
    this.tables = tables.ints;
    this.tablesAt = tables.at;
  }

  /** Notes the marks before `end`; returns how many there are. The bytes behind it are overwritten. */
  findMarks(end: number): number {
    const { bytes, marks } = this;
    bytes.fill(BLANK, end, end + SLACK);
    if (this.#heap !== null) {
      const { at } = this.#text;
      return (this.#heap.json.findJsonMarks(at, at + end, this.#marks.at, at) - this.#marks.at) >>> 2;
    }
    let count = 0;
    for (let at = 0; at < end; at++) if (isMark[bytes[at]!] === 1) marks[count++] = at;
    return count;
  }

  /** Room for so many numbers where WebAssembly reaches them, and where that is; `null` where there is none. */
  takePlaces(count: number): { readonly numbers: Int32Array; readonly at: number } | null {
    const from = this.#placesUsed;
    if (this.#heap === null || from + count > this.#places.ints.length) return null;
    this.#placesUsed += count;
    return { numbers: this.#places.ints.subarray(from, from + count), at: this.#places.at + from * 4 };
  }

  /** Walks the record at `at` by the tables of a shape; where it ends, `null` where that is not for WebAssembly. */
  scan(at: number, mark: number, shape: number): { readonly at: number; readonly mark: number } | null {
    if (this.#heap === null) return null;
    const state = this.#state.ints;
    state[STATE.at >> 2] = at;
    state[STATE.mark >> 2] = mark;
    const { at: frames } = this.#frames;
    const found = this.#heap.json.scanJson(
      this.#state.at,
      this.#text.at,
      this.#marks.at,
      shape,
      this.#classes.at,
      frames,
      frames + FRAMES_SIZE,
    );
    return found === 0 ? null : { at: state[STATE.at >> 2]!, mark: state[STATE.mark >> 2]! };
  }
}
