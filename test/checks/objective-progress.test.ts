import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectiveProgress, type Progress } from '../../src/checks/objective-progress.ts';
import type { Direction } from '../../src/model/report.ts';

const APRIL = { start: '2025-04-01', by: '2025-04-30' };

function at(
  instant: string,
  current: number | null,
  [from, to]: readonly [number, number],
  { better = 'higher' as Direction, span = APRIL, timeZone = 'UTC' } = {},
): Progress {
  return objectiveProgress({ objective: { from, to, ...span }, current, better, at: Date.parse(instant), timeZone });
}

describe('progress', () => {
  it.each([
    // feedback4e: 10 to 20.
    [16, [10, 20], 0.6],
    [22, [10, 20], 1.2],
    [8, [10, 20], 0],
    // Targets below: 20 to 10.
    [14, [20, 10], 0.6],
    [8, [20, 10], 1.2],
    [22, [20, 10], 0],
    // 5 % to 3 %, now 3.8 %: 1.2 of 2 points.
    [0.038, [0.05, 0.03], 0.6],
  ] as const)('%d on the way %j', (current, way, progress) => {
    expect(at('2025-04-10T00:00:00Z', current, way).progress).toBeCloseTo(progress, 12);
  });
  it('half of April has passed with its 15th (engagedly: 50 % expected)', () => {
    const { expected, expectedValue } = at('2025-04-16T00:00:00Z', 16, [10, 20]);
    expect([expected, expectedValue]).toEqual([0.5, 15]);
  });
  it('counts days of the reporting zone', () => {
    // In Los Angeles the 15th ends at 07:00 UTC.
    expect(at('2025-04-16T07:00:00Z', 16, [10, 20], { timeZone: 'America/Los_Angeles' }).expected).toBe(0.5);
  });
});

describe('state', () => {
  // Half of the time has passed.
  const half = (current: number | null): string => at('2025-04-16T00:00:00Z', current, [10, 20]).state;
  it.each([
    [15, 'on-track'],
    [15.1, 'on-track'],
    [14.9, 'at-risk'],
    [14, 'at-risk'],
    [13.9, 'off-track'],
    [10, 'off-track'],
    [20, 'met'],
    [25, 'met'],
    [null, 'no-data'],
  ] as const)('%s is %s', (current, state) => {
    expect(half(current)).toBe(state);
  });
  it('past due once the last day is over, unless met', () => {
    expect(at('2025-04-30T23:59:59Z', 19, [10, 20]).state).toBe('at-risk');
    expect(at('2025-05-01T00:00:00Z', 19, [10, 20]).state).toBe('past-due');
    expect(at('2025-05-01T00:00:00Z', 20, [10, 20]).state).toBe('met');
  });
  it('not started before the first day', () => {
    expect(at('2025-03-31T23:59:59Z', 16, [10, 20]).state).toBe('not-started');
  });
  it('of a threshold is met or not, with nothing in between', () => {
    const keep = (current: number, better: Direction): Pick<Progress, 'kind' | 'progress' | 'state'> => {
      const { kind, progress, state } = at('2025-04-16T00:00:00Z', current, [0.9, 0.9], { better });
      return { kind, progress, state };
    };
    expect(keep(0.9, 'higher')).toEqual({ kind: 'threshold', progress: null, state: 'met' });
    expect(keep(0.899, 'higher').state).toBe('off-track');
    expect(keep(0.899, 'lower').state).toBe('met');
    expect(at('2025-05-02T00:00:00Z', 0.5, [0.9, 0.9]).state).toBe('past-due');
  });
});

describe('horizons', () => {
  it('of 6, 12 and 24 months, as far as the objective reaches', () => {
    const two = { start: '2025-01-01', by: '2026-12-31' };
    const { horizons } = at('2025-08-01T00:00:00Z', 0.05, [0.05, 0.03], { span: two });
    // 181, 365 and 730 of 730 days.
    expect(horizons.map(({ months, day, expected, passed }) => ({ months, day, expected, passed }))).toEqual([
      { months: 6, day: '2025-07-01', expected: 181 / 730, passed: true },
      { months: 12, day: '2026-01-01', expected: 365 / 730, passed: false },
      { months: 24, day: '2027-01-01', expected: 1, passed: false },
    ]);
    expect(horizons[1]?.expectedValue).toBeCloseTo(0.04, 12);
    expect(at('2025-04-10T00:00:00Z', 16, [10, 20]).horizons).toEqual([]);
  });
});

it('the way down is the way up turned over', () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (current) => {
      const up = at('2025-04-16T00:00:00Z', current, [10, 20]);
      const down = at('2025-04-16T00:00:00Z', 30 - current, [20, 10]);
      expect(down.progress).toBeCloseTo(up.progress!, 9);
      expect(up.progress).toBeGreaterThanOrEqual(0);
    }),
  );
});
