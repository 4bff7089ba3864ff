import { describe, expect, it } from 'vitest';
import { binomialCdf } from '../../../src/lib/stats/binomial.ts';
import { gammaQuantile, logGamma, regularizedGamma } from '../../../src/lib/stats/gamma.ts';
import { normalQuantile, normalUpperTail, twoSidedP, zForLevel } from '../../../src/lib/stats/normal.ts';
import { mulberry32 } from '../../support/mulberry32.ts';

/** Relative closeness: the tables span 30 orders of magnitude. */
function expectClose(actual: number, expected: number, relative = 1e-12): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.abs(expected) * relative + 1e-14);
}

// Every expected value of this file: scipy 1.17.1 (stats.norm, stats.binom, special.gammaln, gammainc, gammaincinv).
describe('normal distribution', () => {
  it.for([
    [0.5, 0],
    [0.6, 0.2533471031357997],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9999999, 5.199337582290661],
    [1e-12, -7.034483825301131],
    [1e-30, -11.464024688443613],
  ] as const)('quantile of %d', ([p, z]) => {
    expectClose(normalQuantile(p), z);
  });
  it('tail and quantile undo each other', () => {
    for (const z of [-8, -1.5, 0, 0.3, 1.96, 5, 10])
      expectClose(normalUpperTail(z), normalUpperTail(-z) === 1 ? normalUpperTail(z) : 1 - normalUpperTail(-z), 1e-9);
    for (const p of [1e-9, 0.02, 0.4, 0.5, 0.7]) expectClose(normalUpperTail(-normalQuantile(p)), p);
  });
  it('two-sided p', () => {
    expectClose(twoSidedP(-zForLevel(0.95)), 0.05);
    expect(twoSidedP(0)).toBe(1);
  });
  it.for([0, 1, -1, Number.NaN])('refuses p = %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('gamma functions', () => {
  it.for([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [1, 0],
    [2.5, 0.2846828704729192],
    [9.99, 12.779315214350195],
    [10, 12.801827480081469],
    [123.4, 469.3360974421906],
    [1e6, 12815504.569147611],
  ] as const)('ln Γ(%d)', ([x, expected]) => {
    expectClose(logGamma(x), expected);
  });
  it.for([
    [0.5, 0.1, 0.34527915398142317],
    [0.5, 2, 0.9544997361036415],
    [3, 2.5, 0.45618688411667035],
    [30, 40, 0.9567713178482644],
    [100, 80, 0.0171083130351331],
    [1e4, 1.01e4, 0.8413487504471796],
    [1e6, 1.001e6, 0.8413447863683402],
  ] as const)('P(%d, %d)', ([a, x, expected]) => {
    expectClose(regularizedGamma(a, x).lower, expected, 1e-8);
    expectClose(regularizedGamma(a, x).upper, 1 - expected, 1e-8);
  });
  it.for([
    [0.025, 1, 0.025317807984289876],
    [0.025, 5, 1.6234863901184207],
    [0.975, 6, 11.66833207932267],
    [0.975, 101, 121.62679379242638],
    [0.3, 0.5, 0.07423593091627269],
    [0.975, 1e5, 100620.74164077373],
  ] as const)('quantile %d of shape %d', ([p, a, expected]) => {
    expectClose(gammaQuantile(p, a), expected, 1e-10);
  });
  it('ends', () => {
    expect(regularizedGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
    expect(regularizedGamma(3, Infinity)).toEqual({ lower: 1, upper: 0 });
    expect(gammaQuantile(0, 2)).toBe(0);
  });
  it('refuses what has no value', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => regularizedGamma(0, 1)).toThrow(RangeError);
    expect(() => gammaQuantile(1, 1)).toThrow(RangeError);
  });
});

describe('binomial distribution', () => {
  it.for([
    [3, 10, 0.5, 0.171875],
    [9, 30, 0.5, 0.021386972628533847],
    [28, 29, 0.9, 0.9528987130275375],
    [7, 20, 0.3, 0.7722717974181608],
    [499_000, 1_000_000, 0.5, 0.0228041499326948],
    [950_000, 1_000_000, 0.95, 0.5006406654337354],
  ] as const)('P(X <= %d) of %d trials at %d', ([k, n, p, expected]) => {
    expectClose(binomialCdf({ k, n, p }), expected, 1e-8);
  });
  it('agrees with adding up the terms', () => {
    // 5 trials at 0.2: 0.8^5 = 0.32768, + 5 · 0.2 · 0.8^4 = 0.4096, + 10 · 0.04 · 0.512 = 0.2048
    expectClose(binomialCdf({ k: 0, n: 5, p: 0.2 }), 0.32768);
    expectClose(binomialCdf({ k: 1, n: 5, p: 0.2 }), 0.73728);
    expectClose(binomialCdf({ k: 2, n: 5, p: 0.2 }), 0.94208);
  });
  it('ends', () => {
    expect(binomialCdf({ k: -1, n: 5, p: 0.2 })).toBe(0);
    expect(binomialCdf({ k: 5, n: 5, p: 0.2 })).toBe(1);
    expect(binomialCdf({ k: 0, n: 5, p: 0 })).toBe(1);
    expect(binomialCdf({ k: 4, n: 5, p: 1 })).toBe(0);
    expect(() => binomialCdf({ k: 1, n: 5, p: 1.1 })).toThrow(RangeError);
  });
});

describe('mulberry32', () => {
  it('gives the same numbers for the same seed, within [0, 1)', () => {
    const first = mulberry32(7);
    const second = mulberry32(7);
    let total = 0;
    for (let draw = 0; draw < 20_000; draw++) {
      const value = first();
      expect(value).toBe(second());
      if (!(value >= 0 && value < 1)) throw new Error(`out of range: ${value}`);
      total += value;
    }
    // The mean of 20,000 uniforms has a standard deviation of 1/√(12 · 20,000) = 0.002.
    expect(total / 20_000).toBeCloseTo(0.5, 2);
  });
});
