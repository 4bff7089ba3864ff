import { bytesByCode } from '../../lib/judge-rows.ts';
import { isSpokenChannel } from '../../lib/text/spoken-channel.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes } from './columns.ts';
import type { Keys } from '../statistics/parts.ts';

const CHAT = /\b(chat|messag\w*|messenger|whatsapp|sms|live ?chat|web ?widget)\b/;

/** What each ticket came in by, as parts: its channel; absent where the export has none. */
export function channelKeys(context: KpiContext): Keys | undefined {
  return codes(context, 'tickets', 'channel');
}

/** Tickets of live channels (1), where customers wait in a queue: voice and chat, told by the channel's name. */
export function liveChannels(context: KpiContext): { readonly voice: Uint8Array; readonly chat: Uint8Array } {
  return context.lately('live channels', () => ({
    voice: named(context, isSpokenChannel),
    chat: named(context, (name) => CHAT.test(name.toLowerCase())),
  }));
}

function named(context: KpiContext, passes: (name: string) => boolean): Uint8Array {
  const channels = codes(context, 'tickets', 'channel');
  const matching = Uint8Array.from(channels?.values ?? [], (text) => (passes(text) ? 1 : 0));
  return channels && matching.includes(1) ? bytesByCode(channels.codes, matching) : new Uint8Array(context.dataset.tables.tickets.rows);
}
