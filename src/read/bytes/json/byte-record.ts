import { KIND } from '../../../lib/wasm/json-tables.ts';
import { type JsonObject, RecordView } from '../../../model/json.ts';
import { quoteLongIntegers } from '../../json-numbers.ts';
import { ByteValues } from './byte-values.ts';
import { BACKSLASH, isDigit, MINUS } from './json-codes.ts';
import type { Member, MemberSet } from './member-set.ts';
import { ESCAPED_TEXT, FALSE, LIST, NULL, NUMBER, OBJECT, ODD_NUMBER, RECORDS, type RecordShape, TEXT, TRUE } from './record-shape.ts';

const texts = new ByteValues((bytes, from, to) => bytes.toString('utf8', from, to));
const lists = new ByteValues((bytes, from, to) => parse(bytes, from, to) as readonly unknown[]);

/** A record, or an object in one, as the scanner found it. */
export class ByteRecord extends RecordView {
  readonly shape: RecordShape;
  readonly #index: number;
  /** The names in it. */
  readonly members: MemberSet;
  /** The slot of the object itself. */
  readonly #slot: number;
  #parsed: JsonObject | undefined;
  #parsedAt = 0;

  constructor(shape: RecordShape, index: number, members: MemberSet = shape.members, slot = 0) {
    super();
    this.shape = shape;
    this.#index = index;
    this.members = members;
    this.#slot = slot;
  }

  /** Where the record's slots begin. */
  get base(): number {
    return this.#index * this.shape.width;
  }

  /** The member at a path, for those who take its bytes; its slot is known from the next record on. */
  want(path: string): Member {
    return this.shape.want(path, this.members);
  }

  at(path: string): unknown {
    const member = this.members.at(path);
    if (member.slot >= 0) return this.#valueOf(member);
    this.shape.want(path, this.members);
    return valueIn(this.parsed(), path);
  }

  same(path: string, other: ByteRecord, otherPath: string): boolean | undefined {
    const slot = this.#plainSlot(path);
    const otherSlot = other.#plainSlot(otherPath);
    if (slot === undefined || otherSlot === undefined) return undefined;
    if (slot < 0 || otherSlot < 0) return false;
    const { starts, ends } = this.shape;
    const { bytes } = this.shape.buffer;
    const from = starts[slot]!;
    const otherFrom = other.shape.starts[otherSlot]!;
    const length = ends[slot]! - from;
    if (other.shape.ends[otherSlot]! - otherFrom !== length) return false;
    for (let at = 0; at < length; at++) if (bytes[from + at] !== bytes[otherFrom + at]) return false;
    return true;
  }

  has(path: string): boolean {
    const { slot } = this.members.at(path);
    return slot < 0 ? (this.at(path) ?? null) !== null : this.shape.kinds[this.base + slot]! > NULL;
  }

  hasText(path: string): boolean {
    const slot = this.#plainSlot(path);
    if (slot !== undefined) return slot >= 0;
    const value = this.at(path);
    return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  }

  isText(path: string, text: string): boolean {
    const slot = this.#plainSlot(path);
    if (slot === undefined) {
      const value = this.at(path);
      return (typeof value === 'number' ? String(value) : value) === text;
    }
    if (slot < 0) return false;
    const { buffer, starts, ends } = this.shape;
    const from = starts[slot]!;
    if (ends[slot]! - from !== text.length) return false;
    return isTextIn(buffer.bytes, from, text);
  }

  mayHold(path: string, text: string): boolean {
    const { slot } = this.want(path);
    if (slot < 0) return true;
    const { buffer, kinds, starts, ends } = this.shape;
    const place = this.base + slot;
    const kind = kinds[place]!;
    if (kind <= NULL) return false;
    if (kind !== TEXT && kind !== LIST) return true;
    const { bytes } = buffer;
    const first = text.charCodeAt(0);
    for (let at = starts[place]!, last = ends[place]! - text.length; at <= last; at++) {
      const code = bytes[at]!;
      // What is escaped may say anything.
      if (code === BACKSLASH || (code === first && isTextIn(bytes, at, text))) return true;
    }
    return false;
  }

  parsed(): JsonObject {
    const { buffer, starts, ends, serial } = this.shape;
    if (this.#parsed === undefined || this.#parsedAt !== serial) {
      const slot = this.base + this.#slot;
      this.#parsed = parse(buffer.bytes, starts[slot]!, ends[slot]!) as JsonObject;
      this.#parsedAt = serial;
    }
    return this.#parsed;
  }

  #valueOf(member: Member): unknown {
    const { shape } = this;
    const slot = this.base + member.slot;
    const kind = shape.kinds[slot]!;
    if (kind === KIND.absent) return undefined;
    const { bytes, view } = shape.buffer;
    const from = shape.starts[slot]!;
    const to = shape.ends[slot]!;
    switch (kind) {
      case NULL:
        return null;
      case FALSE:
        return false;
      case TRUE:
        return true;
      case NUMBER:
        return numberAt(bytes, from, to);
      case TEXT:
        return texts.of(bytes, view, from, to);
      case OBJECT:
        return new ByteRecord(this.shape, this.#index, member.members, member.slot);
      case RECORDS:
        return recordsOf(member.elements!, from, to);
      case LIST:
        return lists.of(bytes, view, from, to);
      default:
        return parse(bytes, from, to);
    }
  }

  /** Where a text or number stands that is compared by its bytes; -1 where there is neither, `undefined` where its value must be seen. */
  #plainSlot(path: string): number | undefined {
    const member = this.members.at(path);
    if (member.slot < 0) return undefined;
    const { shape } = this;
    const slot = this.base + member.slot;
    const kind = shape.kinds[slot]!;
    if (kind === NUMBER) return slot;
    if (kind !== TEXT) return kind === ODD_NUMBER || kind === ESCAPED_TEXT ? undefined : -1;
    const from = shape.starts[slot]!;
    const first = shape.buffer.bytes[from]!;
    // Blank text counts as none.
    return shape.ends[slot]! > from && first > 32 && first < 127 ? slot : undefined;
  }
}

function isTextIn(bytes: Buffer, from: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[from + at] !== text.charCodeAt(at)) return false;
  return true;
}

function recordsOf(shape: RecordShape, from: number, to: number): readonly ByteRecord[] {
  if (shape.list?.from !== from) {
    const { views } = shape;
    while (views.length < to) views.push(new ByteRecord(shape, views.length));
    shape.list = { from, records: views.slice(from, to) };
  }
  return shape.list.records;
}

function numberAt(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === MINUS;
  let value = 0;
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const code = bytes[at]!;
    if (!isDigit(code)) return Number(bytes.toString('latin1', from, to));
    value = value * 10 + code - 48;
  }
  return isNegative ? -value : value;
}

function valueIn(record: JsonObject, path: string): unknown {
  let value: unknown = record;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

function parse(bytes: Buffer, from: number, to: number): unknown {
  return JSON.parse(quoteLongIntegers(bytes.toString('utf8', from, to))) as unknown;
}
