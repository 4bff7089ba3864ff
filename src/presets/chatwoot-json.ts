import {
  directionOf,
  messageAuthor,
  ratedAt,
  ratingOf,
  reopenCount,
  reportedFirstResponse,
  resolvedAt,
  spokenMessages,
  surveyOffered,
} from './chatwoot/conversation.ts';
import { at, named } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';

const CONVERSATIONS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: [{ from: 'id' }, { from: 'uuid' }],
    status: 'status',
    priority: 'priority',
    channel: [{ from: 'meta.channel' }, { from: 'channel' }],
    direction: named('messages.message_type', directionOf),
    agent: [{ from: 'meta.assignee.name' }, { from: 'assignee_id' }],
    group: [{ from: 'meta.team.name' }, { from: 'inbox_id' }],
    customerId: [{ from: 'meta.sender.id' }, { from: 'contact_id' }],
    customerEmail: 'meta.sender.email',
    tags: 'labels',
    createdAt: 'created_at',
    updatedAt: [{ from: 'updated_at' }, { from: 'last_activity_at' }],
    firstResponseAt: 'first_reply_created_at',
    solvedAt: named('reporting_events.event_end_time', resolvedAt),
    reopens: named('reporting_events.name', reopenCount),
    firstResponse: [
      { from: named('reporting_events.value', reportedFirstResponse('value')), unit: 'seconds', clock: 'calendar' },
      {
        from: named('reporting_events.value_in_business_hours', reportedFirstResponse('value_in_business_hours')),
        unit: 'seconds',
        clock: 'business',
      },
    ],
    rating: named('csat_survey_response.rating', ratingOf),
    ratedAt: named('csat_survey_response.created_at', ratedAt),
    ratingOffered: named('messages.content_type', surveyOffered),
  },
  children: [
    {
      into: 'messages',
      each: spokenMessages,
      fields: {
        id: 'id',
        at: 'created_at',
        author: named('messages.message_type, sender_type', messageAuthor),
        authorId: named('messages.sender.id', (message) => at(message, 'sender.id') ?? at(message, 'sender_id')),
        public: named('messages.private', (message) => at(message, 'private') !== true),
      },
    },
  ],
};

export const chatwootJson: Preset = {
  id: 'chatwoot-json',
  title: 'Chatwoot: conversations of the API (JSON)',
  system: 'chatwoot',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['first reply created at', 'inbox id'],
      ['first reply created at', 'inbox id', 'waiting since'],
      ['waiting since', 'inbox id', 'agent last seen at'],
    ],
  },
  json: { lists: { '': CONVERSATIONS, conversations: CONVERSATIONS } },
  words: {
    statuses: {
      '0': 'open',
      '1': 'solved',
      '2': 'pending',
      '3': 'pending',
      open: 'open',
      resolved: 'solved',
      pending: 'pending',
      snoozed: 'pending',
    },
    priorities: { '0': 'low', '1': 'normal', '2': 'high', '3': 'urgent', low: 'low', medium: 'normal', high: 'high', urgent: 'urgent' },
    channels: {
      'channel web widget': 'chat',
      'channel email': 'email',
      'channel api': 'api',
      'channel whatsapp': 'whatsapp',
      'channel facebook page': 'facebook',
      'channel twitter profile': 'twitter',
      'channel sms': 'sms',
      'channel twilio sms': 'sms',
      'channel telegram': 'telegram',
      'channel line': 'line',
      'channel instagram': 'instagram',
      'channel voice': 'phone',
      'channel tiktok': 'tiktok',
    },
    ratings: { name: '1 to 5', positive: [], negative: [], numeric: { min: 1, max: 5, positiveFrom: 4 } },
  },
  zone: 'UTC',
  about:
    'Conversations of the API: {"data": {"payload": […]}}, with messages and reporting_events where they were fetched into each conversation.',
  quirks: [
    'Time stamps are epoch seconds; 0 stands for never.',
    'There is no solved time: it comes from reporting_events. Without them the status alone tells.',
    'Lists of conversations carry the last message only: messages are used where the opening one is among them.',
    'Templates, campaigns, automation rules, agent bots and the AI assistant are no human answers; private messages are notes.',
    'A business-hours value of 0 means that business hours are off.',
    'The survey is a message of its own: where it is there, a rating was asked for.',
  ],
};
