import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOTSTRAP_UP_TO, meanDifference, meanInterval } from '../../../src/lib/stats/mean-interval.ts';
import { stateAfter, sumOfDraws } from '../../../src/lib/stats/random-draws.ts';
import { mean, sum } from '../../../src/lib/stats/sum.ts';
import { mulberry32 } from '../../support/mulberry32.ts';

const samples = fc
  .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 250 })
  .map((values) => Float64Array.from(values));

/** Exponential waiting times with mean 1: as skewed as real ones. */
function waits(n: number, seed: number): Float64Array {
  const random = mulberry32(seed);
  return Float64Array.from({ length: n }, () => -Math.log(1 - random()));
}

describe('sumOfDraws', () => {
  it('draws as mulberry32 does, and goes on where it stopped', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(samples, { minLength: 1, maxLength: 4 }), (seed, several) => {
        const random = mulberry32(seed);
        let state = seed;
        for (const sample of several) {
          let total = 0;
          for (let draw = 0; draw < sample.length; draw++) total += sample[Math.floor(random() * sample.length)]!;
          expect(sumOfDraws(sample, state)).toBe(total);
          state = stateAfter(state, sample.length);
        }
      }),
    );
  });
});

describe('meanInterval', () => {
  it('resamples small sets and approximates large ones', () => {
    expect(meanInterval(waits(BOOTSTRAP_UP_TO, 1))?.method).toBe('bootstrap');
    expect(meanInterval(waits(BOOTSTRAP_UP_TO + 1, 1))?.method).toBe('normal');
  });
  it('both methods give nearly the same bounds where one takes over from the other', () => {
    const sample = waits(BOOTSTRAP_UP_TO, 3);
    const small = meanInterval(sample)!;
    // One more value at the mean hardly changes the sample but the method.
    const large = meanInterval(Float64Array.of(...sample, mean(sample)))!;
    const width = small.high - small.low;
    expect(Math.abs(large.low - small.low)).toBeLessThan(width * 0.06);
    expect(Math.abs(large.high - small.high)).toBeLessThan(width * 0.06);
  });
  it('large samples: mean ± 1.96 standard errors when they are symmetric', () => {
    // 0 and 1, 500 of each: mean ½, variance of the mean ¼ · 1000/999 / 1000
    const interval = meanInterval(Float64Array.from({ length: 1000 }, (_, index) => index % 2))!;
    const spread = 1.959963984540054 * Math.sqrt(0.25 / 999);
    expect(interval.low).toBeCloseTo(0.5 - spread, 12);
    expect(interval.high).toBeCloseTo(0.5 + spread, 12);
  });
  it('covers the true mean about as often as it says', () => {
    for (const size of [40, 300]) {
      let covered = 0;
      for (let run = 0; run < 300; run++) {
        const { low, high } = meanInterval(waits(size, 1000 * size + run))!;
        if (low <= 1 && 1 <= high) covered++;
      }
      // 95 % nominal. Percentile intervals of 40 skewed values fall short by about three points (Efron & Tibshirani 1993, ch. 14); the simulation's own error is 1.3.
      expect(covered / 300).toBeGreaterThan(0.88);
      expect(covered / 300).toBeLessThanOrEqual(0.99);
    }
  });
  it('holds the mean, whatever the order of rows, every time the same', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const interval = meanInterval(sample)!;
        expect(interval.low).toBeLessThanOrEqual(mean(sample) * (1 + 1e-12));
        expect(interval.high).toBeGreaterThanOrEqual(mean(sample) * (1 - 1e-12));
        expect(meanInterval(sample.toReversed())).toEqual(interval);
      }),
      { numRuns: 40 },
    );
  });
  it('takes a million values', () => {
    const { low, high } = meanInterval(waits(1_000_000, 5).sort())!;
    expect(low).toBeLessThan(1.003);
    expect(high).toBeGreaterThan(0.997);
  });
  it('has none below two values, and a point for equal ones', () => {
    expect(meanInterval(Float64Array.of())).toBeNull();
    expect(meanInterval(Float64Array.of(4))).toBeNull();
    expect(meanInterval(Float64Array.of(4, 4, 4))).toMatchObject({ low: 4, high: 4 });
    expect(meanInterval(new Float64Array(500).fill(4))).toMatchObject({ low: 4, high: 4 });
  });
});

describe('meanDifference', () => {
  it('holds the difference', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const { difference, low, high } = meanDifference(a, b)!;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(difference).toBeCloseTo(mean(a) - mean(b), 3);
      }),
      { numRuns: 40 },
    );
  });
  it.for([50, 1000])('sees a doubled mean and no difference where there is none (n = %d)', (n) => {
    const doubled = meanDifference(
      waits(n, 1).map((value) => 2 * value + 1),
      waits(n, 2),
    )!;
    expect(doubled.low).toBeGreaterThan(0);
    const same = meanDifference(waits(n, 1), waits(n, 2))!;
    expect(same.low).toBeLessThan(0);
    expect(same.high).toBeGreaterThan(0);
  });
  it('has none when a side has fewer than two values', () => {
    expect(meanDifference(Float64Array.of(1), Float64Array.of(1, 2))).toBeNull();
  });
});

describe('sum', () => {
  it('of whole numbers is exact, and loses nothing beyond what they can hold', () => {
    const whole = fc.array(fc.nat(4_294_967_295), { maxLength: 100 });
    const exact = (values: readonly number[]): number => Number(values.reduce((total, value) => total + BigInt(value), 0n));
    fc.assert(fc.property(whole, (values) => sum(values) === exact(values)));
    expect(sum([1e16, 1, 1, 1, -1e16])).toBe(3);
    expect(sum([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1e15, -1e15])).toBeCloseTo(4.5, 12);
    expect(sum([])).toBe(0);
  });
});
