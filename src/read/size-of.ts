import { statSync } from 'node:fs';

/** Bytes of a file as far as that is known: 0 for what is none, or cannot be looked at. */
export function sizeOf(location: string): number {
  try {
    return statSync(location, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
