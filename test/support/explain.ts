import { explainKpi, type Explained } from '../../src/analyze/explain/explain.ts';
import type { Evidence, Question } from '../../src/analyze/question.ts';
import { kpis } from '../../src/kpis/index.ts';
import { noSettings } from '../../src/model/settings.ts';
import { parseWhere } from '../../src/segments/conditions/parse-condition.ts';
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
  return explainKpi(
    evidence,
    {
      period,
      previous: null,
      every: null,
      by: [],
      where: parseWhere(where),
      kpis: [],
      minSegment: 1,
      sort: 'n',
      top: null,
      timeZone: 'UTC',
      weekStart: 'mon',
      asOfGiven: true,
      settings: noSettings,
      generator: { name: 'happiness', version: 'test' },
    },
    { kpi, options },
  );
}

/** `{ received: 5, answered: 4 }`, in the order of the funnel. */
export function countsOf({ stages }: Pick<Explained, 'stages'>): Readonly<Record<string, number>> {
  return Object.fromEntries(stages.map(({ name, count }) => [name, count]));
}
