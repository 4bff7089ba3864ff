import { Block } from '../../../lib/wasm/block.ts';
import { ByteHeap } from '../../../lib/wasm/byte-heap.ts';
import { BACKSLASH, BLANK, QUOTE } from './json-codes.ts';

/** Vectors and whole words may be read behind the text. */
const SLACK = 32;
const isMark = Uint8Array.from({ length: 256 }, (_, code) => (code < BLANK || code === QUOTE || code === BACKSLASH ? 1 : 0));

/** Text in JSON, and where its marks are: quotes, backslashes and everything below a blank. */
export class JsonBuffer {
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly view: DataView;
  /** Places of the marks found last, ascending. */
  readonly marks: Int32Array;
  readonly #heap: ByteHeap | null;
  readonly #text: Block;
  readonly #marks: Block;

  constructor(capacity: number) {
    // Nothing else is taken from this heap: its views stay good.
    this.#heap = ByteHeap.make();
    this.#text = new Block((capacity + SLACK + 3) & ~3, this.#heap);
    this.#marks = new Block((capacity + SLACK) * 4, this.#heap);
    const { buffer, byteOffset, length } = this.#text.bytes;
    this.bytes = Buffer.from(buffer, byteOffset, length);
    this.view = this.#text.view;
    this.marks = this.#marks.ints;
  }

  /** Notes the marks before `end`; returns how many there are. The bytes behind it are overwritten. */
  findMarks(end: number): number {
    const { bytes, marks } = this;
    bytes.fill(BLANK, end, end + SLACK);
    if (this.#heap !== null) {
      const { at } = this.#text;
      return (this.#heap.functions.findJsonMarks(at, at + end, this.#marks.at, at) - this.#marks.at) >>> 2;
    }
    let count = 0;
    for (let at = 0; at < end; at++) if (isMark[bytes[at]!] === 1) marks[count++] = at;
    return count;
  }
}
