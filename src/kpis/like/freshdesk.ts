import type { ProductRules } from './product-rules.ts';

export const freshdesk: ProductRules = {
  title: 'Freshdesk',
  rules: {
    'first-response-time': {
      options: { cohort: 'event', lead: 'mean' },
      source: '§1.2 Freshdesk Performance Distribution: tickets whose first responses were sent during the selected period; §1.3 average',
    },
    'response-time': {
      options: { cohort: 'event', includeFirst: true, lead: 'mean' },
      source: '§2 response-time: Freshdesk: average time taken to respond, responses sent in the period',
    },
    'resolution-time': {
      options: { cohort: 'event', lead: 'mean' },
      source: '§1.2 Freshdesk: resolved in the selected time period; §1.3 average',
    },
  },
};
