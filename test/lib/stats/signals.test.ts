import fc from 'fast-check';
import * as oracle from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { sortedCopy } from '../../../src/lib/stats/quantile.ts';
import { medianAbsoluteDeviation, robustOutliers } from '../../../src/lib/stats/robust-outliers.ts';
import { xmr } from '../../../src/lib/stats/xmr.ts';

describe('xmr', () => {
  it('limits (constants: Wheeler; numbers: kpis.md 10.5)', () => {
    const chart = xmr([39, 41, 41, 41, 43, 44, 41, 42, 40, 41, 44, 40])!;
    expect(chart.mean).toBeCloseTo(41.417, 3);
    expect(chart.movingRange).toBeCloseTo(1.727, 3);
    expect(chart.low).toBeCloseTo(36.822, 3);
    expect(chart.high).toBeCloseTo(46.011, 3);
    expect(chart.rangeLimit).toBeCloseTo(5.648, 3);
    expect(chart.signals).toEqual([]);
  });
  it('needs six values', () => {
    expect(xmr([1, 2, 3, 4, 5])).toBeNull();
    expect(xmr([1, 2, 1, 2, 1, 2])).not.toBeNull();
  });
  it('a point outside the limits', () => {
    // Mean 9/9 · 10 + 90 over 10 = 18; ranges 0,0,0,0,0,0,0,0,80 → 80/9 = 8.89; limits 18 ± 23.6 → 90 is out.
    // The nine 10s lie on one side of the mean, so they are a run.
    const { signals } = xmr([10, 10, 10, 10, 10, 10, 10, 10, 10, 90])!;
    expect(signals.at(-1)).toEqual({ index: 9, rule: 'outside' });
    expect(signals.slice(0, -1).every(({ rule }) => rule === 'run')).toBe(true);
    expect(signals).toHaveLength(10);
  });
  it('seven on one side are a run, six are none', () => {
    // Mean 5 in both; zigzag around 4 and 6 keeps the limits wide.
    const seven = [4, 4.5, 4, 4.5, 4, 4.5, 4, 6, 5.5, 6, 5.5, 6, 5.5, 6];
    expect(xmr(seven)!.signals.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const six = [4, 4.5, 4, 4.5, 4, 4.5, 6, 5.5, 6, 5.5, 6, 5.5];
    expect(xmr(six)!.signals).toEqual([]);
  });
  it('five in one direction are a trend, four are none', () => {
    // Up 10 12 14 16 18 at indexes 1–5; the mean lies between, so no run.
    expect(xmr([19, 10, 12, 14, 16, 18, 9, 15])!.signals).toEqual([1, 2, 3, 4, 5].map((index) => ({ index, rule: 'trend' })));
    expect(xmr([19, 10, 12, 14, 16, 9, 15, 12])!.signals).toEqual([]);
  });
  it('equal values have limits of no width and no signal', () => {
    expect(xmr([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])!.signals).toEqual([]);
  });
  it('holds the mean between its limits', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 60 }), (values) => {
        const { mean, low, high } = xmr(values)!;
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
      }),
    );
  });
});

describe('robustOutliers', () => {
  it('by hand', () => {
    // Median 4; distances 3 2 1 0 1 2 96 → median 2; 4 ± 3.5 · 1.4826 · 2 = −6.378…14.378
    const result = robustOutliers(sortedCopy([1, 2, 3, 4, 5, 6, 100]))!;
    expect(result).toMatchObject({ median: 4, below: 0, above: 1 });
    expect(result.low).toBeCloseTo(-6.3782, 10);
    expect(result.high).toBeCloseTo(14.3782, 10);
  });
  it('both ends', () => {
    expect(robustOutliers(sortedCopy([-500, -400, 1, 2, 3, 4, 5, 6, 7, 900]))).toMatchObject({ below: 2, above: 1 });
  });
  it('says nothing about few or mostly equal values', () => {
    expect(robustOutliers(sortedCopy([1, 2, 3, 1000]))).toBeNull();
    expect(robustOutliers(sortedCopy([5, 5, 5, 5, 5, 1000]))).toBeNull();
  });
  it('the deviation agrees with simple-statistics', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 120 }), (values) => {
        expect(medianAbsoluteDeviation(sortedCopy(values))).toBe(oracle.medianAbsoluteDeviation(values));
      }),
    );
  });
});
