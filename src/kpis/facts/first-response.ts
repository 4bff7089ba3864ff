import type { KpiContext } from '../define-kpi.ts';
import { codes, either, numbers, times } from './columns.ts';
import { conversations } from './conversations.ts';
import { readyMade, secondsBetween, usableStamps, withStamps, type Durations } from './durations.ts';

/** The first public human answer to each ticket, by ticket row. */
export interface FirstResponse {
  readonly durations: Durations;
  readonly respondedAt: Float64Array;
  /** 1 where a customer asked something: all but tickets that an agent opened and no customer wrote to. */
  readonly asked: Uint8Array;
  readonly answered: Uint8Array;
}

/**
 * Messages speak first, then the export's first-response time stamp, then its ready-made durations.
 * The clock starts at creation, for tickets that an agent opened at the customer's first message (kpis.md §12, 5).
 */
export function firstResponse(context: KpiContext): FirstResponse {
  return context.memo('first response', () => {
    const talk = conversations(context);
    const ready = readyMade(context, 'firstResponse');
    const createdAt = times(context, 'tickets', 'createdAt');
    const outbound = outboundTickets(context);
    const stamped = usableStamps(context, ['createdAt', 'firstResponseAt'], ready) ? times(context, 'tickets', 'firstResponseAt') : undefined;
    const respondedAt = either(talk.firstReplyAt, times(context, 'tickets', 'firstResponseAt'));
    const start = createdAt.map((created, row) => (outbound[row] === 1 || Number.isNaN(created) ? talk.firstCustomerAt[row]! : created));
    const until = stamped ? respondedAt : talk.firstReplyAt;
    // Without messages and stamps nothing was measured by the calendar: a ready-made business duration is then the only one.
    const timed = stamped !== undefined || context.dataset.tables.messages.rows > 0;
    const durations = withStamps(timed ? secondsBetween(start, until) : undefined, ready);
    return { durations, respondedAt, asked: askedTickets(context, outbound), answered: answeredTickets(context, { respondedAt, durations }) };
  });
}

function outboundTickets(context: KpiContext): Uint8Array {
  const opened = conversations(context).outbound;
  const directions = codes(context, 'tickets', 'direction');
  return opened.map((byAgent, row) => (byAgent === 1 || directions?.values[directions.codes[row]!] === 'outbound' ? 1 : 0));
}

function askedTickets(context: KpiContext, outbound: Uint8Array): Uint8Array {
  const { firstCustomerAt } = conversations(context);
  const customerReplies = numbers(context, 'tickets', 'customerReplies');
  return outbound.map((byAgent, row) => (byAgent === 0 || !Number.isNaN(firstCustomerAt[row]!) || (customerReplies?.[row] ?? 0) > 0 ? 1 : 0));
}

function answeredTickets(context: KpiContext, { respondedAt, durations }: Pick<FirstResponse, 'respondedAt' | 'durations'>): Uint8Array {
  const replies = agentReplies(context);
  const ready = [...durations.values()];
  return Uint8Array.from(respondedAt, (at, row) => (!Number.isNaN(at) || (replies?.[row] ?? 0) > 0 || ready.some((values) => !Number.isNaN(values[row]!)) ? 1 : 0));
}

/** Public human agent replies by ticket, from messages, else the export's own count; `undefined` where neither is known. */
export function agentReplies(context: KpiContext): Float64Array | undefined {
  return context.memo('agent replies', () => {
    const counted = numbers(context, 'tickets', 'agentReplies');
    if (context.dataset.tables.messages.rows === 0) return counted;
    const heard = conversations(context).agentReplies;
    return counted ? either(heard, counted) : heard;
  });
}
