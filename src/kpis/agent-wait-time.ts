import { defineKpi } from './define-kpi.ts';
import { overSolved } from './facts/wait-measures.ts';
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
  excludes: ['tickets that are not solved', 'time in solved before a reopening'],
  sources: ['Zendesk and dbt_zendesk: time in status', 'GitLab handbook: Zendesk data dictionary', 'otherwise: Zammad pauses the clock in pending states, Plain counts time in Todo'],
  example: {
    says: 'Pending from 09:20 to 09:50: 30 minutes (kpis.md §1.4).',
    rows: {
      tickets: [{ id: '1', status: 'solved', createdAt: '2025-03-10T09:00:00Z', solvedAt: '2025-03-10T10:40:00Z' }],
      changes: [
        { ticketId: '1', at: '2025-03-10T09:20:00Z', field: 'status', from: 'new', to: 'pending' },
        { ticketId: '1', at: '2025-03-10T09:50:00Z', field: 'status', from: 'pending', to: 'on-hold' },
        { ticketId: '1', at: '2025-03-10T10:05:00Z', field: 'status', from: 'on-hold', to: 'solved' },
        { ticketId: '1', at: '2025-03-10T10:30:00Z', field: 'status', from: 'solved', to: 'open' },
        { ticketId: '1', at: '2025-03-10T10:40:00Z', field: 'status', from: 'open', to: 'solved' },
      ],
    },
    value: 1800,
    n: 1,
    counts: { solved: 1 },
  },
  measures: (context) => overSolved(context, waits(context).agent),
});
