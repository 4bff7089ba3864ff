import { defineKpi } from './define-kpi.ts';
import { conversations } from './facts/conversations.ts';
import { secondsBetween } from './facts/durations.ts';
import { distribution, RESPONSE_BUCKETS } from './statistics/distribution.ts';

export const responseTime = defineKpi({
  id: 'response-time',
  title: 'Response time',
  family: 'support',
  section: 'Speed',
  unit: 'seconds',
  better: 'lower',
  cohort: 'reply sent',
  needs: [['messages.ticketId', 'messages.at', 'messages.author']],
  refines: ['messages.public', 'tickets.createdAt', 'tickets.direction'],
  aggregate: 'median',
  definition:
    "Time from a customer's first unanswered message to the next public answer by a human agent, for every such wait and not only the first. " +
    'Several customer messages in a row are one wait, of several agent messages only the first ends it. Median, 90th percentile and mean in seconds over the answers sent in the period.',
  excludes: ['waits that nobody has answered yet (counted)', 'private notes', 'automatic and bot messages'],
  sources: [
    'Freshdesk: average response time, by replies sent in the period',
    'Chatwoot: reply_time from waiting_since',
    'Help Scout: responseTime, the mean over all replies',
    'otherwise: Zammad keeps the longest exchange of a ticket; Zoho subtracts time in Closed',
  ],
  example: {
    says: 'Asked 09:00, answered 09:20; asked 09:50 and again 09:55, answered 10:05; "thanks" at 10:30 stays open. Two responses, 20 and 15 minutes: median 17.5 (kpis.md §1.4).',
    rows: {
      tickets: [{ id: '1', createdAt: '2025-03-10T09:00:00Z' }],
      messages: [
        { ticketId: '1', at: '2025-03-10T09:00:00Z', author: 'customer' },
        { ticketId: '1', at: '2025-03-10T09:20:00Z', author: 'agent' },
        { ticketId: '1', at: '2025-03-10T09:50:00Z', author: 'customer' },
        { ticketId: '1', at: '2025-03-10T09:55:00Z', author: 'customer' },
        { ticketId: '1', at: '2025-03-10T10:05:00Z', author: 'agent' },
        { ticketId: '1', at: '2025-03-10T10:30:00Z', author: 'customer' },
      ],
    },
    value: 1050,
    n: 2,
    counts: { responses: 2, unanswered: 1 },
  },
  measures(context) {
    const { episodes } = conversations(context);
    const open = Uint8Array.from(episodes.answeredAt, (at) => (Number.isNaN(at) ? 1 : 0));
    return [
      distribution({
        clock: 'calendar',
        population: { table: 'messages', rows: episodes.ticket.length, ticket: episodes.ticket },
        // An open wait has no answer to date it by: it belongs to the period in which it began.
        at: episodes.answeredAt.map((at, row) => (Number.isNaN(at) ? episodes.startedAt[row]! : at)),
        values: secondsBetween(episodes.startedAt, episodes.answeredAt),
        lead: 'median',
        used: 'responses',
        tallies: [{ name: 'unanswered', of: open }],
        buckets: RESPONSE_BUCKETS,
      }),
    ];
  },
});
