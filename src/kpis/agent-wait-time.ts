import { defineKpi } from './define-kpi.ts';
import { overSolved, WAITS_EXAMPLE, WAITS_EXCLUDE, WAITS_SOURCES } from './facts/wait-measures.ts';
import { waits } from './facts/waits.ts';

export const agentWaitTime = defineKpi({
  id: 'agent-wait-time',
  title: 'Agent wait time',
  family: 'support',
  section: 'Speed',
  unit: 'seconds',
  better: 'none',
  cohort: 'solved',
  needs: [['tickets.agentWait'], ['tickets.createdAt', 'changes.at', 'changes.field', 'changes.to']],
  refines: ['changes.from', 'tickets.solvedAt'],
  aggregate: 'median',
  definition:
    'Time that a ticket spent in pending status until it was solved for good: how long we waited for the customer. Median in seconds over the tickets solved in the period.',
  formula: 'median over solved tickets of (time in pending)',
  excludes: WAITS_EXCLUDE,
  sources: WAITS_SOURCES,
  example: {
    says: 'Pending from 09:20 to 09:50: 30 minutes (kpis.md §1.4).',
    rows: WAITS_EXAMPLE,
    value: 1800,
    n: 1,
    counts: { solved: 1 },
  },
  measures: (context) => overSolved(context, waits(context).agent),
});
