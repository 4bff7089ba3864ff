import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf } from '../../../src/lib/stats/binomial.ts';
import { mannWhitney } from '../../../src/lib/stats/mann-whitney.ts';
import { quantileInterval, quantileRanks } from '../../../src/lib/stats/order-statistics.ts';
import { poissonInterval, poissonRateChange } from '../../../src/lib/stats/poisson.ts';
import { quantileSorted, sortedCopy } from '../../../src/lib/stats/quantile.ts';

const oneTo = (n: number) => Float64Array.from({ length: n }, (_, index) => index + 1);

describe('quantileInterval', () => {
  // kpis.md 8.2: ranks for the median.
  it.for([
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [30, 10, 21],
  ] as const)('median of %d values: ranks %d to %d', ([n, low, high]) => {
    expect(quantileRanks({ n, p: 0.5 })).toEqual({ low, high });
    expect(quantileInterval(oneTo(n), 0.5)).toEqual({ level: 0.95, low, high, method: 'order-statistics' });
  });
  it('six values cover the median at 96.9 %', () => {
    expect(binomialCdf({ k: 5, n: 6, p: 0.5 }) - binomialCdf({ k: 0, n: 6, p: 0.5 })).toBeCloseTo(0.96875, 12); // 1 − 2/2⁶
  });
  // kpis.md 8.2: the least n with an upper bound. 0.9²⁹ = 0.0471, 0.95⁵⁹ = 0.0485, 0.99²⁹⁹ = 0.0495.
  it.for([
    [0.5, 6],
    [0.9, 29],
    [0.95, 59],
    [0.99, 299],
    [0.1, 29],
  ] as const)('quantile %d exists from %d values', ([p, least]) => {
    expect(quantileRanks({ n: least - 1, p })).toBeNull();
    expect(quantileRanks({ n: least, p })).not.toBeNull();
    expect(quantileInterval(oneTo(least - 1), p)).toBeNull();
  });
  it('has none without values', () => {
    expect(quantileInterval(oneTo(0), 0.5)).toBeNull();
  });
  it('covers at least the level, and one rank further in its tails would be too heavy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (n, p) => {
        const ranks = quantileRanks({ n, p });
        if (ranks === null) {
          expect((1 - p) ** n + p ** n).toBeGreaterThan(0.05);
          return;
        }
        const coverage = binomialCdf({ k: ranks.high - 1, n, p }) - binomialCdf({ k: ranks.low - 1, n, p });
        expect(coverage).toBeGreaterThanOrEqual(0.95 - 1e-9);
        if (ranks.low === 1 || ranks.high === n) return;
        expect(binomialCdf({ k: ranks.low, n, p })).toBeGreaterThan(0.025);
        expect(1 - binomialCdf({ k: ranks.high - 2, n, p })).toBeGreaterThan(0.025);
      }),
    );
  });
  it('holds the quantile', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 300 }), fc.constantFrom(0.5, 0.9, 0.95), (values, p) => {
        const sorted = sortedCopy(values);
        const interval = quantileInterval(sorted, p);
        if (interval === null) return;
        expect(interval.low).toBeLessThanOrEqual(quantileSorted(sorted, p));
        expect(interval.high).toBeGreaterThanOrEqual(quantileSorted(sorted, p));
      }),
    );
  });
  it('takes a million values', () => {
    // scipy 1.17.1: binom.ppf(.025, 10⁶, .5) = 499020 is the least k with P(X <= k) >= 0.025, so the rank is the same; the upper by symmetry.
    expect(quantileRanks({ n: 1_000_000, p: 0.5 })).toEqual({ low: 499_020, high: 500_981 });
  });
  it('refuses a p or level that is none', () => {
    expect(() => quantileInterval(oneTo(9), 1)).toThrow(RangeError);
    expect(() => quantileInterval(oneTo(9), 0.5, 0)).toThrow(RangeError);
  });
});

