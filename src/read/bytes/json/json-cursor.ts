import { MAX_DEPTH } from '../../../lib/wasm/json-tables.ts';
import type { JsonBuffer } from './json-buffer.ts';
import { BACKSLASH, BLANK, CLOSE_OBJECT, COLON, COMMA, DOT, isDigit, MINUS, OPEN_LIST, OPEN_OBJECT, QUOTE } from './json-codes.ts';

/** Integers of more digits are read as text. */
export const EXACT_DIGITS = 15;

const isEscape = new Uint8Array(128);
for (const letter of '"\\/bfnrt') isEscape[letter.charCodeAt(0)] = 1;

/**
 * Walks over JSON in bytes, from mark to mark: marks are quotes, backslashes and everything below a blank. Each step is true when it has
 * found what JSON wants there, to the letter; false leaves the text to the parser, also where it is merely unusual (tabs between values).
 */
export class JsonCursor {
  readonly buffer: JsonBuffer;
  bytes: Buffer;
  marks: Int32Array;
  at = 0;
  /** The first mark that is not below `at`. */
  mark = 0;
  /** What the last step went over: a string without its quotes, a number. */
  from = 0;
  to = 0;
  /** Of the last string. */
  escaped = false;
  /** Of the last number: written as JavaScript would write it. */
  plain = false;
  readonly #open = new Uint8Array(MAX_DEPTH);

  constructor(buffer: JsonBuffer) {
    this.buffer = buffer;
    this.bytes = buffer.bytes;
    this.marks = buffer.marks;
  }

  /** To be called where the memory may have grown. */
  look(): void {
    this.bytes = this.buffer.bytes;
    this.marks = this.buffer.marks;
  }

  string(): boolean {
    const { marks, at } = this;
    let { mark } = this;
    if (marks[mark] !== at || this.bytes[at] !== QUOTE) return false;
    const end = marks[++mark]!;
    this.from = at + 1;
    if (this.bytes[end] !== QUOTE) return this.#escapedString(mark);
    this.escaped = false;
    this.to = end;
    this.at = end + 1;
    this.mark = mark + 1;
    return true;
  }

  number(): boolean {
    const { bytes, at: from } = this;
    let at = from;
    if (bytes[at] === MINUS) at++;
    const first = at;
    while (isDigit(bytes[at]!)) at++;
    const digits = at - first;
    if (digits === 0 || (digits > 1 && bytes[first] === 48)) return false;
    this.plain = first === from || bytes[first] !== 48 || digits > 1;
    this.from = from;
    this.to = at;
    this.at = at;
    const code = bytes[at]! | BLANK;
    return code !== 101 && code !== DOT ? true : this.#fraction();
  }

  /** `true`, `false` or `null`, by its first letter. */
  literal(): boolean {
    const { bytes, at } = this;
    const word = bytes.readInt32LE(at);
    const length = word === TRUE || word === NULL ? 4 : bytes[at] === 102 && bytes.readInt32LE(at + 1) === ALSE ? 5 : 0;
    this.from = at;
    this.to = this.at = at + length;
    return length > 0;
  }

  /** The colon behind a name. */
  colon(): boolean {
    const at = this.afterBlanks(this.at);
    if (this.bytes[at] !== COLON) return false;
    this.at = this.afterBlanks(at + 1);
    return true;
  }

  afterBlanks(at: number): number {
    while (this.bytes[at] === BLANK) at++;
    return at;
  }

  /** Any value. */
  skip(): boolean {
    const code = this.bytes[this.at]!;
    if (code === QUOTE) return this.string();
    if (code === OPEN_OBJECT || code === OPEN_LIST) return this.#skipNested();
    return isDigit(code) || code === MINUS ? this.number() : this.literal();
  }

  #skipNested(): boolean {
    const { bytes } = this;
    const open = this.#open;
    let depth = 0;
    for (;;) {
      const code = bytes[this.at]!;
      let empty = false;
      if (code === OPEN_OBJECT || code === OPEN_LIST) {
        if (depth === MAX_DEPTH) return false;
        open[depth++] = code + 2;
        this.at = this.afterBlanks(this.at + 1);
        empty = bytes[this.at] === code + 2;
        if (!empty) {
          if (code === OPEN_OBJECT && !(this.string() && this.colon())) return false;
          continue;
        }
      } else if (code === QUOTE ? !this.string() : isDigit(code) || code === MINUS ? !this.number() : !this.literal()) return false;
      for (;;) {
        if (!empty) this.at = this.afterBlanks(this.at);
        const next = bytes[this.at];
        if (next === open[depth - 1]) {
          this.at++;
          empty = false;
          if (--depth === 0) return true;
          continue;
        }
        if (next !== COMMA) return false;
        this.at = this.afterBlanks(this.at + 1);
        if (open[depth - 1] === CLOSE_OBJECT && !(this.string() && this.colon())) return false;
        break;
      }
    }
  }

  #escapedString(first: number): boolean {
    const { bytes, marks } = this;
    let mark = first;
    for (;;) {
      const at = marks[mark++]!;
      const code = bytes[at];
      if (code === QUOTE) {
        this.escaped = true;
        this.to = at;
        this.at = at + 1;
        this.mark = mark;
        return true;
      }
      if (code !== BACKSLASH) return false;
      const next = bytes[at + 1]!;
      if (next === QUOTE || next === BACKSLASH) mark++;
      else if (isEscape[next] !== 1 && !(next === 117 && areHex(bytes, at + 2))) return false;
    }
  }

  /** What follows the whole part of a number. */
  #fraction(): boolean {
    const { bytes, from } = this;
    let { at } = this;
    let decimals = 0;
    if (bytes[at] === DOT) {
      const first = ++at;
      while (isDigit(bytes[at]!)) at++;
      decimals = at - first;
      if (decimals === 0) return false;
    }
    const hasExponent = (bytes[at]! | BLANK) === 101;
    if (hasExponent) {
      at++;
      if (bytes[at] === MINUS || bytes[at] === 43) at++;
      const first = at;
      while (isDigit(bytes[at]!)) at++;
      if (at === first) return false;
    }
    // Small fractions are written with an exponent, long ones are rounded.
    this.plain = !hasExponent && bytes[at - 1] !== 48 && at - from <= EXACT_DIGITS && (decimals <= 5 || bytes[from]! > 48);
    this.to = at;
    this.at = at;
    return true;
  }
}

const TRUE = 0x65757274;
const NULL = 0x6c6c756e;
const ALSE = 0x65736c61;

function areHex(bytes: Uint8Array, at: number): boolean {
  for (let digit = at; digit < at + 4; digit++) {
    const code = bytes[digit]! | BLANK;
    if (!(isDigit(bytes[digit]!) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}
