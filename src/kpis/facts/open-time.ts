import { businessCalendar } from '../../lib/time/calendar.ts';
import type { KpiContext } from '../define-kpi.ts';

/** Open seconds between two instants (epoch ms) by the calendar of a ticket (row; -1: of none in particular); `NaN` where it has none. */
export type OpenTime = (ticket: number, from: number, to: number) => number;

/**
 * The calendars of the config: of a ticket the first whose condition holds for it, else `default`; a calendar without a condition and of another
 * name claims nothing. `null` where no ticket has one. An end before the start gives a negative duration, which counts as an error like any other.
 */
export function openTime(context: KpiContext): OpenTime | null {
  return context.memo('open time', () => {
    const chosen = calendarOfTickets(context);
    if (chosen === null) return null;
    const { calendars, of, usual } = chosen;
    return (ticket, from, to) => {
      const calendar = calendars[ticket < 0 ? usual : of[ticket]!];
      if (calendar === undefined) return Number.NaN;
      return to < from ? (to - from) / 1000 : calendar.openSeconds(from, to);
    };
  });
}

interface Chosen {
  readonly calendars: readonly ReturnType<typeof businessCalendar>[];
  /** Place of each ticket's calendar in the list, `NONE` where it has none. */
  readonly of: Uint16Array;
  readonly usual: number;
}

const NONE = 0xffff;

function calendarOfTickets({ settings, dataset, ticketsWhere }: KpiContext): Chosen | null {
  const named = Object.entries(settings.calendars);
  const usual = named.findIndex(([name, { when }]) => name === 'default' && when === null);
  const of = new Uint16Array(dataset.tables.tickets.rows).fill(usual === -1 ? NONE : usual);
  named.toReversed().forEach(([, { when }], fromEnd) => {
    if (when === null) return;
    const claims = ticketsWhere(when);
    for (let ticket = 0; ticket < of.length; ticket++) if (claims[ticket] === 1) of[ticket] = named.length - 1 - fromEnd;
  });
  if (usual === -1 && of.every((calendar) => calendar === NONE)) return null;
  return { calendars: named.map(([, rules]) => businessCalendar(rules)), of, usual: usual === -1 ? NONE : usual };
}
