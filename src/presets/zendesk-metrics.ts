import type { Preset } from './preset.ts';
import { METRIC_SET_LIST } from './zendesk/metric-set.ts';
import { ZENDESK_WORDS } from './zendesk/words.ts';

export const zendeskMetrics: Preset = {
  id: 'zendesk-metrics',
  title: 'Zendesk: ticket metrics (API)',
  system: 'zendesk',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['ticket id', 'reply time in minutes'],
      ['ticket id', 'reply time in minutes', 'full resolution time in minutes'],
      ['ticket id', 'full resolution time in minutes', 'requester wait time in minutes'],
    ],
    noneOf: ['requester id'],
  },
  json: { lists: { '': METRIC_SET_LIST, ticket_metrics: METRIC_SET_LIST, metric_sets: METRIC_SET_LIST } },
  words: ZENDESK_WORDS,
  zone: 'UTC',
  about:
    'Ticket metrics of the API: {"ticket_metrics": […]}, {"ticket_metric": {…}} or one a line. Give it together with the tickets: it completes them.',
  quirks: [
    'Completes the tickets of the same id; makes tickets of its own only where none has that id.',
    'Durations are minutes, calendar and business time apart; any of them may be null.',
    'Archived tickets are missing from the list of metrics.',
  ],
};
