import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize, withCodes } from '../../model/texts.ts';
import { codeBytes, zeroCodes } from '../staging/narrow-codes.ts';

/** The column with its codes in fewer bytes, where there are many rows and few words. */
export function narrowed(column: CodeColumn): CodeColumn {
  const rows = column.codes.length;
  if (column.codes.BYTES_PER_ELEMENT <= codeBytes(rows, dictionarySize(column))) return column;
  const codes = zeroCodes(rows, dictionarySize(column));
  codes.set(column.codes);
  return withCodes(column, codes);
}
