import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Frees what is not needed any more. V8 does it when its own heap is full, which arrays lie outside of: after a large table was read, a third of its memory
 * would wait for the middle of the analysis. Some milliseconds.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext("typeof gc === 'function' ? gc : undefined") as (() => void) | undefined;
  gc?.();
  // V8 takes no code that was compiled under other flags.
  setFlagsFromString('--no-expose-gc');
}
