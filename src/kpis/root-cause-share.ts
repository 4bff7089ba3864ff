import { defineKpi } from './define-kpi.ts';
import { reports } from './facts/bugs.ts';
import { codes, rowsOf, times } from './facts/columns.ts';
import { mix } from './statistics/mix.ts';

export const rootCauseShare = defineKpi({
  id: 'root-cause-share',
  title: 'Root causes',
  family: 'support',
  section: 'Volume',
  unit: 'ratio',
  better: 'none',
  cohort: 'created',
  needs: [['tickets.rootCause']],
  refines: ['tickets.type', 'tickets.tags', 'tickets.createdAt'],
  aggregate: 'mix',
  definition:
    'What was behind the bugs reported in the period: the share of each root cause (a Pareto), unknown causes as a row of their own. Over all tickets where the data does not tell bugs apart.',
  formula: 'bugs with a root cause / bugs, for each root cause',
  excludes: ['tickets that report no bug, where type or tags tell'],
  sources: ['seed 003: "reported bugs … and the cause"', 'quality management: Pareto of causes'],
  example: {
    says: 'Four bugs: two by the engine, one by billing, one of unknown cause; a question with a cause does not count.',
    rows: {
      tickets: [
        { id: '1', type: 'Bug', rootCause: 'Engine' },
        { id: '2', type: 'Bug', rootCause: 'Engine' },
        { id: '3', type: 'Bug', rootCause: 'Billing' },
        { id: '4', type: 'Bug', rootCause: null },
        { id: '5', type: 'Question', rootCause: 'Docs' },
      ],
    },
    value: null,
    n: 4,
    counts: { total: 4, known: 3 },
  },
  measures(context) {
    const causes = codes(context, 'tickets', 'rootCause');
    if (!causes) return [];
    const { bug, told } = reports(context);
    const apart = told && bug.includes(1);
    const known = Uint8Array.from(causes.codes, (code, row) => (code > 0 && (!apart || bug[row] === 1) ? 1 : 0));
    return [
      mix({
        population: rowsOf(context, 'tickets'),
        at: times(context, 'tickets', 'createdAt'),
        keys: causes,
        variant: apart ? 'of bug reports' : 'of all tickets',
        tallies: [{ name: 'known', of: known }],
        ...(apart ? { member: bug } : {}),
      }),
    ];
  },
});
