import type { CheckResult } from '../../src/model/check.ts';
import type { Report } from '../../src/model/report.ts';
import { HOSTILE, hostileReport, richReport } from './rich-report.ts';

export function check(given: Partial<CheckResult> & Pick<CheckResult, 'name'>): CheckResult {
  return {
    kpi: 'csat',
    title: 'Customer satisfaction',
    where: null,
    aggregate: 'rate',
    clock: null,
    variant: null,
    unit: 'ratio',
    better: 'higher',
    movement: null,
    scale: 'value',
    operator: '>=',
    limit: 0.85,
    warnLimit: null,
    value: 0.9,
    n: 136,
    interval: null,
    compared: null,
    level: 'error',
    state: 'passed',
    outcome: 'passed',
    missed: null,
    excess: null,
    withinChance: false,
    reason: null,
    minSample: null,
    place: { file: 'happiness.config.yaml', line: 12, column: 5 },
    ...given,
  };
}

const CHECKS: readonly CheckResult[] = [
  check({ name: 'csat >= 85%' }),
  check({
    name: 'first-response-time.p90{channel=chat} <= 5m',
    kpi: 'first-response-time',
    title: 'First response time',
    where: 'channel = chat',
    aggregate: 'p90',
    clock: 'calendar',
    unit: 'seconds',
    better: 'lower',
    operator: '<=',
    limit: 300,
    value: 432,
    n: 212,
    interval: { level: 0.95, low: 360, high: 540, method: 'order-statistics' },
    state: 'failed',
    outcome: 'failed',
    missed: 300,
    excess: 132,
  }),
  check({
    name: 'csat drop <= 3pp',
    movement: 'drop',
    scale: 'points',
    operator: '<=',
    limit: 0.03,
    value: 0.06,
    compared: { now: 0.82, before: 0.88, n: 117, with: '2024-Q4' },
    state: 'failed',
    outcome: 'failed',
    missed: 0.03,
    excess: 0.03,
  }),
  check({ name: 'csat >= 85% warn 95%', warnLimit: 0.95, state: 'warned', outcome: 'warned', missed: 0.95, excess: 0.05 }),
  check({
    name: 'nps >= 40',
    kpi: 'nps',
    title: 'Net promoter score',
    unit: 'score',
    limit: 40,
    value: null,
    n: 0,
    state: 'no-data',
    outcome: 'failed',
    reason: 'no data',
  }),
  check({
    name: 'csat >= 85% [fax]',
    value: 1,
    n: 2,
    state: 'too-few',
    outcome: 'warned',
    minSample: 30,
    reason: 'fewer than 30',
    place: null,
  }),
  check({ name: 'csat >= 92%', limit: 0.92, value: 0.9, withinChance: true }),
  check({
    name: 'cost-per-contact <= 5 EUR',
    unit: 'money',
    currency: 'EUR',
    operator: '<=',
    limit: 5,
    value: 5.004,
    state: 'failed',
    outcome: 'failed',
    missed: 5,
    excess: 0.004,
  }),
];

export const checkReport: Report = { ...richReport, command: 'check', checks: CHECKS, passed: false };
export const passedReport: Report = { ...richReport, command: 'check', checks: CHECKS.slice(0, 1), passed: true };

/** Names, conditions, variants and files hold what strangers write. */
export const hostileCheckReport: Report = {
  ...hostileReport,
  command: 'check',
  checks: HOSTILE.flatMap((text) =>
    (['failed', 'warned', 'passed'] as const).map((outcome) =>
      check({
        name: `csat >= 85% [${text ?? 'null'}]`,
        title: text ?? 'null',
        where: `channel = ${text ?? 'null'}`,
        variant: text,
        state: outcome,
        outcome,
        value: 0.8,
        ...(outcome === 'passed' ? {} : { missed: 0.85, excess: 0.05 }),
        reason: text,
        compared: { now: 0.8, before: 0.9, n: 3, with: text ?? 'null' },
        place: { file: text ?? 'null', line: 1, column: 1 },
      }),
    ),
  ),
  passed: false,
};
