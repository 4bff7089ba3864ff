import { sharedUint32s, sharedUint8s } from '../../lib/shared-arrays.ts';
import type { Codes } from '../../model/columns.ts';

/** Of fewer rows nobody feels the difference. */
const MANY_ROWS = 100_000;

/** Whether codes are kept in bytes: where there are many rows and few words. */
export function areNarrow(rows: number, words: number): boolean {
  return rows >= MANY_ROWS && words <= 256;
}

/** Zeros for the codes of so many rows. Further words may not fit. */
export function zeroCodes(rows: number, words: number): Codes {
  return areNarrow(rows, words) ? sharedUint8s(rows) : sharedUint32s(rows);
}
