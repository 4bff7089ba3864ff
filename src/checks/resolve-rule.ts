import { suggest } from '../lib/text/suggest.ts';
import { parseDuration } from '../lib/time/parse-duration.ts';
import type { CheckOperator } from '../model/check.ts';
import type { Unit } from '../model/report.ts';
import { badRule, type RuleProblem, type Span } from './bad-rule.ts';
import { readCondition } from './condition.ts';
import { readLimit, type Limit } from './limit.ts';
import { parseRule, type Piece, type RuleSyntax } from './parse-rule.ts';
import type { KpiFacts, Rule, RuleCondition, RuleSource } from './rule.ts';

/** Stands behind the dot of every KPI: on how many rows or answers its value rests. */
export const SAMPLE_SIZE = 'n';

/**
 * The rule with its meaning: the KPI exists, the aggregate is one of its own, the limits are in its unit.
 * @throws UserError `bad-rule` (the text cannot be read), `unknown-kpi`, `unknown-aggregate` or `bad-unit` (it can, but makes no sense).
 */
export function resolveRule(source: RuleSource, catalogue: ReadonlyMap<string, KpiFacts>): Rule {
  const syntax = parseRule(source);
  const fail = (span: Span, rest: Omit<RuleProblem, 'span'>): Error => badRule(source, { span, ...rest });
  const kpi = findKpi(syntax.kpi);
  const aggregate = findAggregate();
  const unit: Unit = aggregate === SAMPLE_SIZE ? 'count' : kpi.unit;
  const parameter = readParameter();
  const { every, text, at } = conditionOf(syntax);
  const limit = limitOf(syntax.limit);
  const warn = warnOf();
  const { level = 'error', minSample = null, onNoData = 'fail', confident = false, name } = source;
  return {
    source,
    name: name ?? source.text.trim().replace(/\s+/g, ' '),
    kpi,
    parameter,
    aggregate,
    unit,
    condition: { every, text, at },
    movement: syntax.movement,
    scale: limit.scale,
    operator: syntax.operator,
    limit: limit.value,
    warnLimit: warn?.value ?? null,
    currency: limit.currency,
    level,
    minSample,
    onNoData,
    confident,
  };

  function findKpi(piece: Piece): KpiFacts {
    const id = piece.text.toLowerCase();
    const found = catalogue.get(id);
    const meant = suggest(id, catalogue.keys());
    if (found === undefined) {
      throw fail(piece, {
        code: 'unknown-kpi',
        problem: `unknown KPI ${JSON.stringify(piece.text)}${didYouMean(meant)}`,
        hint: 'all ids: happiness kpis',
      });
    }
    if (found.aggregate === 'mix') throw fail(piece, { problem: `${id} is a mix of shares and has no value of its own to compare` });
    if (found.aggregate === 'scenario') {
      throw fail(piece, { problem: `${id} is a scenario built on an assumption, not a measurement: no limit can be set on it` });
    }
    return found;
  }

  function findAggregate(): string {
    const { aggregate: piece } = syntax;
    if (piece === null) return kpi.aggregate;
    const known = [...kpi.aggregates, SAMPLE_SIZE];
    const word = ALIASES.get(piece.text.toLowerCase()) ?? piece.text.toLowerCase();
    if (known.includes(word)) return word;
    if (word === 'count') return SAMPLE_SIZE;
    const meant = suggest(word, known);
    throw fail(piece, {
      code: 'unknown-aggregate',
      problem: `${kpi.id} has no ${JSON.stringify(piece.text)}${didYouMean(meant)}`,
      hint: `it has ${known.join(', ')}`,
    });
  }

  function readParameter(): number | null {
    const { parameter: piece } = syntax;
    if (piece === null) return null;
    if (!kpi.parameter) throw fail(piece, { problem: `${kpi.id} takes nothing in brackets` });
    const seconds = /\p{L}/u.test(piece.text) ? parseDuration(piece.text) : null;
    if (seconds === null || seconds <= 0)
      throw fail(piece, { code: 'bad-unit', problem: `${kpi.id}(${piece.text}) needs a duration such as 15m` });
    return seconds;
  }

  function conditionOf({ condition }: RuleSyntax): RuleCondition {
    const read = readCondition(condition);
    if (!('misplaced' in read)) return read;
    const { misplaced } = read;
    throw fail(
      { start: misplaced, end: condition?.end ?? misplaced },
      {
        problem: 'a star stands for every group, as in {channel=*}, and for nothing else',
        hint: 'several conditions: {channel=*, priority=urgent}',
      },
    );
  }

  function limitOf(piece: Piece, text = piece.text): Extract<Limit, { value: number }> {
    const read = readLimit({ text, unit, movement: syntax.movement, kpi: kpi.id });
    if ('problem' in read) throw fail(piece, { code: 'bad-unit', problem: read.problem });
    return read;
  }

  function warnOf(): Extract<Limit, { value: number }> | null {
    const given = source.warn;
    if (given !== undefined && syntax.warn !== null)
      throw fail(syntax.warn, { problem: 'the limit from which to warn is given twice: here and as "warn"' });
    if (given === undefined && syntax.warn === null) return null;
    const piece = syntax.warn ?? syntax.limit;
    const read = limitOf(piece, given === undefined ? piece.text : String(given));
    if (read.scale !== limit.scale || (read.currency !== null && read.currency !== limit.currency)) {
      throw fail(piece, { code: 'bad-unit', problem: 'both limits of a rule must be in the same unit' });
    }
    if (!stricter(read.value, limit.value, syntax.operator)) {
      throw fail(piece, {
        problem: `the limit from which to warn must be stricter than the other one: with ${syntax.operator} it must be ${isUpper(syntax.operator) ? 'lower' : 'higher'}`,
      });
    }
    return read;
  }
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['avg', 'mean'],
  ['average', 'mean'],
  ['med', 'median'],
  ['p50', 'median'],
]);

/** Whether the operator sets an upper limit. */
function isUpper(operator: CheckOperator): boolean {
  return operator === '<=' || operator === '<';
}

function stricter(warn: number, limit: number, operator: CheckOperator): boolean {
  return isUpper(operator) ? warn < limit : warn > limit;
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : `: did you mean ${meant}?`;
}
