import { Block } from '../../../lib/wasm/block.ts';
import { KIND } from '../../../lib/wasm/json-tables.ts';
import type { ByteRecord } from './byte-record.ts';
import type { JsonBuffer } from './json-buffer.ts';
import { type Member, MemberSet } from './member-set.ts';

export const {
  null: NULL,
  false: FALSE,
  true: TRUE,
  number: NUMBER,
  text: TEXT,
  object: OBJECT,
  list: LIST,
  records: RECORDS,
  oddNumber: ODD_NUMBER,
  escapedText: ESCAPED_TEXT,
} = KIND;

/** So many slots a shape has from the beginning. */
const FIRST_SLOTS = 4096;

/** Records of one kind (lines, the comments inside them): what is wanted of them, and where it lies in those of the text read last. */
export class RecordShape {
  readonly members = new MemberSet();
  readonly buffer: JsonBuffer;
  /** Slots of one record; the first is the record's own. */
  width = 1;
  /** Records so far. */
  count = 0;
  /** Tells the records of one text and of another apart. */
  serial = 0;
  /** Whether members are wanted that have no slot yet. */
  isStale = false;
  /** By record and slot: what is there, and where. */
  readonly #kinds: Block;
  readonly #starts: Block;
  readonly #ends: Block;
  /** Views of the records, to be used again: nothing may be kept by them. */
  readonly views: ByteRecord[] = [];
  /** The list that was asked for last, by its first record. */
  list: { readonly from: number; readonly records: readonly ByteRecord[] } | null = null;

  constructor(buffer: JsonBuffer) {
    this.buffer = buffer;
    const { heap } = buffer;
    this.#kinds = new Block(FIRST_SLOTS * 4, heap);
    this.#starts = new Block(FIRST_SLOTS * 4, heap);
    this.#ends = new Block(FIRST_SLOTS * 4, heap);
  }

  get kinds(): Int32Array {
    return this.#kinds.ints;
  }

  get starts(): Int32Array {
    return this.#starts.ints;
  }

  get ends(): Int32Array {
    return this.#ends.ints;
  }

  /** Where these lie in WebAssembly's memory. */
  get places(): { readonly kinds: number; readonly starts: number; readonly ends: number } {
    return { kinds: this.#kinds.at, starts: this.#starts.at, ends: this.#ends.at };
  }

  /** The member of every record at a path. Its slot is known from the next text on. */
  want(path: string, members = this.members): Member {
    const member = members.at(path);
    if (member.slot < 0) this.isStale = true;
    return member;
  }

  /** Forgets all records, and gives a slot to every wanted member; whether there were such without. */
  begin(): boolean {
    this.count = 0;
    this.serial++;
    this.list = null;
    const { isStale } = this;
    if (isStale) for (const member of this.members.wanted()) if (member.slot < 0) member.slot = this.width++;
    this.isStale = false;
    return isStale;
  }

  get hasRoom(): boolean {
    return (this.count + 1) * this.width * 4 <= this.#kinds.size;
  }

  /** Makes room for another record, and as many again. The memory may grow by it. */
  makeRoom(): void {
    const size = (this.count + 1) * this.width * 8;
    for (const block of [this.#kinds, this.#starts, this.#ends]) block.grow(size);
  }

  /** Begins another record, for which there is room; returns where its slots begin. */
  add(): number {
    const base = this.count * this.width;
    this.count++;
    this.kinds.fill(KIND.absent, base, base + this.width);
    return base;
  }

  /** Notes what was found, unless something is there already: a name may stand only once. */
  note(slot: number, kind: number, from: number, to: number): boolean {
    if (this.kinds[slot] !== KIND.absent) return false;
    this.kinds[slot] = kind;
    this.starts[slot] = from;
    this.ends[slot] = to;
    return true;
  }
}
