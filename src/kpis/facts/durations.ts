import { column } from '../../model/dataset.ts';
import type { Clock } from '../../model/kinds.ts';
import type { KpiContext } from '../define-kpi.ts';
import { numbers } from './columns.ts';

/** Seconds by ticket row for each clock that the data knows. `NaN` = none. */
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

/** Calendar seconds from time stamps first, then the export's own calendar column; other clocks as the export has them. */
export function withStamps(stamped: Float64Array | undefined, ready: Durations): Durations {
  const calendar = ready.get('calendar');
  const merged = new Map<Clock, Float64Array>();
  if (stamped && calendar) merged.set('calendar', stamped.map((value, row) => (Number.isNaN(value) ? calendar[row]! : value)));
  else if (stamped ?? calendar) merged.set('calendar', (stamped ?? calendar)!);
  for (const clock of CLOCKS) if (clock !== 'calendar' && ready.has(clock)) merged.set(clock, ready.get(clock)!);
  return merged;
}

export function secondsBetween(from: Float64Array, to: Float64Array): Float64Array {
  return from.map((time, row) => (to[row]! - time) / 1000);
}

/** Days without a time of day give no duration where the export has a ready-made calendar one (product.md, "Durations"). */
export function usableStamps(context: KpiContext, fields: readonly string[], ready: Durations): boolean {
  const tickets = context.dataset.tables.tickets;
  const found = fields.map((field) => column(tickets, field, 'time'));
  if (found.some((some) => some === undefined)) return false;
  return !(ready.has('calendar') || ready.has('unknown')) || found.every((some) => !some!.dateOnly);
}
