import { MEMBER, MEMBERS, SHAPE } from '../../../lib/wasm/json-tables.ts';
import type { JsonBuffer } from './json-buffer.ts';
import type { Member, MemberSet } from './member-set.ts';
import type { RecordShape } from './record-shape.ts';

/** Lets WebAssembly walk records: what it must know of their shapes, written into tables anew whenever more is known. */
export class ScanTables {
  readonly #buffer: JsonBuffer;
  readonly #root: RecordShape;
  /** The shapes that the tables tell of, and where. */
  #shapes: { readonly shape: RecordShape; readonly at: number }[] = [];
  #isStale = true;
  #next = 0;

  constructor(buffer: JsonBuffer, root: RecordShape) {
    this.#buffer = buffer;
    this.#root = root;
  }

  /** To be called when names were met or shapes made. */
  outdate(): void {
    this.#isStale = true;
  }

  /** Where the record at `at` ends, and its first mark behind it; `null` where it must be read otherwise. */
  scan(at: number, mark: number): { readonly at: number; readonly mark: number } | null {
    for (const { shape } of this.#shapes) if (shape.isStale) this.#isStale = true;
    if (this.#isStale) this.#write();
    const root = this.#shapes[0];
    if (root === undefined) return null;
    const found = this.#buffer.scan(at, mark, root.at);
    if (found === null) return null;
    const { tables, tablesAt } = this.#buffer;
    for (const { shape, at: place } of this.#shapes) {
      shape.count = tables[(place + SHAPE.count - tablesAt) >> 2]!;
      shape.serial++;
    }
    return found;
  }

  #write(): void {
    this.#isStale = false;
    this.#next = 0;
    this.#shapes = [];
    try {
      this.#writeShape(this.#root);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#shapes = [];
    }
  }

  #writeShape(shape: RecordShape): number {
    shape.fit();
    const at = this.#take(SHAPE.size);
    const { places } = shape;
    if (places === null) return 0;
    this.#shapes.push({ shape, at });
    this.#set(at + SHAPE.kinds, places.kinds);
    this.#set(at + SHAPE.starts, places.starts);
    this.#set(at + SHAPE.ends, places.ends);
    this.#set(at + SHAPE.width, shape.width);
    this.#set(at + SHAPE.capacity, shape.kinds.length);
    this.#set(at + SHAPE.members, this.#writeMembers(shape.members));
    return at;
  }

  #writeMembers(set: MemberSet): number {
    const at = this.#take(MEMBERS.size);
    this.#set(at + MEMBERS.first, 0);
    let following = 0;
    for (const member of set.list.toReversed()) following = this.#writeMember(member, following);
    this.#set(at + MEMBERS.list, following);
    return at;
  }

  #writeMember(member: Member, following: number): number {
    const at = this.#take(MEMBER.size);
    const words = this.#take(member.words.length * 4);
    member.words.forEach((word, place) => this.#set(words + place * 4, word));
    this.#set(at + MEMBER.length, member.length);
    this.#set(at + MEMBER.words, words);
    this.#set(at + MEMBER.last, member.last);
    this.#set(at + MEMBER.slot, member.slot);
    this.#set(at + MEMBER.next, 0);
    this.#set(at + MEMBER.following, following);
    this.#set(at + MEMBER.isDotted, member.isDotted ? 1 : 0);
    this.#set(at + MEMBER.members, member.slot < 0 ? 0 : this.#writeMembers(member.members));
    this.#set(at + MEMBER.elements, member.elements === null ? 0 : this.#writeShape(member.elements));
    return at;
  }

  /** Place of so many bytes in the tables. */
  #take(bytes: number): number {
    const at = this.#next;
    this.#next += bytes;
    if (this.#next > this.#buffer.tables.length * 4) throw new RangeError('more names than the tables hold');
    return this.#buffer.tablesAt + at;
  }

  #set(at: number, value: number): void {
    this.#buffer.tables[(at - this.#buffer.tablesAt) >> 2] = value;
  }
}
