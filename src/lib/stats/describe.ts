import type { Stats } from '../../model/report.ts';
import { quantileSorted } from './quantile.ts';
import { mean } from './sum.ts';
import type { Values } from './values.ts';

/**
 * Mean, median, p90, p95 (quantiles of R's type 7), smallest and largest value, in the unit of the values.
 * `total` where the sum of whole numbers is known.
 * @throws RangeError without values: an empty set has no statistics, and 0 would be a lie.
 */
export function describeSorted(sorted: Values, total?: number): Stats {
  if (sorted.length === 0) throw new RangeError('describeSorted needs at least one value');
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  return {
    // Dividing may round a mean of equal values out of their range by one bit.
    mean: Math.min(max, Math.max(min, meanOf(sorted, total))),
    median: quantileSorted(sorted, 0.5),
    p90: quantileSorted(sorted, 0.9),
    p95: quantileSorted(sorted, 0.95),
    min,
    max,
  };
}

function meanOf(sorted: Values, total: number | undefined): number {
  return total !== undefined && total <= Number.MAX_SAFE_INTEGER ? total / sorted.length : mean(sorted);
}
