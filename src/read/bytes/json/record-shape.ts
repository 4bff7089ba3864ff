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
  /** Of anything but objects. */
  list: LIST,
  records: RECORDS,
} = KIND;
/** Not written as JavaScript would write it. */
export const ODD_NUMBER = 9;
/** With its quotes. */
export const ESCAPED_TEXT = 10;

/** So many slots a shape has from the beginning, where WebAssembly can reach them. */
const FIRST_SLOTS = 8192;

/** Records of one kind (lines, the comments inside them): what is wanted of them, and where it lies in the record read last. */
export class RecordShape {
  readonly members = new MemberSet();
  /** By record and slot: what is there, and where. */
  kinds: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Where these lie in WebAssembly's memory; `null` where they do not. */
  places: { readonly kinds: number; readonly starts: number; readonly ends: number } | null;
  /** Slots of one record; the first is the record's own. */
  width = 1;
  /** Records of the list read last. */
  count = 0;
  /** Tells records read one after another apart. */
  serial = 0;
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly view: DataView;
  /** By how many records there are: the views of them, to be used again. */
  readonly lists: (readonly ByteRecord[])[] = [];
  /** Whether members are wanted that have no slot yet. */
  isStale = false;

  constructor(buffer: JsonBuffer) {
    this.bytes = buffer.bytes;
    this.view = buffer.view;
    const room = buffer.takePlaces(FIRST_SLOTS * 3);
    const numbers = room?.numbers ?? new Int32Array(3);
    const slots = numbers.length / 3;
    this.kinds = numbers.subarray(0, slots);
    this.starts = numbers.subarray(slots, 2 * slots);
    this.ends = numbers.subarray(2 * slots);
    this.places = room === null ? null : { kinds: room.at, starts: room.at + slots * 4, ends: room.at + slots * 8 };
  }

  /** The member of every record at a path. Its slot is known from the next list of records on. */
  want(path: string, members = this.members): Member {
    const member = members.at(path);
    if (member.slot < 0) this.isStale = true;
    return member;
  }

  /** To be called before the first record of a list. */
  begin(): void {
    this.count = 0;
    this.serial++;
    this.fit();
  }

  /** Gives a slot to every wanted member. */
  fit(): void {
    if (!this.isStale) return;
    this.isStale = false;
    for (const member of this.members.wanted()) if (member.slot < 0) member.slot = this.width++;
    if (this.width > this.kinds.length) this.#resize(this.width);
  }

  /** Makes room for another record; returns where its slots begin. */
  add(): number {
    const base = this.count * this.width;
    this.count++;
    if (base + this.width > this.kinds.length) this.#resize((base + this.width) * 2);
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

  #resize(length: number): void {
    const { kinds, starts, ends } = this;
    this.kinds = new Int32Array(length);
    this.starts = new Int32Array(length);
    this.ends = new Int32Array(length);
    this.kinds.set(kinds);
    this.starts.set(starts);
    this.ends.set(ends);
    this.places = null;
  }
}
