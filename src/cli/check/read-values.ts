import { analyze } from '../../analyze/analyze.ts';
import type { Evidence, KpiRequest, Question } from '../../analyze/question.ts';
import type { Reading } from '../../checks/judge.ts';
import type { Period } from '../../model/period.ts';
import type { Breakdown, KpiResult, Report } from '../../model/report.ts';
import { printCondition, type Condition } from '../../segments/conditions/condition.ts';
import type { Baseline } from './baseline.ts';
import { both, groupsOf, type GroupReading } from './groups.ts';
import type { PlannedRule } from './plan-rules.ts';

export interface ValuesRequest {
  readonly planned: readonly PlannedRule[];
  readonly evidence: Evidence;
  readonly question: Question;
  /** Instead of the period before. */
  readonly baseline: Baseline | null;
}

export interface Values {
  /** The whole, for formats: the KPIs that rules ask for, over all rows, and the groups of rules that ask for every group. */
  readonly report: Report;
  readonly readings: readonly { readonly planned: PlannedRule; readonly readings: readonly Reading[] }[];
}

/** Asks every question that the rules need once, however many rules share it. */
export function readValues({ planned, evidence, question, baseline }: ValuesRequest): Values {
  const asked = new Map<string, PlannedRule[]>();
  for (const one of planned) asked.set(keyOf(one), [...(asked.get(keyOf(one)) ?? []), one]);
  const wholes = new Map<string, PlannedRule>(
    planned.filter(({ where }) => where !== null).map((one) => [keyOf({ ...one, where: null }), one]),
  );
  const ask = (rules: readonly PlannedRule[], where: Condition | null, period: Pick<Question, 'period' | 'previous'>): Report =>
    analyze(evidence, {
      ...question,
      ...period,
      where: both(question.where, where),
      kpis: requests(rules),
      by: [...new Set(rules.flatMap(({ by }) => by ?? []))],
      sort: 'key',
      top: null,
    });

  const readings = new Map<PlannedRule, readonly Reading[]>();
  const shown: Report[] = [];
  for (const [key, rules] of asked) {
    const where = rules[0]!.where;
    const now = ask(rules, where, question);
    if (where === null) {
      shown.push(now);
      wholes.delete(key);
    }
    const moving = rules.filter(({ rule }) => rule.movement !== null);
    const before =
      moving.length === 0 || baseline !== null || question.previous === null
        ? null
        : ask(moving, where, { period: question.previous, previous: null });
    for (const one of rules)
      readings.set(
        one,
        groupsOf(one, now).map((group) => ({ ...group, before: beforeOf({ one, group, now, before, question, baseline }) })),
      );
  }
  // What only rules with a condition ask for is shown over all rows too: a later run may compare with it.
  for (const one of wholes.values()) shown.push(ask([{ ...one, by: null }], null, question));
  // Without rules (--max-age alone) the report is about nothing but its inputs.
  if (shown.length === 0) shown.push(ask([], null, question));
  return { report: merged(shown), readings: planned.map((one) => ({ planned: one, readings: readings.get(one) ?? [] })) };
}

interface BeforeOptions {
  readonly one: PlannedRule;
  readonly group: GroupReading;
  readonly now: Report;
  readonly before: Report | null;
  readonly question: Question;
  readonly baseline: Baseline | null;
}

function beforeOf({ one, group, now, before, question, baseline }: BeforeOptions): Reading['before'] {
  if (one.rule.movement === null) return null;
  const unfinished = now.period.complete ? null : `${now.period.label} is not over in the data`;
  if (baseline !== null)
    return {
      label: baseline.label,
      ...baseline.find({ planned: one, now: group.now, keys: group.keys, where: group.where }),
      ...(unfinished === null ? {} : { result: null, missing: unfinished }),
    };
  const label = (question.previous as Period).label;
  const found =
    before === null ? null : (groupsOf(one, before).find(({ keys }) => JSON.stringify(keys) === JSON.stringify(group.keys))?.now ?? null);
  const reached = before === null || before.period.complete ? null : `${label} is not over in the data`;
  const missing = unfinished ?? reached ?? (found === null ? `${label}: no data` : null);
  return { label, result: missing === null ? found : null, missing };
}

/** Rules that differ in rows or parameter are different questions; all others go together. */
function keyOf({ where, request }: Pick<PlannedRule, 'where' | 'request'>): string {
  const parameter = Object.keys(request.options).length === 0 ? '' : `${request.kpi.id} ${JSON.stringify(request.options)}`;
  return `${where === null ? '' : printCondition(where)}|${parameter}`;
}

function requests(rules: readonly PlannedRule[]): readonly KpiRequest[] {
  return [...new Map(rules.map(({ request }) => [request.kpi.id, request])).values()];
}

/** The answers to questions about the same rows as one report. */
function merged(reports: readonly Report[]): Report {
  const [first, ...others] = reports;
  if (first === undefined) throw new RangeError('nothing was asked');
  const kpis = new Map<string, KpiResult>();
  const breakdowns = new Map<string, Breakdown>();
  for (const report of reports) {
    for (const kpi of report.kpis) kpis.set(`${kpi.id} ${kpi.clock ?? ''} ${kpi.variant ?? ''}`, kpi);
    for (const one of report.breakdowns) breakdowns.set(one.by, joined(breakdowns.get(one.by), one));
  }
  const warnings = new Map([first, ...others].flatMap((report) => report.warnings).map((warning) => [JSON.stringify(warning), warning]));
  return { ...first, kpis: [...kpis.values()], breakdowns: [...breakdowns.values()], warnings: [...warnings.values()] };
}

function joined(one: Breakdown | undefined, other: Breakdown): Breakdown {
  if (one === undefined) return other;
  const groups = other.groups.map((group) => {
    const same = one.groups.find(({ key, keys }) => key === group.key && JSON.stringify(keys) === JSON.stringify(group.keys));
    return same === undefined ? group : { ...group, kpis: [...same.kpis, ...group.kpis] };
  });
  return { ...other, groups };
}
