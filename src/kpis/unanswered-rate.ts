import { combineRows } from '../lib/judge-rows.ts';
import { defineKpi } from './define-kpi.ts';
import { answering, answeringBy } from './facts/answering.ts';
import { rowsOf, times } from './facts/columns.ts';
import { resolution } from './facts/resolution.ts';
import { BOTS, OUTBOUND } from './options/response-options.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const unansweredRate = defineKpi({
  id: 'unanswered-rate',
  title: 'Still unanswered',
  family: 'support',
  section: 'Speed',
  unit: 'ratio',
  better: 'lower',
  cohort: 'created',
  needs: [['tickets.firstResponseAt'], ['messages.at', 'messages.author'], ['tickets.agentReplies'], ['tickets.firstResponse']],
  refines: ['tickets.createdAt', 'tickets.status', 'tickets.solvedAt'],
  aggregate: 'rate',
  definition:
    'Share of the tickets created in the period to which no human agent has replied in public and which are neither solved nor closed at the end of the data.',
  formula: 'neither answered nor solved / tickets that a customer asked something with',
  excludes: ['tickets that an agent opened and no customer wrote to'],
  options: [OUTBOUND, BOTS],
  sources: [
    'Zendesk and Help Scout: unanswered or waiting conversations',
    'otherwise: dbt_zendesk tests replies < 0, so its count is always 0: not copied',
  ],
  example: {
    says: 'Four answered tickets and one open one without an answer: 1 of 5.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', agentReplies: 1 },
        { id: '2', status: 'solved', agentReplies: 1 },
        { id: '3', status: 'open', agentReplies: 2 },
        { id: '4', status: 'solved', agentReplies: 3 },
        { id: '5', status: 'open', agentReplies: 0 },
      ],
    },
    value: 0.2,
    n: 5,
    counts: { unanswered: 1, received: 5 },
  },
  measures(context) {
    const found = answering(context);
    const now = { answered: found.answered, solved: resolution(context).solved };
    const outcomes = ({ answered, solved }: typeof now): Uint8Array => {
      const done = combineRows(answered, solved, (one, other) => one | other);
      return combineRows(found.asked, done, (asked, is) => (asked === 1 ? (is === 0 ? HIT : MISS) : OUT));
    };
    return [
      proportion({
        population: rowsOf(context, 'tickets'),
        at: times(context, 'tickets', 'createdAt'),
        outcomes: outcomes(now),
        outcomesBy: (until) => outcomes(answeringBy(context, found, until)),
        names: { hits: 'unanswered', of: 'received' },
      }),
    ];
  },
});
