import fc from 'fast-check';
import * as oracle from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { describeSorted } from '../../../src/lib/stats/describe.ts';
import { quantileSorted, sortedCopy } from '../../../src/lib/stats/quantile.ts';
import { mean, sum } from '../../../src/lib/stats/sum.ts';

const of = (...values: number[]) => sortedCopy(values);
const durations = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 200 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantileSorted', () => {
  // kpis.md 1.3 (numpy); the last two lines from simple-statistics' own tests of quantile_sorted.
  it.for([
    [[1, 2], 0.9, 1.9],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.1],
    [[5], 0.9, 5],
    [[10, 20, 30, 40], 0.25, 17.5],
    [[10, 20, 30, 40], 0.5, 25],
    [[10, 20, 30, 40], 0.75, 32.5],
    [[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5, 9],
  ] as const)('of %j at %d is %d', ([values, p, expected]) => {
    expect(quantileSorted(sortedCopy(values), p)).toBeCloseTo(expected, 12);
  });
  it('takes the ends at 0 and 1', () => {
    expect(quantileSorted(of(4, 1, 9), 0)).toBe(1);
    expect(quantileSorted(of(4, 1, 9), 1)).toBe(9);
  });
  it('refuses an empty set and a p that is none', () => {
    expect(() => quantileSorted(of(), 0.5)).toThrow('quantileSorted needs at least one value');
    expect(() => quantileSorted(of(1), 1.01)).toThrow(RangeError);
    expect(() => quantileSorted(of(1), Number.NaN)).toThrow(RangeError);
  });
  it('rises with p and stays within the values', () => {
    fc.assert(
      fc.property(durations, share, share, (values, p, q) => {
        const sorted = sortedCopy(values);
        const low = quantileSorted(sorted, Math.min(p, q));
        const high = quantileSorted(sorted, Math.max(p, q));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(sorted[0]!);
        expect(high).toBeLessThanOrEqual(sorted.at(-1)!);
      }),
    );
  });
  it('agrees with simple-statistics (type 7) at every p', () => {
    fc.assert(
      fc.property(durations, share, (values, p) => {
        const expected = oracle.quantile(values, p);
        expect(Math.abs(quantileSorted(sortedCopy(values), p) - expected)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });
});

describe('sortedCopy', () => {
  it('sorts numbers as numbers, drops NaN and leaves its input alone', () => {
    const values = Float64Array.of(10, Number.NaN, 9, -1, 100);
    expect([...sortedCopy(values)]).toEqual([-1, 9, 10, 100]);
    expect([...values]).toEqual([10, Number.NaN, 9, -1, 100]);
  });
});

describe('describeSorted', () => {
  it('agrees with simple-statistics on mean, median, min and max', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const stats = describeSorted(sortedCopy(values));
        expect(stats.min).toBe(oracle.min(values));
        expect(stats.max).toBe(oracle.max(values));
        expect(stats.median).toBeCloseTo(oracle.median(values), 5);
        expect(stats.mean).toBeCloseTo(oracle.mean(values), 5);
      }),
    );
  });
  it('gives all six numbers', () => {
    // 1..10: mean 55/10; p90 at index 8.1 → 9.1; p95 at index 8.55 → 9.55
    const stats = describeSorted(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    expect(stats).toMatchObject({ mean: 5.5, median: 5.5, min: 1, max: 10 });
    expect(stats.p90).toBeCloseTo(9.1, 12);
    expect(stats.p95).toBeCloseTo(9.55, 12);
  });
  it('keeps zero as a value', () => {
    expect(describeSorted(of(0, 0, 3))).toMatchObject({ mean: 1, median: 0, min: 0 });
  });
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(durations, (values) => {
        expect(describeSorted(sortedCopy(values.toReversed()))).toEqual(describeSorted(sortedCopy(values)));
      }),
    );
  });
  it('refuses an empty set', () => {
    expect(() => describeSorted(of())).toThrow('describeSorted needs at least one value');
  });
});

describe('sum', () => {
  it('loses nothing to large neighbours', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2); // Neumaier 1974, his own example; plain adding gives 0
    expect(sum([])).toBe(0);
  });
  it('means', () => {
    expect(mean([20, 15])).toBe(17.5); // kpis.md 1.4, reply times
    expect(() => mean([])).toThrow('mean needs at least one value');
  });
});
