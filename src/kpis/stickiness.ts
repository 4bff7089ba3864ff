import { defineKpi } from './define-kpi.ts';
import { ACTIVITY_EXCLUDES, ACTIVITY_NEEDS, eventRows, deedsWithin, overLastDays, trailingDays } from './facts/active-users.ts';
import { eventDays } from './facts/deeds.ts';
import { fakeRows } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { ACTIVE_EVENTS } from './options/customer-options.ts';
import { distinctCounter } from './statistics/distinct.ts';

const DAYS = 30;

export const stickiness = defineKpi({
  id: 'stickiness',
  title: 'Stickiness (DAU / MAU)',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'active in the last 30 complete days of the period',
  needs: ACTIVITY_NEEDS,
  refines: ['events.name'],
  aggregate: 'ratio',
  definition:
    'Mean daily active users of the last 30 complete days divided by the users active in those days: on what share of the days a monthly user is there.',
  formula: 'mean daily active users / monthly active users',
  excludes: ACTIVITY_EXCLUDES,
  options: [ACTIVE_EVENTS],
  sources: ['Mixpanel: mean of the daily ones over the window', 'otherwise: the last day alone by the month, which a weekend halves'],
  example: {
    says: 'Three users in the 30 days from the 1st: a on six days, b on two, c on one: (9 / 30) / 3 = 10 %.',
    rows: {
      events: [
        ...[2, 4, 6, 8, 10, 12].map((day) => ({ customerId: 'a', at: `2025-03-${String(day).padStart(2, '0')}T09:00:00Z`, name: 'visit' })),
        { customerId: 'a', at: '2025-03-12T15:00:00Z', name: 'visit' },
        { customerId: 'b', at: '2025-03-01T09:00:00Z', name: 'visit' },
        { customerId: 'b', at: '2025-03-30T09:00:00Z', name: 'visit' },
        { customerId: 'c', at: '2025-03-15T09:00:00Z', name: 'visit' },
        { customerId: 'd', at: '2025-02-27T09:00:00Z', name: 'visit' },
      ],
    },
    asOf: '2025-03-31T12:00:00Z',
    value: 0.1,
    n: 3,
    counts: { userDays: 9, monthlyActive: 3, days: 30 },
  },
  measures(context) {
    if (context.dataset.tables.events.rows === 0) return [];
    const who = personOf(context, 'events');
    const users = distinctCounter(who, people(context).count);
    const days = eventDays(context);
    return [
      {
        clock: null,
        variant: null,
        population: eventRows(context),
        at: null,
        ...overLastDays(context, DAYS),
        ...fakeRows(context, 'events', { activity: true }),
        rowsIn(period) {
          const { start, end } = trailingDays(context, period.end, DAYS);
          return period.start >= end ? new Int32Array(0) : deedsWithin(context, start, end);
        },
        summarise(rows) {
          const monthlyActive = users.count(rows);
          const userDays = countUserDays(rows, who, days);
          const counts = { userDays, monthlyActive, days: DAYS };
          if (monthlyActive === 0) return { value: null, n: 0, reason: 'no-data', counts };
          return { value: userDays / DAYS / monthlyActive, n: monthlyActive, reason: null, counts };
        },
      },
    ];
  },
});

/** Different pairs of user and day. */
function countUserDays(rows: Int32Array, who: Int32Array, days: Int32Array): number {
  const first = rows.reduce((least, row) => Math.min(least, days[row]!), Number.POSITIVE_INFINITY);
  const pairs = Float64Array.from(rows, (row) => who[row]! * 1000 + days[row]! - first).sort();
  let count = 0;
  for (let index = 0; index < pairs.length; index++) if (index === 0 || pairs[index] !== pairs[index - 1]) count++;
  return count;
}
