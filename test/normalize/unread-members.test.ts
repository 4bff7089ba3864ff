import { expect, it } from 'vitest';
import { unreadMembers } from '../../src/normalize/json/unread-members.ts';
import { at } from '../../src/presets/json/record.ts';
import type { JsonListLayout } from '../../src/presets/preset.ts';

const layout: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    channel: 'via.channel',
    rating: (ticket) => at(at(ticket, 'satisfaction_rating'), 'score'),
    group: [{ from: 'group.name' }, { from: 'group_id' }],
  },
  children: [{ into: 'messages', each: 'comments', fields: { at: 'created_at' } }],
  exclude: (ticket) => (at(ticket, 'spam') === true ? 'spam' : undefined),
};

it('names the members that neither a path nor a function of the layout looks at', () => {
  const records = [
    {
      id: 1,
      via: { channel: 'web' },
      satisfaction_rating: null,
      group_id: 7,
      comments: [],
      spam: false,
      cf_cause: 'engine',
      url: 'https://x',
    },
    { id: 2, allow_channelback: false, external_id: null, raw_subject: '' },
  ];
  expect(unreadMembers(layout, records)).toEqual(['cf_cause', 'url', 'allow_channelback']);
});
