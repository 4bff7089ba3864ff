import type { KpiContext } from '../define-kpi.ts';
import { rowsOf, times } from './columns.ts';
import { readyMade, withStamps, type Durations, type Stamped } from './durations.ts';
import { openTime } from './open-time.ts';
import { resolution, statusHistory } from './resolution.ts';

/** Time that each ticket spent in kinds of status until it was solved for good, in seconds by ticket row. Time in solved before a reopening is nobody's wait. */
export interface Waits {
  /** New, open and on hold: the customer waits for us. */
  readonly requester: Durations;
  /** Pending: we wait for the customer. */
  readonly agent: Durations;
  /** On hold: we wait for somebody else. */
  readonly onHold: Durations;
}

const REQUESTER = ['new', 'open', 'on-hold'];
const AGENT = ['pending'];
const ON_HOLD = ['on-hold'];

export function waits(context: KpiContext): Waits {
  return context.memo('waits', () => {
    const { solved } = resolution(context);
    const until = (statuses: readonly string[]): Stamped => {
      const spent = timeIn(context, statuses);
      return (clock) => spent(clock)?.map((seconds, ticket) => (solved[ticket] === 1 ? seconds : Number.NaN));
    };
    return {
      requester: withStamps(context, until(REQUESTER), readyMade(context, 'requesterWait')),
      agent: withStamps(context, until(AGENT), readyMade(context, 'agentWait')),
      onHold: withStamps(context, until(ON_HOLD), readyMade(context, 'onHold')),
    };
  });
}

/**
 * Seconds that each ticket spent in some statuses from its creation to its last change (or to an earlier instant, epoch ms), by either clock;
 * `NaN` for tickets without history. The last status of a ticket has no end yet and counts for nothing.
 */
export function timeIn(context: KpiContext, statuses: readonly string[], tickets?: Tickets): Stamped {
  const { starts, at, from, to } = statusHistory(context);
  return (clock) => {
    const open = clock === 'business' ? openTime(context) : calendarTime;
    if (at.length === 0 || open === null) return undefined;
    const createdAt = times(context, 'tickets', 'createdAt');
    const seconds = new Float64Array(tickets?.until.length ?? rowsOf(context, 'tickets').rows).fill(Number.NaN);
    for (let row = 0; row < seconds.length; row++) {
      const ticket = tickets?.of ? tickets.of[row]! : row;
      const [first, end] = [starts[ticket]!, starts[ticket + 1]!];
      if (first === end || Number.isNaN(createdAt[ticket]!)) continue;
      const until = tickets ? tickets.until[row]! : Number.POSITIVE_INFINITY;
      let spent = 0;
      let since = createdAt[ticket]!;
      let status = from[first]! || 'new';
      for (let change = first; change < end && since < until; change++) {
        if (statuses.includes(status)) spent += open(ticket, since, Math.min(at[change]!, until));
        since = at[change]!;
        status = to[change]!;
      }
      // Sums of fractions: exact to the millisecond, as the stamps are.
      seconds[row] = Math.round(spent * 1000) / 1000;
    }
    return seconds;
  };
}

/** Tickets by row, each once or more, and until when to look at them. */
export interface Tickets {
  readonly of?: Int32Array;
  readonly until: Float64Array;
}

function calendarTime(_ticket: number, since: number, until: number): number {
  return (until - since) / 1000;
}
