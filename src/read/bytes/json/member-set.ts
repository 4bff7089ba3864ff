import type { RecordShape } from './record-shape.ts';

const MASKS = [0, 0xff, 0xffff, 0xffffff];
/** Objects with more names than this are maps: their members are not learned by name. */
const MOST_LEARNED = 250;

/** A name in the objects at some place of a record. */
export class Member {
  readonly name: string;
  readonly isDotted: boolean;
  readonly length: number;
  /** The name, four bytes at a time. */
  readonly words: Int32Array;
  readonly last: number;
  /** Which name followed when this one was met last. */
  next: Member | null = null;
  /** Where its value is noted in the shape; -1 while nobody wants it. */
  slot = -1;
  wanted = false;
  /** What is in it, where it is an object. */
  readonly members = new MemberSet();
  /** What is in its elements, where it is a list of objects. */
  elements: RecordShape | null = null;

  constructor(name: string) {
    this.name = name;
    this.isDotted = name.includes('.');
    const bytes = Buffer.from(name);
    const { length } = bytes;
    const padded = Buffer.alloc(length + 4);
    bytes.copy(padded);
    this.length = length;
    this.words = Int32Array.from({ length: Math.max(1, Math.floor(length / 4)) }, (_, word) => padded.readInt32LE(word * 4));
    this.last = length < 4 ? 0 : padded.readInt32LE(length - 4);
  }

  /** Whether the bytes from `from` to `to` are its name. */
  isAt(view: DataView, from: number, to: number): boolean {
    const { length, words } = this;
    if (to - from !== length) return false;
    if (length < 4) return (view.getInt32(from, true) & MASKS[length]!) === words[0];
    for (let word = 0, at = from; word < words.length; word++, at += 4) if (view.getInt32(at, true) !== words[word]) return false;
    return view.getInt32(to - 4, true) === this.last;
  }
}

/** The names of the objects at one place of a record: those asked for, and those met, in the order in which they were. */
export class MemberSet {
  /** Which name came first last time. */
  first: Member | null = null;
  readonly list: Member[] = [];
  readonly #byPath = new Map<string, Member>();

  /** The member whose name lies there. `previous` is the one before it. */
  met(bytes: Buffer, view: DataView, { from, to, previous }: { from: number; to: number; previous: Member | null }): Member {
    const list = this.list;
    let member: Member | undefined;
    for (let at = 0; member === undefined && at < list.length; at++) if (list[at]!.isAt(view, from, to)) member = list[at]!;
    if (member === undefined) {
      member = new Member(bytes.toString('utf8', from, to));
      if (list.length < MOST_LEARNED) list.push(member);
    }
    if (previous === null) this.first = member;
    else previous.next = member;
    return member;
  }

  /** The member at `a.b`, which is wanted from now on. */
  at(path: string): Member {
    return this.#byPath.get(path) ?? this.#want(path);
  }

  /** Every wanted member, also inside others. */
  *wanted(): Generator<Member> {
    for (const member of this.list) {
      if (!member.wanted) continue;
      yield member;
      yield* member.members.wanted();
    }
  }

  #want(path: string): Member {
    const dot = path.indexOf('.');
    const name = dot === -1 ? path : path.slice(0, dot);
    let own = this.list.find((one) => one.name === name);
    if (own === undefined) this.list.push((own = new Member(name)));
    own.wanted = true;
    const member = dot === -1 ? own : own.members.at(path.slice(dot + 1));
    this.#byPath.set(path, member);
    return member;
  }
}
