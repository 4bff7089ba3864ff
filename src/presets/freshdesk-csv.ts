import type { Preset } from './preset.ts';
import { FRESHDESK_WORDS } from './freshdesk/words.ts';

export const freshdeskCsv: Preset = {
  id: 'freshdesk-csv',
  title: 'Freshdesk: ticket export (CSV, or XML called .xls)',
  system: 'freshdesk',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['agent interactions', 'customer interactions'],
      ['agent interactions', 'customer interactions', 'first response time in hrs'],
      ['agent interactions', 'customer interactions', 'first response time in hrs', 'initial response time'],
      ['ticket id', 'initial response time', 'resolved time'],
      ['ticket id', 'due by time', 'resolved time'],
      ['ticket id', 'first response time in hrs', 'created time'],
      ['ticket id', 'resolution time in hrs', 'created time'],
      ['ticket id', 'first response status', 'resolution status'],
    ],
    noneOf: ['satisfaction score', 'requester wait time in minutes'],
  },
  table: {
    columns: {
      'ticket id': 'id', subject: 'subject', status: 'status', priority: 'priority', source: 'channel', type: 'type', agent: 'agent', group: 'group',
      'created time': 'createdAt', 'due by time': 'dueAt', 'resolved time': 'solvedAt', 'closed time': 'closedAt', 'last update time': 'updatedAt',
      'initial response time': 'firstResponseAt',
      'time tracked': { field: 'handleSeconds', unit: 'hours', zeroIsNone: true },
      'first response time in hrs': { field: 'firstResponse', unit: 'hours', clock: 'business', zeroIsNone: true },
      'resolution time in hrs': { field: 'resolution', unit: 'hours', clock: 'business', zeroIsNone: true },
      'agent interactions': 'agentReplies', 'customer interactions': 'customerReplies',
      'first response status': 'firstResponseSla', 'resolution status': 'resolutionSla',
      tags: 'tags', 'survey results': 'rating',
      'contact id': 'customerId', 'company name': 'organization',
      'association type': null, product: null, 'product series': null, 'every response status': null, 'next response status': null,
      'assigned ticket time': null, 'source info': null, 'source 1': null, 'reference number': null, summary: null,
    },
  },
  words: FRESHDESK_WORDS,
  about: 'Tickets > Export. The .xls that Freshdesk sends is XML text and is read as well.',
  quirks: [
    'Columns "(in hrs)" are HH:MM:SS of business hours, not decimal hours; decimal hours are read too. They are never called calendar time.',
    '00:00:00 as a first response stands for "nobody answered" unless "Initial response time" says when somebody did.',
    '"Initial response time", "Resolved time" and their like are time stamps in the account\'s zone, which the file does not name: give --timezone.',
    'Negative durations come from merged tickets: left out and counted.',
    'Status labels are the account\'s own: "Resolved/Testing Phase" is not resolved. Time stamps speak first.',
    'Survey results are the words of the survey.',
    'No conversation text; a second column called "Source" is a custom field.',
  ],
};
