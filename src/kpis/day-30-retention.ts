import { defineKpi } from './define-kpi.ts';
import {
  DAY_RETENTION_EXCLUDES,
  DAY_RETENTION_NEEDS,
  DAY_RETENTION_SOURCES,
  dayRetention,
  dayRetentionExample,
} from './facts/day-retention.ts';
import { ACTIVE_EVENTS, DAY_MODE, DAY_WINDOW } from './options/customer-options.ts';

export const day30Retention = defineKpi({
  id: 'day-30-retention',
  title: 'Day 30 retention',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'signed up, day 30 elapsed',
  needs: DAY_RETENTION_NEEDS,
  refines: ['customers.signedUpAt', 'events.name'],
  aggregate: 'rate',
  definition:
    'Share of the users who signed up in the period and were active on the calendar day 30 days after it (reporting zone), of those for whom that day has fully passed. Each user counts once; without any signup in the data day 0 is that of the first event.',
  formula: 'active on day 30 after signing up / signed up, day 30 elapsed',
  excludes: DAY_RETENTION_EXCLUDES,
  options: [DAY_WINDOW, DAY_MODE, ACTIVE_EVENTS],
  sources: DAY_RETENTION_SOURCES,
  example: {
    says: 'Of four who signed up one is back late on day 30, one half an hour after it; a fifth whose day 30 is not over waits: 1 of 4.',
    rows: { events: dayRetentionExample(30) },
    asOf: '2025-02-10T12:00:00Z',
    value: 0.25,
    n: 4,
    counts: { back: 1, users: 4, pending: 1 },
  },
  measures: (context) => dayRetention(context, 30),
});
