import { defineKpi } from './define-kpi.ts';
import { rowsOf } from './facts/columns.ts';
import { agentReplies } from './facts/first-response.ts';
import { resolution } from './facts/resolution.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const firstContactResolution = defineKpi({
  id: 'first-contact-resolution',
  title: 'First contact resolution',
  family: 'support',
  section: 'Resolution',
  unit: 'ratio',
  better: 'higher',
  cohort: 'solved',
  needs: [['tickets.agentReplies'], ['messages.at', 'messages.author']],
  refines: ['tickets.status', 'tickets.solvedAt', 'messages.public'],
  aggregate: 'rate',
  definition: 'Share of the tickets solved in the period with at least one public human reply that needed exactly one. A reopening without a further reply does not count against it.',
  excludes: ['tickets that are not solved', 'tickets solved without any reply'],
  sources: ['Zendesk (newer definition) and dbt_zendesk: one-touch', 'Help Scout: resolved on first reply', 'Groove', 'otherwise: Zendesk (older) counts tickets without a reply as a success; Freshservice looks at customer follow-ups; call centres at repeat contact within 7 days'],
  example: {
    says: 'Solved with 1, 1, 2 and 3 replies, and one without any: 2 of 4.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', agentReplies: 1 },
        { id: '2', status: 'solved', agentReplies: 1 },
        { id: '3', status: 'solved', agentReplies: 2 },
        { id: '4', status: 'closed', agentReplies: 3 },
        { id: '5', status: 'solved', agentReplies: 0 },
      ],
    },
    value: 0.5,
    n: 4,
    counts: { oneReply: 2, solvedWithReply: 4 },
  },
  measures(context) {
    const replies = agentReplies(context);
    const { solved, solvedAt } = resolution(context);
    return [
      proportion({
        population: rowsOf(context, 'tickets'),
        at: solvedAt,
        outcomes: solved.map((done, row) => {
          const count = replies?.[row] ?? Number.NaN;
          if (done === 0 || !(count >= 1)) return OUT;
          return count === 1 ? HIT : MISS;
        }),
        names: { hits: 'oneReply', of: 'solvedWithReply' },
      }),
    ];
  },
});
