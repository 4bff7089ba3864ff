import { defineKpi } from './define-kpi.ts';
import { ACTIVITY_EXCLUDES, ACTIVITY_NEEDS, activeUsers } from './facts/active-users.ts';
import { ACTIVE_EVENTS } from './options/customer-options.ts';

export const weeklyActiveUsers = defineKpi({
  id: 'weekly-active-users',
  title: 'Weekly active users (WAU)',
  family: 'success',
  section: 'Product',
  unit: 'count',
  better: 'higher',
  cohort: 'active in the last 7 complete days of the period',
  needs: ACTIVITY_NEEDS,
  refines: ['events.name'],
  aggregate: 'distinct',
  definition:
    'Different users who did something in the 7 complete calendar days (reporting zone) up to the last one of the period: any event of theirs, or those of the option events.',
  formula: 'different users with an event in the last 7 complete days',
  excludes: ACTIVITY_EXCLUDES,
  options: [ACTIVE_EVENTS],
  sources: ['Amplitude: a week is 7 days', 'otherwise: calendar weeks'],
  example: {
    says: 'From the 24th to the 30th a, b and c were active: 3.',
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
    value: 3,
    n: 4,
    counts: { active: 3, events: 4 },
  },
  measures: (context) => activeUsers(context, 7),
});
