import type { JsonObject } from '../model/json.ts';

/** Deeper records would break what recurses over them later. */
const MAX_DEPTH = 500;
export const TOO_DEEP = `nested more than ${MAX_DEPTH} levels deep`;

/** Level by level, so that no depth can overflow the stack. */
export function isTooDeep(record: JsonObject): boolean {
  let level: unknown[] = [record];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    const below: unknown[] = [];
    for (const value of level) {
      for (const inner of Object.values(value as object)) if (typeof inner === 'object' && inner !== null) below.push(inner);
    }
    level = below;
  }
  return false;
}
