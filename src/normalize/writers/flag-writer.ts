import type { ColumnWriter, Cursor, Note } from './writer.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { grown } from './writer.ts';

const TRUE = new Set(['true', '1', 'yes', 'y', 't', 'on', '1.0', 'ja', 'si', 'sí', 'oui', 'wahr', 'public', 'x', '✓']);
const FALSE = new Set(['false', '0', 'no', 'n', 'f', 'off', '0.0', 'nein', 'non', 'falsch', 'private', 'internal']);

/** true / false / missing; words that are neither are counted. */
export function flagWriter(cursor: Cursor): ColumnWriter {
  const known = new Map<string, number>();
  let values = new Uint8Array(0);
  let unreadable = 0;
  let first = -1;
  const learn = (text: string): number => {
    const word = text.trim().toLowerCase();
    const value = TRUE.has(word) ? 1 : FALSE.has(word) ? 0 : isMissingWord(word) ? 2 : 3;
    known.set(text, value);
    return value;
  };
  return {
    write(text) {
      const value = known.get(text) ?? learn(text);
      if (value === 3) {
        unreadable++;
        if (first < 0) first = cursor.row;
      }
      values[cursor.row] = value === 3 ? 2 : value;
    },
    grow(capacity) {
      values = grown(values, capacity, 2);
    },
    finish(rows) {
      const notes: Note[] = unreadable > 0 ? [{ code: 'unknown-value', count: unreadable, row: first }] : [];
      return { column: { type: 'flag', values: values.slice(0, rows) }, notes };
    },
  };
}
