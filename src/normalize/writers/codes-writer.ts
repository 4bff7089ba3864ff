import type { CodesColumn } from '../../model/columns.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import type { ColumnWriter, Cursor } from './writer.ts';
import { grown } from './writer.ts';

/** Tags. A row's cell is held as one text by dictionary and split once a distinct cell, since tag cells repeat. */
export function codesWriter(cursor: Cursor): ColumnWriter {
  const cells = new Map<string, number>([['', 0]]);
  const texts: (string | readonly string[])[] = [''];
  let codes = new Uint32Array(0);
  const intern = (key: string, value: string | readonly string[]): number => {
    let code = cells.get(key);
    if (code === undefined) {
      code = texts.length;
      texts.push(value);
      cells.set(key, code);
    }
    return code;
  };
  return {
    write(text) {
      codes[cursor.row] = intern(text, text);
    },
    writeMany(list) {
      // a list never splits further; the control character keeps its key apart from any cell text
      codes[cursor.row] = list.length === 0 ? 0 : intern(`\u0000${list.join('\u0000')}`, list);
    },
    grow(capacity) {
      codes = grown(codes, capacity);
    },
    finish(rows) {
      return { column: splitCells(codes.subarray(0, rows), texts), notes: [] };
    },
  };
}

/** `,` or `;` part tags where any cell has one; else blanks do (Zendesk), for then no tag holds one. */
function separator(texts: readonly (string | readonly string[])[]): RegExp {
  const any = (mark: string): boolean => texts.some((text) => typeof text === 'string' && text.includes(mark));
  if (any(';') && !any(',')) return /;/;
  if (any(',')) return /,/;
  if (any('|')) return /\|/;
  return /\s+/;
}

function splitCells(cells: Uint32Array, texts: readonly (string | readonly string[])[]): CodesColumn {
  const mark = separator(texts);
  const dictionary = new Map<string, number>();
  const values: string[] = [''];
  const split = texts.map((text) => {
    const words = typeof text === 'string' ? unbracket(text).split(mark) : text;
    const codes: number[] = [];
    for (const word of words) {
      const tag = word.trim();
      if (isMissingWord(tag)) continue;
      let code = dictionary.get(tag);
      if (code === undefined) {
        code = values.length;
        values.push(tag);
        dictionary.set(tag, code);
      }
      if (!codes.includes(code)) codes.push(code);
    }
    return codes;
  });
  const offsets = new Uint32Array(cells.length + 1);
  for (let row = 0; row < cells.length; row++) offsets[row + 1] = offsets[row]! + split[cells[row]!]!.length;
  const codes = new Uint32Array(offsets[cells.length]!);
  for (let row = 0; row < cells.length; row++) codes.set(split[cells[row]!]!, offsets[row]);
  return { type: 'codes', offsets, codes, values };
}

/** Lists that pandas or a JSON dump wrote into a cell: `['a', 'b']`, `["a","b"]`. */
function unbracket(text: string): string {
  const trimmed = text.trim();
  if (!(trimmed.startsWith('[') && trimmed.endsWith(']'))) return trimmed;
  return trimmed.slice(1, -1).replace(/(^|,)\s*["']|["']\s*(?=,|$)/g, '$1');
}
