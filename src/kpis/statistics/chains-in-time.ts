import { timeColumnFacts } from '../../lib/time/time-column.ts';

/** The rows of each group, one leading to the next in the order of their times. */
export interface Chains {
  /** By group; -1 where it has no row. */
  readonly first: Int32Array;
  /** By row; -1 after the last. */
  readonly next: Int32Array;
}

/** Rows without a time or a group (below 0) are in no chain. `null` where a group has more than `most` rows: to put them in order would take for ever. */
export function chainsInTime(groups: Int32Array, times: Float64Array, most: number): Chains | null {
  let last = -1;
  for (let row = 0; row < groups.length; row++) if (groups[row]! > last) last = groups[row]!;
  const sizes = new Uint32Array(last + 1);
  for (let row = 0; row < groups.length; row++) if (groups[row]! >= 0) sizes[groups[row]!]!++;
  for (let group = 0; group < sizes.length; group++) if (sizes[group]! > most) return null;
  const first = new Int32Array(last + 1).fill(-1);
  const next = new Int32Array(groups.length).fill(-1);
  const { order } = timeColumnFacts(times);
  for (let index = groups.length - 1; index >= 0; index--) {
    // The newest first: each then stands before those that are already there.
    const row = order === -1 ? groups.length - 1 - index : index;
    const group = groups[row]!;
    if (group < 0 || Number.isNaN(times[row]!)) continue;
    let before = -1;
    let after = first[group]!;
    if (order === 0)
      while (after >= 0 && times[after]! < times[row]!) {
        before = after;
        after = next[after]!;
      }
    next[row] = after;
    if (before < 0) first[group] = row;
    else next[before] = row;
  }
  return { first, next };
}
