import { codes, flags, links, none, rowsOf, times } from './columns.ts';
import type { KpiContext } from '../define-kpi.ts';

/** What the messages of each ticket tell, by ticket row; and every wait of a customer for an answer, by episode. */
export interface Conversations {
  /** Tickets with at least one message (1). */
  readonly known: Uint8Array;
  /** First public message of the customer, epoch ms. */
  readonly firstCustomerAt: Float64Array;
  /** First public message of a human agent after the customer had written. */
  readonly firstReplyAt: Float64Array;
  /** Public messages of human agents after the customer had written; `NaN` without messages. An agent who opens the conversation does not reply. */
  readonly agentReplies: Float64Array;
  /** Public messages of the customer after the one with which the ticket began; `NaN` without messages. */
  readonly followUps: Float64Array;
  /** All public messages of both sides, the request included; `NaN` without messages. */
  readonly spoken: Float64Array;
  /** Of a ticket that an agent opened: the agents' next public message, epoch ms; `NaN` of others. */
  readonly nextAgentAt: Float64Array;
  /** Different human agents who wrote in public; `NaN` without messages. Authors without a name are one. */
  readonly agents: Float64Array;
  /** 1 where an agent's public message opened the ticket. */
  readonly outbound: Uint8Array;
  readonly episodes: Episodes;
}

/** From the first unanswered customer message to the next public human reply. Several customer messages in a row are one episode. */
export interface Episodes {
  readonly ticket: Int32Array;
  readonly startedAt: Float64Array;
  /** `NaN` while nobody has answered. */
  readonly answeredAt: Float64Array;
}

/**
 * An agent's message this soon after creation opened the ticket; a later one without a customer message before it answers the
 * request that created the ticket (many exports hold that request in the ticket, not among its messages).
 */
const OPENING_MS = 5000;

export const AGENT = 1;
const CUSTOMER = 2;
/** Answers where bots count, but opens no ticket: a greeting is not a message that somebody chose to send. */
const BOT = 3;

export interface Speaking {
  /** Public messages of bots are answers too. */
  readonly withBots?: boolean;
}

export function conversations(context: KpiContext, { withBots = false }: Speaking = {}): Conversations {
  return context.memo(`conversations ${withBots ? 'with' : 'without'} bots`, () =>
    context.dataset.tables.messages.rows === 0 ? silence(context) : read(context, withBots),
  );
}

/** Without messages nothing is known of any ticket: what says so is made only for who asks for it. */
function silence(context: KpiContext): Conversations {
  const { rows } = rowsOf(context, 'tickets');
  const nothing = (): Float64Array => none(context, 'tickets');
  return {
    known: new Uint8Array(rows),
    outbound: new Uint8Array(rows),
    episodes: { ticket: new Int32Array(0), startedAt: new Float64Array(0), answeredAt: new Float64Array(0) },
    get firstCustomerAt() {
      return nothing();
    },
    get firstReplyAt() {
      return nothing();
    },
    get agentReplies() {
      return nothing();
    },
    get followUps() {
      return nothing();
    },
    get spoken() {
      return nothing();
    },
    get nextAgentAt() {
      return nothing();
    },
    get agents() {
      return nothing();
    },
  };
}

