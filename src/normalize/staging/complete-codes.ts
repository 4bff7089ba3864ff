import type { Codes } from '../../model/columns.ts';

const complete = new WeakSet<Codes>();

/** Says that every row has a word, and every word of the dictionary a row: whoever made the codes knows it, and nobody need look. */
export function noteComplete(codes: Codes): void {
  complete.add(codes);
}

/** Whether that is known. */
export function areComplete(codes: Codes): boolean {
  return complete.has(codes);
}
