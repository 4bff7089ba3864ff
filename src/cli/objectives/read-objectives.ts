import { timeFrame } from '../../analyze/time-frame.ts';
import type { Evidence, Question } from '../../analyze/question.ts';
import { judge } from '../../checks/judge.ts';
import { objectiveProgress } from '../../checks/objective-progress.ts';
import { parsePeriod } from '../../lib/time/period.ts';
import type { CheckResult } from '../../model/check.ts';
import type { ObjectiveResult } from '../../model/objective-report.ts';
import type { Period } from '../../model/period.ts';
import type { PlannedRule } from '../check/plan-rules.ts';
import { readValues, type Values } from '../check/read-values.ts';
import type { PlannedObjective } from './plan-objectives.ts';

/**
 * How far each objective has come: over the report's period, else over the last complete month of the data. All customers and tickets count,
 * whatever the report's own condition is.
 */
export function readObjectives(planned: readonly PlannedObjective[], evidence: Evidence, question: Question): readonly ObjectiveResult[] {
  if (planned.length === 0) return [];
  const { reached, describe } = timeFrame(evidence, question);
  const period = question.period ?? lastCompleteMonth(reached, question);
  const rules = planned.flatMap(({ action, outcome }) => (action === null ? [outcome] : [action, outcome]));
  const values = readValues({
    planned: rules,
    evidence,
    question: { ...question, period, previous: null, where: null, by: [] },
    baseline: null,
  });
  const at = Math.min(period?.end ?? Number.POSITIVE_INFINITY, Number.isNaN(reached) ? Number.POSITIVE_INFINITY : reached);
  return planned.map(({ objective, action, outcome }) => {
    const result = verdictOn(outcome, values);
    const done = action === null ? null : verdictOn(action, values);
    const { name, owner, from, to, start, by } = objective;
    return {
      name,
      owner,
      action:
        done === null
          ? null
          : {
              rule: objective.if ?? '',
              unit: done.unit,
              value: done.value,
              n: done.n,
              kept: done.value === null ? null : done.outcome === 'passed',
            },
      outcome: {
        rule: objective.then,
        kpi: result.kpi,
        title: result.title,
        aggregate: result.aggregate,
        where: result.where,
        unit: result.unit,
        ...(result.currency === undefined ? {} : { currency: result.currency }),
        better: result.better,
      },
      from,
      to,
      start,
      by,
      at: Number.isFinite(at) ? new Date(at).toISOString() : '',
      period: period === null ? null : describe(period),
      current: result.value,
      n: result.n,
      interval: result.interval,
      ...objectiveProgress({ objective, current: result.value, better: result.better, at, timeZone: question.timeZone }),
      reason: result.value === null ? result.reason : null,
    };
  });
}

function verdictOn(rule: PlannedRule, { readings }: Values): CheckResult {
  const reading = readings.find(({ planned }) => planned === rule)?.readings[0];
  return judge(rule.rule, reading ?? { now: null, before: null, where: null, group: null, reason: 'no data' });
}

function lastCompleteMonth(reached: number, { timeZone, weekStart }: Question): Period | null {
  return Number.isNaN(reached) ? null : parsePeriod('last-month', { now: reached, timeZone, weekStart });
}