function read(context: KpiContext, withBots: boolean): Conversations {
  const tickets = context.dataset.tables.tickets.rows;
  const ticketOf = links(context, 'messages', 'ticket');
  const sentAt = times(context, 'messages', 'at');
  const speaks = speakers(context, withBots);
  const authors = codes(context, 'messages', 'authorId')?.codes;
  const createdAt = times(context, 'tickets', 'createdAt');
  const directions = codes(context, 'tickets', 'direction');

  const unknown = (): Float64Array => new Float64Array(tickets).fill(Number.NaN);
  const known = new Uint8Array(tickets);
  const firstCustomerAt = unknown();
  const firstReplyAt = unknown();
  const agentReplies = unknown();
  const followUps = unknown();
  const spoken = unknown();
  const nextAgentAt = unknown();
  const agents = unknown();
  const outbound = new Uint8Array(tickets);
  const episodes = { ticket: [] as number[], startedAt: [] as number[], answeredAt: [] as number[] };

  for (let row = 0; row < ticketOf.length;) {
    const ticket = ticketOf[row]!;
    let end = row + 1;
    while (end < ticketOf.length && ticketOf[end] === ticket) end++;
    if (ticket >= 0) readTicket(ticket, row, end);
    row = end;
  }
  return {
    known,
    firstCustomerAt,
    firstReplyAt,
    agentReplies,
    followUps,
    spoken,
    nextAgentAt,
    agents,
    outbound,
    episodes: {
      ticket: Int32Array.from(episodes.ticket),
      startedAt: Float64Array.from(episodes.startedAt),
      answeredAt: Float64Array.from(episodes.answeredAt),
    },
  };

  function readTicket(ticket: number, from: number, to: number): void {
    known[ticket] = 1;
    agentReplies[ticket] = 0;
    const heard = new Set<number>();
    let [fromAgents, fromCustomer] = [0, 0];
    const implied = impliedRequest(ticket, from, to);
    let asked = implied !== null;
    let waitingSince = implied ?? Number.NaN;
    for (let message = from; message < to; message++) {
      const at = sentAt[message]!;
      if (Number.isNaN(at)) continue;
      const answers = speaks[message] === AGENT || speaks[message] === BOT;
      if (answers) {
        fromAgents++;
        heard.add(authors?.[message] ?? 0);
        if (outbound[ticket] === 1 && fromAgents === 2) nextAgentAt[ticket] = at;
      }
      if (speaks[message] === CUSTOMER) {
        fromCustomer++;
        if (Number.isNaN(firstCustomerAt[ticket]!)) firstCustomerAt[ticket] = at;
        if (Number.isNaN(waitingSince)) waitingSince = at;
        asked = true;
      } else if (answers && asked) {
        agentReplies[ticket]!++;
        if (Number.isNaN(firstReplyAt[ticket]!)) firstReplyAt[ticket] = at;
        if (!Number.isNaN(waitingSince)) closeEpisode(ticket, waitingSince, at);
        waitingSince = Number.NaN;
      }
    }
    if (!Number.isNaN(waitingSince)) closeEpisode(ticket, waitingSince, Number.NaN);
    // A request that is not among the messages was a message all the same.
    const requests = implied === null ? 0 : 1;
    spoken[ticket] = fromAgents + fromCustomer + requests;
    followUps[ticket] = outbound[ticket] === 1 ? fromCustomer : fromCustomer + requests - 1;
    agents[ticket] = heard.size;
  }

  /** When the waiting began, if the request itself is not among the messages: at creation, unless an agent opened the ticket (`null`). */
  function impliedRequest(ticket: number, from: number, to: number): number | null {
    let first = from;
    while (first < to && (speaks[first] === 0 || speaks[first] === BOT || Number.isNaN(sentAt[first]!))) first++;
    const direction = directions?.values[directions.codes[ticket]!];
    if (direction === 'outbound') {
      outbound[ticket] = 1;
      return null;
    }
    if (first < to && speaks[first] === CUSTOMER) return null;
    const opened = first < to && speaks[first] === AGENT && !(sentAt[first]! > createdAt[ticket]! + OPENING_MS);
    if (opened && direction !== 'inbound') {
      outbound[ticket] = 1;
      return null;
    }
    return createdAt[ticket]!;
  }

  function closeEpisode(ticket: number, startedAt: number, answeredAt: number): void {
    episodes.ticket.push(ticket);
    episodes.startedAt.push(startedAt);
    episodes.answeredAt.push(answeredAt);
  }
}

/** Who says something that the other side can read: 1 a human agent, 2 the customer, 3 a bot where they count, 0 anything else (notes, automations, unknown authors). */
export function speakers(context: KpiContext, withBots: boolean): Uint8Array {
  const { rows } = rowsOf(context, 'messages');
  const authors = codes(context, 'messages', 'author');
  const isPublic = flags(context, 'messages', 'public');
  const role = (authors?.values ?? []).map((author) =>
    author === 'agent' ? AGENT : author === 'customer' ? CUSTOMER : withBots && author === 'bot' ? BOT : 0,
  );
  const speaks = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) if (isPublic?.[row] !== 0) speaks[row] = role[authors?.codes[row] ?? 0] ?? 0;
  return speaks;
}
