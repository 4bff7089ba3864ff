import type { ByteHeap } from './byte-heap.ts';

/** Bytes that may grow and may move into a heap, where functions in WebAssembly reach them. New bytes are 0. */
export class Block {
  size: number;
  /** Place in the heap. */
  at: number;
  #heap: ByteHeap | null;
  #bytes!: Uint8Array;
  #ints!: Int32Array;
  #view!: DataView;

  /** `size` is a multiple of four. */
  constructor(size: number, heap: ByteHeap | null = null) {
    this.#heap = heap;
    this.at = heap?.take(size) ?? 0;
    this.size = size;
    this.#look(heap?.buffer ?? new ArrayBuffer(size));
    if (heap !== null) this.#bytes.fill(0);
  }

  // Views of a heap that has grown since have no bytes any more.

  get bytes(): Uint8Array {
    if (this.#bytes.length === 0) this.#look(this.#heap!.buffer);
    return this.#bytes;
  }

  get ints(): Int32Array {
    if (this.#ints.length === 0) this.#look(this.#heap!.buffer);
    return this.#ints;
  }

  get view(): DataView {
    if (this.#bytes.length === 0) this.#look(this.#heap!.buffer);
    return this.#view;
  }

  /** The same bytes, as many as there were, in a larger block; or none of them. */
  grow(size: number, { empty = false }: { readonly empty?: boolean } = {}): void {
    this.#move(size, this.#heap, !empty);
  }

  moveTo(heap: ByteHeap): void {
    this.#move(this.size, heap, true);
  }

  #move(size: number, heap: ByteHeap | null, keep: boolean): void {
    const old = { heap: this.#heap, at: this.at, size: this.size };
    const at = heap?.take(size) ?? 0;
    const before = this.bytes;
    this.#heap = heap;
    this.at = at;
    this.size = size;
    this.#look(heap?.buffer ?? new ArrayBuffer(size));
    if (heap !== null) this.#bytes.fill(0);
    if (keep) this.#bytes.set(before);
    old.heap?.release(old.at, old.size);
  }

  #look(buffer: ArrayBuffer): void {
    this.#bytes = new Uint8Array(buffer, this.at, this.size);
    this.#ints = new Int32Array(buffer, this.at, this.size >> 2);
    this.#view = new DataView(buffer, this.at, this.size);
  }
}
