import { explainKpi, type Explained } from '../../src/analyze/explain/explain.ts';
import type { Evidence, Question } from '../../src/analyze/question.ts';
import { kpis } from '../../src/kpis/index.ts';
import { parseWhere } from '../../src/segments/conditions/parse-condition.ts';
import { PLAIN_QUESTION } from './ask.ts';
import { buildDataset, type Rows } from './build-dataset.ts';

export interface Asked {
  readonly id: string;
  readonly rows: Rows;
  readonly asOf: string;
  readonly period?: Question['period'];
  readonly where?: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

/** One KPI taken apart on rows given in the test. */
export function explainRows({ id, rows, asOf, period = null, where = [], options = {} }: Asked): Explained {
  const kpi = kpis.find((some) => some.id === id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  const at = Date.parse(asOf);
  const evidence: Evidence = { dataset: buildDataset(rows), inputs: [], warnings: [], excluded: {}, asOf: at, firstAt: at, lastAt: at };
  return explainKpi(evidence, { ...PLAIN_QUESTION, period, where: parseWhere(where), asOfGiven: true }, { kpi, options });
}

/** `{ received: 5, answered: 4 }`, in the order of the funnel. */
export function countsOf({ stages }: Pick<Explained, 'stages'>): Readonly<Record<string, number>> {
  return Object.fromEntries(stages.map(({ name, count }) => [name, count]));
}
