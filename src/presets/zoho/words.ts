import type { Vocabulary } from '../preset.ts';

/** Zoho Desk writes channels in both capitalisations; statuses are free, their type is not. */
export const ZOHO_WORDS: Vocabulary = {
  statuses: {
    open: 'open',
    'on hold': 'on-hold',
    onhold: 'on-hold',
    escalated: 'open',
    closed: 'closed',
    'waiting on customer': 'pending',
  },
  priorities: { low: 'low', medium: 'normal', high: 'high' },
  channels: {
    email: 'email',
    phone: 'phone',
    web: 'web',
    'web form': 'web',
    chat: 'chat',
    forums: 'forum',
    facebook: 'facebook',
    twitter: 'twitter',
    whatsapp: 'whatsapp',
  },
  ratings: { name: 'good, okay, bad', positive: ['good'], neutral: ['okay', 'ok'], negative: ['bad'] },
};
