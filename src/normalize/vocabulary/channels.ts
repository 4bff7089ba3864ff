import { fieldKey } from '../../presets/field-key.ts';

/** A source's word for a channel in ours, with the direction where the word says it ("Outbound Email"). */
export interface ChannelWord {
  readonly channel: string;
  readonly direction?: 'inbound' | 'outbound';
}

type ChannelWords = Readonly<Record<string, string | ChannelWord>>;

const ours = (channel: string, list: string): [string, ChannelWord][] => list.split('|').map((word) => [fieldKey(word), { channel }]);

const GENERAL: ReadonlyMap<string, ChannelWord> = new Map([
  ...ours('email', 'email|e-mail|mail|e mail|inbound email|correo|correo electrónico|courriel'),
  ['outbound email', { channel: 'email', direction: 'outbound' }],
  ['outbound', { channel: 'outbound', direction: 'outbound' }],
  ...ours('chat', 'chat|live chat|livechat|web chat|webchat|chat widget|in app chat|messenger chat'),
  ...ours(
    'phone',
    'phone|voice|call|telephone|phone call|voicemail|telefon|teléfono|telefono|téléphone|inbound call|phone call inbound|talk',
  ),
  ['outbound call', { channel: 'phone', direction: 'outbound' }],
  ['phone call outbound', { channel: 'phone', direction: 'outbound' }],
  ...ours(
    'web',
    'web|portal|web form|webform|website|web service|form|self service|self-service|help center|helpcenter|customer portal|web portal',
  ),
  ...ours('sms', 'sms|text|text message'),
  ...ours('whatsapp', 'whatsapp|whats app'),
  ...ours('facebook', 'facebook|facebook messenger|facebook post|fb'),
  ...ours('twitter', 'twitter|x twitter|tweet|twitter dm'),
  ...ours('instagram', 'instagram|instagram direct'),
  ...ours('social', 'social|social media'),
  ...ours('api', 'api|web service api'),
]);

export function channelOf(word: string, own: ChannelWords | undefined, preset: ChannelWords | undefined): ChannelWord {
  const key = fieldKey(word);
  if (own !== undefined) {
    for (const [name, said] of Object.entries(own)) if (fieldKey(name) === key) return asWord(said);
  }
  if (preset !== undefined && Object.hasOwn(preset, key)) return asWord(preset[key]!);
  return GENERAL.get(key) ?? { channel: word };
}

function asWord(said: string | ChannelWord): ChannelWord {
  return typeof said === 'string' ? { channel: said } : said;
}
