import { tz } from '@date-fns/tz/tz';
import { addMonths as addCalendarMonths } from 'date-fns/addMonths';

/** The same wall-clock time so many months later (or earlier, below zero) in the zone, on the last day of a shorter month: 31 January + 1 is 28 February. */
export function addMonths(at: number, months: number, timeZone: string): number {
  if (!Number.isFinite(at)) return at;
  return addCalendarMonths(at, months, { in: tz(timeZone) }).getTime();
}
