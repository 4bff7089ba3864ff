import { DAY_MS } from '../../lib/time/civil.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, codesWhere, times } from './columns.ts';
import { eventsNamed, namesOption } from './event-names.ts';

/** Done for the customer, or said by them elsewhere: no use of the product. */
const NO_DEED: ReadonlySet<string> = new Set(['notice', 'mention']);

/** Events that say that the customer was active (1): all they did themselves, or those of the option `events`. */
export function deeds(context: KpiContext): Uint8Array {
  const chosen = namesOption(context.options['events'], []);
  if (chosen.length > 0) return eventsNamed(context, chosen) ?? new Uint8Array(context.dataset.tables.events.rows);
  return context.memo('deeds', () => {
    const names = codes(context, 'events', 'name');
    const passive = codesWhere(names, (name) => NO_DEED.has(name));
    const did = new Uint8Array(context.dataset.tables.events.rows).fill(1);
    if (names && passive.size > 0) for (let row = 0; row < did.length; row++) if (passive.has(names.codes[row]!)) did[row] = 0;
    return did;
  });
}

/** No day: the event has no time. */
export const NO_DAY = -0x8000_0000;

/** Calendar day (reporting zone, days since 1970-01-01) of each event. */
export function eventDays(context: KpiContext): Int32Array {
  return context.memo('event days', () => {
    const dayOf = localDay(context);
    return Int32Array.from(times(context, 'events', 'at'), (at) => (Number.isNaN(at) ? NO_DAY : dayOf(at)));
  });
}

/** The calendar day (reporting zone, days since 1970-01-01) in which an instant lies. */
export function localDay({ timeZone }: KpiContext): (at: number) => number {
  const clock = zoneClock(timeZone);
  return (at) => Math.floor(clock.instantToWall(at) / DAY_MS);
}

/** When the events begin, epoch ms: of what came before, nobody knows what customers did. `NaN` without any. */
export function eventsBegin(context: KpiContext): number {
  return context.memo('events begin', () => {
    let first = Number.NaN;
    for (const at of times(context, 'events', 'at')) if (!(at >= first)) first = Number.isNaN(at) ? first : at;
    return first;
  });
}
