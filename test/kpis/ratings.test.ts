import { expect, it } from 'vitest';
import { reportOn, resultOf } from '../support/ask.ts';
import { noSettings } from '../../src/model/settings.ts';
import { buildDataset } from '../support/build-dataset.ts';
import { ratings } from '../../src/kpis/facts/ratings.ts';
import type { KpiContext } from '../../src/kpis/define-kpi.ts';

const tickets = [
  { id: '1', channel: 'email', status: 'solved', solvedAt: '2025-03-01T10:00:00Z', rating: 'good' },
  { id: '2', channel: 'email', status: 'solved', solvedAt: '2025-03-02T10:00:00Z', rating: 'offered' },
  { id: '3', channel: 'phone', status: 'solved', solvedAt: '2025-03-03T10:00:00Z', rating: null },
  { id: '4', channel: 'phone', status: 'solved', solvedAt: '2025-03-04T10:00:00Z', rating: null },
];

/** The rows as the normalizer hands them over: a survey's answer as satisfied or not. */
function contextOf(
  answers: readonly { readonly ticketId: string; readonly at: string; readonly kind?: string; readonly satisfied: number }[],
): KpiContext {
  const dataset = buildDataset({ tickets, surveys: answers.map(({ ticketId, at, kind = 'csat' }) => ({ ticketId, at, kind, score: 0 })) });
  (dataset.tables.surveys.columns as Map<string, unknown>).set('satisfied', {
    type: 'number',
    values: Float64Array.from(answers, ({ satisfied }) => satisfied),
  });
  const kept = new Map<string, unknown>();
  return {
    dataset,
    asOf: Date.parse('2025-04-01T00:00:00Z'),
    timeZone: 'UTC',
    clock: 'calendar',
    options: {},
    settings: noSettings,
    ticketsWhere: () => new Uint8Array(tickets.length),
    memo<T>(key: string, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
    lately: (_, make) => make(),
    briefly: (_, make) => make(),
  };
}

it('takes the answer of a survey for a ticket without a rating, the latest of several', () => {
  const found = ratings(
    contextOf([
      { ticketId: '3', at: '2025-03-05T09:00:00Z', satisfied: 1 },
      { ticketId: '3', at: '2025-03-04T09:00:00Z', satisfied: 0 },
      { ticketId: '2', at: '2025-03-06T09:00:00Z', satisfied: 0 },
    ]),
  )!;
  expect([...found.satisfied]).toEqual([1, 0, 1, Number.NaN]);
  expect(found.at[2]).toBe(Date.parse('2025-03-05T09:00:00Z'));
  // Only the tickets' own export says who was asked: 1 and 2.
  expect([...found.offered!]).toEqual([1, 1, 0, 0]);
  expect(found.population).toEqual({ table: 'tickets', rows: 4 });
});

it('counts a ticket that both rate once, and answers of another kind not at all', () => {
  const found = ratings(
    contextOf([
      { ticketId: '1', at: '2025-03-05T09:00:00Z', satisfied: 0 },
      { ticketId: '4', at: '2025-03-05T09:00:00Z', kind: 'nps', satisfied: 1 },
    ]),
  )!;
  expect([...found.satisfied]).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
});

it('keeps answers about no known ticket as rows of their own', () => {
  const found = ratings(contextOf([{ ticketId: '99', at: '2025-03-05T09:00:00Z', satisfied: 0 }]))!;
  expect([...found.satisfied]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 0]);
  expect([...found.population.ticket!]).toEqual([0, 1, 2, 3, -1]);
  expect([...found.offered!]).toEqual([1, 1, 0, 0, 0]);
});

it('leaves the ratings of tickets alone where no survey asks for satisfaction', () => {
  // 1 good of 1 rated; 1 of 2 asked.
  const report = reportOn({ tickets, surveys: [{ id: 's', at: '2025-03-05T09:00:00Z', kind: 'nps', score: 9 }] });
  expect(resultOf(report, 'csat')).toMatchObject({ value: 1, n: 1, variant: 'ratings of tickets' });
  expect(resultOf(report, 'csat-response-rate')).toMatchObject({ value: 0.5, n: 2 });
});
