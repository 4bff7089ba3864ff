import type { JsonRecord } from '../model/json.ts';
import { at, listAt, named, names, textAt } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';

const isAutomatic = (message: JsonRecord): boolean =>
  ['rule', 'automation', 'system'].includes(textAt(message, 'via') ?? '') || at(message, 'sender.bot') === true;

function author(message: JsonRecord): string {
  if (at(message, 'from_agent') !== true) return 'customer';
  return isAutomatic(message) ? 'system' : 'agent';
}

const TICKETS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: 'subject',
    status: 'status',
    priority: 'priority',
    channel: 'channel',
    language: 'language',
    direction: named('from_agent', (ticket) =>
      at(ticket, 'from_agent') === true ? 'outbound' : at(ticket, 'from_agent') === false ? 'inbound' : undefined,
    ),
    agent: [{ from: 'assignee_user.name' }, { from: 'assignee_user.id' }],
    group: [{ from: 'assignee_team.name' }, { from: 'assignee_team.id' }],
    customerId: 'customer.id',
    customerEmail: 'customer.email',
    tags: named('tags.name', (ticket) => names(ticket, 'tags', 'name')),
    createdAt: 'created_datetime',
    updatedAt: 'updated_datetime',
    // an open ticket may still carry the time of an earlier closing
    closedAt: named('closed_datetime', (ticket) => (textAt(ticket, 'status') === 'closed' ? at(ticket, 'closed_datetime') : undefined)),
    rating: 'satisfaction_survey.score',
    ratedAt: 'satisfaction_survey.scored_datetime',
    ratingComment: 'satisfaction_survey.body_text',
    ratingOffered: named('satisfaction_survey', (ticket) =>
      at(ticket, 'satisfaction_survey') === undefined ? undefined : at(ticket, 'satisfaction_survey') !== null,
    ),
  },
  children: [
    {
      into: 'messages',
      each: (ticket) => listAt(ticket, 'messages'),
      fields: {
        id: 'id',
        author: named('messages.from_agent', author),
        authorId: 'sender.id',
        channel: 'channel',
        at: named('messages.sent_datetime, created_datetime', (message) => at(message, 'sent_datetime') ?? at(message, 'created_datetime')),
        public: named('messages.public', (message) => at(message, 'public') !== false && textAt(message, 'channel') !== 'internal-note'),
      },
    },
  ],
  exclude: (ticket) => (at(ticket, 'spam') === true ? 'spam' : textAt(ticket, 'trashed_datetime') !== undefined ? 'deleted' : undefined),
};

export const gorgiasJson: Preset = {
  id: 'gorgias-json',
  title: 'Gorgias: tickets of the API (JSON)',
  system: 'gorgias',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['closed datetime', 'opened datetime'],
      ['closed datetime', 'created datetime', 'last received message datetime'],
    ],
  },
  json: { lists: { '': TICKETS, tickets: TICKETS } },
  words: {
    statuses: { open: 'open', closed: 'closed' },
    channels: {
      'contact form': 'web',
      'help center': 'web',
      'facebook messenger': 'facebook',
      'instagram direct message': 'instagram',
      'instagram comment': 'instagram',
    },
    ratings: { name: '1 to 5', positive: [], negative: [], numeric: { min: 1, max: 5, positiveFrom: 4 } },
  },
  zone: 'UTC',
  about: 'API: {"data": […]}, with the messages of each ticket where they were fetched.',
  quirks: [
    'Time stamps have microseconds and sometimes no offset: UTC.',
    'There is no first-response value: it is computed from the messages; internal notes and rules are no answers.',
    'A satisfaction survey without a score was sent and not answered.',
    'Spam and trashed tickets are left out and counted.',
  ],
};
