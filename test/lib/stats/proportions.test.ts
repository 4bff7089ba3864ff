import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombeDifference } from '../../../src/lib/stats/newcombe.ts';
import { npsDifference, npsInterval, npsScore } from '../../../src/lib/stats/nps.ts';
import { wilsonInterval } from '../../../src/lib/stats/wilson.ts';

const shares = fc.integer({ min: 1, max: 5000 }).chain((of) => fc.record({ hits: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
const counts = fc
  .record({ promoters: fc.nat(500), passives: fc.nat(500), detractors: fc.nat(500) })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);

describe('wilsonInterval', () => {
  // statsmodels' results_proportion.py (R binom.confint), recomputed in kpis.md 10.1.
  it.for([
    [18, 20, 0.6989663548, 0.9721335188],
    [4, 20, 0.0806576626, 0.4160174323],
    [4, 200, 0.0078044264, 0.0502870869],
    [190, 200, 0.9104218519, 0.9726173544],
    [1, 30, 0.0059085904, 0.1667039099],
    [29, 30, 0.8332960901, 0.9940914096],
    [0, 30, 0, 0.1135133932],
    [30, 30, 0.8864866068, 1],
    [8, 10, 0.4901624715, 0.9433178485],
    [3, 3, 0.4385029682, 1],
    [0, 3, 0, 0.5614970318],
    [1, 1, 0.2065493144, 1],
  ] as const)('%d of %d', ([hits, of, low, high]) => {
    const interval = wilsonInterval({ hits, of });
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
    expect(interval).toMatchObject({ level: 0.95, method: 'wilson' });
  });
  it('5 of 10 at 90 % (R package tern, its tests)', () => {
    const interval = wilsonInterval({ hits: 5, of: 10, level: 0.9 });
    expect(interval.low).toBeCloseTo(0.2692718, 7);
    expect(interval.high).toBeCloseTo(0.7307282, 7);
  });
  // kpis.md 8.2, the width table for a true rate of 80 %, in per cent.
  it.for([
    [5, 37.6, 96.4],
    [10, 49.0, 94.3],
    [20, 58.4, 91.9],
    [30, 62.7, 90.5],
    [50, 67.0, 88.8],
    [100, 71.1, 86.7],
    [200, 73.9, 85.0],
    [1000, 77.4, 82.4],
  ] as const)('80 %% of %d', ([of, low, high]) => {
    const interval = wilsonInterval({ hits: 0.8 * of, of });
    expect(100 * interval.low).toBeCloseTo(low, 1);
    expect(100 * interval.high).toBeCloseTo(high, 1);
  });
  it('holds the rate, stays within 0–1, and mirrors', () => {
    fc.assert(
      fc.property(shares, ({ hits, of }) => {
        const { low, high } = wilsonInterval({ hits, of });
        expect(low).toBeLessThanOrEqual(hits / of);
        expect(high).toBeGreaterThanOrEqual(hits / of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        const mirrored = wilsonInterval({ hits: of - hits, of });
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });
  it('refuses a share that is none', () => {
    expect(() => wilsonInterval({ hits: 0, of: 0 })).toThrow(RangeError);
    expect(() => wilsonInterval({ hits: 3, of: 2 })).toThrow(RangeError);
    expect(() => wilsonInterval({ hits: 1, of: 2, level: 1 })).toThrow(RangeError);
  });
});

describe('newcombeDifference', () => {
  // kpis.md 10.1: the first is Newcombe's own (1998).
  it.for([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [90, 100, 80, 100, 0.1, 0.0001, 0.1995],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  ] as const)('%d/%d − %d/%d', ([hitsA, ofA, hitsB, ofB, difference, low, high]) => {
    const result = newcombeDifference({ hits: hitsA, of: ofA }, { hits: hitsB, of: ofB });
    expect(result.difference).toBeCloseTo(difference, 12);
    expect(result.low).toBeCloseTo(low, 4);
    expect(result.high).toBeCloseTo(high, 4);
  });
  it('holds the difference and turns with its operands', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const forth = newcombeDifference(a, b);
        const back = newcombeDifference(b, a);
        expect(forth.low).toBeLessThanOrEqual(forth.difference);
        expect(forth.high).toBeGreaterThanOrEqual(forth.difference);
        expect(back.low).toBeCloseTo(-forth.high, 12);
        expect(back.high).toBeCloseTo(-forth.low, 12);
      }),
    );
  });
});

describe('net promoter score', () => {
  // kpis.md 10.2: [promoters, passives, detractors], score, adjusted Wald 95 %.
  it.for([
    [60, 25, 15, 45, 29.3, 58.0],
    [70, 20, 10, 60, 45.3, 71.2],
    [10, 20, 70, -60, -71.2, -45.3],
    [3, 3, 4, -10, -51.4, 36.1],
    [3, 2, 1, 33.3, -26.7, 71.2],
  ] as const)('%d/%d/%d', ([promoters, passives, detractors, score, low, high]) => {
    const given = { promoters, passives, detractors };
    expect(npsScore(given)).toBeCloseTo(score, 1);
    const interval = npsInterval(given);
    expect(interval.low).toBeCloseTo(low, 1);
    expect(interval.high).toBeCloseTo(high, 1);
    expect(interval.method).toBe('adjusted-wald');
  });
  it('is 100 for promoters only, with an interval that is not a point', () => {
    const interval = npsInterval({ promoters: 5, passives: 0, detractors: 0 });
    expect(npsScore({ promoters: 5, passives: 0, detractors: 0 })).toBe(100);
    expect(interval.high).toBe(100);
    expect(interval.low).toBeLessThan(75);
  });
  it('holds the score within ±100', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { low, high } = npsInterval(given);
        expect(low).toBeLessThanOrEqual(npsScore(given));
        expect(high).toBeGreaterThanOrEqual(npsScore(given));
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });
  it('tells clear differences from noise', () => {
    // 70/20/10 against 10/20/70. Adjusted: p = 70.75/103, d = 10.75/103, difference 120/103, twice variance (81.5/103 − (60/103)²)/103.
    const clear = npsDifference({ promoters: 70, passives: 20, detractors: 10 }, { promoters: 10, passives: 20, detractors: 70 });
    const spread = 1.959963984540054 * Math.sqrt((2 * (81.5 / 103 - (60 / 103) ** 2)) / 103);
    expect(clear.difference).toBe(120);
    expect(clear.low).toBeCloseTo(100 * (120 / 103 - spread), 9);
    expect(clear.high).toBeCloseTo(100 * (120 / 103 + spread), 9);
    const noise = npsDifference({ promoters: 3, passives: 3, detractors: 4 }, { promoters: 4, passives: 3, detractors: 3 });
    expect(noise.low).toBeLessThan(0);
    expect(noise.high).toBeGreaterThan(0);
  });
  it('a single promoter against a single detractor proves nothing', () => {
    const { low, difference } = npsDifference({ promoters: 1, passives: 0, detractors: 0 }, { promoters: 0, passives: 0, detractors: 1 });
    expect(difference).toBe(200);
    expect(low).toBeLessThan(0);
  });
  it('refuses an empty survey', () => {
    expect(() => npsInterval({ promoters: 0, passives: 0, detractors: 0 })).toThrow('npsScore needs at least one answer');
  });
});
