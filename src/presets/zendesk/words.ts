import type { Vocabulary } from '../preset.ts';

/** Zendesk's words in the API and in its CSV, which capitalises and renames some. */
export const ZENDESK_WORDS: Vocabulary = {
  statuses: {
    new: 'new', open: 'open', pending: 'pending', hold: 'on-hold', 'on hold': 'on-hold', solved: 'solved', closed: 'closed',
    deleted: 'deleted', suspended: 'suspended', archived: 'closed',
  },
  priorities: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  channels: {
    mail: 'email', email: 'email', web: 'web', 'web form': 'web', 'web service': 'api', api: 'api', 'web widget': 'web', 'help center': 'web',
    chat: 'chat', 'native messaging': 'messaging', messaging: 'messaging', 'mobile sdk': 'mobile', mobile: 'mobile',
    voice: 'phone', phone: 'phone', voicemail: { channel: 'phone', direction: 'inbound' },
    'phone call inbound': { channel: 'phone', direction: 'inbound' }, 'phone call outbound': { channel: 'phone', direction: 'outbound' },
    'facebook post': 'facebook', 'facebook message': 'facebook', 'facebook messenger': 'facebook', facebook: 'facebook',
    twitter: 'twitter', 'twitter dm': 'twitter', 'twitter like': 'twitter', 'twitter direct message': 'twitter',
    sms: 'sms', text: 'sms', 'instagram dm': 'instagram', whatsapp: 'whatsapp', line: 'line',
    'closed ticket': 'follow-up', 'follow up': 'follow-up', 'any channel': 'any channel', 'ticket sharing': 'ticket sharing',
  },
  authors: { 'end user': 'customer', agent: 'agent', admin: 'agent', system: 'system' },
  ratings: {
    name: 'good/bad, or 1 to 5',
    positive: ['good', 'good with comment', 'goodwithcomment'],
    negative: ['bad', 'bad with comment', 'badwithcomment'],
    offered: ['offered'],
    notOffered: ['unoffered', 'not offered'],
    numeric: { min: 1, max: 5, positiveFrom: 4 },
  },
};
