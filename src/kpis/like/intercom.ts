import type { ProductRules } from './product-rules.ts';

export const intercom: ProductRules = {
  title: 'Intercom',
  rules: {
    'first-response-time': {
      options: { cohort: 'created', lead: 'median', outbound: 'exclude', bots: 'exclude' },
      source:
        '§1.2 Intercom: date started; §1.3 median; §2 first-response-time: agent-started conversations excluded, time assigned to a bot excluded',
    },
    'response-time': { options: { lead: 'median' }, source: '§2 response-time: Intercom API: median_time_to_reply' },
    'resolution-time': {
      options: { cohort: 'created', resolution: 'full', end: 'closed', lead: 'median' },
      source: '§3 resolution-time: Intercom: conversation start to last close; §1.2 date started; §1.3 median',
    },
    'first-contact-resolution': {
      options: { fcr: 'closed-once', cohort: 'created' },
      source: '§3 first-contact-resolution: Intercom: closed once, one participating teammate, started in the period',
    },
  },
};
