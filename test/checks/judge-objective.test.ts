import { describe, expect, it } from 'vitest';
import { judgeObjective } from '../../src/checks/judge-objective.ts';
import type { ObjectiveResult } from '../../src/model/objective-report.ts';

/** From 10 to 20, half of the time over: 15 is expected (kpis.md §10: 16 is 60 % of the way). */
function objective(given: Partial<ObjectiveResult>): ObjectiveResult {
  return {
    name: 'More promoters',
    owner: null,
    action: null,
    outcome: { rule: 'nps', kpi: 'nps', title: 'Net promoter score', aggregate: 'score', where: null, unit: 'score', better: 'higher' },
    from: 10,
    to: 20,
    start: '2025-04-01',
    by: '2025-04-30',
    at: '2025-04-16T00:00:00.000Z',
    period: null,
    current: 16,
    n: 100,
    interval: null,
    kind: 'linear',
    progress: 0.6,
    expected: 0.5,
    expectedValue: 15,
    state: 'on-track',
    reason: null,
    horizons: [],
    ...given,
  };
}

describe('an objective as a check', () => {
  it.for([
    [{}, { outcome: 'passed', operator: '>=', limit: 15, value: 16, excess: null }],
    [{ state: 'met', current: 22 }, { outcome: 'passed' }],
    [{ state: 'not-started', current: 10 }, { outcome: 'passed' }],
    [
      { state: 'at-risk', current: 14.5 },
      { outcome: 'warned', state: 'warned', missed: 15, excess: 0.5 },
    ],
    [
      { state: 'off-track', current: 12 },
      { outcome: 'failed', state: 'failed', missed: 15, excess: 3 },
    ],
    [
      { state: 'past-due', current: 19, expectedValue: 20 },
      { outcome: 'failed', limit: 20, excess: 1 },
    ],
    [
      { state: 'no-data', current: null, reason: 'no answers' },
      { outcome: 'failed', state: 'no-data', value: null, reason: 'no answers', excess: null },
    ],
    // Fewer is better: from 20 down to 10.
    [
      { state: 'off-track', from: 20, to: 10, current: 18 },
      { operator: '<=', missed: 15, excess: 3 },
    ],
    [
      { state: 'off-track', kind: 'threshold', from: 20, to: 20, current: 18, expectedValue: 20 },
      { operator: '>=', missed: 20, excess: 2 },
    ],
  ] as const)('%o', ([given, expected]) => {
    expect(judgeObjective(objective(given), null)).toMatchObject(expected);
  });
});
