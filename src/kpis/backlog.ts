import { judgeRows, NONE } from '../lib/judge-rows.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { resolution, statusHistory } from './facts/resolution.ts';
import { stockAtEnd } from './statistics/stock.ts';

export const backlog = defineKpi({
  id: 'backlog',
  title: 'Backlog',
  family: 'support',
  section: 'Volume',
  unit: 'count',
  better: 'lower',
  cohort: 'snapshot at the end of the period',
  needs: [
    ['tickets.status'],
    ['tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.createdAt', 'tickets.closedAt'],
    ['tickets.createdAt', 'changes.at', 'changes.to'],
  ],
  refines: ['tickets.createdAt', 'tickets.solvedAt', 'changes.at'],
  aggregate: 'stock',
  definition:
    'Tickets that are neither solved nor closed at the end of the period (at the newest moment of the data, where the period reaches further). The age of the oldest stands beside it, in days.',
  formula: 'tickets created before t − tickets solved before t, t = the end of the period',
  excludes: ['tickets that were solved at an unknown time'],
  sources: [
    'Zendesk: backlog snapshots',
    'Plain: queue size',
    'dbt_zendesk: backlog',
    'otherwise: Zammad calls created − closed a backlog; here that is net-flow',
  ],
  example: {
    says: 'Created on the 1st, 2nd and 3rd; the first solved on the 2nd: 2 open at the end of the 3rd.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', createdAt: '2025-03-01T09:00:00Z', solvedAt: '2025-03-02T09:00:00Z' },
        { id: '2', status: 'open', createdAt: '2025-03-02T09:00:00Z' },
        { id: '3', status: 'pending', createdAt: '2025-03-03T09:00:00Z' },
      ],
    },
    asOf: '2025-03-04T00:00:00Z',
    value: 2,
    n: 2,
    counts: { open: 2, daysSinceOldest: 1 },
  },
  measures(context) {
    const { solved, solvedAt } = resolution(context);
    const createdAt = times(context, 'tickets', 'createdAt');
    const leftAt = timesOfLeaving(solved, solvedAt);
    const history = statusHistory(context);
    return [
      stockAtEnd({
        population: rowsOf(context, 'tickets'),
        enteredAt: createdAt,
        leftAt,
        asOf: context.asOf,
        name: 'open',
        ...(history.at.length > 0 ? { inStock: openByHistory(context, leftAt) } : {}),
      }),
    ];
  },
});

/** When each ticket left the backlog: `NaN` while it is in it, `-Infinity` where nobody knows. */
function timesOfLeaving(solved: Uint8Array, solvedAt: Float64Array): Float64Array {
  const isOdd = judgeRows(solvedAt, { low: 0, high: 0 }, (at, is) => ((is === 1) === (at !== NONE) ? 0 : 1), solved);
  if (!isOdd.includes(1)) return solvedAt;
  const leftAt = solvedAt.slice();
  for (let row = 0; row < solvedAt.length; row++) {
    if (isOdd[row] === 1) leftAt[row] = solved[row] === 1 ? Number.NEGATIVE_INFINITY : Number.NaN;
  }
  return leftAt;
}

/** With status history a ticket that was reopened later was not open in between. */
function openByHistory(context: KpiContext, leftAt: Float64Array): (row: number, at: number) => boolean {
  const { starts, at: changedAt, from, to } = statusHistory(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const isOpen = (status: string): boolean => status !== 'solved' && status !== 'closed';
  return (row, at) => {
    if (createdAt[row]! >= at) return false;
    let change = starts[row]!;
    const end = starts[row + 1]!;
    if (change === end) return !(leftAt[row]! < at);
    let status = from[change]!;
    while (change < end && changedAt[change]! < at) status = to[change++]!;
    return isOpen(status);
  };
}
