import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { either, rowsOf, times } from './columns.ts';
import { between, readyMade, usableStamps, withStamps, type Durations } from './durations.ts';
import { isSolvedStatus, resolution, statusHistory } from './resolution.ts';
import { timeIn } from './waits.ts';

/** Which end of a ticket is its resolution (kpis.md §3, §12 no. 8), and which time does not count. */
export interface ResolutionRules {
  readonly resolution: 'full' | 'first' | 'every';
  readonly end: 'solved' | 'closed';
  readonly pauseStatuses: readonly string[];
}

/** Resolutions: one a ticket, or with `every` one for each time that it was solved. */
export interface Resolutions {
  readonly population: Population;
  /** The ticket of each row. */
  readonly ticketOf: (row: number) => number;
  readonly endedAt: Float64Array;
  /** Made anew each time. */
  readonly durations: () => Durations;
  /** 1 where the row is a resolution: of the whole ticket only while it is solved, of a part for good. */
  readonly counts: Uint8Array;
}

export function resolutions(context: KpiContext, rules: ResolutionRules): Resolutions {
  return context.memo(`resolutions ${JSON.stringify(rules)}`, () =>
    rules.resolution === 'every' ? everyTime(context, rules) : oncePerTicket(context, rules),
  );
}

function oncePerTicket(context: KpiContext, rules: ResolutionRules): Resolutions {
  const { solved, everSolved, solvedAt, durations } = resolution(context);
  const population = rowsOf(context, 'tickets');
  const ticketOf = (row: number): number => row;
  const isPlain = rules.resolution === 'full' && rules.end === 'solved' && rules.pauseStatuses.length === 0;
  if (isPlain) return { population, ticketOf, endedAt: solvedAt, durations, counts: solved };
  const endedAt = rules.resolution === 'first' ? firstEnds(context, rules.end) : lastEnds(context, rules.end);
  const ready =
    rules.end === 'closed' || rules.pauseStatuses.length > 0
      ? new Map()
      : readyMade(context, rules.resolution === 'first' ? 'firstResolution' : 'resolution');
  return {
    population,
    ticketOf,
    endedAt,
    durations: () => timed(context, { rules, endedAt, ready }),
    counts: rules.resolution === 'first' ? everSolved : solved,
  };
}

/** A ticket without history has the one resolution that its columns tell of. */
function everyTime(context: KpiContext, rules: ResolutionRules): Resolutions {
  const { starts } = statusHistory(context);
  const last = lastEnds(context, rules.end);
  const ticket: number[] = [];
  const ended: number[] = [];
  for (let row = 0; row < last.length; row++) {
    const ends = entries(context, row, rules.end);
    const known = starts[row] === starts[row + 1] ? [last[row]!] : ends;
    for (const at of known) {
      ticket.push(row);
      ended.push(at);
    }
  }
  const [of, endedAt] = [Int32Array.from(ticket), Float64Array.from(ended)];
  const population: Population = { table: 'changes', rows: of.length, derived: true, ticket: of };
  const counts = Uint8Array.from(endedAt, (at) => (Number.isNaN(at) ? 0 : 1));
  return {
    population,
    ticketOf: (row) => of[row]!,
    endedAt,
    durations: () => timed(context, { rules, endedAt, ready: new Map(), ticket: of }),
    counts,
  };
}

interface TimedOptions {
  readonly rules: ResolutionRules;
  readonly endedAt: Float64Array;
  readonly ready: Durations;
  readonly ticket?: Int32Array;
}

function timed(context: KpiContext, { rules, endedAt, ready, ticket }: TimedOptions): Durations {
  const createdAt = times(context, 'tickets', 'createdAt');
  const whole = between(context, {
    from: ticket ? Float64Array.from(ticket, (row) => createdAt[row]!) : createdAt,
    to: endedAt,
    ...(ticket ? { ticket } : {}),
  });
  const paused =
    rules.pauseStatuses.length === 0 ? null : timeIn(context, rules.pauseStatuses, { until: endedAt, ...(ticket ? { of: ticket } : {}) });
  // A ticket without history was never paused as far as anybody knows.
  const stamped = (clock: 'calendar' | 'business'): Float64Array | undefined => {
    const pauses = paused?.(clock);
    return pauses ? whole(clock)?.map((seconds, row) => (Number.isNaN(pauses[row]!) ? seconds : seconds - pauses[row]!)) : whole(clock);
  };
  return withStamps(context, usableStamps(context, ['createdAt'], ready) ? stamped : () => undefined, ready);
}

/** Closed where it was closed, else solved; or the other way round. */
function lastEnds(context: KpiContext, end: 'solved' | 'closed'): Float64Array {
  const { solvedAt } = resolution(context);
  if (end === 'solved') return solvedAt;
  const closedAt = times(context, 'tickets', 'closedAt').map((at, row) =>
    Number.isNaN(at) ? (entries(context, row, 'closed').at(-1) ?? Number.NaN) : at,
  );
  return either(closedAt, solvedAt);
}

/** The first time, which the last is not where a ticket was reopened and its history is not there. */
function firstEnds(context: KpiContext, end: 'solved' | 'closed'): Float64Array {
  const { reopens } = resolution(context);
  const column = times(context, 'tickets', 'firstResolvedAt');
  return lastEnds(context, end).map((last, row) => {
    if (end === 'solved' && !Number.isNaN(column[row]!)) return column[row]!;
    const [first] = entries(context, row, end);
    return first ?? (reopens[row]! > 0 ? Number.NaN : last);
  });
}

/** When a ticket came to its end, each time, by its history; solved where it was never closed. */
function entries(context: KpiContext, ticket: number, end: 'solved' | 'closed'): readonly number[] {
  const { starts, at, from, to } = statusHistory(context);
  const found: number[] = [];
  const closed: number[] = [];
  const first = starts[ticket]!;
  let solvedNow = first < starts[ticket + 1]! && isSolvedStatus(from[first]!);
  for (let change = first; change < starts[ticket + 1]!; change++) {
    const nowSolved = isSolvedStatus(to[change]!);
    if (nowSolved && !solvedNow) found.push(at[change]!);
    if (to[change] === 'closed') closed.push(at[change]!);
    solvedNow = nowSolved;
  }
  return end === 'closed' && closed.length > 0 ? closed : found;
}
