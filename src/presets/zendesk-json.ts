import type { JsonListLayout, Preset } from './preset.ts';
import { named, namedPath, textAt } from './json/record.ts';
import { embeddedMetricSet, METRIC_SET_LIST, metricSetFields } from './zendesk/metric-set.ts';
import { commentAuthor, commentsOf, directionOf, excludedTicket } from './zendesk/ticket.ts';
import { ZENDESK_WORDS } from './zendesk/words.ts';

const TICKETS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: 'subject',
    status: 'status',
    priority: 'priority',
    type: 'type',
    // text in some exports
    channel: [{ from: 'via.channel' }, { from: 'via' }],
    direction: named('comments.author_id', directionOf),
    group: [{ from: 'group.name' }, { from: 'group_id' }],
    agent: [{ from: 'assignee.name' }, { from: 'assignee_id' }],
    customerId: 'requester_id',
    customerEmail: 'requester.email',
    organization: [{ from: 'organization.name' }, { from: 'organization_id' }],
    tags: 'tags',
    problemId: 'problem_id',
    version: 'generated_timestamp',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    dueAt: 'due_at',
    // pandas writes the object as Python text, some clients flatten it
    rating: [{ from: 'satisfaction_rating.score' }, { from: 'satisfaction_rating', member: 'score' }],
    ratingComment: 'satisfaction_rating.comment',
    ratedAt: [{ from: 'satisfaction_rating.updated_at' }, { from: 'satisfaction_rating.created_at' }],
    // not of the API: scripts that save tickets add them
    firstResponseAt: [{ from: 'first_response_at' }, { from: 'first_reply_at' }, { from: 'first_replied_at' }],
    closedAt: 'closed_at',
    customerReplies: 'requester_replies',
    ...metricSetFields(embeddedMetricSet, 'metric_set.'),
  },
  children: [
    {
      into: 'messages',
      each: commentsOf,
      fields: {
        id: 'id',
        at: 'created_at',
        public: 'public',
        authorId: 'author_id',
        author: named('comments.author_id', commentAuthor),
        channel: [{ from: namedPath('comments.via.channel', 'via.channel') }, { from: 'via' }],
      },
    },
  ],
  exclude: excludedTicket,
};

export const zendeskJson: Preset = {
  id: 'zendesk-json',
  title: 'Zendesk: full JSON export or Tickets API',
  system: 'zendesk',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['requester id', 'via'],
      ['requester id', 'satisfaction rating'],
      ['requester id', 'metric set'],
      ['requester id', 'via', 'satisfaction rating'],
      ['requester id', 'submitter id', 'assignee id'],
    ],
    noneOf: ['responder id', 'fr due by'],
  },
  json: {
    lists: {
      '': TICKETS,
      tickets: TICKETS,
      metric_sets: METRIC_SET_LIST,
      ticket_metrics: METRIC_SET_LIST,
      groups: { into: 'groups', fields: { id: 'id', name: 'name' } },
      users: {
        into: 'people',
        fields: {
          id: 'id',
          email: 'email',
          name: 'name',
          role: (user) => (textAt(user, 'role') === 'end-user' ? 'customer' : textAt(user, 'role') === undefined ? undefined : 'agent'),
        },
      },
    },
  },
  words: ZENDESK_WORDS,
  zone: 'UTC',
  about:
    'Full JSON export (one ticket a line) or what the API answers: {"tickets": […]}, {"ticket": {…}}, search results, bare lists; users and metric sets beside the tickets are joined.',
  quirks: [
    'Only public comments of agents are replies; notes, triggers and automations are not.',
    "A ticket whose first public comment is not the requester's was started by an agent: outbound.",
    'There is no solved time on the ticket: it comes from its metric set, embedded or beside it. Without one only the status tells.',
    'Metric sets and each of their members may be null. Messaging has reply times in seconds.',
    'A merged ticket is known by its tag closed_by_merge only.',
    'satisfaction_rating may be an object or, out of pandas, Python text.',
    'Groups appear by name where their list lies beside the tickets, organizations where they are embedded; else by id.',
  ],
};
