import { civilDate, DAY_MS } from '../../lib/time/civil.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import type { Period } from '../../model/period.ts';

/** 365.25 / 12. */
const DAYS_IN_MONTH = 30.4375;

/** Months in a bounded period: whole ones where it runs from a first to a first (reporting zone), else days by 30.4375. */
export function monthsIn({ start, end }: Period, timeZone: string): number {
  const clock = zoneClock(timeZone);
  const [from, to] = [clock.instantToWall(start), clock.instantToWall(end)];
  const [first, last] = [civilDate(Math.floor(from / DAY_MS)), civilDate(Math.floor(to / DAY_MS))];
  if (first.day === 1 && last.day === 1 && from % DAY_MS === 0 && to % DAY_MS === 0)
    return (last.year - first.year) * 12 + last.month - first.month;
  return (to - from) / DAY_MS / DAYS_IN_MONTH;
}
