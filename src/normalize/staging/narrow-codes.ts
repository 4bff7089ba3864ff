import { sharedUint16s, sharedUint32s, sharedUint8s } from '../../lib/shared-arrays.ts';
import type { Codes } from '../../model/columns.ts';

/** Of fewer rows nobody feels the difference. */
const MANY_ROWS = 100_000;

/** How many bytes a code takes: where there are many rows, no more than the words need. */
export function codeBytes(rows: number, words: number): 1 | 2 | 4 {
  return rows < MANY_ROWS || words > 65_536 ? 4 : words > 256 ? 2 : 1;
}

/** Zeros for the codes of so many rows. Further words may not fit. */
export function zeroCodes(rows: number, words: number): Codes {
  const make = { 1: sharedUint8s, 2: sharedUint16s, 4: sharedUint32s }[codeBytes(rows, words)];
  return make(rows);
}
