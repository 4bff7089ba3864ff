import type { ProductRules } from './product-rules.ts';

/** Its zeros for "no data" and "hours are off" are mistakes and not copied (kpis.md §14 no. 4). */
export const chatwoot: ProductRules = {
  title: 'Chatwoot',
  rules: {
    'first-response-time': {
      options: { cohort: 'event', lead: 'mean', bots: 'exclude' },
      source: '§1.2 Chatwoot: reporting_events.created_at; §1.3 average; §2 first-response-time: automations and bots excluded',
    },
    'response-time': {
      options: { cohort: 'event', includeFirst: true, lead: 'mean' },
      source: '§2 response-time: Chatwoot: mean of reply_time events',
    },
    'resolution-time': {
      options: { cohort: 'event', resolution: 'every', end: 'solved', lead: 'mean' },
      source: '§3 resolution-time: Chatwoot: every resolve event, a reopened one counts twice; mean',
    },
    csat: { options: { per: 'ticket' }, source: '§5 csat: Chatwoot: (4 + 5) / responses' },
  },
};
