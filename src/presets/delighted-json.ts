import type { JsonListLayout, Preset } from './preset.ts';

const RESPONSES: JsonListLayout = {
  into: 'surveys',
  fields: {
    id: 'id',
    kind: 'survey_type',
    score: 'score',
    at: 'created_at',
    customerId: [{ from: 'person.id' }, { from: 'person' }],
    customerEmail: 'person.email',
  },
};

export const delightedJson: Preset = {
  id: 'delighted-json',
  title: 'Delighted: survey responses of the API',
  system: 'delighted',
  kind: 'surveys',
  format: 'json',
  recognise: {
    anyOf: [
      ['survey type', 'score', 'person'],
      ['score', 'person properties', 'permalink'],
    ],
  },
  json: { lists: { '': RESPONSES, survey_responses: RESPONSES } },
  zone: 'UTC',
  about: 'What the API answers to a list of survey responses: one object an answer, times as epoch seconds; the person by id or expanded.',
  quirks: [
    'created_at is epoch seconds.',
    'person is an id, or an object where it was expanded.',
    'Scores of NPS are 0 to 10, of CSAT mostly 1 to 5.',
  ],
};
