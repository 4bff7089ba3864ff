import { at, named } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';
import { conversationOf, excludedTicket, latestRating, ratingLabel } from './freshdesk/ticket.ts';
import { FRESHDESK_WORDS } from './freshdesk/words.ts';

const TICKETS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: 'subject',
    status: 'status',
    priority: 'priority',
    channel: 'source',
    type: 'type',
    group: [{ from: 'group.name' }, { from: 'group_id' }],
    agent: [{ from: 'responder.name' }, { from: 'responder_id' }],
    customerId: 'requester_id',
    customerEmail: 'requester.email',
    organization: [{ from: 'company.name' }, { from: 'company_id' }],
    tags: 'tags',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    dueAt: 'due_by',
    firstResponseDueAt: 'fr_due_by',
    firstResponseAt: 'stats.first_responded_at',
    solvedAt: 'stats.resolved_at',
    closedAt: 'stats.closed_at',
    rating: named('satisfaction_ratings.ratings.default_question', (ticket) => ratingLabel(latestRating(ticket))),
    ratedAt: named('satisfaction_ratings.created_at', (ticket) => at(latestRating(ticket), 'created_at')),
    ratingComment: named('satisfaction_ratings.feedback', (ticket) => at(latestRating(ticket), 'feedback')),
  },
  children: [
    {
      into: 'messages',
      each: conversationOf,
      fields: {
        id: 'id',
        at: 'created_at',
        authorId: 'user_id',
        author: named('conversations.incoming', (message) => (at(message, 'incoming') === true ? 'customer' : 'agent')),
        public: named('conversations.private', (message) => at(message, 'private') !== true),
      },
    },
  ],
  exclude: excludedTicket,
};

export const freshdeskJson: Preset = {
  id: 'freshdesk-json',
  title: 'Freshdesk: tickets of the API (JSON)',
  system: 'freshdesk',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['responder id', 'fr due by'],
      ['responder id', 'requester id', 'fr due by'],
      ['responder id', 'requester id', 'due by'],
      ['requester id', 'responder id', 'fr escalated'],
    ],
  },
  json: {
    lists: {
      '': TICKETS,
      tickets: TICKETS,
      satisfaction_ratings: {
        into: 'tickets',
        supplements: true,
        fields: {
          id: 'ticket_id',
          rating: named('ratings.default_question', ratingLabel),
          ratedAt: 'created_at',
          ratingComment: 'feedback',
        },
      },
      groups: { into: 'groups', fields: { id: 'id', name: 'name' } },
      contacts: { into: 'people', fields: { id: 'id', email: 'email', name: 'name', role: () => 'customer' } },
      agents: { into: 'people', fields: { id: 'id', email: 'contact.email', name: 'contact.name', role: () => 'agent' } },
    },
  },
  words: FRESHDESK_WORDS,
  zone: 'UTC',
  about:
    'API v2: a bare list, {"ticket": {…}} or {"results": […]}; with include=stats (answer and solution times) and conversations where they were fetched.',
  quirks: [
    'fr_due_by and due_by are deadlines, not what happened.',
    'Answer and solution times are in "stats" only, which the list has with include=stats.',
    'Statuses, priorities and sources are numbers; custom statuses above 7 are reported.',
    'A ticket may be rated several times: the latest rating holds; its sign says on which side of neutral it is.',
    'The description of the ticket is its first message; notes are private.',
    'Tickets marked spam or deleted are left out and counted.',
  ],
};
