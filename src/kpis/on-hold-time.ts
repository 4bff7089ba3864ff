import { defineKpi } from './define-kpi.ts';
import { overSolved, WAITS_EXAMPLE, WAITS_EXCLUDE, WAITS_SOURCES } from './facts/wait-measures.ts';
import { waits } from './facts/waits.ts';

export const onHoldTime = defineKpi({
  id: 'on-hold-time',
  title: 'On-hold time',
  family: 'support',
  section: 'Speed',
  unit: 'seconds',
  better: 'none',
  cohort: 'solved',
  needs: [['tickets.onHold'], ['tickets.createdAt', 'changes.at', 'changes.field', 'changes.to']],
  refines: ['changes.from', 'tickets.solvedAt'],
  aggregate: 'median',
  definition:
    'Time that a ticket spent on hold until it was solved for good: how long we waited for somebody else. Median in seconds over the tickets solved in the period.',
  formula: 'median over solved tickets of (time on hold)',
  excludes: WAITS_EXCLUDE,
  sources: WAITS_SOURCES,
  example: {
    says: 'On hold from 09:50 to 10:05: 15 minutes.',
    rows: WAITS_EXAMPLE,
    value: 900,
    n: 1,
    counts: { solved: 1 },
  },
  measures: (context) => overSolved(context, waits(context).onHold),
});
