import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize, withCodes } from '../../model/texts.ts';
import { areNarrow, zeroCodes } from '../staging/narrow-codes.ts';

/** The column with its codes in bytes, where there are many rows and few words. */
export function narrowed(column: CodeColumn): CodeColumn {
  if (column.codes instanceof Uint8Array) return column;
  const rows = column.codes.length;
  if (!areNarrow(rows, dictionarySize(column))) return column;
  const codes = zeroCodes(rows, dictionarySize(column));
  codes.set(column.codes);
  return withCodes(column, codes);
}
