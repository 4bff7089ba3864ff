import type { Preset } from './preset.ts';

export const delighted: Preset = {
  id: 'delighted',
  title: 'Delighted: survey responses (CSV)',
  system: 'delighted',
  kind: 'surveys',
  format: 'table',
  recognise: {
    anyOf: [
      ['survey type', 'score', 'person id'],
      ['survey type', 'score', 'response created at'],
      ['score', 'comment', 'response created at'],
      ['score', 'comment', 'permalink'],
    ],
  },
  table: {
    columns: {
      id: 'id',
      'response id': 'id',
      'survey type': 'kind',
      score: 'score',
      'person id': 'customerId',
      person: 'customerId',
      email: 'customerEmail',
      'person email': 'customerEmail',
      'response created at': 'at',
      'created at': 'at',
      comment: null,
      permalink: null,
      name: null,
    },
  },
  zone: 'UTC',
  about: 'Export of the responses of a project: one row an answer, of an NPS, CSAT or CES survey.',
  quirks: [
    'One file may hold answers of several kinds of survey: each KPI takes its own.',
    'A person may answer more than once: of several answers in a period the latest counts.',
    'Answers without a score are requests that nobody answered.',
  ],
};
