import { sharedUint8s } from '../../lib/shared-arrays.ts';
import { CellIds } from './cell-ids.ts';
import { cellsPart, learnCells, type CellsPart } from './cells-part.ts';
import { RowCodes } from './row-codes.ts';
import { UnreadableCells } from './unreadable-cells.ts';
import type { ColumnWriter, Cursor } from './writer.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';

const TRUE = new Set(['true', '1', 'yes', 'y', 't', 'on', '1.0', 'ja', 'si', 'sí', 'oui', 'wahr', 'public', 'x', '✓']);
const FALSE = new Set(['false', '0', 'no', 'n', 'f', 'off', '0.0', 'nein', 'non', 'falsch', 'private', 'internal']);

export interface FlagWords {
  /** What else is a word for true (1), false (0) or neither (`null`); `undefined` for a word that it does not know. */
  readonly more?: ((text: string) => 1 | 0 | null | undefined) | undefined;
  /** The column says the opposite with its yes and no; `more` speaks of the thing itself. */
  readonly inverse?: boolean | undefined;
}

/** true / false / missing; words that are neither are counted. */
export function flagWriter(cursor: Cursor, words: FlagWords = {}): ColumnWriter {
  const cells = new CellIds();
  const ids = new RowCodes(cells);
  return {
    write(text) {
      ids.write(cursor.row, text);
    },
    writeRun(run, slot) {
      ids.writeRun(cursor.row, run, slot);
    },
    part: (rows) => cellsPart(cells, ids.first(rows)),
    append(part) {
      const others = part as CellsPart;
      ids.append(cursor.row, others, learnCells(cells, others));
    },
    grow(capacity) {
      ids.grow(capacity);
    },
    finish(rows) {
      const said = Uint8Array.from({ length: cells.size }, (_, id) => readFlag(cells.text(id), words));
      const codes = ids.first(rows);
      const values = sharedUint8s(rows);
      const unreadable = new UnreadableCells();
      for (let row = 0; row < rows; row++) {
        const value = said[codes[row]!]!;
        values[row] = value === UNREADABLE ? 2 : value;
        if (value === UNREADABLE) unreadable.add(row);
      }
      return { column: { type: 'flag', values }, notes: unreadable.notes() };
    },
  };
}

const UNREADABLE = 3;

function readFlag(text: string, { more, inverse = false }: FlagWords): number {
  const word = text.trim().toLowerCase();
  if (TRUE.has(word)) return inverse ? 0 : 1;
  if (FALSE.has(word)) return inverse ? 1 : 0;
  if (isMissingWord(word)) return 2;
  const said = more?.(word);
  return said === undefined ? UNREADABLE : (said ?? 2);
}
