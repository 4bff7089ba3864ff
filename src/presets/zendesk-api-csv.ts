import type { Clock } from '../model/kinds.ts';
import type { FieldMapping, Preset } from './preset.ts';
import { ZENDESK_WORDS } from './zendesk/words.ts';

const METRICS: Readonly<Record<string, string>> = {
  'reply time in minutes': 'firstResponse',
  'first resolution time in minutes': 'firstResolution',
  'full resolution time in minutes': 'resolution',
  'agent wait time in minutes': 'agentWait',
  'requester wait time in minutes': 'requesterWait',
  'on hold time in minutes': 'onHold',
};

const CLOCKS: readonly Clock[] = ['calendar', 'business'];

/** Flattened (`metric_set.reply_time_in_minutes.calendar`, dots and underscores alike), with or without the set's name in front. */
const metricColumns = Object.fromEntries(
  Object.entries(METRICS).flatMap(([name, field]) =>
    CLOCKS.flatMap((clock) => {
      const mapping: FieldMapping = { field, unit: 'minutes', clock };
      return [
        [`${name} ${clock}`, mapping],
        [`metric set ${name} ${clock}`, mapping],
      ];
    }),
  ),
);

export const zendeskApiCsv: Preset = {
  id: 'zendesk-api-csv',
  title: 'Zendesk: tickets of the API, written to CSV (pandas and the like)',
  system: 'zendesk',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['requester id', 'submitter id', 'assignee id'],
      ['requester id', 'satisfaction rating', 'via'],
      ['requester id', 'satisfaction rating score'],
      ['requester id', 'via channel'],
      ['requester id', 'submitter id', 'assignee id', 'satisfaction rating', 'via'],
    ],
    noneOf: ['responder id'],
  },
  table: {
    columns: {
      id: 'id',
      subject: 'subject',
      'raw subject': null,
      status: 'status',
      priority: 'priority',
      type: 'type',
      tags: 'tags',
      via: { field: 'channel', member: 'channel' },
      'via channel': 'channel',
      'requester id': 'customerId',
      'assignee id': 'agent',
      'group id': 'group',
      'organization id': 'organization',
      'problem id': 'problemId',
      'submitter id': null,
      'external id': null,
      recipient: null,
      url: null,
      'created at': 'createdAt',
      'updated at': 'updatedAt',
      'due at': 'dueAt',
      'generated timestamp': 'version',
      'satisfaction rating': { field: 'rating', member: 'score' },
      'satisfaction rating score': 'rating',
      'satisfaction rating comment': 'ratingComment',
      'metric set solved at': 'solvedAt',
      'solved at': 'solvedAt',
      'metric set reopens': 'reopens',
      'metric set replies': 'agentReplies',
      replies: 'agentReplies',
      reopens: 'reopens',
      'metric set group stations': { field: 'groupChanges', offset: -1 },
      'metric set assignee stations': { field: 'assigneeChanges', offset: -1 },
      'group stations': { field: 'groupChanges', offset: -1 },
      'assignee stations': { field: 'assigneeChanges', offset: -1 },
      ...metricColumns,
    },
  },
  words: ZENDESK_WORDS,
  zone: 'UTC',
  about: 'A script that fetched the tickets of the API and saved them as CSV.',
  quirks: [
    "satisfaction_rating and via may be Python text such as {'score': 'bad', 'comment': None}: the score and the channel are taken out of it.",
    'Times are UTC, as in the API.',
    'Assignees and groups appear by id.',
    'There is no solved time unless the metric set was saved with the ticket.',
  ],
};
