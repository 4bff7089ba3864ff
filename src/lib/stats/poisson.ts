import type { Interval } from '../../model/report.ts';
import { binomialCdf } from './binomial.ts';
import { gammaQuantile } from './gamma.ts';

/**
 * Exact interval of a Poisson count (Garwood 1936): half the chi-square quantiles with 2·count and 2·count + 2 degrees of freedom.
 * In counts; divide by the exposure (days) for a rate.
 * @throws RangeError unless count is a whole number >= 0.
 */
export function poissonInterval(count: number, level = 0.95): Interval {
  assertCount(count);
  const tail = (1 - level) / 2;
  return {
    level,
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
    method: 'exact-poisson',
  };
}

/** Events seen over a time (days) or another base. */
export interface CountRate {
  readonly count: number;
  readonly exposure: number;
}

/**
 * Whether the first rate is clearly higher (1) or lower (−1) than the second, or neither (0):
 * given both counts together, the first is binomial with the first's share of the exposure (Przyborowski & Wilenski 1940);
 * two-sided, twice the smaller tail.
 * @throws RangeError unless both counts are whole numbers >= 0 and both exposures > 0.
 */
export function poissonRateChange(first: CountRate, second: CountRate, level = 0.95): -1 | 0 | 1 {
  for (const { count, exposure } of [first, second]) {
    assertCount(count);
    if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`an exposure is above 0, not ${exposure}`);
  }
  const n = first.count + second.count;
  const p = first.exposure / (first.exposure + second.exposure);
  const tail = (1 - level) / 2;
  if (binomialCdf({ k: first.count, n, p }) <= tail) return -1;
  // P(X >= count) from the other side, where it is not the difference of two numbers near 1.
  return binomialCdf({ k: second.count, n, p: 1 - p }) <= tail ? 1 : 0;
}

function assertCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a count is a whole number of at least 0, not ${count}`);
}
