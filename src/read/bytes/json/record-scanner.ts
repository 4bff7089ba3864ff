import type { JsonBuffer, Walked } from './json-buffer.ts';
import { BLANK, CLOSE_LIST, CLOSE_OBJECT, COMMA, CR, isDigit, LF, MINUS, OPEN_LIST, OPEN_OBJECT, QUOTE } from './json-codes.ts';
import { EXACT_DIGITS, JsonCursor } from './json-cursor.ts';
import { ScanTables } from './scan-tables.ts';
import type { Member, MemberSet } from './member-set.ts';
import { ESCAPED_TEXT, FALSE, LIST, NULL, NUMBER, OBJECT, ODD_NUMBER, RECORDS, RecordShape, TEXT, TRUE } from './record-shape.ts';

/**
 * Finds the wanted members of JSON objects, one a line, and steps over the rest. Names are expected in the order of the record before.
 * What it ends at is for the parser: broken JSON, names that are escaped, wanted ones that stand twice.
 */
export class RecordScanner extends JsonCursor {
  readonly root: RecordShape;
  readonly #tables: ScanTables;
  readonly #shapes: RecordShape[];
  /** Whether room was made, by which the text may have moved. */
  #hasMoved = false;

  constructor(buffer: JsonBuffer) {
    super(buffer);
    this.root = new RecordShape(buffer);
    this.#shapes = [this.root];
    this.#tables = new ScanTables(buffer, this.root);
  }

  /**
   * Reads as many lines as it can, from `at` on; they are the records of `root`, which lie there until the next call. Only one as long as more and more is
   * wanted of them: what has no slot yet must be parsed. False where the next line is for the parser.
   */
  records(end: number): boolean {
    const last = this.#begin() ? this.buffer.bytes.indexOf(LF, this.at) + 1 : end;
    while (this.at !== last) {
      const walked = this.#tables.scan({ at: this.at, mark: this.mark, records: this.root.count }, last);
      this.#goTo(walked);
      if (walked.at !== last && !this.#unknownLine(walked)) return false;
    }
    return true;
  }

  /** Whether anything has got a slot. */
  #begin(): boolean {
    let hasMore = false;
    for (const shape of this.#shapes) if (shape.begin()) hasMore = true;
    if (hasMore) this.#tables.outdate();
    return hasMore;
  }

  #goTo({ at, mark, records }: Walked): void {
    this.at = at;
    this.mark = mark;
    this.root.count = records;
  }

  /** Reads a line that is not for WebAssembly, perhaps since it holds names that are new. False where it is for the parser: then nothing has happened. */
  #unknownLine(from: Walked): boolean {
    this.#tables.outdate();
    do {
      this.#goTo(from);
      this.#hasMoved = false;
      if (!this.root.hasRoom) this.root.makeRoom();
      this.look();
      if (this.#line()) return true;
      // Where room was made the text has moved: all over again.
    } while (this.#hasMoved);
    this.#goTo(from);
    return false;
  }

  /** A record, and nothing but blanks behind it. */
  #line(): boolean {
    const { bytes, root } = this;
    if (bytes[this.at] !== OPEN_OBJECT || !this.#object(root.members, root, root.add(), 0)) return false;
    let { at } = this;
    while (bytes[at] === BLANK || bytes[at] === CR) if (bytes[at++] === CR) this.mark++;
    if (bytes[at] !== LF) return false;
    this.mark++;
    this.at = at + 1;
    return true;
  }

  /** `own` is the slot of the object itself. */
  #object(members: MemberSet, shape: RecordShape, base: number, own: number): boolean {
    const { bytes, marks } = this;
    const { view } = this.buffer;
    const from = this.at;
    let at = this.afterBlanks(from + 1);
    if (bytes[at] !== CLOSE_OBJECT) {
      let previous: Member | null = null;
      let expected = members.first;
      for (;;) {
        const { mark } = this;
        const end = marks[mark + 1]!;
        if (marks[mark] !== at || bytes[at] !== QUOTE || bytes[end] !== QUOTE) return false;
        const member: Member =
          expected !== null && expected.isAt(view, at + 1, end) ? expected : members.met(bytes, view, { from: at + 1, to: end, previous });
        this.mark = mark + 2;
        this.at = end + 1;
        if (!this.colon()) return false;
        if (member.slot < 0) {
          // A name with dots goes before the path that it looks like.
          if ((member.isDotted && own === 0) || !this.skip()) return false;
        } else if (!this.#wanted(member, shape, base)) return false;
        at = this.afterBlanks(this.at);
        const code = bytes[at];
        if (code === CLOSE_OBJECT) break;
        if (code !== COMMA) return false;
        at = this.afterBlanks(at + 1);
        previous = member;
        expected = member.next;
      }
    }
    this.at = at + 1;
    return shape.note(base + own, OBJECT, from, at + 1);
  }

  #wanted(member: Member, shape: RecordShape, base: number): boolean {
    const slot = base + member.slot;
    const { at } = this;
    const code = this.bytes[at]!;
    if (code === QUOTE) {
      if (!this.string()) return false;
      if (!this.escaped) return shape.note(slot, TEXT, this.from, this.to);
      return shape.note(slot, ESCAPED_TEXT, at, this.at);
    }
    if (isDigit(code) || code === MINUS) {
      if (!this.number()) return false;
      const { from, to, plain } = this;
      if (!plain) return shape.note(slot, ODD_NUMBER, from, to);
      // Integers that a double cannot always hold are text.
      return shape.note(slot, to - from - (code === MINUS ? 1 : 0) > EXACT_DIGITS ? TEXT : NUMBER, from, to);
    }
    if (code === OPEN_OBJECT) return this.#object(member.members, shape, base, member.slot);
    if (code === OPEN_LIST) return this.#list(member, shape, slot);
    if (!this.literal()) return false;
    return shape.note(slot, code === 110 ? NULL : code === 116 ? TRUE : FALSE, at, this.at);
  }

  /** Lists of objects are records of their own, but for lists inside such. */
  #list(member: Member, shape: RecordShape, slot: number): boolean {
    const { bytes, at: from } = this;
    let at = this.afterBlanks(from + 1);
    if (bytes[at] !== OPEN_OBJECT || shape !== this.root) return this.skip() && shape.note(slot, LIST, from, this.at);
    const { elements } = member;
    if (elements === null) {
      member.elements = new RecordShape(this.buffer);
      this.#shapes.push(member.elements);
      this.#hasMoved = true;
      return false;
    }
    const first = elements.count;
    for (;;) {
      this.at = at;
      if (!elements.hasRoom) {
        elements.makeRoom();
        this.#hasMoved = true;
        return false;
      }
      if (bytes[at] !== OPEN_OBJECT || !this.#object(elements.members, elements, elements.add(), 0)) return false;
      at = this.afterBlanks(this.at);
      if (bytes[at] === CLOSE_LIST) break;
      if (bytes[at] !== COMMA) return false;
      at = this.afterBlanks(at + 1);
    }
    this.at = at + 1;
    return shape.note(slot, RECORDS, first, elements.count);
  }
}
