import { defineKpi } from './define-kpi.ts';
import { ACTIVITY_EXCLUDES, ACTIVITY_NEEDS, activeUsers } from './facts/active-users.ts';
import { ACTIVE_EVENTS } from './options/customer-options.ts';

export const dailyActiveUsers = defineKpi({
  id: 'daily-active-users',
  title: 'Daily active users (DAU)',
  family: 'success',
  section: 'Product',
  unit: 'count',
  better: 'higher',
  cohort: 'active on the last complete day of the period',
  needs: ACTIVITY_NEEDS,
  refines: ['events.name'],
  aggregate: 'distinct',
  definition:
    'Different users who did something on the last complete calendar day (reporting zone) of the period: any event of theirs, or those of the option events.',
  formula: 'different users with an event on the last complete day',
  excludes: ACTIVITY_EXCLUDES,
  options: [ACTIVE_EVENTS],
  sources: ['Amplitude: distinct users a day, the current one left out', 'otherwise: any event, also what was done to the user'],
  example: {
    says: 'On the 30th a and b were active (a twice); e was only sent a notice, and the 31st is not over: 2.',
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
    value: 2,
    n: 3,
    counts: { active: 2, events: 3 },
  },
  measures: (context) => activeUsers(context, 1),
});
