import { badRule } from '../../checks/bad-rule.ts';
import { resolveRule } from '../../checks/resolve-rule.ts';
import type { Rule, RuleSource } from '../../checks/rule.ts';
import type { KpiRequest } from '../../analyze/question.ts';
import type { ConfigCheck } from '../../config/index.ts';
import { kpis } from '../../kpis/index.ts';
import { UserError } from '../../model/user-error.ts';
import type { Condition } from '../../segments/conditions/condition.ts';
import { parseWhere } from '../../segments/conditions/parse-condition.ts';
import { knownDimension } from '../report/question.ts';
import { KPI_FACTS } from './kpi-facts.ts';

/** A rule and what has to be asked for it. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly request: KpiRequest;
  /** The rule's own condition. */
  readonly where: Condition | null;
  /** Every group of these (`channel`, `channel+priority`); `null` = one verdict. */
  readonly by: string | null;
}

/** The rules of the config, then those of the command line. */
export function ruleSources(checks: readonly ConfigCheck[], rules: readonly string[]): readonly RuleSource[] {
  const fromConfig = checks.map(({ rule, name, level, warn, minSample, onNoData, confident, file, line, column }): RuleSource => ({
    text: rule,
    name: name ?? undefined,
    level,
    warn: warn ?? undefined,
    minSample: minSample ?? undefined,
    onNoData,
    confident,
    place: { file, line: line ?? null, column: column ?? null },
  }));
  return [...fromConfig, ...rules.map((text): RuleSource => ({ text, place: { file: '--rule', line: null, column: null } }))];
}

/** @throws UserError with the rule's place for everything that is wrong with it, whatever room finds it. */
export function planRule(source: RuleSource, privacy: { readonly agents: boolean }): PlannedRule {
  const rule = resolveRule(source, KPI_FACTS);
  const kpi = kpis.find(({ id }) => id === rule.kpi.id)!;
  const { every, text, at } = rule.condition;
  const options = rule.parameter === null || kpi.parameter === undefined ? {} : { [kpi.parameter]: rule.parameter };
  const dimensions = every.map((one) =>
    inRule(source, { start: one.at, end: one.at + one.name.length }, () => knownDimension(one.name, privacy)),
  );
  const where = text === '' ? null : inRule(source, { start: at, end: at + text.length }, () => parseWhere([text]));
  return { rule, request: { kpi, options }, where, by: dimensions.length === 0 ? null : dimensions.join('+') };
}

/** What the grammar of conditions has to say, with the place of the rule. */
function inRule<T>(source: RuleSource, span: { readonly start: number; readonly end: number }, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const place = badRule(source, { problem: error.message, span, hint: error.place.hint }).place;
    throw new UserError(error.code, error.message, place);
  }
}
