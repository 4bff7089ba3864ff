import { isSpokenChannel } from '../../lib/text/spoken-channel.ts';
import type { Dimension } from '../dimension.ts';
import { channel } from './ticket-fields.ts';

/** Voice or text, from the channel's name. What is not spoken is written. */
export const medium: Dimension = {
  id: 'medium',
  title: 'Medium',
  operational: true,
  groups: (context, table) => {
    const channels = channel.groups(context, table);
    if (channels === null) return null;
    const media = Uint32Array.from(channels.values, (name, code) => (code === 0 ? 0 : isSpokenChannel(name) ? 2 : 1));
    return { values: ['', 'text', 'voice'], codes: channels.codes.map((code) => media[code]!) };
  },
};
