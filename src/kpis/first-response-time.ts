import { defineKpi } from './define-kpi.ts';
import { answering } from './facts/answering.ts';
import { either, rowsOf, times } from './facts/columns.ts';
import { shownClocks } from './facts/durations.ts';
import { chosen } from './options/option-values.ts';
import { BOTS, cohortOption, LEAD, OUTBOUND } from './options/response-options.ts';
import { distribution, RESPONSE_BUCKETS } from './statistics/distribution.ts';

const COHORT = cohortOption('created', 'the answer was sent');

export const firstResponseTime = defineKpi({
  id: 'first-response-time',
  title: 'First response time',
  family: 'support',
  section: 'Speed',
  unit: 'seconds',
  better: 'lower',
  cohort: 'created',
  needs: [
    ['tickets.createdAt', 'tickets.firstResponseAt'],
    ['tickets.createdAt', 'messages.at', 'messages.author'],
    ['tickets.firstResponse'],
  ],
  refines: ['messages.public', 'tickets.direction', 'tickets.customerReplies'],
  aggregate: 'median',
  definition:
    'Time from the creation of a ticket to the first public answer by a human agent. For tickets that an agent opened the clock starts at the ' +
    "customer's first message. Median and 90th percentile in seconds, over the answered tickets created in the period; those still waiting are counted beside it.",
  formula: 'median over answered tickets of (first public human answer − creation)',
  excludes: [
    'private notes',
    'automatic and bot messages',
    'tickets that an agent opened and no customer wrote to',
    'negative durations (counted)',
  ],
  options: [COHORT, LEAD, OUTBOUND, BOTS],
  sources: [
    'Zendesk: first reply time (native time duration metrics)',
    'Intercom: median first response, by date started',
    'otherwise: Freshdesk, Chatwoot and Plain put a ticket in the period of its first reply; Help Scout and Freshdesk lead with the mean',
  ],
  example: {
    says: 'One ticket: asked at 09:00, auto-reply 09:01, private note 09:10, public human answer 09:20. 20 minutes (kpis.md §1.4).',
    rows: {
      tickets: [{ id: '1', createdAt: '2025-03-10T09:00:00Z' }],
      messages: [
        { ticketId: '1', at: '2025-03-10T09:00:00Z', author: 'customer', public: true },
        { ticketId: '1', at: '2025-03-10T09:01:00Z', author: 'bot', public: true },
        { ticketId: '1', at: '2025-03-10T09:10:00Z', author: 'agent', public: false },
        { ticketId: '1', at: '2025-03-10T09:20:00Z', author: 'agent', public: true },
      ],
    },
    value: 1200,
    n: 1,
    counts: { received: 1, answered: 1, waiting: 0 },
  },
  measures(context) {
    const found = answering(context);
    const { durations, asked, answered, waiting, solvedWithoutReply } = found;
    const population = rowsOf(context, 'tickets');
    const createdAt = times(context, 'tickets', 'createdAt');
    // What nobody has answered has no answer to date it by: it belongs to the period in which it began.
    const byEvent = chosen(context, COHORT) === 'event';
    return shownClocks(context, durations(), population.rows).map(({ clock, values, empty, uncovered }) => {
      const answeredAt = (): Float64Array => found.answeredAt(values);
      return distribution({
        clock,
        population,
        at: byEvent ? either(answeredAt(), createdAt) : createdAt,
        values,
        lead: chosen(context, LEAD),
        empty,
        ...(byEvent ? {} : { knownAt: answeredAt }),
        tallies: [
          { name: 'received', of: asked },
          { name: 'answered', of: answered },
          { name: 'waiting', of: waiting },
          { name: 'solvedWithoutReply', of: solvedWithoutReply, quiet: true },
          ...uncovered,
        ],
        buckets: RESPONSE_BUCKETS,
      });
    });
  },
});
