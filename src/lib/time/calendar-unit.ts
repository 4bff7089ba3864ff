import { WEEK_STARTS, type WeekStart } from '../../model/period.ts';
import { civilDate, dayNumber, daysInMonth, isCivilDate, isoDay, weekdayOf } from './civil.ts';

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A calendar unit as days since 1970-01-01, `to` excluded. */
export interface CalendarSpan {
  readonly unit: CalendarUnit;
  readonly from: number;
  readonly to: number;
}

/** The unit that holds a day. */
export function unitAround(unit: CalendarUnit, day: number, weekStart: WeekStart): CalendarSpan {
  return { unit, ...boundsAround(unit, day, weekStart) };
}

function boundsAround(unit: CalendarUnit, day: number, weekStart: WeekStart): { readonly from: number; readonly to: number } {
  if (unit === 'day') return { from: day, to: day + 1 };
  if (unit === 'week') {
    const from = day - ((weekdayOf(day) - WEEK_STARTS.indexOf(weekStart) + 7) % 7);
    return { from, to: from + 7 };
  }
  const { year, month } = civilDate(day);
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const first = month - ((month - 1) % months);
  return { from: dayNumber(year, first, 1), to: dayNumber(year, first + months, 1) };
}

/** The unit just before. */
export function unitBefore(span: CalendarSpan): CalendarSpan {
  return unitAround(span.unit, span.from - 1, weekStartOf(span));
}

/** The unit just behind. */
export function unitAfter(span: CalendarSpan): CalendarSpan {
  return unitAround(span.unit, span.to, weekStartOf(span));
}

function weekStartOf(span: CalendarSpan): WeekStart {
  return WEEK_STARTS[weekdayOf(span.from)] ?? 'mon';
}

/** `2025`, `2025-Q1`, `2025-03`, `2025-W10` (ISO 8601 week; a week that does not start on Monday is `2025-03-02..2025-03-08`), `2025-03-09`. */
export function unitLabel({ unit, from, to }: CalendarSpan): string {
  if (unit === 'day') return isoDay(from);
  if (unit === 'week') return weekdayOf(from) === 0 ? isoWeek(from) : daysLabel(from, to);
  const { year, month } = civilDate(from);
  const yearText = String(year).padStart(4, '0');
  if (unit === 'year') return yearText;
  return unit === 'quarter' ? `${yearText}-Q${(month + 2) / 3}` : `${yearText}-${String(month).padStart(2, '0')}`;
}

/** `2025-03-03..2025-03-09`, `to` excluded; a single day is `2025-03-03`. */
export function daysLabel(from: number, to: number): string {
  return to - from === 1 ? isoDay(from) : `${isoDay(from)}..${isoDay(to - 1)}`;
}

/** A week belongs to the year of its Thursday (ISO 8601). */
function isoWeek(monday: number): string {
  const thursday = monday + 3;
  const { year } = civilDate(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

const FORM = /^(\d{4})(?:-(?:q([1-4])|w(\d\d?)|(\d\d)(?:-(\d\d))?))?$/i;

/** Reads what `unitLabel` writes; `null` for anything else and for what no calendar has (`2025-W53`, `2025-02-30`). */
export function readUnit(text: string): CalendarSpan | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [quarter, week, month, day] = match.slice(2).map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const year = Number(match[1]);
  if (year < 1) return null;
  if (week !== undefined) {
    // 4 January is always in week 1.
    const span = unitAround('week', dayNumber(year, 1, 4) + (week - 1) * 7, 'mon');
    return week >= 1 && civilDate(span.from + 3).year === year ? span : null;
  }
  if (quarter !== undefined) return unitAround('quarter', dayNumber(year, quarter * 3, 1), 'mon');
  if (month === undefined) return unitAround('year', dayNumber(year, 1, 1), 'mon');
  if (!isCivilDate(year, month, day ?? 1)) return null;
  return unitAround(day === undefined ? 'month' : 'day', dayNumber(year, month, day ?? 1), 'mon');
}

/** The same day a year earlier; 29 February becomes the 28th. */
export function dayLastYear(days: number): number {
  const { year, month, day } = civilDate(days);
  return dayNumber(year - 1, month, Math.min(day, daysInMonth(year - 1, month)));
}
