import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, medianSurvival, survivalAt, type Lifetimes } from '../../../src/lib/stats/kaplan-meier.ts';
import { logRank } from '../../../src/lib/stats/log-rank.ts';

/** `5+` is censored at 5. */
function lifetimes(text: string): Lifetimes {
  const words = text.split(' ');
  return { durations: words.map(Number.parseFloat), events: words.map((word) => (word.endsWith('+') ? 0 : 1)) };
}

const control = lifetimes('34 32 9 19 50+ 48+');
const rit = lifetimes('53 25 28+ 69+ 58+ 54+ 51+ 61+ 57+ 57+ 50+');
const withTies = lifetimes('0.5+ 1 1 2 2+ 3 4 5+ 6 7+ 8 9 10+ 12 14+ 14 17+ 20 21+');

const groups = fc
  .array(fc.record({ time: fc.integer({ min: 1, max: 40 }), event: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 60 })
  .map((subjects): Lifetimes => ({ durations: subjects.map(({ time }) => time), events: subjects.map(({ event }) => event) }));

describe('kaplanMeier', () => {
  // lifelines' g3.csv, checked there against R; kpis.md 10.3.
  it.for([
    [9, 6, 0.8333, 0.2731, 0.9747],
    [19, 5, 0.6667, 0.1946, 0.9044],
    [32, 4, 0.5, 0.1109, 0.8037],
    [34, 3, 0.3333, 0.0461, 0.6756],
  ] as const)('g3, control, after %d', ([time, atRisk, survival, low, high]) => {
    const curve = kaplanMeier(control);
    expect(curve.atRisk[curve.times.indexOf(time)]).toBe(atRisk);
    const at = survivalAt(curve, time)!;
    expect(at.survival).toBeCloseTo(survival, 4);
    expect(at.interval!.low).toBeCloseTo(low, 4);
    expect(at.interval!.high).toBeCloseTo(high, 4);
    expect(at.interval!.method).toBe('log-log');
  });
  it('g3: medians', () => {
    expect(medianSurvival(kaplanMeier(control))).toBe(32);
    expect(medianSurvival(kaplanMeier(rit))).toBeNull();
  });
  it.for([
    [25, 0.9091, 0.5081, 0.9867],
    [53, 0.7792, 0.3544, 0.9418],
  ] as const)('g3, RIT, after %d', ([time, survival, low, high]) => {
    const at = survivalAt(kaplanMeier(rit), time)!;
    expect(at.survival).toBeCloseTo(survival, 4);
    expect(at.interval!.low).toBeCloseTo(low, 4);
    expect(at.interval!.high).toBeCloseTo(high, 4);
  });
  it('ties: events come before censorings of the same time (SAS and R example 7.38)', () => {
    const curve = kaplanMeier(withTies);
    expect([...curve.times]).toEqual([1, 2, 3, 4, 6, 8, 9, 12, 14, 20]);
    const expected = [0.8889, 0.8333, 0.7738, 0.7143, 0.6494, 0.5772, 0.5051, 0.4209, 0.3367, 0.1684];
    for (const [step, survival] of expected.entries()) expect(curve.survival[step]).toBeCloseTo(survival, 4);
  });
  it('late entry (lifelines’ test)', () => {
    const curve = kaplanMeier({ durations: [2, 10, 5, 4, 3], events: [1, 1, 1, 1, 1], entries: [1, 2, 4, 0, 0] });
    const at = (time: number) => survivalAt(curve, time)!.survival;
    for (const [time, survival] of [
      [0, 1],
      [1, 1],
      [2, 0.667],
      [3, 0.444],
      [4, 0.222],
      [5, 0.111],
      [10, 0],
    ] as const)
      expect(at(time)).toBeCloseTo(survival, 3);
  });
  it('knows nothing beyond the longest duration, unless no one was left', () => {
    expect(survivalAt(kaplanMeier(control), 51)).toBeNull();
    expect(survivalAt(kaplanMeier(lifetimes('1 2 3')), 99)).toEqual({ survival: 0, interval: null });
    expect(survivalAt(kaplanMeier({ durations: [], events: [] }), 1)).toBeNull();
  });
  it('counts an event at exactly the time, and has no interval before the first', () => {
    const curve = kaplanMeier(lifetimes('30 40+'));
    expect(survivalAt(curve, 30)!.survival).toBe(0.5);
    expect(survivalAt(curve, 29.99)).toEqual({ survival: 1, interval: null });
  });
  it('without censoring it is the plain share of those that lasted longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 80 }), fc.nat(30), (durations, time) => {
        const curve = kaplanMeier({ durations, events: durations.map(() => 1) });
        expect(survivalAt(curve, time)!.survival).toBeCloseTo(
          durations.filter((duration) => duration > time).length / durations.length,
          10,
        );
      }),
    );
  });
  it('falls, stays within its interval, and does not depend on the order of rows', () => {
    fc.assert(
      fc.property(groups, (group) => {
        const curve = kaplanMeier(group);
        let last = 1;
        for (const [step, time] of curve.times.entries()) {
          const { survival, interval } = survivalAt(curve, time)!;
          expect(survival).toBe(curve.survival[step]);
          expect(survival).toBeLessThanOrEqual(last);
          if (interval !== null) {
            expect(interval.low).toBeLessThanOrEqual(survival);
            expect(interval.high).toBeGreaterThanOrEqual(survival);
          }
          last = survival;
        }
        const reversed = {
          durations: [...(group.durations as number[])].toReversed(),
          events: [...(group.events as number[])].toReversed(),
        };
        expect(kaplanMeier(reversed)).toEqual(curve);
      }),
    );
  });
  it('refuses durations that are none', () => {
    expect(() => kaplanMeier({ durations: [-1], events: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ durations: [Number.NaN], events: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ durations: [1, 2], events: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ durations: [2], events: [1], entries: [2] })).toThrow(RangeError);
  });
});

describe('logRank', () => {
  it('g3: control loses its subjects sooner', () => {
    // scipy 1.17.1: stats.logrank(control, rit) → statistic 2.462293202683788, p 0.013805175857343768
    const { z, p } = logRank(control, rit);
    expect(z).toBeCloseTo(2.462293202683788, 10);
    expect(p).toBeCloseTo(0.013805175857343768, 10);
  });
  it('with ties', () => {
    // scipy 1.17.1, the same function: −1.2062861400869795, 0.22770717987670175
    const { z, p } = logRank(withTies, lifetimes('2 2 3 5 5 5 9 4+ 6+ 12+'));
    expect(z).toBeCloseTo(-1.2062861400869795, 10);
    expect(p).toBeCloseTo(0.22770717987670175, 10);
  });
  it('turns with its operands and finds nothing between a group and itself', () => {
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        expect(logRank(a, b).z).toBeCloseTo(-logRank(b, a).z, 9);
        expect(logRank(a, a).z).toBeCloseTo(0, 9);
      }),
    );
  });
  it('an entry at the very start changes nothing', () => {
    const entries = (control.durations as number[]).map(() => 0);
    expect(logRank({ ...control, entries }, rit).z).toBeCloseTo(logRank(control, rit).z, 12);
  });
  it('tells nothing without events', () => {
    expect(logRank(lifetimes('1+ 2+'), lifetimes('3+'))).toEqual({ z: 0, p: 1 });
  });
});
