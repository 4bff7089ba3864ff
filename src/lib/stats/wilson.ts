import type { Interval } from '../../model/report.ts';
import { zForLevel } from './normal.ts';
import { assertShare, type Share } from './share.ts';

/**
 * Wilson's score interval of a proportion, without continuity correction (Wilson 1927; R `binom.confint(methods = "wilson")`).
 * A ratio within 0–1. Unlike Wald's it is honest for few rows and for 0 % and 100 %.
 * @throws RangeError unless 0 <= hits <= of and of > 0.
 */
export function wilsonInterval({ hits, of, level = 0.95 }: Share & { readonly level?: number }): Interval {
  assertShare({ hits, of });
  const z = zForLevel(level);
  const rate = hits / of;
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + (z / of / 2) ** 2);
  const centre = rate + (z * z) / of / 2;
  const scale = 1 + (z * z) / of;
  return {
    level,
    // At the ends the bound is exact; rounding would leave it a bit off.
    low: hits === 0 ? 0 : Math.max(0, Math.min(rate, (centre - spread) / scale)),
    high: hits === of ? 1 : Math.min(1, Math.max(rate, (centre + spread) / scale)),
    method: 'wilson',
  };
}
