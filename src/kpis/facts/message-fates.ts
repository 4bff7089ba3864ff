import type { MessageFate } from '../../model/explanation.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, flags, links, times } from './columns.ts';
import { conversations } from './conversations.ts';

/** One message of a ticket and what became of it. */
export interface ToldMessage {
  /** Epoch ms, `NaN` without date. */
  readonly at: number;
  /** The author's role. */
  readonly author: string;
  readonly public: boolean;
  readonly fate: MessageFate;
}

/** The messages of one ticket in time order, each with what the reading of the conversation made of it. */
export function messageFates(context: KpiContext, ticket: number, withBots: boolean): ToldMessage[] {
  const firstReplyAt = conversations(context, { withBots }).firstReplyAt[ticket]!;
  const ticketOf = links(context, 'messages', 'ticket');
  const sentAt = times(context, 'messages', 'at');
  const authors = codes(context, 'messages', 'author');
  const isPublic = flags(context, 'messages', 'public');
  const told: ToldMessage[] = [];
  let asked = false;
  let answered = false;
  for (let row = ticketOf.indexOf(ticket); row >= 0 && row < ticketOf.length && ticketOf[row] === ticket; row++) {
    const at = sentAt[row]!;
    const author = authors?.values[authors.codes[row]!] || 'unknown';
    const open = isPublic?.[row] !== 0;
    const fate = fateOf({ at, author, open, asked, answered, firstReplyAt, withBots });
    if (fate === 'request') asked = true;
    if (fate === 'first-answer') answered = true;
    told.push({ at, author, public: open, fate });
  }
  return told;
}

interface Heard {
  readonly at: number;
  readonly author: string;
  readonly open: boolean;
  /** The customer has written before. */
  readonly asked: boolean;
  readonly answered: boolean;
  readonly firstReplyAt: number;
  /** The option that makes answers of what bots write. */
  readonly withBots: boolean;
}

/** Whatever options decide about the first answer, it is the message of that moment; all else follows from it. */
function fateOf({ at, author, open, asked, answered, firstReplyAt, withBots }: Heard): MessageFate {
  if (Number.isNaN(at)) return 'undated';
  if (!open) return 'private';
  if (author === 'customer') return asked ? 'customer' : 'request';
  const speaks = author === 'agent' || (withBots && author === 'bot');
  if (speaks && !answered && at === firstReplyAt) return 'first-answer';
  if (author === 'agent') return at >= firstReplyAt ? 'answer' : 'opening';
  if (author === 'bot') return 'bot';
  return author === 'system' ? 'system' : 'unknown-author';
}
