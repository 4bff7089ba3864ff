import { firstKnown, secondsBetween } from '../../lib/judge-rows.ts';
import { column } from '../../model/dataset.ts';
import type { Clock } from '../../model/kinds.ts';
import type { MissingReason } from '../../model/report.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Tally } from '../statistics/tally.ts';
import { numbers } from './columns.ts';
import { openTime } from './open-time.ts';

/** Seconds by row for each clock that the data knows. `NaN` = none. */
export type Durations = ReadonlyMap<Clock, Float64Array>;

export const CLOCKS: readonly Clock[] = ['calendar', 'business', 'unknown'];

/** Ready-made durations of the export, each with the clock that it was measured by. */
export function readyMade(context: KpiContext, field: string): Durations {
  const found = new Map<Clock, Float64Array>();
  for (const clock of CLOCKS) {
    const values = numbers(context, 'tickets', `${field}.${clock}`);
    if (values) found.set(clock, values);
  }
  return found;
}

/** What time stamps give by a clock: seconds by row, `undefined` where they cannot. */
export type Stamped = (clock: 'calendar' | 'business') => Float64Array | undefined;

/**
 * By each clock the time stamps first, then the export's own column of that clock, row by row: calendar and business never fill each other's gaps.
 * Business time is measured where it was asked for and there is a calendar; otherwise it is what the export has.
 */
export function withStamps(context: KpiContext, stamped: Stamped, ready: Durations): Durations {
  const merged = new Map<Clock, Float64Array>();
  for (const clock of CLOCKS) {
    const measured = clock === 'calendar' || (clock === 'business' && context.clock === 'business') ? stamped(clock) : undefined;
    const own = ready.get(clock);
    if (measured && own) merged.set(clock, firstKnown(measured, own));
    else if (measured ?? own) merged.set(clock, (measured ?? own)!);
  }
  return merged;
}

export interface Span {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The ticket of each row, where the rows are not the tickets themselves. */
  readonly ticket?: Int32Array;
}

/** Time between two stamps of each row by either clock; business `undefined` without a calendar. */
export function between(context: KpiContext, { from, to, ticket }: Span): Stamped {
  return (clock) => {
    if (clock === 'calendar') return secondsBetween(from, to);
    const open = openTime(context);
    if (open === null) return undefined;
    const seconds = new Float64Array(from.length);
    for (let row = 0; row < seconds.length; row++) seconds[row] = open(ticket ? ticket[row]! : row, from[row]!, to[row]!);
    return seconds;
  };
}

/** Days without a time of day give no duration where the export has a ready-made one of the clock (product.md, "Durations"). */
export function usableStamps(context: KpiContext, fields: readonly string[], ready: Durations): boolean {
  const tickets = context.dataset.tables.tickets;
  const found = fields.map((field) => column(tickets, field, 'time'));
  if (found.some((some) => some === undefined)) return false;
  return !(ready.has(context.clock) || ready.has('unknown')) || found.every((some) => !some!.dateOnly);
}

/** One clock's durations, and why there are none where there are none. */
export interface Clocked {
  readonly clock: Clock;
  readonly values: Float64Array;
  readonly empty: MissingReason;
  /** Of rows with a duration those that no calendar claims: a count to tell, where there can be any. */
  readonly uncovered: readonly Tally[];
}

/** What a report shows: every clock that there is, or business time alone where it was asked for (product.md: else a business column, else `no-calendar`). */
export function shownClocks(context: KpiContext, durations: Durations, rows: number): readonly Clocked[] {
  if (context.clock === 'calendar') return [...durations].map(([clock, values]) => ({ clock, values, empty: 'no-data', uncovered: [] }));
  const values = durations.get('business');
  if (!values) return [{ clock: 'business', values: new Float64Array(rows).fill(Number.NaN), empty: 'no-calendar', uncovered: [] }];
  return [
    {
      clock: 'business',
      values,
      empty: 'no-data',
      uncovered: [{ name: 'withoutCalendar', of: withoutCalendar(values, durations.get('calendar')), quiet: true }],
    },
  ];
}

function withoutCalendar(business: Float64Array, calendar: Float64Array | undefined): Uint8Array {
  const found = new Uint8Array(business.length);
  for (let row = 0; row < found.length; row++)
    if (Number.isNaN(business[row]!) && calendar !== undefined && !Number.isNaN(calendar[row]!)) found[row] = 1;
  return found;
}
