import { analyze } from '../../src/analyze/analyze.ts';
import type { Evidence, Question } from '../../src/analyze/question.ts';
import { noSettings } from '../../src/model/settings.ts';
import { kpis } from '../../src/kpis/index.ts';
import type { KpiResult, Report } from '../../src/model/report.ts';
import { buildDataset, type Rows } from './build-dataset.ts';

/** A report on rows given in the test; `asOf` defaults to the newest time stamp among them. */
export function reportOn(rows: Rows, { asOf, ...question }: Partial<Question> & { readonly asOf?: string } = {}): Report {
  const stamps = Object.values(rows)
    .flatMap((list) => list.flatMap((row) => Object.entries(row)))
    .filter(([field]) => /(^at|At)$/.test(field) && !/[dD]ue/.test(field))
    .map(([, value]) => Date.parse(String(value)))
    .filter((ms) => !Number.isNaN(ms));
  const evidence: Evidence = {
    dataset: buildDataset(rows),
    inputs: [],
    warnings: [],
    excluded: {},
    asOf: asOf ? Date.parse(asOf) : stamps.length > 0 ? Math.max(...stamps) : Number.NaN,
    firstAt: stamps.length > 0 ? Math.min(...stamps) : Number.NaN,
    lastAt: stamps.length > 0 ? Math.max(...stamps) : Number.NaN,
  };
  return analyze(evidence, { ...PLAIN_QUESTION, asOfGiven: asOf !== undefined, ...question });
}

/** Every KPI over all rows, not divided. */
export const PLAIN_QUESTION: Question = {
  period: null,
  previous: null,
  every: null,
  by: [],
  where: null,
  kpis: kpis.map((kpi) => ({ kpi, options: {} })),
  minSegment: 1,
  sort: 'n',
  top: null,
  timeZone: 'UTC',
  weekStart: 'mon',
  asOfGiven: false,
  settings: noSettings,
  generator: { name: 'happiness', version: 'test' },
};

export function resultOf(report: Report, id: string, clock?: KpiResult['clock']): KpiResult {
  const found = report.kpis.find((kpi) => kpi.id === id && (clock === undefined || kpi.clock === clock));
  if (!found) throw new Error(`the report has no ${id}`);
  return found;
}

export function month(year: number, number: number): { label: string; start: number; end: number } {
  return { label: `${year}-${String(number).padStart(2, '0')}`, start: Date.UTC(year, number - 1, 1), end: Date.UTC(year, number, 1) };
}
