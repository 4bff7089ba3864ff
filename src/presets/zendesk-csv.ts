import type { Clock } from '../model/kinds.ts';
import type { FieldMapping, Preset } from './preset.ts';
import { ZENDESK_WORDS } from './zendesk/words.ts';

const minutes = (field: string, clock: Clock): FieldMapping => ({ field, unit: 'minutes', clock });

const DURATIONS: Readonly<Record<string, string>> = {
  'first reply time in minutes': 'firstResponse',
  'first resolution time in minutes': 'firstResolution',
  'full resolution time in minutes': 'resolution',
  'agent wait time in minutes': 'agentWait',
  'requester wait time in minutes': 'requesterWait',
  'on hold time in minutes': 'onHold',
};

const durationColumns = Object.fromEntries(
  Object.entries(DURATIONS).flatMap(([header, field]) => [
    [header, minutes(field, 'calendar')],
    [`${header} within business hours`, minutes(field, 'business')],
  ]),
);

/** Users trim the columns: any one of these names is Zendesk's own wording. */
const tellingNames = Object.keys(durationColumns);

export const zendeskCsv: Preset = {
  id: 'zendesk-csv',
  title: 'Zendesk: ticket export (CSV)',
  system: 'zendesk',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['satisfaction score', 'via', 'ticket type'],
      ['requester id', 'satisfaction score', 'via'],
      ['summation column', 'id', 'requester'],
      ...tellingNames.flatMap((name) => [
        ['id', name],
        ['id', 'requester id', name],
        ['id', 'requester id', 'via', name],
      ]),
    ],
    noneOf: ['agent interactions'],
  },
  table: {
    columns: {
      'summation column': null,
      id: 'id',
      'requester id': 'customerId',
      'requester email': 'customerEmail',
      'requester external id': null,
      'requester domain': null,
      submitter: null,
      assignee: 'agent',
      group: 'group',
      subject: 'subject',
      tags: 'tags',
      status: 'status',
      priority: 'priority',
      via: 'channel',
      'ticket type': 'type',
      organization: 'organization',
      'created at': 'createdAt',
      'updated at': 'updatedAt',
      'solved at': 'solvedAt',
      'due date': 'dueAt',
      'assigned at': null,
      'initially assigned at': null,
      'satisfaction score': 'rating',
      'group stations': { field: 'groupChanges', offset: -1 },
      'assignee stations': { field: 'assigneeChanges', offset: -1 },
      reopens: 'reopens',
      replies: 'agentReplies',
      ...durationColumns,
      // after the exact one in minutes: the same duration, rounded to hours
      'resolution time': { field: 'resolution', unit: 'hours', clock: 'calendar' },
    },
  },
  words: ZENDESK_WORDS,
  about: 'Admin Center > Tools > Reports > Export (CSV), or "Export CSV" of a view. No comments, no deleted tickets.',
  quirks: [
    '"Summation column" is a row number, not an id.',
    '"Resolution time" is in rounded hours; every other duration is in minutes.',
    '"… within business hours" columns are business time and stay apart from calendar time.',
    'Times are in the time zone of the account, which the file does not name: give --timezone.',
    '"Offered" is a survey without an answer; ratings may be Good and Bad or 1 to 5 in the same column.',
    '"Group stations" and "Assignee stations" count the first one too: changes are one less.',
    'Users trim columns: one of the duration columns is enough to recognise the file.',
  ],
};
