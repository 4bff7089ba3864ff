import type { Period } from '../../model/period.ts';
import { calendarDays } from './buckets.ts';
import { dayLastYear, daysLabel, readUnit, unitBefore, unitLabel, unitAround, type CalendarSpan } from './calendar-unit.ts';
import { DAY_MS, civilDate } from './civil.ts';
import { zoneClock, type ZoneClock } from './zone.ts';

/**
 * The period to compare with: for a calendar unit (told by its label) the whole unit before it, whatever its length (2025-Q1 → 2024-Q4);
 * for any other span the same number of calendar days just before, at the same times of day. `null` for an unbounded period.
 */
export function previousPeriod(period: Period, timeZone: string): Period | null {
  if (!isBounded(period)) return null;
  const unit = unitOf(period, timeZone);
  if (unit !== null) return periodOf(unitBefore(unit), timeZone);
  const days = calendarDays(period.start, period.end, timeZone);
  return moved(period, timeZone, (day) => day - days);
}

/** The same calendar unit, or the same dates, one year earlier. 29 February becomes the 28th, week 53 the last week of a year that has none. `null` for an unbounded period. */
export function samePeriodLastYear(period: Period, timeZone: string): Period | null {
  if (!isBounded(period)) return null;
  const unit = unitOf(period, timeZone);
  if (unit?.unit === 'week') {
    const week = Number(period.label.slice(-2));
    const year = civilDate(unit.from + 3).year - 1;
    const text = (number: number): string => `${String(year).padStart(4, '0')}-W${number}`;
    return periodOf(readUnit(text(week)) ?? readUnit(text(52)) ?? unit, timeZone);
  }
  if (unit !== null) return periodOf(unitAround(unit.unit, dayLastYear(unit.from), 'mon'), timeZone);
  return moved(period, timeZone, dayLastYear);
}

function isBounded(period: Period): boolean {
  return Number.isFinite(period.start) && Number.isFinite(period.end);
}

/** The calendar unit that the label names, if the bounds are really its. */
function unitOf(period: Period, timeZone: string): CalendarSpan | null {
  const unit = readUnit(period.label);
  if (unit === null) return null;
  const { start, end } = periodOf(unit, timeZone);
  return start === period.start && end === period.end ? unit : null;
}

function periodOf(span: CalendarSpan, timeZone: string): Period {
  const clock = zoneClock(timeZone);
  return { label: unitLabel(span), start: clock.wallToInstant(span.from * DAY_MS), end: clock.wallToInstant(span.to * DAY_MS) };
}

/** Moves the first and the last day; an end at midnight belongs to the day that it ends, so that a range of whole days stays one. */
function moved(period: Period, timeZone: string, move: (day: number) => number): Period {
  const clock = zoneClock(timeZone);
  const shift = (wall: number, day: number): number => move(day) * DAY_MS + (wall - day * DAY_MS);
  const startWall = localTime(period.start, clock);
  const endWall = localTime(period.end, clock);
  const startDay = Math.floor(startWall / DAY_MS);
  const newStart = shift(startWall, startDay);
  const newEnd = shift(endWall, Math.max(Math.ceil(endWall / DAY_MS) - 1, startDay));
  return { label: spanLabel(newStart, newEnd), start: clock.wallToInstant(newStart), end: clock.wallToInstant(newEnd) };
}

/** Where the clock skips midnight, the day begins later; it still counts as 00:00. */
function localTime(instantMs: number, clock: ZoneClock): number {
  const wall = clock.instantToWall(instantMs);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  return clock.wallToInstant(midnight) === instantMs ? midnight : wall;
}

function spanLabel(startWall: number, endWall: number): string {
  if (startWall % DAY_MS === 0 && endWall % DAY_MS === 0) return daysLabel(startWall / DAY_MS, endWall / DAY_MS);
  return `${new Date(startWall).toISOString().slice(0, 16)}..${new Date(endWall).toISOString().slice(0, 16)}`;
}
