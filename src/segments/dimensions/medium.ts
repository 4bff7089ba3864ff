import type { Dimension } from '../dimension.ts';
import { channel } from './ticket-fields.ts';

/** Words of a channel that is spoken: phone, telephony, voice, call, callback, phonecall, aircall … but not iPhone. */
const SPOKEN = /^(?:tele)?phon|^voice|^call|calls?$/;

/** Voice or text, from the channel's name. What is not spoken is written. */
export const medium: Dimension = {
  id: 'medium',
  title: 'Medium',
  groups: (context, table) => {
    const channels = channel.groups(context, table);
    if (channels === null) return null;
    const media = Uint32Array.from(channels.values, (name, code) => (code === 0 ? 0 : isSpoken(name) ? 2 : 1));
    return { values: ['', 'text', 'voice'], codes: channels.codes.map((code) => media[code]!) };
  },
};

function isSpoken(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => SPOKEN.test(word));
}
