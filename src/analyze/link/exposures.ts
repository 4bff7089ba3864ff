import type { KpiContext } from '../../kpis/define-kpi.ts';
import { times } from '../../kpis/facts/columns.ts';
import { csatAnswers } from '../../kpis/facts/customers/rating-facts.ts';
import { agentReplies, firstResponse } from '../../kpis/facts/first-response.ts';
import { people, personOf } from '../../kpis/facts/people.ts';
import { resolution } from '../../kpis/facts/resolution.ts';
import { formatSeconds } from '../../lib/time/format-duration.ts';
import type { Period } from '../../model/period.ts';

/** Who belongs to which of two groups, and from when on they are followed (epoch ms). */
export interface Exposure {
  readonly id: string;
  readonly title: string;
  readonly since: string;
  readonly groups: readonly [string, string];
  /** 0 or 1 a person; `NOBODY` who is in neither. */
  readonly group: Uint8Array;
  readonly from: Float64Array;
  readonly missing: readonly string[];
}

export const NOBODY = 2;

export interface Window {
  readonly period: Period;
  /** Tickets that take part (1); all where `null`. */
  readonly tickets: Uint8Array | null;
}

/** Seconds, unless `service-level` has another target. */
const TARGET_SECONDS = 900;

/** Within the target or not: the first ticket of each customer in the window decides, and they are followed from the moment at which it was decided. */
export function answeredInTime(context: KpiContext, window: Window): Exposure {
  const option = context.settings.kpis['service-level']?.['target'];
  const target = typeof option === 'number' ? option : TARGET_SECONDS;
  const { durations, asked } = firstResponse(context);
  const seconds = durations().get('calendar');
  const createdAt = times(context, 'tickets', 'createdAt');
  const words = formatSeconds(target);
  return firstTicket(context, window, {
    id: 'answered-in-time',
    title: `First answer within ${words}, or not`,
    since: `from ${words} after the first ticket`,
    groups: [`within ${words}`, 'later, or not'],
    missing: seconds === undefined ? ['tickets.firstResponseAt'] : [],
    at: createdAt,
    from: createdAt.map((at) => at + target * 1000),
    groupOf: (ticket) =>
      asked[ticket] === 0 || seconds === undefined || seconds[ticket]! < 0 ? NOBODY : seconds[ticket]! <= target ? 0 : 1,
  });
}

/** Solved with one reply or with more: the first ticket solved in the window. */
export function firstContact(context: KpiContext, window: Window): Exposure {
  const replies = agentReplies(context);
  const { solved, solvedAt } = resolution(context);
  return firstTicket(context, window, {
    id: 'first-contact',
    title: 'Solved with the first reply, or with more',
    since: 'from the first solution',
    groups: ['first reply', 'more replies'],
    missing: replies === undefined ? ['tickets.agentReplies'] : [],
    at: solvedAt,
    from: solvedAt,
    groupOf: (ticket) => {
      const count = replies?.[ticket] ?? 0;
      return solved[ticket] === 0 || !(count >= 1) ? NOBODY : count === 1 ? 0 : 1;
    },
  });
}

/** Good or bad: the first rating in the window. Those in the middle are in neither group. */
export function rated(context: KpiContext, { period, tickets }: Window): Exposure {
  const { group, from } = nobody(context);
  const answers = csatAnswers(context);
  for (const { person, at, mood, ticket } of answers) {
    if (!(at >= period.start && at < period.end) || (tickets !== null && (ticket < 0 || tickets[ticket] !== 1)) || at > from[person]!)
      continue;
    const place = mood === 'good' ? 0 : mood === 'bad' ? 1 : NOBODY;
    // Of two at one time the worse one counts: which was read first must not matter.
    group[person] = at === from[person] ? worse(group[person]!, place) : place;
    from[person] = at;
  }
  return {
    id: 'rating',
    title: 'Rated the support good, or bad',
    since: 'from the first rating',
    groups: ['rated good', 'rated bad'],
    group,
    from,
    missing: answers.length === 0 ? ['tickets.rating'] : [],
  };
}

/**
 * What no helpdesk can show: those who never wrote, beside those who wrote in the window. Both are followed from its end, so that nobody is counted
 * as lost before they could write.
 */
export function neverWrote(context: KpiContext, { period }: Window, landmark: number): Exposure {
  const { group, from } = nobody(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const wrote = new Uint8Array(group.length);
  personOf(context, 'tickets').forEach((person, ticket) => {
    if (person < 0 || !(createdAt[ticket]! < landmark)) return;
    wrote[person] = Math.max(wrote[person]!, createdAt[ticket]! >= period.start ? 2 : 1);
  });
  // Before anybody could write nobody is silent.
  if (!wrote.some((word) => word > 0)) wrote.fill(1);
  for (let person = 0; person < group.length; person++) {
    group[person] = wrote[person] === 2 ? 0 : wrote[person] === 0 ? 1 : NOBODY;
    from[person] = landmark;
  }
  return {
    id: 'never-wrote',
    title: 'Wrote to support, or never did',
    since: `from ${Number.isFinite(landmark) ? new Date(landmark).toISOString().slice(0, 10) : 'the end'} on`,
    groups: ['wrote', 'never wrote'],
    group,
    from,
    missing: [],
  };
}

interface TicketExposure extends Omit<Exposure, 'group' | 'from'> {
  /** What puts a ticket into the window. */
  readonly at: Float64Array;
  readonly from: Float64Array;
  readonly groupOf: (ticket: number) => number;
}

function firstTicket(context: KpiContext, { period, tickets }: Window, { at, from: followed, groupOf, ...rest }: TicketExposure): Exposure {
  const { group, from } = nobody(context);
  const first = new Float64Array(group.length).fill(Number.POSITIVE_INFINITY);
  personOf(context, 'tickets').forEach((person, ticket) => {
    const time = at[ticket]!;
    if (person < 0 || !(time >= period.start && time < period.end) || (tickets !== null && tickets[ticket] !== 1) || time > first[person]!)
      return;
    const place = groupOf(ticket);
    if (place === NOBODY) return;
    group[person] = time === first[person] ? worse(group[person]!, place) : place;
    first[person] = time;
    from[person] = followed[ticket]!;
  });
  return { ...rest, group, from };
}

function worse(a: number, b: number): number {
  return a === 1 || b === 1 ? 1 : Math.min(a, b);
}

function nobody(context: KpiContext): { readonly group: Uint8Array; readonly from: Float64Array } {
  const { count } = people(context);
  return { group: new Uint8Array(count).fill(NOBODY), from: new Float64Array(count).fill(Number.POSITIVE_INFINITY) };
}
