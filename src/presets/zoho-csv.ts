import type { FieldMapping, Preset } from './preset.ts';
import { ZOHO_WORDS } from './zoho/words.ts';

const business = (field: string): FieldMapping => ({ field, unit: 'hours', clock: 'business' });

export const zohoCsv: Preset = {
  id: 'zoho-csv',
  title: 'Zoho Desk: tickets (CSV)',
  system: 'zoho',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['created time ticket', 'status ticket'],
      ['ticket id', 'created time ticket'],
      ['ticket id', 'created time ticket', 'status ticket', 'ticket closed time'],
    ],
  },
  table: {
    columns: {
      'ticket id': 'id', 'request id': null, 'ticket number': null, 'subject ticket': 'subject', subject: 'subject', 'status ticket': 'status', 'status type ticket': null, 'priority ticket': 'priority', 'channel ticket': 'channel', 'mode ticket': 'channel',
      'created time ticket': 'createdAt', 'modified time ticket': 'updatedAt', 'ticket closed time': 'closedAt', 'closed time ticket': 'closedAt', 'due date ticket': 'dueAt', 'customer response time ticket': null, 'customer response time': null,
      'category ticket': 'type', 'classification ticket': 'type', 'department ticket': 'group', department: 'group', 'ticket owner': 'agent', 'agent ticket': 'agent', 'contact id ticket': 'customerId', 'contact id': 'customerId', 'contact name ticket': null,
      'email ticket': 'customerEmail', 'account name ticket': 'organization', 'tags ticket': 'tags', 'number of reopen': 'reopens', 'number of threads': null, 'number of responses': null,
      'first response time in business hours': business('firstResponse'), 'resolution time in business hours': business('resolution'),
      'total response time in business hours': null, 'customer happiness': 'rating', 'happiness rating': 'rating',
    },
  },
  words: ZOHO_WORDS,
  about: 'Tickets > Export, or a report, as CSV; the module stands in brackets: "Created Time (Ticket)".',
  quirks: [
    '"Customer Response Time" is when the customer last wrote: no response of ours.',
    '"… in Business Hours" is H:MM of business time.',
    'Dates are day first in most accounts, decided for the whole column, in the account\'s zone: give --timezone.',
  ],
};
