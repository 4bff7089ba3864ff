import type { Interval } from '../../model/report.ts';
import { binomialCdf } from './binomial.ts';
import { normalQuantile } from './normal.ts';
import type { Values } from './values.ts';

/**
 * Interval of a quantile without any assumption on the shape of the values: two order statistics whose ranks bracket the quantile
 * with a binomial probability of at least `level` (David & Nagaraja, Order Statistics, 7.1). In the unit of the values.
 * Tails are equal; where the sample is too small for that on one side, its extreme value is the bound and the other side takes what is left.
 * `null` when not even smallest to largest would do: for the median below 6 values, for p90 below 29, for p95 below 59 (95 %).
 * Ranks are exact at any n; a million values cost less than a millisecond.
 * @throws RangeError unless 0 < p < 1 and 0 < level < 1.
 */
export function quantileInterval(sorted: Values, p: number, level = 0.95): Interval | null {
  const ranks = quantileRanks({ n: sorted.length, p, level });
  return ranks && { level, low: sorted[ranks.low - 1]!, high: sorted[ranks.high - 1]!, method: 'order-statistics' };
}

/** The 1-based ranks of `quantileInterval`'s bounds. */
export function quantileRanks({
  n,
  p,
  level = 0.95,
}: {
  readonly n: number;
  readonly p: number;
  readonly level?: number;
}): { readonly low: number; readonly high: number } | null {
  if (!(p > 0 && p < 1 && level > 0 && level < 1))
    throw new RangeError(`an interval of a quantile needs p and level between 0 and 1, not ${p} and ${level}`);
  const alpha = 1 - level;
  const belowMin = (1 - p) ** n;
  const aboveMax = p ** n;
  // The bound of the existence is an equality for no n that matters; the slack is for rounding only.
  if (n === 0 || belowMin + aboveMax > alpha + 1e-12) return null;
  const tail = alpha / 2;
  const high = aboveMax > tail ? n : upperRank({ n, p, tail: belowMin > tail ? alpha - belowMin : tail });
  const low = belowMin > tail ? 1 : n + 1 - upperRank({ n, p: 1 - p, tail: aboveMax > tail ? alpha - aboveMax : tail });
  return { low, high };
}

/** Smallest rank r with P(the quantile lies above the r-th value) = P(X >= r) <= tail, for X binomial(n, p): the number of values below the quantile. */
function upperRank({ n, p, tail }: { readonly n: number; readonly p: number; readonly tail: number }): number {
  const enough = (rank: number) => 1 - binomialCdf({ k: rank - 1, n, p }) <= tail + 1e-12;
  const guess = n * p + normalQuantile(1 - tail) * Math.sqrt(n * p * (1 - p));
  let rank = Math.max(1, Math.min(n, Math.round(guess)));
  while (rank > 1 && enough(rank - 1)) rank--;
  while (rank < n && !enough(rank)) rank++;
  return rank;
}
