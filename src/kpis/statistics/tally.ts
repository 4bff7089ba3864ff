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
  const counts: Record<string, number> = {};
  for (const { name, of, quiet } of tallies) {
    const count = of === 'rows' ? rows.length : countSet(of, rows);
    if (count > 0 || !quiet) counts[name] = count;
  }
  return counts;
}

/** Rows whose byte is 1; the bytes are 0 or 1. */
export function countSet(mask: Uint8Array, rows: Int32Array): number {
  if (rows.length === mask.length) return countAll(mask);
  let count = 0;
  for (let index = 0; index < rows.length; index++) count += mask[rows[index]!]!;
  return count;
}

/** As many rows as bytes are all rows. */
function countAll(mask: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row]!;
  return count;
}
