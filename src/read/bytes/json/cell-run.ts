import { Block } from '../../../lib/wasm/block.ts';
import type { ByteHeap } from '../../../lib/wasm/byte-heap.ts';
import type { RecordRun, RunHeap } from '../../reading.ts';

interface CellRunOptions {
  readonly heap: ByteHeap | null;
  /** Place of the text in the heap. */
  readonly text: number;
  /** Most rows. */
  readonly rows: number;
}

/** Cells of one column, of records that follow one another. Where they are is written to `starts` and `ends`. */
export class CellRun implements RecordRun {
  rows = 0;
  /** Columns ask for none. */
  readonly lines = new Int32Array(0);
  readonly stride: number;
  readonly heap: RunHeap | undefined;
  readonly #text: { readonly bytes: Buffer };
  readonly #starts: Block;
  readonly #ends: Block;

  constructor(text: { readonly bytes: Buffer }, { heap, text: place, rows }: CellRunOptions) {
    this.#text = text;
    this.stride = rows;
    this.#starts = new Block(rows * 4, heap);
    this.#ends = new Block(rows * 4, heap);
    this.heap = heap === null ? undefined : { memory: heap, text: place, starts: this.#starts.at, ends: this.#ends.at };
  }

  get bytes(): Buffer {
    return this.#text.bytes;
  }

  get starts(): Int32Array {
    return this.#starts.ints;
  }

  get ends(): Int32Array {
    return this.#ends.ints;
  }
}
