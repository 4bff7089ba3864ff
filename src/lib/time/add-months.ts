import { civilDate, DAY_MS, daysInMonth, dayNumber } from './civil.ts';
import { zoneClock } from './zone.ts';

/** The same local time so many calendar months later (earlier, below zero); from 31 January the last day of February. Epoch ms. */
export function addMonths(at: number, months: number, timeZone: string): number {
  if (!Number.isFinite(at)) return at;
  const clock = zoneClock(timeZone);
  const wall = clock.instantToWall(at);
  const day = Math.floor(wall / DAY_MS);
  const date = civilDate(day);
  const { year, month } = civilDate(dayNumber(date.year, date.month + months, 1));
  const moved = dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
  return clock.wallToInstant(moved * DAY_MS + (wall - day * DAY_MS));
}
