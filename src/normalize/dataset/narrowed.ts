import { sharedUint8s } from '../../lib/shared-arrays.ts';
import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize, withCodes } from '../../model/texts.ts';

/** Of fewer rows nobody feels the difference. */
const MANY_ROWS = 100_000;

/** The column with its codes in bytes, where there are many rows and few words. */
export function narrowed(column: CodeColumn): CodeColumn {
  if (column.codes.length < MANY_ROWS || dictionarySize(column) > 256) return column;
  const codes = sharedUint8s(column.codes.length);
  codes.set(column.codes);
  return withCodes(column, codes);
}
