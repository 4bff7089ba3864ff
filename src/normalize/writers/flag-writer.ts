import { CellIds } from './cell-ids.ts';
import type { ColumnWriter, Cursor, Note } from './writer.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { grown } from './writer.ts';

const TRUE = new Set(['true', '1', 'yes', 'y', 't', 'on', '1.0', 'ja', 'si', 'sí', 'oui', 'wahr', 'public', 'x', '✓']);
const FALSE = new Set(['false', '0', 'no', 'n', 'f', 'off', '0.0', 'nein', 'non', 'falsch', 'private', 'internal']);

/** true / false / missing; words that are neither are counted. */
export function flagWriter(cursor: Cursor): ColumnWriter {
  const cells = new CellIds();
  let ids = new Uint32Array(0);
  return {
    write(text) {
      ids[cursor.row] = cells.ofText(text);
    },
    writeRun(run, slot) {
      cells.ofRun(run, slot, ids, cursor.row);
    },
    grow(capacity) {
      ids = grown(ids, capacity);
    },
    finish(rows) {
      const said = Uint8Array.from({ length: cells.size }, (_, id) => readFlag(cells.text(id)));
      const values = new Uint8Array(rows);
      let unreadable = 0;
      let first = -1;
      for (let row = 0; row < rows; row++) {
        const value = said[ids[row]!]!;
        values[row] = value === UNREADABLE ? 2 : value;
        if (value === UNREADABLE && unreadable++ === 0) first = row;
      }
      const notes: Note[] = unreadable > 0 ? [{ code: 'unknown-value', count: unreadable, row: first }] : [];
      return { column: { type: 'flag', values }, notes };
    },
  };
}

const UNREADABLE = 3;

function readFlag(text: string): number {
  const word = text.trim().toLowerCase();
  return TRUE.has(word) ? 1 : FALSE.has(word) ? 0 : isMissingWord(word) ? 2 : UNREADABLE;
}
