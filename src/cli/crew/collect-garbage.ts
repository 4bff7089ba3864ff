import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What reading smaller inputs leaves takes longer to collect than it is worth. */
const WORTH_COLLECTING = 192 * 1024 * 1024;

/**
 * Frees what is not needed any more after so many bytes were read. V8 does it when its own heap is full, which arrays lie outside of: after a large table was read, a third of its memory
 * would wait for the middle of the analysis. Some milliseconds.
 */
export function collectGarbage(bytes: number): void {
  if (bytes < WORTH_COLLECTING) return;
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext("typeof gc === 'function' ? gc : undefined") as (() => void) | undefined;
  gc?.();
  // V8 takes no code that was compiled under other flags.
  setFlagsFromString('--no-expose-gc');
}
