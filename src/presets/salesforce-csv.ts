import type { Preset } from './preset.ts';

export const salesforceCsv: Preset = {
  id: 'salesforce-csv',
  title: 'Salesforce Service Cloud: cases (report or Data Loader CSV)',
  system: 'salesforce',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['case number', 'date time opened'],
      ['case number', 'date time opened', 'date time closed'],
      ['case number', 'case created date time'],
      ['case number', 'created date', 'is closed'],
      ['case number', 'closed date', 'is closed'],
    ],
  },
  table: {
    columns: {
      'case number': 'id', 'case id': null, id: null, subject: 'subject', status: 'status', 'case status': 'status', priority: 'priority', type: 'type', 'case type': 'type',
      'case origin': 'channel', origin: 'channel', 'case reason': 'rootCause', reason: 'rootCause', 'case owner': 'agent', 'case owner alias': null, 'owner id': 'agent',
      'date time opened': 'createdAt', 'case created date time': 'createdAt', 'created date': 'createdAt', 'date time closed': 'closedAt', 'closed date': 'closedAt',
      'last modified date': 'updatedAt', 'case last modified date': 'updatedAt', 'contact name': 'customerId', 'contact id': 'customerId', 'contact email': 'customerEmail',
      'account name': 'organization', 'account id': 'organization', 'age hours': null, age: null, 'is closed': null, open: null, closed: null, 'is escalated': null, 'parent id': 'problemId',
    },
  },
  words: {
    statuses: { new: 'new', working: 'open', escalated: 'open', 'on hold': 'on-hold', 'waiting on customer': 'pending', closed: 'closed' },
    channels: { email: 'email', phone: 'phone', web: 'web', chat: 'chat', 'email to case': 'email', 'web to case': 'web' },
  },
  about: 'A case report exported as CSV ("Formatted" ones too), or Case out of Data Loader.',
  quirks: [
    'Formatted reports end with totals and a confidentiality note: furniture, not records.',
    'Dates follow the locale of the user: day or month first is decided for the whole column. Give --timezone.',
    'Age is measured to the moment of the export for open cases: not read as a duration.',
    'There is no first response in a case report.',
  ],
};
