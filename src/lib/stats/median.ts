import { quantileSorted } from './quantile.ts';
import { sortWholes } from './sort-values.ts';

/** Below this, sorting is as quick. */
const FEW = 1024;
const BIN_BITS = 11;
const counts = new Uint32Array(1 << BIN_BITS);

/**
 * The median of whole numbers in any order, as `quantileSorted` gives it: only those are sorted that share the upper digits of the middle.
 * Their order is lost. `max` is the largest.
 * @throws RangeError without values.
 */
export function medianOfWholes(values: Uint32Array, max: number): number {
  const size = values.length;
  if (size < FEW) return quantileSorted(sortWholes(values, max), 0.5);
  const shift = Math.max(0, 32 - Math.clz32(max) - BIN_BITS);
  counts.fill(0);
  for (let index = 0; index < size; index++) counts[values[index]! >>> shift]!++;
  const [low, high] = [(size - 1) >>> 1, size >>> 1];
  const first = binOf(low);
  const last = binOf(high);
  let kept = 0;
  for (let index = 0; index < size; index++) {
    const bin = values[index]! >>> shift;
    if (bin === first.bin || bin === last.bin) values[kept++] = values[index]!;
  }
  const middle = sortWholes(values.subarray(0, kept), max);
  return quantileSorted(middle.subarray(low - first.below, high - first.below + 1), 0.5);
}

/** The bin that holds a rank, and how many values lie in the bins below it. Between the bins of two neighbouring ranks all others are empty. */
function binOf(rank: number): { readonly bin: number; readonly below: number } {
  let below = 0;
  let bin = 0;
  for (; below + counts[bin]! <= rank; bin++) below += counts[bin]!;
  return { bin, below };
}
