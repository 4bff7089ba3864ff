import type { Values } from './values.ts';

/**
 * The values in ascending order as a new array; `NaN` ("none") is dropped. What the rest of this folder calls `sorted`.
 */
export function sortedCopy(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let size = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!Number.isNaN(value)) kept[size++] = value;
  }
  return kept.subarray(0, size).sort();
}

/**
 * Quantile by linear interpolation at index (n − 1)·p: R's type 7, and the default of numpy, d3-array and SQL's `percentile_cont`.
 * The median of an even number of values is therefore the mean of the middle two. In the unit of the values.
 * @throws RangeError without values, or for a `p` outside 0–1.
 */
export function quantileSorted(sorted: Values, p: number): number {
  if (sorted.length === 0) throw new RangeError('quantileSorted needs at least one value');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantileSorted needs a p between 0 and 1, not ${p}`);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  // Rounding must not carry the interpolation past its upper neighbour: quantiles stay monotone in p.
  return Math.min(high, low + (high - low) * (position - below));
}
