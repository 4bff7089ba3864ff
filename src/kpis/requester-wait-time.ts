import { defineKpi } from './define-kpi.ts';
import { overSolved, WAITS_EXAMPLE, WAITS_EXCLUDE, WAITS_SOURCES } from './facts/wait-measures.ts';
import { waits } from './facts/waits.ts';

export const requesterWaitTime = defineKpi({
  id: 'requester-wait-time',
  title: 'Requester wait time',
  family: 'support',
  section: 'Speed',
  unit: 'seconds',
  better: 'lower',
  cohort: 'solved',
  needs: [['tickets.requesterWait'], ['tickets.createdAt', 'changes.at', 'changes.field', 'changes.to']],
  refines: ['changes.from', 'tickets.solvedAt'],
  aggregate: 'median',
  definition:
    'Time that a ticket spent in new, open and on-hold status until it was solved for good: how long the customer waited for us in total. Median in seconds over the tickets solved in the period.',
  formula: 'median over solved tickets of (time in new + open + on hold)',
  excludes: WAITS_EXCLUDE,
  sources: WAITS_SOURCES,
  example: {
    says: 'New 09:00–09:20, pending to 09:50, on hold to 10:05, solved to 10:30, open to 10:40: 20 + 15 + 10 = 45 minutes (kpis.md §1.4).',
    rows: WAITS_EXAMPLE,
    value: 2700,
    n: 1,
    counts: { solved: 1 },
  },
  measures: (context) => overSolved(context, waits(context).requester),
});
