import { ABOVE, BETWEEN, judgeRows } from '../lib/judge-rows.ts';
import { defineKpi } from './define-kpi.ts';
import { none, rowsOf } from './facts/columns.ts';
import { agentReplies, allMessages } from './facts/first-response.ts';
import { resolution } from './facts/resolution.ts';
import { choiceOption, chosen } from './options/option-values.ts';
import { distribution } from './statistics/distribution.ts';

const COUNT = choiceOption({
  name: 'count',
  type: ['agent', 'all'],
  default: 'agent',
  says: 'agent: public replies of human agents; all: public messages of both sides, the request included',
  definedBy: ['agent: Help Scout, Groove, Zendesk', 'all: Redo'],
});

export const repliesToResolve = defineKpi({
  id: 'replies-to-resolve',
  title: 'Replies to resolve',
  family: 'support',
  section: 'Resolution',
  unit: 'count',
  better: 'lower',
  cohort: 'solved',
  needs: [['tickets.agentReplies'], ['messages.at', 'messages.author']],
  refines: ['tickets.status', 'tickets.solvedAt', 'messages.public'],
  aggregate: 'mean',
  definition: 'Mean number of public human agent replies on the tickets solved in the period that had at least one.',
  formula: 'public human replies / solved tickets with at least one',
  excludes: ['tickets that are not solved', 'tickets solved without any reply', 'private notes, automatic and bot messages'],
  options: [COUNT],
  sources: [
    'Help Scout: repliesToResolve',
    'Groove',
    'seed 000: "Average Replies to Resolve"',
    'otherwise: Redo counts all messages of both sides',
  ],
  example: {
    says: 'Solved with 1, 1, 2 and 3 replies, and one without any: 7 replies over 4 tickets.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', agentReplies: 1 },
        { id: '2', status: 'solved', agentReplies: 1 },
        { id: '3', status: 'solved', agentReplies: 2 },
        { id: '4', status: 'closed', agentReplies: 3 },
        { id: '5', status: 'solved', agentReplies: 0 },
      ],
    },
    value: 1.75,
    n: 4,
    counts: { solvedWithReply: 4 },
  },
  measures(context) {
    const replies = chosen(context, COUNT) === 'all' ? allMessages(context) : agentReplies(context);
    const { solved, solvedAt } = resolution(context);
    const values = replies ?? none(context, 'tickets');
    const counts = judgeRows(
      values,
      { low: 1, high: 1 },
      (count, is) => (is === 1 && (count === BETWEEN || count === ABOVE) ? 1 : 0),
      solved,
    );
    return [
      distribution({
        clock: null,
        population: rowsOf(context, 'tickets'),
        at: solvedAt,
        values,
        counts,
        lead: 'mean',
        used: 'solvedWithReply',
        buckets: [1, 2, 3],
      }),
    ];
  },
});
