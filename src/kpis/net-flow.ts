import { defineKpi } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { resolution } from './facts/resolution.ts';
import { netFlow as flow } from './statistics/flow.ts';

export const netFlow = defineKpi({
  id: 'net-flow',
  title: 'Net flow',
  family: 'support',
  section: 'Volume',
  unit: 'count',
  better: 'lower',
  cohort: 'created and solved',
  needs: [
    ['tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.createdAt', 'tickets.closedAt'],
    ['tickets.createdAt', 'changes.at', 'changes.to'],
  ],
  refines: ['tickets.status'],
  aggregate: 'difference',
  definition: 'Tickets created less tickets solved in the period: above zero the backlog grows, below it shrinks.',
  formula: 'tickets created − tickets solved',
  excludes: ['solved tickets without a date of solving (but counted over the whole data)'],
  sources: ['Zammad Reporting: created − closed per interval (there called backlog)'],
  example: {
    says: 'Three created, one solved: +2.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', createdAt: '2025-03-01T09:00:00Z', solvedAt: '2025-03-02T09:00:00Z' },
        { id: '2', status: 'open', createdAt: '2025-03-02T09:00:00Z' },
        { id: '3', status: 'pending', createdAt: '2025-03-03T09:00:00Z' },
      ],
    },
    value: 2,
    n: 3,
    counts: { created: 3, solved: 1 },
  },
  measures(context) {
    const { solved, solvedAt } = resolution(context);
    return [
      flow({
        population: rowsOf(context, 'tickets'),
        inAt: times(context, 'tickets', 'createdAt'),
        outAt: solvedAt,
        left: solved,
        names: { in: 'created', out: 'solved' },
      }),
    ];
  },
});
