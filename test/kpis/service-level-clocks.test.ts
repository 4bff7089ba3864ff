import { describe, expect, it } from 'vitest';
import type { KpiResult } from '../../src/model/report.ts';
import { reportOn } from '../support/ask.ts';
import type { Row, Rows } from '../support/build-dataset.ts';

const asOf = '2025-03-20T00:00:00Z';
const createdAt = '2025-03-10T09:00:00Z';
const onTime = '2025-03-10T09:10:00Z';

const entries = (tickets: readonly Row[], question: Parameters<typeof reportOn>[1] = {}): readonly KpiResult[] =>
  reportOn({ tickets } satisfies Rows, { asOf, ...question }).kpis.filter(({ id }) => id === 'service-level');

const told = (tickets: readonly Row[], question: Parameters<typeof reportOn>[1] = {}): readonly unknown[] =>
  entries(tickets, question).map(({ clock, value, n, counts }) => [clock, value, n, counts['met']]);

describe('service-level has an entry for the clocks that have a duration', () => {
  it('a business column without a single value makes none, although nobody has answered some tickets', () => {
    const tickets: Row[] = [
      { id: '1', createdAt, firstResponseAt: onTime, 'firstResponse.business': null },
      { id: '2', createdAt, firstResponseAt: null, 'firstResponse.business': null },
    ];
    expect(told(tickets)).toEqual([['calendar', 0.5, 2, 1]]);
    // Asked for by name: there is no business time to tell.
    expect(entries(tickets, { clock: 'business' })).toMatchObject([{ clock: 'business', value: null, n: 0, counts: { due: 0 } }]);
  });

  it('with values in it the unanswered tickets are misses by both clocks', () => {
    // Ten minutes by the calendar, 20 of business time: 1 of 2 and 0 of 2.
    const tickets: Row[] = [
      { id: '1', createdAt, firstResponseAt: onTime, 'firstResponse.business': 1200 },
      { id: '2', createdAt, firstResponseAt: null, 'firstResponse.business': null },
    ];
    expect(told(tickets)).toEqual([
      ['calendar', 0.5, 2, 1],
      ['business', 0, 2, 0],
    ]);
  });

  it('a ticket is a miss by the clocks of its own system only', () => {
    const stamped = { system: 'freshdesk', createdAt, 'firstResponse.business': null };
    const readyMade = { system: 'zendesk', createdAt, firstResponseAt: null };
    const tickets: Row[] = [
      // By the calendar alone: 1 of 3.
      { id: '1', ...stamped, firstResponseAt: onTime },
      { id: '2', ...stamped, firstResponseAt: null },
      { id: '3', ...stamped, firstResponseAt: null },
      // By business hours alone: 1 of 2.
      { id: '4', ...readyMade, 'firstResponse.business': 300 },
      { id: '5', ...readyMade, 'firstResponse.business': null },
    ];
    expect(told(tickets)).toEqual([
      ['calendar', 1 / 3, 3, 1],
      ['business', 1 / 2, 2, 1],
    ]);
    expect(told(tickets.toReversed())).toEqual(told(tickets));
  });

  it('where nobody was answered at all, the calendar still says how long', () => {
    const tickets: Row[] = [1, 2].map((id) => ({ id: `${id}`, createdAt, firstResponseAt: null, 'firstResponse.business': null }));
    expect(told(tickets)).toEqual([['calendar', 0, 2, 0]]);
  });
});
