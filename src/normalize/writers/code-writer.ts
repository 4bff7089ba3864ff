import type { CodeColumn } from '../../model/columns.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import type { ColumnWriter, Cursor } from './writer.ts';
import { grown } from './writer.ts';

/** Slots of the cache of recent words; a power of two. */
const SLOTS = 256;

/**
 * Text by dictionary: equal texts share a code, words for "nothing" are code 0. Surrounding blanks go.
 * Cells come as new strings whose hash a `Map` must compute each time, so whole numbers (ids) are looked up by value
 * and frequent words by comparison with the last one that looked alike. Measured on a million rows: a third of the time of a plain `Map`.
 */
export function codeWriter(cursor: Cursor): ColumnWriter {
  const dictionary = new Map<string, number>([['', 0]]);
  const wholeNumbers = new Map<number, number>();
  const values: string[] = [''];
  const recent: string[] = Array.from({ length: SLOTS }, () => '');
  const recentCodes = new Uint32Array(SLOTS);
  let codes = new Uint32Array(0);

  const codeOfNumber = (number: number, text: string): number => {
    let code = wholeNumbers.get(number);
    if (code === undefined) {
      code = values.push(text) - 1;
      wholeNumbers.set(number, code);
    }
    return code;
  };
  const learn = (text: string): number => {
    const trimmed = text.trim();
    const number = wholeNumber(trimmed);
    let code = number >= 0 ? codeOfNumber(number, trimmed) : isMissingWord(trimmed) ? 0 : dictionary.get(trimmed);
    if (code === undefined) {
      code = values.length;
      values.push(trimmed);
      dictionary.set(trimmed, code);
    }
    if (trimmed !== text || code === 0) dictionary.set(text, code);
    return code;
  };
  const codeOf = (text: string): number => {
    if (text === '') return 0;
    const number = wholeNumber(text);
    if (number >= 0) return codeOfNumber(number, text);
    const { length } = text;
    const slot = (length * 31 + text.charCodeAt(0) * 7 + text.charCodeAt(length - 1) + text.charCodeAt(length >> 1) * 3) & (SLOTS - 1);
    if (recent[slot] === text) return recentCodes[slot]!;
    const code = dictionary.get(text) ?? learn(text);
    recent[slot] = text;
    recentCodes[slot] = code;
    return code;
  };

  return {
    write(text) {
      codes[cursor.row] = codeOf(text);
    },
    grow(capacity) {
      codes = grown(codes, capacity);
    },
    finish(rows): { column: CodeColumn; notes: [] } {
      return { column: { type: 'code', codes: codes.slice(0, rows), values }, notes: [] };
    },
  };
}

/** The value of a text that is a whole number as a number would be written, up to nine digits; else −1. */
function wholeNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > 9) return -1;
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || (digit === 0 && value === 0 && length > 1)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
