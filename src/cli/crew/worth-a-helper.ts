import { sizeOf } from '../../read/size-of.ts';

/** Bytes: smaller inputs are done before a thread has started. */
export const WORTH_A_HELPER = 12 * 1024 * 1024;

/** Whether a report on a file of that size is asked for: its helper then gets ready while the program is loaded. */
export function isWorthAHelper(argv: readonly string[]): boolean {
  return argv.includes('report') && argv.some((word) => sizeOf(word) >= WORTH_A_HELPER);
}
