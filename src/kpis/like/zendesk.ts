import type { ProductRules } from './product-rules.ts';

/** Zendesk and Explore, whose analyst picks the date: the cohorts stay ours. */
export const zendesk: ProductRules = {
  title: 'Zendesk',
  rules: {
    'first-response-time': {
      options: { lead: 'median', outbound: 'zendesk', bots: 'exclude' },
      source:
        "§1.3 Zendesk Explore: median; §2 first-response-time: an agent-created ticket ends at the agent's next public comment, auto-replies excluded",
    },
    'resolution-time': {
      options: { resolution: 'full', end: 'solved', lead: 'median' },
      source: '§3 resolution-time: Zendesk/dbt: created to last solved, auto-close later does not extend',
    },
    'first-contact-resolution': {
      options: { fcr: 'one-reply', of: 'solved' },
      source: '§3 first-contact-resolution: Zendesk, newer page: exactly one agent reply, of the solved tickets',
    },
    'replies-to-resolve': {
      options: { count: 'agent' },
      source: '§3 replies-to-resolve: Zendesk: agent replies without the first comment of an agent-created ticket',
    },
    'reopen-rate': { options: { ignoreReopenWithoutReply: false }, source: '§1.4 public agent replies / reopens: every reopening counts' },
    'requester-wait-time': { options: {}, source: '§2 requester-wait-time: new + open + hold' },
    'agent-wait-time': { options: {}, source: '§2 agent-wait-time: pending' },
    'on-hold-time': { options: {}, source: '§2 on-hold-time: hold' },
    csat: { options: { per: 'ticket' }, source: '§5 csat: Zendesk: good / (good + bad), a 3 of 5 counts as bad; the rating is per ticket' },
  },
};
