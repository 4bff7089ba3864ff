import { countMasks } from '../../lib/count-rows.ts';

/**
 * Named counts beside a value. `rows` counts all rows of the selection; a mask (one byte a row of the population) those where it is 1.
 * A count named in `quiet` is left out while it is zero.
 */
export interface Tally {
  readonly name: string;
  readonly of: 'rows' | Uint8Array;
  readonly quiet?: boolean;
}

export function countTallies(tallies: readonly Tally[], rows: Int32Array): Record<string, number> {
  const masks = tallies.flatMap(({ of }) => (of === 'rows' ? [] : [of]));
  const found = countMasks(masks, rows);
  const counts: Record<string, number> = {};
  let next = 0;
  for (const { name, of, quiet } of tallies) {
    const count = of === 'rows' ? rows.length : found[next++]!;
    if (count > 0 || !quiet) counts[name] = count;
  }
  return counts;
}
