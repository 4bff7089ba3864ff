import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInterval } from '../../src/checks/change-interval.ts';
import { judgeAge } from '../../src/checks/export-age.ts';
import { judge, type Reading } from '../../src/checks/judge.ts';
import type { RuleSource } from '../../src/checks/rule.ts';
import type { CheckResult } from '../../src/model/check.ts';
import type { Interval, KpiResult } from '../../src/model/report.ts';
import { newcombeDifference } from '../../src/lib/stats/newcombe.ts';
import { wilsonInterval } from '../../src/lib/stats/wilson.ts';
import { result, rule } from './facts.ts';

function verdict(
  text: string,
  now: KpiResult | null,
  { before, ...given }: Partial<RuleSource> & { readonly before?: KpiResult | null } = {},
): CheckResult {
  const reading: Reading = {
    now,
    before: before === undefined ? null : { result: before, label: '2025-02', missing: null },
    where: null,
    group: null,
    reason: null,
  };
  return judge(rule(text, given), reading);
}

const interval = (low: number, high: number): Interval => ({ level: 0.95, low, high, method: 'test' });
const stats = { mean: 400, median: 240, p90: 301, p95: 900, min: 0, max: 2000 };

describe('a verdict', () => {
  it.for([
    ['csat >= 85%', 0.85, 'passed', null],
    ['csat > 85%', 0.85, 'failed', 0],
    ['csat >= 85%', 0.849999, 'failed', 0.000001],
    ['csat <= 85%', 0.85, 'passed', null],
    ['csat < 85%', 0.9, 'failed', 0.05],
    ['nps >= -10', -12, 'failed', 2],
    ['backlog <= 0', 0, 'passed', null],
  ] as const)('%s with %d: %s', ([text, value, state, excess]) => {
    const said = verdict(text, result(text.split(' ')[0]!, value));
    expect(said).toMatchObject({ state, outcome: state, value });
    if (excess === null) expect(said.excess).toBeNull();
    else expect(said.excess).toBeCloseTo(excess, 12);
  });

  it('compares the aggregate that was asked for, unrounded', () => {
    const now = result('first-response-time', 240, { stats });
    expect(verdict('first-response-time.p90 <= 5m', now)).toMatchObject({ value: 301, state: 'failed', excess: 1, missed: 300 });
    expect(verdict('first-response-time.median <= 5m', now)).toMatchObject({ value: 240, state: 'passed', excess: null, missed: null });
    expect(verdict('first-response-time.n >= 200', now)).toMatchObject({ value: 100, unit: 'count', state: 'failed', excess: 100 });
  });

  it('warns between two limits, and where the rule is a warning', () => {
    expect(verdict('csat >= 85% warn 90%', result('csat', 0.87))).toMatchObject({
      state: 'warned',
      outcome: 'warned',
      missed: 0.9,
      limit: 0.85,
    });
    expect(verdict('csat >= 85% warn 90%', result('csat', 0.84))).toMatchObject({ state: 'failed', missed: 0.85 });
    expect(verdict('csat >= 85% warn 90%', result('csat', 0.9))).toMatchObject({ state: 'passed' });
    expect(verdict('csat >= 85%', result('csat', 0.84), { level: 'warn' })).toMatchObject({ state: 'warned', level: 'warn' });
  });

  it.for([
    [undefined, undefined, 'failed'],
    ['fail', undefined, 'failed'],
    ['warn', undefined, 'warned'],
    ['pass', undefined, 'passed'],
    ['fail', 'warn', 'warned'],
  ] as const)('without data decides as %s at level %s', ([onNoData, level, outcome]) => {
    for (const now of [null, result('csat', null)]) {
      expect(verdict('csat >= 85%', now, { onNoData, level })).toMatchObject({ state: 'no-data', outcome, value: null, excess: null });
    }
    expect(verdict('csat >= 85%', result('csat', 1, { n: 29 }), { onNoData, level, minSample: 30 })).toMatchObject({
      state: 'too-few',
      outcome,
      value: 1,
    });
    expect(verdict('csat >= 85%', result('csat', 1, { n: 30 }), { onNoData, level, minSample: 30 })).toMatchObject({ state: 'passed' });
  });

  it('says what the data lacks', () => {
    const lacking = result('csat', null, { reason: 'missing-column', missing: ['tickets.rating'] });
    expect(verdict('csat >= 85%', lacking)).toMatchObject({ state: 'no-data', reason: 'the data has no tickets.rating' });
    expect(verdict('first-response-time.p90 <= 5m', result('first-response-time', 240))).toMatchObject({ state: 'no-data' });
  });

  it('fails with confidence only where the whole interval is on the wrong side', () => {
    const text = 'csat >= 85%';
    const near = result('csat', 0.8, { interval: interval(0.7, 0.86) });
    const far = result('csat', 0.8, { interval: interval(0.7, 0.84) });
    expect(verdict(text, near, { confident: true })).toMatchObject({ state: 'passed', withinChance: true, missed: null });
    expect(verdict(text, far, { confident: true })).toMatchObject({ state: 'failed', withinChance: false, missed: 0.85 });
    expect(verdict(text, near)).toMatchObject({ state: 'failed' });
    // Touching the limit is not the wrong side where the limit itself is allowed.
    expect(verdict(text, result('csat', 0.8, { interval: interval(0.7, 0.85) }), { confident: true }).state).toBe('passed');
    // Without an interval nothing excuses a miss.
    expect(verdict(text, result('csat', 0.8), { confident: true }).state).toBe('failed');
    // The interval of the aggregate that was asked for, not that of the lead.
    const times = result('first-response-time', 240, { stats, interval: interval(200, 299), intervals: { p90: interval(290, 400) } });
    expect(verdict('first-response-time.p90 <= 5m', times, { confident: true })).toMatchObject({
      state: 'passed',
      withinChance: true,
      interval: { low: 290 },
    });
    // Surely over the limit from which to warn, not surely over the other one.
    const between = result('csat', 0.84, { interval: interval(0.8, 0.88) });
    expect(verdict('csat >= 85% warn 90%', between, { confident: true })).toMatchObject({ state: 'warned', missed: 0.9 });
  });
});

