import { defineKpi, type KpiContext } from './define-kpi.ts';
import { codes, either, rowsOf, times } from './facts/columns.ts';
import { firstResponse } from './facts/first-response.ts';
import { resolution } from './facts/resolution.ts';
import { HIT, MISS, OUT, PENDING, proportion } from './statistics/proportion.ts';

export const slaAttainment = defineKpi({
  id: 'sla-attainment',
  title: 'SLA attainment',
  family: 'support',
  section: 'Speed',
  unit: 'ratio',
  better: 'higher',
  cohort: 'due',
  needs: [['tickets.firstResponseSla'], ['tickets.resolutionSla'], ['tickets.firstResponseDueAt'], ['tickets.dueAt']],
  refines: ['tickets.firstResponseAt', 'tickets.solvedAt', 'tickets.createdAt'],
  aggregate: 'rate',
  definition:
    "Share of the tickets due in the period that met every target that they had: by the export's own SLA columns, else by the due dates against what happened. " +
    'First response and resolution stand apart as parts. A ticket without a due date belongs to the period in which it was solved, else created.',
  formula: 'tickets that met every target / tickets with a target that was due',
  excludes: ['tickets without a target', 'tickets whose target is not due yet (counted as pending)'],
  sources: ['Freshdesk: Within SLA / SLA Violated', 'Zammad: met when exactly on target', 'product.md'],
  example: {
    says: 'Met, met and missed by the first-response column, and one without a target: 2 of 3.',
    rows: {
      tickets: [
        { id: '1', firstResponseSla: 'met' },
        { id: '2', firstResponseSla: 'met' },
        { id: '3', firstResponseSla: 'missed' },
        { id: '4', firstResponseSla: null },
      ],
    },
    value: 2 / 3,
    n: 3,
    counts: { met: 2, due: 3, pending: 0 },
  },
  measures(context) {
    const createdAt = times(context, 'tickets', 'createdAt');
    const { solvedAt } = resolution(context);
    const response = target(context, { sla: 'firstResponseSla', due: 'firstResponseDueAt', doneAt: firstResponse(context).respondedAt });
    const resolved = target(context, { sla: 'resolutionSla', due: 'dueAt', doneAt: solvedAt });
    const dueAt = either(times(context, 'tickets', 'dueAt'), times(context, 'tickets', 'firstResponseDueAt'));
    return [
      proportion({
        population: rowsOf(context, 'tickets'),
        at: either(dueAt, either(solvedAt, createdAt)),
        outcomes: response.map((first, row) => both(first, resolved[row]!)),
        names: { hits: 'met', of: 'due', pending: 'pending' },
        apart: [
          { key: 'first response', outcomes: response },
          { key: 'resolution', outcomes: resolved },
        ],
      }),
    ];
  },
});

function target(context: KpiContext, { sla, due, doneAt }: { sla: string; due: string; doneAt: Float64Array }): Uint8Array {
  const verdicts = codes(context, 'tickets', sla);
  const dueAt = times(context, 'tickets', due);
  return Uint8Array.from(doneAt, (done, row) => {
    const verdict = verdicts?.values[verdicts.codes[row]!];
    if (verdict === 'met') return HIT;
    if (verdict === 'missed') return MISS;
    if (Number.isNaN(dueAt[row]!)) return OUT;
    if (!Number.isNaN(done)) return done <= dueAt[row]! ? HIT : MISS;
    return dueAt[row]! > context.asOf ? PENDING : MISS;
  });
}

/** A ticket met its targets when it missed none: one that is still pending cannot be judged unless the other is missed already. */
function both(first: number, second: number): number {
  if (first === MISS || second === MISS) return MISS;
  if (first === PENDING || second === PENDING) return PENDING;
  return first === HIT || second === HIT ? HIT : OUT;
}
