import type { CheckPlace, CheckResult } from '../model/check.ts';
import type { ObjectiveResult, ObjectiveState } from '../model/objective-report.ts';

/** Behind by more than a risk is missed, before its date as well as after it; an objective without a value is never a pass. */
const OUTCOMES: Readonly<Record<ObjectiveState, CheckResult['outcome']>> = {
  met: 'passed',
  'on-track': 'passed',
  'not-started': 'passed',
  'at-risk': 'warned',
  'off-track': 'failed',
  'no-data': 'failed',
  'past-due': 'failed',
};

/** An objective as one of the verdicts of `check`: its value against where a straight line to the target would be by now. `place` is where the config has it. */
export function judgeObjective(objective: ObjectiveResult, place: CheckPlace | null): CheckResult {
  const { name, owner, outcome: kpi, current, expectedValue, from, to, state, n, interval, reason } = objective;
  const outcome = OUTCOMES[state];
  const rises = from === to ? kpi.better !== 'lower' : to > from;
  const behind = outcome !== 'passed' && current !== null;
  return {
    name: `objective: ${name}${owner === null ? '' : ` (${owner})`}`,
    kpi: kpi.kpi,
    title: kpi.title,
    where: kpi.where,
    aggregate: kpi.aggregate,
    clock: null,
    variant: state.replace('-', ' '),
    unit: kpi.unit,
    ...(kpi.currency === undefined ? {} : { currency: kpi.currency }),
    better: kpi.better,
    movement: null,
    scale: 'value',
    operator: rises ? '>=' : '<=',
    limit: expectedValue,
    warnLimit: null,
    value: current,
    n,
    interval,
    compared: null,
    level: 'error',
    state: state === 'no-data' ? 'no-data' : outcome,
    outcome,
    missed: behind ? expectedValue : null,
    excess: behind ? Math.abs(current - expectedValue) : null,
    withinChance: false,
    reason: state === 'no-data' ? (reason ?? 'no data') : null,
    minSample: null,
    place,
  };
}