describe('poissonInterval', () => {
  // kpis.md 8.2, to two digits.
  it.for([
    [0, 0, 3.69],
    [1, 0.03, 5.57],
    [5, 1.62, 11.67],
    [10, 4.8, 18.39],
    [30, 20.24, 42.83],
    [100, 81.36, 121.63],
  ] as const)('%d events', ([count, low, high]) => {
    const interval = poissonInterval(count);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
    expect(interval.method).toBe('exact-poisson');
  });
  it('holds the count, up to millions', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), (count) => {
        const { low, high } = poissonInterval(count);
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThan(count);
      }),
      { numRuns: 30 },
    );
  });
  it('refuses what is no count', () => {
    expect(() => poissonInterval(1.5)).toThrow(RangeError);
    expect(() => poissonInterval(-1)).toThrow(RangeError);
  });
});

describe('poissonRateChange', () => {
  it.for([
    // 5 against 15 over equal times: 2 · P(X <= 5 | 20, ½) = 2 · 21700/2²⁰ = 0.0414
    [5, 1, 15, 1, -1],
    [15, 1, 5, 1, 1],
    // 6 against 15: 2 · P(X <= 6 | 21, ½) = 2 · 82160/2²¹ = 0.0784
    [6, 1, 15, 1, 0],
    // Twice as many in twice the time is no change.
    [60, 60, 30, 30, 0],
    [0, 30, 0, 30, 0],
    [0, 1, 6, 1, -1],
    [0, 1, 5, 1, 0],
  ] as const)('%d in %d against %d in %d', ([countA, timeA, countB, timeB, expected]) => {
    expect(poissonRateChange({ count: countA, exposure: timeA }, { count: countB, exposure: timeB })).toBe(expected);
  });
  it('turns with its operands', () => {
    const rates = fc.record({ count: fc.nat(3000), exposure: fc.integer({ min: 1, max: 366 }) });
    fc.assert(
      fc.property(rates, rates, (a, b) => {
        expect(poissonRateChange(a, b) + poissonRateChange(b, a)).toBe(0);
      }),
    );
  });
  it('refuses an exposure of nothing', () => {
    expect(() => poissonRateChange({ count: 1, exposure: 0 }, { count: 1, exposure: 1 })).toThrow(RangeError);
  });
});

describe('mannWhitney', () => {
  it('ages of diagnosis, the example of scipy’s documentation', () => {
    // mannwhitneyu(males, females, method='asymptotic') → statistic 17, p 0.11134688653314041
    const { z, p } = mannWhitney(sortedCopy([19, 22, 16, 29, 24]), sortedCopy([20, 11, 17, 12]));
    expect(p).toBeCloseTo(0.11134688653314041, 12);
    expect(z).toBeGreaterThan(0);
  });
  it('corrects for ties', () => {
    // scipy 1.17.1, method='asymptotic': U = 8.5, p = 0.024875565276153314, z = −2.2433296416355963
    const { z, p } = mannWhitney(sortedCopy([1, 2, 2, 3, 3, 3, 4]), sortedCopy([2, 3, 4, 4, 5, 5, 5, 6]));
    expect(p).toBeCloseTo(0.024875565276153314, 12);
    expect(z).toBeCloseTo(-2.2433296416355963, 10);
  });
  it('says nothing when all values are equal', () => {
    expect(mannWhitney(sortedCopy([3, 3, 3]), sortedCopy([3, 3]))).toEqual({ z: 0, p: 1 });
  });
  it('turns with its operands and finds nothing between a sample and itself', () => {
    const samples = fc.array(fc.nat(50), { minLength: 1, maxLength: 80 }).map(sortedCopy);
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const forth = mannWhitney(a, b);
        const back = mannWhitney(b, a);
        expect(forth.z).toBeCloseTo(-back.z, 9);
        expect(forth.p).toBeGreaterThanOrEqual(0);
        expect(forth.p).toBeLessThanOrEqual(1);
        expect(mannWhitney(a, a).p).toBe(1);
      }),
    );
  });
  it('refuses an empty sample', () => {
    expect(() => mannWhitney(sortedCopy([]), sortedCopy([1]))).toThrow('mannWhitney needs at least one value in each sample');
  });
});
