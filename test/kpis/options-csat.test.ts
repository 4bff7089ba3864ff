import { describe, expect, it } from 'vitest';
import type { KpiContext } from '../../src/kpis/define-kpi.ts';
import type { Scope, Summary } from '../../src/kpis/measure.ts';
import { checkOptions } from '../../src/kpis/options/check-options.ts';
import { buildDataset } from '../support/build-dataset.ts';
import { ask, kpiOf } from './ask-with.ts';

const SCOPE: Scope = { period: { label: 'all', start: -Infinity, end: Infinity }, days: 3, unbounded: true, base: null };

describe('csat', () => {
  const tickets = (['good', 'good', 'bad', 'good'] as const).map((rating, id) => ({
    id: `${id}`,
    customerId: id < 3 ? 'ann' : 'bob',
    status: 'solved',
    rating,
    solvedAt: `2025-03-0${id + 1}T09:00:00Z`,
  }));

  it('positive: a set of the user’s own, in any case', () => {
    expect(ask('csat', {}, { tickets })).toMatchObject({ value: 0.75, n: 4 });
    expect(ask('csat', { positive: 'BAD' }, { tickets })).toMatchObject({ value: 0.25, n: 4 });
  });

  it('per customer: of Ann’s good, good and bad the last; Bob’s good', () => {
    expect(ask('csat', { per: 'customer' }, { tickets })).toMatchObject({
      value: 0.5,
      n: 2,
      counts: { positive: 1, ratings: 2, superseded: 2 },
    });
  });

  it('several: the latest or the first answer about one ticket; answers about none count each', () => {
    const answers = [
      { ticketId: '1', at: '2025-03-01T09:00:00Z', score: 5 },
      { ticketId: '1', at: '2025-03-02T09:00:00Z', score: 1 },
      { ticketId: null, at: '2025-03-02T09:00:00Z', score: 5 },
      { ticketId: null, at: '2025-03-03T09:00:00Z', score: 5 },
    ];
    const surveys = answers.map((answer) => ({ ...answer, kind: 'csat' }));
    const csat = (options: Readonly<Record<string, unknown>>): Summary => {
      const dataset = buildDataset({ surveys });
      const columns = new Map(dataset.tables.surveys.columns).set('satisfied', {
        type: 'number',
        values: Float64Array.from(answers, ({ score }) => (score >= 4 ? 1 : 0)),
      });
      const kept = new Map<string, unknown>();
      const [measure] = kpiOf('csat').measures({
        dataset: { tables: { ...dataset.tables, surveys: { ...dataset.tables.surveys, columns } } },
        options: checkOptions(kpiOf('csat'), options),
        memo<T>(key: string, make: () => T): T {
          if (!kept.has(key)) kept.set(key, make());
          return kept.get(key) as T;
        },
      } as unknown as KpiContext);
      return measure!.summarise(Int32Array.from(answers.keys()), SCOPE);
    };
    expect(csat({})).toMatchObject({ value: 2 / 3, n: 3 });
    expect(csat({ several: 'first' })).toMatchObject({ value: 1, n: 3 });
    expect(csat({ positive: [1] })).toMatchObject({ value: 1 / 3, n: 3 });
  });
});
