import { defineKpi } from './define-kpi.ts';
import { overSolved } from './facts/wait-measures.ts';
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
  excludes: ['tickets that are not solved', 'time in solved before a reopening'],
  sources: ['Zendesk and dbt_zendesk: time in status', 'GitLab handbook: Zendesk data dictionary', 'otherwise: Zammad pauses the clock in pending states, Plain counts time in Todo'],
  example: {
    says: 'On hold from 09:50 to 10:05: 15 minutes.',
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
    value: 900,
    n: 1,
    counts: { solved: 1 },
  },
  measures: (context) => overSolved(context, waits(context).onHold),
});
