import type { ProductRules } from './product-rules.ts';

export const helpscout: ProductRules = {
  title: 'Help Scout',
  rules: {
    'first-response-time': { options: { cohort: 'event', lead: 'mean' }, source: '§12 no. 1: by event; §1.3 Help Scout: average' },
    'response-time': {
      options: { cohort: 'event', includeFirst: true, lead: 'mean' },
      source: '§2 response-time: Help Scout: responseTime is the average over all replies',
    },
    'resolution-time': {
      options: { cohort: 'event', end: 'closed', requireReply: true, lead: 'mean' },
      source: '§3 resolution-time: Help Scout: created to closed, resolved only with at least one reply; §1.3 average',
    },
    'first-contact-resolution': {
      options: { fcr: 'one-reply', of: 'replied' },
      source: '§3 first-contact-resolution: Help Scout: resolvedOnFirstReply, % of resolved (≥ 1 reply)',
    },
    'replies-to-resolve': { options: { count: 'agent' }, source: '§3 replies-to-resolve: Help Scout: only resolved, ≥ 1 reply' },
    csat: { options: {}, source: '§5 csat: Help Scout: share of Great among the ratings' },
  },
};
