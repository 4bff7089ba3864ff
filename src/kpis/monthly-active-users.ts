import { defineKpi } from './define-kpi.ts';
import { ACTIVITY_EXCLUDES, ACTIVITY_NEEDS, activeUsers } from './facts/active-users.ts';
import { ACTIVE_EVENTS } from './options/customer-options.ts';

export const monthlyActiveUsers = defineKpi({
  id: 'monthly-active-users',
  title: 'Monthly active users (MAU)',
  family: 'success',
  section: 'Product',
  unit: 'count',
  better: 'higher',
  cohort: 'active in the last 30 complete days of the period',
  needs: ACTIVITY_NEEDS,
  refines: ['events.name'],
  aggregate: 'distinct',
  definition:
    'Different users who did something in the 30 complete calendar days (reporting zone) up to the last one of the period: any event of theirs, or those of the option events.',
  formula: 'different users with an event in the last 30 complete days',
  excludes: ACTIVITY_EXCLUDES,
  options: [ACTIVE_EVENTS],
  sources: ['Amplitude: a month is 30 days', 'otherwise: calendar months'],
  example: {
    says: 'From the 1st to the 30th a, b, c and d were active: 4.',
    rows: {
      events: [
        { customerId: 'a', at: '2025-03-30T09:00:00Z', name: 'visit' },
        { customerId: 'a', at: '2025-03-30T10:00:00Z', name: 'feature' },
        { customerId: 'b', at: '2025-03-30T11:00:00Z', name: 'visit' },
        { customerId: 'c', at: '2025-03-25T11:00:00Z', name: 'visit' },
        { customerId: 'd', at: '2025-03-05T11:00:00Z', name: 'visit' },
        { customerId: 'e', at: '2025-03-30T11:00:00Z', name: 'notice' },
        { customerId: 'f', at: '2025-03-31T08:00:00Z', name: 'visit' },
      ],
    },
    asOf: '2025-03-31T12:00:00Z',
    value: 4,
    n: 5,
    counts: { active: 4, events: 5 },
  },
  measures: (context) => activeUsers(context, 30),
});
