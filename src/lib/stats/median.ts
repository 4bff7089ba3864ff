import { quantileSorted } from './quantile.ts';
import { sortValues } from './sort-values.ts';

/** Below this, sorting is as quick. */
const FEW = 1024;
const BIN_BITS = 11;
const counts = new Uint32Array(1 << BIN_BITS);

/**
 * The median of values in any order, as `quantileSorted` gives it, without sorting them all; their order is lost. Values must not be `NaN`.
 * Of whole numbers from 0 to 4,294,967,295 only those are sorted that share the upper digits of the middle.
 * @throws RangeError without values.
 */
export function median(values: Float64Array): number {
  const size = values.length;
  const max = size < FEW ? null : largestOfWhole(values);
  if (max === null) return quantileSorted(sortValues(values), 0.5);
  const shift = Math.max(0, 32 - Math.clz32(max) - BIN_BITS);
  counts.fill(0);
  for (let index = 0; index < size; index++) counts[values[index]! >>> shift]!++;
  const [low, high] = [(size - 1) >>> 1, size >>> 1];
  const first = binOf(low);
  const last = binOf(high);
  let kept = 0;
  for (let index = 0; index < size; index++) {
    const value = values[index]!;
    const bin = value >>> shift;
    if (bin === first.bin || bin === last.bin) values[kept++] = value;
  }
  const middle = sortValues(values.subarray(0, kept));
  return quantileSorted(middle.subarray(low - first.below, high - first.below + 1), 0.5);
}

/** The bin that holds a rank, and how many values lie in the bins below it. Between the bins of two neighbouring ranks all others are empty. */
function binOf(rank: number): { readonly bin: number; readonly below: number } {
  let below = 0;
  let bin = 0;
  for (; below + counts[bin]! <= rank; bin++) below += counts[bin]!;
  return { bin, below };
}

/** `null` unless all are whole numbers of 32 bits. */
function largestOfWhole(values: Float64Array): number | null {
  let max = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value !== value >>> 0) return null;
    if (value > max) max = value;
  }
  return max;
}
