import { defineKpi } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { transfers, transfersBy } from './facts/departments.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const transferRate = defineKpi({
  id: 'transfer-rate',
  title: 'Transferred',
  family: 'support',
  section: 'Effort and cost',
  unit: 'ratio',
  better: 'lower',
  cohort: 'created',
  needs: [['tickets.groupChanges'], ['changes.at', 'changes.field', 'changes.to']],
  refines: ['tickets.createdAt', 'changes.from'],
  aggregate: 'rate',
  definition:
    'Share of the tickets created in the period that went from one group to another at least once. The first assignment to a group is no transfer.',
  formula: 'tickets that changed their group / tickets created',
  excludes: ['tickets whose history is unknown'],
  sources: ['Zammad Reporting: moved in / moved out', 'Zendesk: group stations above 1'],
  example: {
    says: 'One of four tickets changed its group: 25 %.',
    rows: {
      tickets: [
        { id: '1', groupChanges: 0 },
        { id: '2', groupChanges: 2 },
        { id: '3', groupChanges: 0 },
        { id: '4', groupChanges: 0 },
      ],
    },
    value: 0.25,
    n: 4,
    counts: { transferred: 1, tickets: 4 },
  },
  measures: (context) => [
    proportion({
      population: rowsOf(context, 'tickets'),
      at: times(context, 'tickets', 'createdAt'),
      outcomes: outcomes(transfers(context)),
      outcomesBy: (until) => outcomes(transfersBy(context, until)),
      names: { hits: 'transferred', of: 'tickets' },
    }),
  ],
});

function outcomes(transferred: Float64Array): Uint8Array {
  return Uint8Array.from(transferred, (moves) => (Number.isNaN(moves) ? OUT : moves > 0 ? HIT : MISS));
}
