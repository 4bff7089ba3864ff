import { twoSidedP } from './normal.ts';

/**
 * Mann–Whitney's U test that neither sample tends to larger values: normal approximation with correction for ties and for continuity
 * (Hollander & Wolfe; scipy's `mannwhitneyu(method='asymptotic')`). `z > 0`: the first sample tends to be larger. `p` is two-sided.
 * Linear in both sizes: the inputs are in ascending order. Says nothing when every value is the same: z 0, p 1.
 * The approximation is fair from about 8 values a side.
 * @throws RangeError when either is empty.
 */
export function mannWhitney(sortedA: Float64Array, sortedB: Float64Array): { readonly z: number; readonly p: number } {
  const sizeA = sortedA.length;
  const sizeB = sortedB.length;
  if (sizeA === 0 || sizeB === 0) throw new RangeError('mannWhitney needs at least one value in each sample');
  const total = sizeA + sizeB;
  let rankSum = 0;
  let ties = 0;
  let a = 0;
  let b = 0;
  while (a < sizeA || b < sizeB) {
    const value = Math.min(a < sizeA ? sortedA[a]! : Infinity, b < sizeB ? sortedB[b]! : Infinity);
    const startA = a;
    const start = a + b;
    while (a < sizeA && sortedA[a] === value) a++;
    while (b < sizeB && sortedB[b] === value) b++;
    const tied = a + b - start;
    rankSum += (a - startA) * (start + (tied + 1) / 2);
    ties += tied ** 3 - tied;
  }
  const u = rankSum - (sizeA * (sizeA + 1)) / 2;
  const offset = u - (sizeA * sizeB) / 2;
  const variance = ((sizeA * sizeB) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (!(variance > 0)) return { z: 0, p: 1 };
  const z = (Math.sign(offset) * Math.max(0, Math.abs(offset) - 0.5)) / Math.sqrt(variance);
  return { z, p: twoSidedP(z) };
}
