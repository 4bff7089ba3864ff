import type { Numbers } from '../../model/columns.ts';
import { ABOVE, combineRows, judgeRows, known } from '../../lib/judge-rows.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, counts, either, none, times, timesOrUndefined } from './columns.ts';
import { conversations, type Conversations } from './conversations.ts';
import { between, readyMade, usableStamps, withStamps, type Durations } from './durations.ts';

/** The first public human answer to each ticket, by ticket row. */
export interface FirstResponse {
  /** Made when they are first asked for, and again where KPIs in between had no use for them. */
  readonly durations: () => Durations;
  readonly respondedAt: Float64Array;
  /** 1 where a customer asked something: all but tickets that an agent opened and no customer wrote to. */
  readonly asked: Uint8Array;
  readonly answered: Uint8Array;
}

/** Options of the KPIs about first responses; as everywhere by default (kpis.md §12, 5 and 6). */
export interface ResponseRules {
  /** See `OUTBOUND`. */
  readonly outbound?: 'from-customer' | 'exclude' | 'zendesk';
  readonly withBots?: boolean;
}

/**
 * Messages speak first, then the export's first-response time stamp, then its ready-made durations.
 * The clock starts at creation, for tickets that an agent opened at the customer's first message unless the rules say otherwise.
 */
export function firstResponse(context: KpiContext, { outbound = 'from-customer', withBots = false }: ResponseRules = {}): FirstResponse {
  return context.memo(`first response ${outbound} ${withBots}`, () => {
    const talk = conversations(context, { withBots });
    const isSilent = context.dataset.tables.messages.rows === 0;
    const ready = readyMade(context, 'firstResponse');
    const createdAt = times(context, 'tickets', 'createdAt');
    const stampedAt = timesOrUndefined(context, 'tickets', 'firstResponseAt');
    const byAgent = outboundTickets(context);
    const isStamped = usableStamps(context, ['createdAt', 'firstResponseAt'], ready);
    const nextAfterOwn = (): Float64Array => talk.firstReplyAt.map((at, row) => (byAgent[row] === 1 ? talk.nextAgentAt[row]! : at));
    const heardAt = isSilent ? undefined : outbound === 'zendesk' ? nextAfterOwn() : talk.firstReplyAt;
    const respondedAt = heardAt === undefined ? (stampedAt ?? none(context, 'tickets')) : either(heardAt, stampedAt);
    const start = startOfClock({ createdAt, byAgent, outbound, firstCustomerAt: isSilent ? undefined : talk.firstCustomerAt });
    // Without messages and stamps nothing was measured by the calendar: a ready-made business duration is then the only one.
    const until = isStamped ? respondedAt : heardAt;
    const left = outbound === 'exclude' ? byAgent : null;
    const durations = (): Durations => {
      const all = withStamps(context, until ? between(context, { from: start, to: until }) : () => undefined, ready);
      return left === null
        ? all
        : new Map([...all].map(([clock, values]) => [clock, values.map((seconds, row) => (left[row] === 1 ? Number.NaN : seconds))]));
    };
    return {
      durations: () => context.lately(`first response durations ${outbound} ${withBots}`, durations),
      respondedAt,
      asked: askedTickets(context, { byAgent, outbound, talk }),
      answered: answeredTickets(context, { respondedAt, ready, left }),
    };
  });
}

function outboundTickets(context: KpiContext): Uint8Array {
  const opened = conversations(context).outbound;
  const directions = codes(context, 'tickets', 'direction');
  const outbound = directions?.values.indexOf('outbound', 1) ?? -1;
  if (!directions || outbound < 0) return opened;
  const byAgent = opened.slice();
  for (let row = 0; row < byAgent.length; row++) if (directions.codes[row] === outbound) byAgent[row] = 1;
  return byAgent;
}

interface Starting {
  readonly createdAt: Float64Array;
  readonly byAgent: Uint8Array;
  readonly outbound: NonNullable<ResponseRules['outbound']>;
  /** `undefined` without messages. */
  readonly firstCustomerAt: Float64Array | undefined;
}

