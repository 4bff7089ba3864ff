import type { Vocabulary } from '../preset.ts';

/**
 * Freshdesk's own words and, for the API, its numbers. Accounts rename the labels freely: unknown ones are reported.
 * Of the channel numbers wrong tables are in circulation; this is the vendor's (7 chat, 9 feedback widget, 10 outbound).
 */
export const FRESHDESK_WORDS: Vocabulary = {
  statuses: {
    '2': 'open', '3': 'pending', '4': 'solved', '5': 'closed', '6': 'pending', '7': 'on-hold',
    open: 'open', pending: 'pending', resolved: 'solved', closed: 'closed', new: 'new',
    'waiting on customer': 'pending', 'waiting on third party': 'on-hold', 'being processed': 'open', reopened: 'open', 'follow up': 'open',
    // starts with a word for solved, but has no resolved time
    'resolved testing phase': 'open', 'fixed waiting for release': 'on-hold', 'awaiting approval': 'on-hold',
  },
  priorities: { '1': 'low', '2': 'normal', '3': 'high', '4': 'urgent', low: 'low', medium: 'normal', high: 'high', urgent: 'urgent' },
  channels: {
    '1': 'email', '2': 'web', '3': 'phone', '7': 'chat', '9': 'web', '10': { channel: 'email', direction: 'outbound' },
    email: 'email', portal: 'web', phone: 'phone', chat: 'chat', 'feedback widget': 'web', 'outbound email': { channel: 'email', direction: 'outbound' },
    facebook: 'facebook', twitter: 'twitter', whatsapp: 'whatsapp', mobihelp: 'mobile', ecommerce: 'ecommerce', forums: 'forum', forum: 'forum',
  },
  authors: { agent: 'agent', customer: 'customer', contact: 'customer' },
  ratings: {
    name: 'labels of the account, or 103 to -103',
    positive: [
      'extremely happy', 'very happy', 'happy', 'extremely satisfied', 'very satisfied', 'mostly satisfied', 'satisfied', 'slightly satisfied', 'somewhat satisfied',
      'awesome', 'excellent', 'great', 'very good', 'good', 'happy with the support',
    ],
    neutral: ['neutral', 'neither satisfied nor dissatisfied', 'ok', 'okay', 'just okay', 'average'],
    negative: [
      'unhappy', 'very unhappy', 'extremely unhappy', 'slightly dissatisfied', 'somewhat dissatisfied', 'dissatisfied', 'mostly dissatisfied', 'very dissatisfied', 'extremely dissatisfied',
      'not good', 'bad', 'poor', 'very bad', 'not satisfied', 'unsatisfied', 'terrible',
    ],
  },
};
