import type { CodeColumn } from '../../model/columns.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import type { ColumnWriter, Cursor } from './writer.ts';
import { grown } from './writer.ts';

/** Text by dictionary: equal texts share a code, words for "nothing" are code 0. Surrounding blanks go. */
export function codeWriter(cursor: Cursor): ColumnWriter {
  const dictionary = new Map<string, number>([['', 0]]);
  const values: string[] = [''];
  let codes = new Uint32Array(0);
  const learn = (text: string): number => {
    const trimmed = text.trim();
    let code = isMissingWord(trimmed) ? 0 : dictionary.get(trimmed);
    if (code === undefined) {
      code = values.length;
      values.push(trimmed);
      dictionary.set(trimmed, code);
    }
    if (trimmed !== text) dictionary.set(text, code);
    else if (code === 0) dictionary.set(text, 0);
    return code;
  };
  return {
    write(text) {
      codes[cursor.row] = dictionary.get(text) ?? learn(text);
    },
    grow(capacity) {
      codes = grown(codes, capacity);
    },
    finish(rows): { column: CodeColumn; notes: [] } {
      return { column: { type: 'code', codes: codes.slice(0, rows), values }, notes: [] };
    },
  };
}