function startOfClock({ createdAt, byAgent, outbound, firstCustomerAt }: Starting): Float64Array {
  const fromCustomer = outbound === 'from-customer' && byAgent.includes(1);
  if (!fromCustomer) return either(createdAt, firstCustomerAt);
  const start = createdAt.slice();
  for (let row = 0; row < start.length; row++)
    if (byAgent[row] === 1 || Number.isNaN(start[row]!)) start[row] = firstCustomerAt?.[row] ?? Number.NaN;
  return start;
}

interface Asking {
  readonly byAgent: Uint8Array;
  readonly outbound: NonNullable<ResponseRules['outbound']>;
  readonly talk: Conversations;
}

function askedTickets(context: KpiContext, { byAgent, outbound, talk }: Asking): Uint8Array {
  const heard = conversations(context);
  const customerReplies = counts(context, 'tickets', 'customerReplies');
  const asked = new Uint8Array(byAgent.length).fill(1);
  for (let row = byAgent.indexOf(1); row >= 0; row = byAgent.indexOf(1, row + 1)) {
    const wrote = !Number.isNaN(heard.firstCustomerAt[row]!) || (customerReplies?.[row] ?? 0) > 0;
    const counts = wrote || (outbound === 'zendesk' && !Number.isNaN(talk.nextAgentAt[row]!));
    if (outbound === 'exclude' || !counts) asked[row] = 0;
  }
  return asked;
}

interface Answers {
  readonly respondedAt: Float64Array;
  readonly ready: Durations;
  /** Tickets whose durations do not count (1). */
  readonly left: Uint8Array | null;
}

/** What the stamps give is known only where the answer's time is. */
function answeredTickets(context: KpiContext, { respondedAt, ready, left }: Answers): Uint8Array {
  const replies = agentReplies(context);
  let answered = known(respondedAt);
  for (const told of ready.values()) {
    const counts = left ? combineRows(known(told), left, (is, isLeft) => (is === 1 && isLeft !== 1 ? 1 : 0)) : known(told);
    answered = combineRows(answered, counts, (was, is) => was | is);
  }
  return replies ? judgeRows(replies, { low: 0, high: 0 }, (count, was) => (was === 1 || count === ABOVE ? 1 : 0), answered) : answered;
}

/** Public human agent replies by ticket, from messages, else the export's own count; `undefined` where neither is known. */
export function agentReplies(context: KpiContext): Numbers | undefined {
  return context.memo('agent replies', () => {
    const counted = counts(context, 'tickets', 'agentReplies');
    if (context.dataset.tables.messages.rows === 0) return counted;
    const heard = conversations(context).agentReplies;
    return counted ? either(heard, counted) : heard;
  });
}

/** Public messages of both sides by ticket, from messages, else the export's own counts of both, which leave the request out; `undefined` where not known. */
export function allMessages(context: KpiContext): Float64Array | undefined {
  const byAgents = counts(context, 'tickets', 'agentReplies');
  const byCustomer = counts(context, 'tickets', 'customerReplies');
  const counted = byAgents && byCustomer && Float64Array.from(byAgents, (replies, row) => replies + byCustomer[row]! + 1);
  if (context.dataset.tables.messages.rows === 0) return counted;
  const { spoken } = conversations(context);
  return counted ? either(spoken, counted) : spoken;
}

/** Messages of the customer after the request by ticket, from messages, else the export's own count; `NaN` where unknown. */
export function followUps(context: KpiContext): Numbers {
  const heard = conversations(context).followUps;
  const counted = counts(context, 'tickets', 'customerReplies');
  return counted ? either(heard, counted) : heard;
}

/** Whether the data says of any ticket that it was answered: else "without a reply" would be a guess. */
export function repliesKnown(context: KpiContext): boolean {
  return context.memo('replies known', () => firstResponse(context).answered.includes(1));
}
