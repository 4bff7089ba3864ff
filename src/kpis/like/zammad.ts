import type { ProductRules } from './product-rules.ts';

export const zammad: ProductRules = {
  title: 'Zammad',
  rules: {
    'response-time': {
      options: { worstPerTicket: true },
      source: '§2 response-time: Zammad: update_in_min keeps the longest exchange of a ticket',
    },
    'resolution-time': {
      options: { cohort: 'event', end: 'closed', pauseStatuses: ['pending'] },
      source: '§3 resolution-time: Zammad: created to close_at, pending states paused; §1.2 close_at in the range',
    },
    'first-contact-resolution': {
      options: { fcr: 'closed-within:15m' },
      source: '§3 first-contact-resolution: Zammad: First Solution, closed less than 15 min after creation',
    },
    'reopen-rate': { options: { ignoreReopenWithoutReply: false }, source: '§3 reopen-rate: Zammad: history from closed to other states' },
    'net-flow': { options: {}, source: '§3 backlog: Zammad Reporting: created − closed per interval' },
  },
};
