import { MEMBER, MEMBERS, SHAPE } from '../../../lib/wasm/json-tables.ts';
import type { JsonBuffer, Walked } from './json-buffer.ts';
import type { Member, MemberSet } from './member-set.ts';
import type { RecordShape } from './record-shape.ts';

/** Lets WebAssembly walk records: what it must know of their shapes, written into tables anew whenever more is known. */
export class ScanTables {
  readonly #buffer: JsonBuffer;
  readonly #root: RecordShape;
  /** The shapes that the tables tell of, and where; none where they have no room for all names. */
  #shapes: { readonly shape: RecordShape; readonly at: number }[] = [];
  #isStale = true;
  #next = 0;

  constructor(buffer: JsonBuffer, root: RecordShape) {
    this.#buffer = buffer;
    this.#root = root;
  }

  /** To be called when names were met or got slots, and shapes made or moved. */
  outdate(): void {
    this.#isStale = true;
  }

  /** Walks records from some place on; see `JsonBuffer`. */
  scan(from: Walked, end: number): Walked {
    if (this.#isStale) this.#write();
    const shapes = this.#shapes;
    const [root] = shapes;
    if (root === undefined) return from;
    for (const { shape, at } of shapes) this.#set(at + SHAPE.count, shape.count);
    const walked = this.#buffer.scan(from, end, root.at);
    for (const { shape, at } of shapes) shape.count = this.#get(at + SHAPE.count);
    return walked;
  }

  #write(): void {
    this.#isStale = false;
    this.#next = 0;
    this.#shapes = [];
    if (this.#buffer.heap === null) return;
    try {
      this.#writeShape(this.#root);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#shapes = [];
    }
  }

  #writeShape(shape: RecordShape): number {
    const at = this.#take(SHAPE.size);
    const { places } = shape;
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
    const { at, size } = this.#buffer.tables;
    const place = this.#next;
    this.#next += bytes;
    if (this.#next > size) throw new RangeError('more names than the tables hold');
    return at + place;
  }

  #get(place: number): number {
    const { ints, at } = this.#buffer.tables;
    return ints[(place - at) >> 2]!;
  }

  #set(place: number, value: number): void {
    const { ints, at } = this.#buffer.tables;
    ints[(place - at) >> 2] = value;
  }
}
