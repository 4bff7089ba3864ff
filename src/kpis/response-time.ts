import { bytesByRow } from '../lib/by-row.ts';
import { defineKpi } from './define-kpi.ts';
import { either } from './facts/columns.ts';
import { conversations } from './facts/conversations.ts';
import { between, shownClocks, withStamps } from './facts/durations.ts';
import { chosen, isOn, type FlagOption } from './options/option-values.ts';
import { BOTS, cohortOption, LEAD } from './options/response-options.ts';
import { distribution, RESPONSE_BUCKETS } from './statistics/distribution.ts';

const COHORT = cohortOption('event', 'the answer was sent');

const INCLUDE_FIRST: FlagOption = {
  name: 'includeFirst',
  type: 'flag',
  default: true,
  says: 'Whether the first response of a ticket is one of them; without it, it is the next response time',
  definedBy: ['true: Freshdesk, Help Scout, Chatwoot', 'false: next reply time'],
};

const WORST_PER_TICKET: FlagOption = {
  name: 'worstPerTicket',
  type: 'flag',
  default: false,
  says: 'Only the longest wait of each ticket',
  definedBy: ['true: Zammad (update_in_min)'],
};

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
  formula: 'median over waits of (next public human answer − first unanswered customer message)',
  excludes: ['waits that nobody has answered yet (counted)', 'private notes', 'automatic and bot messages'],
  options: [COHORT, LEAD, INCLUDE_FIRST, WORST_PER_TICKET, BOTS],
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
    const { episodes } = conversations(context, { withBots: chosen(context, BOTS) === 'include' });
    const { ticket, startedAt, answeredAt } = episodes;
    const open = bytesByRow(answeredAt.length, (row) => (Number.isNaN(answeredAt[row]!) ? 1 : 0));
    const later = isOn(context, INCLUDE_FIRST) ? null : laterEpisodes(ticket);
    const worst = isOn(context, WORST_PER_TICKET);
    const byStart = chosen(context, COHORT) === 'created';
    const durations = withStamps(context, between(context, { from: startedAt, to: answeredAt, ticket }), new Map());
    return shownClocks(context, durations, ticket.length).map(({ clock, values, empty, uncovered }) => {
      const wanted = later ? values.map((seconds, row) => (later[row] === 1 ? seconds : Number.NaN)) : values;
      return distribution({
        clock,
        population: { table: 'messages', rows: ticket.length, derived: true, ticket },
        // An open wait has no answer to date it by: it belongs to the period in which it began.
        at: byStart ? startedAt : either(answeredAt, startedAt),
        values: worst ? longestOfTicket(wanted, ticket) : wanted,
        lead: chosen(context, LEAD),
        empty,
        ...(byStart ? { knownAt: () => answeredAt } : {}),
        used: 'responses',
        tallies: [{ name: 'unanswered', of: open }, ...uncovered],
        buckets: RESPONSE_BUCKETS,
      });
    });
  },
});

/** 1 for all waits of a ticket but its first. They come ticket by ticket in time order. */
function laterEpisodes(ticket: Int32Array): Uint8Array {
  return bytesByRow(ticket.length, (row) => (row > 0 && ticket[row - 1] === ticket[row] ? 1 : 0));
}

/** Of each ticket the longest value (the first of equal ones), the others `NaN`. Negative ones stay, as errors. */
function longestOfTicket(values: Float64Array, ticket: Int32Array): Float64Array {
  const longest = new Map<number, number>();
  values.forEach((seconds, row) => {
    const best = longest.get(ticket[row]!);
    if (seconds >= 0 && (best === undefined || seconds > values[best]!)) longest.set(ticket[row]!, row);
  });
  return values.map((seconds, row) => (seconds < 0 || longest.get(ticket[row]!) === row ? seconds : Number.NaN));
}
