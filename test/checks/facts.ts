import type { KpiFacts, Rule } from '../../src/checks/rule.ts';
import { resolveRule } from '../../src/checks/resolve-rule.ts';
import type { RuleSource } from '../../src/checks/rule.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { kpi } from '../formats/rich-report.ts';

const TIMES = ['median', 'mean', 'p90', 'p95', 'min', 'max'];

function facts(id: string, given: Partial<KpiFacts>): [string, KpiFacts] {
  return [id, { id, title: id, unit: 'ratio', better: 'higher', aggregate: 'rate', aggregates: ['rate'], parameter: false, ...given }];
}

/** A catalogue for tests, one KPI of each unit. */
const CATALOGUE: ReadonlyMap<string, KpiFacts> = new Map([
  facts('first-response-time', { unit: 'seconds', better: 'lower', aggregate: 'median', aggregates: TIMES }),
  facts('csat', {}),
  facts('service-level', { parameter: true }),
  facts('nps', { unit: 'score', aggregate: 'score', aggregates: ['score'] }),
  facts('backlog', { unit: 'count', better: 'lower', aggregate: 'stock', aggregates: ['stock'] }),
  facts('tickets-per-day', { unit: 'per-day', better: 'none' }),
  facts('cost-per-contact', { unit: 'money', better: 'lower', aggregate: 'ratio', aggregates: ['ratio'] }),
  facts('silent-unhappy-estimate', { unit: 'count', better: 'lower', aggregate: 'scenario', aggregates: ['scenario'] }),
  facts('root-cause-share', { aggregate: 'mix', aggregates: ['mix'] }),
]);

export function rule(text: string, given: Partial<RuleSource> = {}): Rule {
  return resolveRule({ text, place: { file: 'happiness.config.yaml', line: 12, column: 5 }, ...given }, CATALOGUE);
}

/** A result with a value, as the engine would give it. */
export function result(id: string, value: number | null, given: Partial<KpiResult> = {}): KpiResult {
  const { unit, better, aggregate } = CATALOGUE.get(id)!;
  return kpi({ id, title: id, unit, better, aggregate, value, n: 100, reason: value === null ? 'no-data' : null, ...given });
}
