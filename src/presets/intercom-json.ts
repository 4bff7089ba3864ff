import type { JsonRecord } from '../model/json.ts';
import { conversationMessages, directionOf, lastClosedAt, messageAuthor, ratingOf } from './intercom/conversation.ts';
import { at, idAt, lessOne, listAt, named, names, numberAt, textAt } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';

const isCustomer = (conversation: JsonRecord): boolean =>
  ['user', 'lead', 'contact'].includes(textAt(conversation, 'source.author.type') ?? '');

const CONVERSATIONS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: [{ from: 'source.subject' }, { from: 'title' }],
    status: 'state',
    priority: 'priority',
    channel: 'source.type',
    direction: named('source.delivered_as', directionOf),
    agent: named('admin_assignee_id', (conversation) => idAt(conversation, 'admin_assignee_id')),
    group: named('team_assignee_id', (conversation) => idAt(conversation, 'team_assignee_id')),
    customerId: named(
      'contacts.contacts',
      (conversation) =>
        textAt(listAt(conversation, 'contacts.contacts')[0], 'id') ??
        (isCustomer(conversation) ? textAt(conversation, 'source.author.id') : undefined),
    ),
    customerEmail: named('source.author.email', (conversation) =>
      isCustomer(conversation) ? textAt(conversation, 'source.author.email') : undefined,
    ),
    tags: named('tags.tags', (conversation) => names(conversation, 'tags.tags', 'name') ?? names(conversation, 'tags', 'name')),
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    firstResponseAt: 'statistics.first_admin_reply_at',
    firstResolvedAt: 'statistics.first_close_at',
    closedAt: named('statistics.last_close_at', lastClosedAt),
    firstResponse: { from: 'statistics.time_to_admin_reply', unit: 'seconds', clock: 'business' },
    firstResolution: { from: 'statistics.time_to_first_close', unit: 'seconds', clock: 'business' },
    resolution: { from: 'statistics.time_to_last_close', unit: 'seconds', clock: 'business' },
    reopens: 'statistics.count_reopens',
    assigneeChanges: named('statistics.count_assignments', (conversation) =>
      lessOne(numberAt(conversation, 'statistics.count_assignments')),
    ),
    handleSeconds: 'statistics.handling_time',
    rating: named('conversation_rating.rating', ratingOf),
    ratedAt: named('conversation_rating.created_at', (conversation) =>
      ratingOf(conversation) === undefined ? undefined : at(conversation, 'conversation_rating.created_at'),
    ),
    ratingComment: 'conversation_rating.remark',
  },
  children: [
    {
      into: 'messages',
      each: conversationMessages,
      fields: {
        id: 'id',
        at: 'created_at',
        author: named('conversation_parts.author.type', messageAuthor),
        authorId: 'author.id',
        public: named('conversation_parts.part_type', (part) => textAt(part, 'part_type') !== 'note'),
      },
    },
  ],
};

export const intercomJson: Preset = {
  id: 'intercom-json',
  title: 'Intercom: conversations of the API (JSON)',
  system: 'intercom',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['conversation rating', 'statistics'],
      ['conversation rating', 'statistics', 'conversation parts'],
      ['conversation parts', 'source'],
      ['admin assignee id', 'statistics', 'source'],
    ],
  },
  json: { lists: { '': CONVERSATIONS, conversations: CONVERSATIONS } },
  words: {
    statuses: { open: 'open', closed: 'closed', snoozed: 'pending' },
    priorities: { priority: 'high', 'not priority': 'normal', true: 'high', false: 'normal' },
    channels: { conversation: 'chat', 'phone call': 'phone', 'phone switch': 'phone' },
    authors: { admin: 'agent', team: 'agent', user: 'customer', lead: 'customer', contact: 'customer', bot: 'bot', workflow: 'bot' },
    ratings: { name: '1 to 5', positive: [], negative: [], numeric: { min: 1, max: 5, positiveFrom: 4 } },
  },
  zone: 'UTC',
  about:
    'Conversations of the API: {"conversations": […]}, one a line or a bare list; with conversation_parts where each was fetched by itself.',
  quirks: [
    'Time stamps are epoch seconds; durations are seconds without the time outside office hours: business time.',
    "Statistics start at the customer's first reply and are null where an admin began: those conversations are outbound.",
    'conversation_rating may be null, {} or a bare number: no rating, no rating, the rating. Ratings of the AI agent are another matter and not read.',
    'The opening message is in "source", the others in conversation_parts; notes are private; bots and the AI agent are no humans.',
    'A conversation that is open again was not solved by its last close.',
    'Assignment counts include the first one: changes are one less.',
  ],
};
