import { quantileSorted } from './quantile.ts';

/** Makes the median absolute deviation an estimate of the standard deviation of normal values: 1 / Φ⁻¹(¾). */
const TO_SIGMA = 1.4826;

export interface RobustOutliers {
  readonly median: number;
  /** 1.4826 · median absolute deviation. */
  readonly spread: number;
  /** Values outside these are outliers. */
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly above: number;
}

/**
 * Outliers by the modified z-score |x − median| / (1.4826 · MAD) > 3.5 (Iglewicz & Hoaglin 1993; NIST handbook 1.3.5.17), which,
 * unlike mean and standard deviation, the outliers themselves do not move. In the unit of the values; take logarithms of durations first,
 * whose long tail is no error. `null` below five values, or when more than half of them are the same: nothing then says what is far.
 */
export function robustOutliers(sorted: Float64Array, threshold = 3.5): RobustOutliers | null {
  if (sorted.length < 5) return null;
  const median = quantileSorted(sorted, 0.5);
  const spread = TO_SIGMA * medianAbsoluteDeviation(sorted);
  if (spread === 0) return null;
  const low = median - threshold * spread;
  const high = median + threshold * spread;
  let below = 0;
  while (sorted[below]! < low) below++;
  let above = 0;
  while (sorted[sorted.length - 1 - above]! > high) above++;
  return { median, spread, low, high, below, above };
}

/**
 * Median distance from the median, in the unit of the values. Linear: the distances on either side of it are already in order.
 * @throws RangeError without values.
 */
export function medianAbsoluteDeviation(sorted: Float64Array): number {
  const n = sorted.length;
  const median = quantileSorted(sorted, 0.5);
  let right = 0;
  while (right < n && sorted[right]! <= median) right++;
  let left = right - 1;
  let previous = 0;
  let distance = 0;
  for (let taken = 0; taken <= n >> 1; taken++) {
    const toLeft = left >= 0 ? median - sorted[left]! : Infinity;
    const toRight = right < n ? sorted[right]! - median : Infinity;
    previous = distance;
    distance = Math.min(toLeft, toRight);
    if (toLeft <= toRight) left--;
    else right++;
  }
  return n % 2 === 1 ? distance : (previous + distance) / 2;
}
