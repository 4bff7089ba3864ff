import type { Period, SeriesStep, WeekStart } from '../../model/period.ts';
import { unitAfter, unitAround, unitLabel } from './calendar-unit.ts';
import { DAY_MS } from './civil.ts';
import { zoneClock } from './zone.ts';

/**
 * The calendar units of the zone that touch a period, in order and without gaps. Units are whole: the first may start before the period
 * and the last end behind it. A day that the zone skipped (Apia, 2011-12-30) has no bucket. RangeError for an unbounded period.
 */
export function buckets(
  period: Period,
  step: SeriesStep,
  { timeZone, weekStart }: { readonly timeZone: string; readonly weekStart: WeekStart },
): Period[] {
  if (!Number.isFinite(period.start) || !Number.isFinite(period.end)) throw new RangeError('an unbounded period has no buckets');
  const clock = zoneClock(timeZone);
  const found: Period[] = [];
  if (period.end <= period.start) return found;
  let unit = unitAround(step, Math.floor(clock.instantToWall(period.start) / DAY_MS), weekStart);
  let start = clock.wallToInstant(unit.from * DAY_MS);
  while (start < period.end) {
    const end = clock.wallToInstant(unit.to * DAY_MS);
    if (end > start) found.push({ label: unitLabel(unit), start, end });
    start = end;
    unit = unitAfter(unit);
  }
  return found;
}

/** How many calendar days of the zone `[start, end)` touches: a partial first or last day counts as one, a day that the zone skipped does not. */
export function calendarDays(start: number, end: number, timeZone: string): number {
  if (!(end > start)) return 0;
  const clock = zoneClock(timeZone);
  const last = end - 1;
  const touched = Math.floor(clock.instantToWall(last) / DAY_MS) - Math.floor(clock.instantToWall(start) / DAY_MS) + 1;
  // Only a move across the date line changes an offset by about a day; summer time is at most two hours.
  return touched - Math.round((clock.offsetAt(last) - clock.offsetAt(start)) / DAY_MS);
}

/** The calendar day of the zone in which an instant lies. */
export function dayAround(instantMs: number, timeZone: string): Period {
  const clock = zoneClock(timeZone);
  const day = unitAround('day', Math.floor(clock.instantToWall(instantMs) / DAY_MS), 'mon');
  return { label: unitLabel(day), start: clock.wallToInstant(day.from * DAY_MS), end: clock.wallToInstant(day.to * DAY_MS) };
}
