import type { ByteRecord } from './byte-record.ts';
import type { JsonBuffer } from './json-buffer.ts';
import { type Member, MemberSet } from './member-set.ts';

/** What stands at a wanted place. `odd` numbers are not written as JavaScript would write them. */
const ABSENT = 0;
export const NULL = 1;
export const FALSE = 2;
export const TRUE = 3;
export const NUMBER = 4;
export const TEXT = 5;
export const OBJECT = 6;
/** Of anything but objects. */
export const LIST = 7;
export const RECORDS = 8;
export const ODD_NUMBER = 9;
/** With its quotes. */
export const ESCAPED_TEXT = 10;

/** Records of one kind (lines, the comments inside them): what is wanted of them, and where it lies in the record read last. */
export class RecordShape {
  readonly members = new MemberSet();
  /** By record and slot: what is there, and where. */
  kinds = new Uint8Array(1);
  starts = new Int32Array(1);
  ends = new Int32Array(1);
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
  #isStale = false;

  constructor({ bytes, view }: JsonBuffer) {
    this.bytes = bytes;
    this.view = view;
  }

  /** The member of every record at a path. Its slot is known from the next list of records on. */
  want(path: string, members = this.members): Member {
    const member = members.at(path);
    if (member.slot < 0) this.#isStale = true;
    return member;
  }

  /** To be called before the first record of a list. */
  begin(): void {
    this.count = 0;
    this.serial++;
    if (!this.#isStale) return;
    this.#isStale = false;
    for (const member of this.members.wanted()) if (member.slot < 0) member.slot = this.width++;
    this.#resize(this.kinds.length);
  }

  /** Makes room for another record; returns where its slots begin. */
  add(): number {
    const base = this.count * this.width;
    this.count++;
    if (base + this.width > this.kinds.length) this.#resize((base + this.width) * 2);
    this.kinds.fill(ABSENT, base, base + this.width);
    return base;
  }

  /** Notes what was found, unless something is there already: a name may stand only once. */
  note(slot: number, kind: number, from: number, to: number): boolean {
    if (this.kinds[slot] !== ABSENT) return false;
    this.kinds[slot] = kind;
    this.starts[slot] = from;
    this.ends[slot] = to;
    return true;
  }

  #resize(length: number): void {
    const { kinds, starts, ends } = this;
    this.kinds = new Uint8Array(Math.max(length, this.width));
    this.starts = new Int32Array(this.kinds.length);
    this.ends = new Int32Array(this.kinds.length);
    this.kinds.set(kinds);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}