describe('drop and rise', () => {
  it('measure the distance in the scale of the limit', () => {
    const csat = (now: number, before: number): CheckResult =>
      verdict('csat drop <= 3pp', result('csat', now), { before: result('csat', before, { n: 80 }) });
    expect(csat(0.86, 0.88)).toMatchObject({ state: 'passed', compared: { now: 0.86, before: 0.88, n: 80, with: '2025-02' } });
    expect(csat(0.82, 0.88)).toMatchObject({ state: 'failed' });
    expect(csat(0.82, 0.88).value).toBeCloseTo(0.06, 12);
    expect(csat(0.95, 0.88).state).toBe('passed');
    const time = result('first-response-time', 330, { stats: { ...stats, p90: 660 } });
    const earlier = result('first-response-time', 300, { stats: { ...stats, p90: 600 } });
    expect(verdict('first-response-time.p90 rise <= 10%', time, { before: earlier })).toMatchObject({ value: 0.1, state: 'passed' });
    expect(verdict('first-response-time.median rise <= 25s', time, { before: earlier })).toMatchObject({
      value: 30,
      excess: 5,
      state: 'failed',
    });
  });

  it('has no verdict without something to compare with', () => {
    expect(verdict('csat drop <= 3pp', result('csat', 0.8), { before: null })).toMatchObject({
      state: 'no-data',
      outcome: 'failed',
      value: null,
    });
    expect(verdict('csat drop <= 3pp', result('csat', 0.8), { before: result('csat', null) })).toMatchObject({ state: 'no-data' });
    expect(verdict('backlog rise <= 10%', result('backlog', 5), { before: result('backlog', 0) })).toMatchObject({
      state: 'no-data',
      reason: expect.stringContaining('is 0') as string,
    });
    expect(verdict('backlog rise <= 10%', result('backlog', 0), { before: result('backlog', 0) })).toMatchObject({
      state: 'passed',
      value: 0,
    });
  });

  it('has for rates the interval of Newcombe', () => {
    const [a, b] = [
      { hits: 56, of: 70 },
      { hits: 48, of: 80 },
    ];
    const estimate = ({ hits, of }: typeof a): Parameters<typeof differenceInterval>[0] => ({
      value: hits / of,
      interval: wilsonInterval({ hits, of }),
    });
    const oracle = newcombeDifference(a, b);
    // 56/70 − 48/80, method 10: 0.0524 to 0.3339 (Newcombe 1998, Table II).
    expect(differenceInterval(estimate(a), estimate(b))).toMatchObject({
      low: expect.closeTo(oracle.low, 12) as number,
      high: expect.closeTo(oracle.high, 12) as number,
    });
    expect(oracle.low).toBeCloseTo(0.0524, 4);
    expect(oracle.high).toBeCloseTo(0.3339, 4);
  });

  it('fails with confidence where the movement is surely beyond the limit', () => {
    const now = result('csat', 0.6, { interval: interval(0.55, 0.65) });
    const before = result('csat', 0.8, { interval: interval(0.75, 0.85) });
    // 0.2 ± √(0.05² + 0.05²) = 0.129 to 0.271.
    expect(verdict('csat drop <= 12pp', now, { before, confident: true }).state).toBe('failed');
    expect(verdict('csat drop <= 15pp', now, { before, confident: true })).toMatchObject({ state: 'passed', withinChance: true });
    const slow = result('first-response-time', 400, { interval: interval(380, 420) });
    const fast = result('first-response-time', 300, { interval: interval(285, 315) });
    // 400 − 1.2 · 300 = 40, reach √(20² + 18²) = 26.9: surely more than a fifth; 400 − 1.3 · 300 = 10: not surely more than 30 %.
    expect(verdict('first-response-time rise <= 20%', slow, { before: fast, confident: true }).state).toBe('failed');
    expect(verdict('first-response-time rise <= 30%', slow, { before: fast, confident: true })).toMatchObject({
      state: 'passed',
      withinChance: true,
    });
  });

  it('passes exactly where the numbers say so', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 100 }), (value, percent) => {
        const limit = Number(`${percent}e-2`);
        expect(verdict(`csat >= ${percent}%`, result('csat', value)).outcome === 'passed').toBe(value >= limit);
        expect(verdict(`csat < ${percent}%`, result('csat', value)).outcome === 'passed').toBe(value < limit);
      }),
    );
  });
});

describe('the age of an export', () => {
  const day = 86_400_000;
  it.for([
    [2 * day, 'passed', null],
    [2 * day + 1000, 'failed', 1],
    [-day, 'passed', null],
  ] as const)('of %d ms: %s', ([age, state, excess]) => {
    expect(judgeAge({ newest: Date.UTC(2025, 0, 1), asOf: Date.UTC(2025, 0, 1) + age, maxAge: 172_800 })).toMatchObject({ state, excess });
  });
  it('fails where nothing has a date', () => {
    expect(judgeAge({ newest: NaN, asOf: 0, maxAge: 60 })).toMatchObject({ state: 'no-data', outcome: 'failed' });
  });
});
