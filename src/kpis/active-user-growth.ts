import { defineKpi } from './define-kpi.ts';
import { ACTIVITY_NEEDS } from './facts/active-users.ts';
import { people, personOf } from './facts/people.ts';
import { overTwoPeriods } from './facts/returning-users.ts';
import { ACTIVE_EVENTS } from './options/customer-options.ts';
import { distinctCounter } from './statistics/distinct.ts';

export const activeUserGrowth = defineKpi({
  id: 'active-user-growth',
  title: 'Active users, growth',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'active in the period',
  needs: ACTIVITY_NEEDS,
  refines: ['events.name'],
  aggregate: 'ratio',
  definition:
    'Users active in the period divided by those active in the period before: above 1 there are more of them, whoever they are. Active means any event of theirs, or those of the option events.',
  formula: 'active users of the period / active users of the period before',
  excludes: ['notices sent and mentions elsewhere, which are no use of the product'],
  options: [ACTIVE_EVENTS],
  sources: [
    'seed 002: active users against the previous month, read literally: MAU / MAU of the month before',
    'otherwise: the share of the same users, which is active-user-retention',
  ],
  example: {
    says: 'a, b and c were active in February, a, c, d and e in March, of whom a twice: 4 / 3.',
    rows: {
      events: [
        ...['a', 'b', 'c'].map((customerId) => ({ customerId, at: '2025-02-10T09:00:00Z', name: 'visit' })),
        ...['a', 'c', 'd', 'e', 'a'].map((customerId) => ({ customerId, at: '2025-03-10T09:00:00Z', name: 'visit' })),
      ],
    },
    asOf: '2025-04-01T00:00:00Z',
    value: 4 / 3,
    n: 3,
    counts: { activeNow: 4, activeBefore: 3 },
  },
  measures(context) {
    const common = overTwoPeriods(context);
    if (!common) return [];
    const users = distinctCounter(personOf(context, 'events'), people(context).count);
    return [
      {
        ...common.measure,
        summarise(rows, { period }) {
          const parts = common.split(rows, period);
          const activeNow = users.count(parts.now);
          const activeBefore = users.count(parts.before);
          const counts = { activeNow, activeBefore };
          return activeBefore === 0
            ? { value: null, n: 0, reason: 'no-data', counts }
            : { value: activeNow / activeBefore, n: activeBefore, reason: null, counts };
        },
      },
    ];
  },
});
