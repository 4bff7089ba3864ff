import type { JsonBuffer } from './json-buffer.ts';
import { CLOSE_LIST, CLOSE_OBJECT, COMMA, MINUS, isDigit, OPEN_LIST, OPEN_OBJECT, QUOTE } from './json-codes.ts';
import { EXACT_DIGITS, JsonCursor } from './json-cursor.ts';
import { ScanTables } from './scan-tables.ts';
import type { Member, MemberSet } from './member-set.ts';
import { ESCAPED_TEXT, FALSE, LIST, NULL, NUMBER, OBJECT, ODD_NUMBER, RECORDS, RecordShape, TEXT, TRUE } from './record-shape.ts';

/**
 * Finds the wanted members of one JSON object after another and steps over the rest. Names are expected in the order of the record before.
 * What it is false for is for the parser: broken JSON, names that are escaped, wanted ones that stand twice.
 */
export class RecordScanner extends JsonCursor {
  readonly root: RecordShape;
  readonly #buffer: JsonBuffer;
  readonly #tables: ScanTables;

  constructor(buffer: JsonBuffer) {
    super(buffer);
    this.#buffer = buffer;
    this.root = new RecordShape(this.#buffer);
    this.#tables = new ScanTables(buffer, this.root);
  }

  /** Reads the object at `at`. */
  record(): boolean {
    const found = this.#tables.scan(this.at, this.mark);
    if (found !== null) {
      this.at = found.at;
      this.mark = found.mark;
      return true;
    }
    // Names may be met.
    this.#tables.outdate();
    this.root.begin();
    return this.#object(this.root.members, this.root, this.root.add(), 0);
  }

  /** `own` is the slot of the object itself. */
  #object(members: MemberSet, shape: RecordShape, base: number, own: number): boolean {
    const { bytes, marks } = this;
    const { view } = shape;
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
    const elements = (member.elements ??= new RecordShape(this.#buffer));
    elements.begin();
    for (;;) {
      this.at = at;
      if (bytes[at] !== OPEN_OBJECT || !this.#object(elements.members, elements, elements.add(), 0)) return false;
      at = this.afterBlanks(this.at);
      if (bytes[at] === CLOSE_LIST) break;
      if (bytes[at] !== COMMA) return false;
      at = this.afterBlanks(at + 1);
    }
    this.at = at + 1;
    return shape.note(slot, RECORDS, from, at + 1);
  }
}
