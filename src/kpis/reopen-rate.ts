import { ABOVE, judgeRows, NONE } from '../lib/judge-rows.ts';
import { defineKpi } from './define-kpi.ts';
import { rowsOf } from './facts/columns.ts';
import { answeredReopens } from './facts/reopens.ts';
import { resolution } from './facts/resolution.ts';
import { isOn, type FlagOption } from './options/option-values.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

const IGNORE_WITHOUT_REPLY: FlagOption = {
  name: 'ignoreReopenWithoutReply',
  type: 'flag',
  default: false,
  says: 'Leave out reopenings to which no agent had to write, such as a thank-you; needs status history and messages',
  definedBy: ['true: Zendesk (one-touch stays one-touch)', 'false: dbt_zendesk, Kaizo, Zammad'],
};

export const reopenRate = defineKpi({
  id: 'reopen-rate',
  title: 'Reopened',
  family: 'support',
  section: 'Resolution',
  unit: 'ratio',
  better: 'lower',
  cohort: 'solved',
  needs: [['tickets.reopens'], ['changes.at', 'changes.field', 'changes.to']],
  refines: ['tickets.solvedAt', 'changes.from'],
  aggregate: 'rate',
  definition:
    'Share of the tickets solved in the period that left solved at least once. Every reopening counts, also a "thank you" that reopens a ticket.',
  formula: 'solved and opened again / solved at least once',
  excludes: ['tickets that were never solved', 'tickets whose reopenings are unknown'],
  options: [IGNORE_WITHOUT_REPLY],
  sources: [
    'Kaizo: reopened / total solved',
    'dbt_zendesk: reopens = times solved − 1',
    'Zammad: closed to another state',
    'otherwise: some divide by reopened + created',
  ],
  example: {
    says: 'Four solved tickets, one of them reopened: 1 of 4.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', reopens: 0 },
        { id: '2', status: 'solved', reopens: 0 },
        { id: '3', status: 'closed', reopens: 1 },
        { id: '4', status: 'solved', reopens: 0 },
        { id: '5', status: 'open', reopens: 0 },
      ],
    },
    value: 0.25,
    n: 4,
    counts: { reopened: 1, solved: 4 },
  },
  measures(context) {
    const { solvedAt, everSolved, reopens: all } = resolution(context);
    const reopens = isOn(context, IGNORE_WITHOUT_REPLY) ? answeredReopens(context) : all;
    const zero = { low: 0, high: 0 };
    const judged = (count: number): number => (count === NONE ? OUT : count === ABOVE ? HIT : MISS);
    const outcomes = judgeRows(reopens, zero, (count, was) => (was === 1 ? judged(count) : OUT), everSolved);
    const undated = judgeRows(reopens, zero, (count, was) => (was !== 1 && count === ABOVE ? 1 : 0), everSolved);
    return [
      proportion({
        population: rowsOf(context, 'tickets'),
        at: solvedAt,
        outcomes,
        names: { hits: 'reopened', of: 'solved' },
        // Open again, and the export has forgotten when it was solved: no part of the rate, but not hidden either.
        tallies: [
          {
            name: 'openAgainUndated',
            of: undated,
            quiet: true,
          },
        ],
      }),
    ];
  },
});
