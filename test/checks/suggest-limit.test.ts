import { describe, expect, it } from 'vitest';
import { suggestLimit } from '../../src/checks/suggest-limit.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { result, rule } from './facts.ts';

function history(id: string, values: readonly number[], given: Partial<KpiResult> = {}): KpiResult {
  const series = [...values, 9999].map((value, at) => ({
    start: new Date(Date.UTC(2025, 0, 6 + 7 * at)).toISOString(),
    value,
    n: 40 + at,
    complete: at < values.length,
  }));
  return result(id, values[0] ?? null, { series, ...given });
}

describe('a proposed limit', () => {
  it('is the natural limit of the history, rounded away from it', () => {
    // Six weeks around 4000 s; the engine's limits say 5210 s on the high side: 1 h 26 min 50 s, in steps of ten minutes 1 h 30 min.
    const kpi = history('first-response-time', [3600, 4200, 3900, 4100, 4000, 4300], {
      limits: { mean: 4016, low: 2800, high: 5210, signals: [] },
    });
    expect(suggestLimit(kpi)).toEqual({
      rule: 'first-response-time.median <= 1h 30m',
      minSample: 20,
      limit: 5400,
      typical: 4100,
      worst: 4300,
      points: 6,
      missed: 0,
    });
  });

  it('is below the values where more is better, and counts who would have missed it', () => {
    const kpi = history('csat', [0.9, 0.88, 0.91, 0.7, 0.89, 0.9], { limits: { mean: 0.863, low: 0.742, high: 1.1, signals: [] } });
    expect(suggestLimit(kpi)).toMatchObject({ rule: 'csat.rate >= 74%', worst: 0.7, missed: 1 });
  });

  it('is the worst of the history where the natural limit says nothing', () => {
    const kpi = history('csat', [0.9, 0.2, 0.91, 0.1, 0.89, 0.9], { limits: { mean: 0.65, low: -0.4, high: 1.4, signals: [] } });
    expect(suggestLimit(kpi)).toMatchObject({ rule: 'csat.rate >= 10%', missed: 0 });
    expect(suggestLimit(history('backlog', [20, 21, 22, 23, 24, 25]))).toMatchObject({ rule: 'backlog.stock <= 25', minSample: null });
    // A difference may be below nothing.
    expect(suggestLimit(history('backlog', [-4, -2, 0, -3, -1, -5]))).toMatchObject({ rule: 'backlog.stock <= 0' });
  });

  it.for([
    ['too short a history', history('csat', [0.9, 0.8, 0.9, 0.8, 0.9])],
    ['what is neither better high nor low', history('tickets-per-day', [1, 2, 3, 4, 5, 6])],
    ['a share that is always nothing', history('csat', [0, 0, 0, 0, 0, 0])],
    ['what never happened, which the first time would miss', history('backlog', [0, 0, 0, 0, 0, 0])],
  ] as const)('is not made for %s', ([, kpi]) => {
    expect(suggestLimit(kpi)).toBeNull();
  });

  it('is a rule that can be read, and has the limit that it says', () => {
    for (const [id, scale] of [
      ['first-response-time', 1000],
      ['csat', 0.1],
      ['backlog', 3],
      ['nps', 5],
      ['cost-per-contact', 1.37],
    ] as const) {
      const found = suggestLimit(
        history(
          id,
          [5, 6, 7, 6, 5, 8].map((value) => value * scale),
        ),
      );
      expect(rule(found!.rule).limit).toBeCloseTo(found!.limit, 9);
    }
  });
});
