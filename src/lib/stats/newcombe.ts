import type { Difference } from './difference.ts';
import type { Share } from './share.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * Difference of two independent proportions, first minus second, with Newcombe's hybrid score interval
 * (Newcombe 1998, method 10: the two Wilson intervals squared and added). Ratio points within −1…1.
 * @throws RangeError unless both have 0 <= hits <= of and of > 0.
 */
export function newcombeDifference(first: Share, second: Share, level = 0.95): Difference {
  const a = wilsonInterval({ ...first, level });
  const b = wilsonInterval({ ...second, level });
  const rateA = first.hits / first.of;
  const rateB = second.hits / second.of;
  const difference = rateA - rateB;
  return {
    difference,
    low: difference - Math.hypot(rateA - a.low, b.high - rateB),
    high: difference + Math.hypot(a.high - rateA, rateB - b.low),
  };
}
