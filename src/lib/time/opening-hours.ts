import type { WeekStart } from '../../model/period.ts';
import { WEEK_STARTS } from '../../model/period.ts';
import { UserError } from '../../model/user-error.ts';
import { readUnit } from './calendar-unit.ts';

/** Opening hours as the config writes them. */
export interface CalendarRules {
  /** IANA name; governs these hours only. */
  readonly timeZone: string;
  /** `09:00-17:00`; `22:00-06:00` ends on the next day and belongs to the day on which it starts; `00:00-24:00` is all day. */
  readonly weekly: { readonly [K in WeekStart]?: readonly string[] };
  /** Closed days: `2025-01-01`, `2025-12-24..2025-12-26` (both included). */
  readonly holidays?: readonly string[];
  /** Hours of single days, instead of the weekly ones; they hold on holidays too. An empty list closes the day. */
  readonly overrides?: Readonly<Record<string, readonly string[]>>;
}

/** Minutes since midnight of the day on which the shift starts; `to` may exceed 1440. */
interface Shift {
  readonly from: number;
  readonly to: number;
}

export interface OpeningHours {
  /** Shifts that start on a day (days since 1970-01-01). */
  readonly shiftsOn: (day: number) => readonly Shift[];
  /** What was read differently from what was written. */
  readonly notes: readonly string[];
}

const DAY_MINUTES = 1440;
const SHIFT = /^(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)$/;
/** More would be a mistyped year. */
const MAX_HOLIDAY_DAYS = 3660;

/** Checks and reads the rules. → UserError('bad-calendar'), naming the entry. */
export function readOpeningHours({ weekly, holidays = [], overrides = {} }: CalendarRules): OpeningHours {
  const notes: string[] = [];
  const read = (texts: readonly string[] | undefined, where: string): Shift[] => (texts ?? []).map((text) => readShift(text, where, notes));
  const byWeekday = WEEK_STARTS.map((weekday) => read(weekly[weekday], weekday));
  const byDay = new Map<number, readonly Shift[]>();
  for (const text of holidays) for (const day of holidayDays(text)) byDay.set(day, []);
  for (const [date, texts] of Object.entries(overrides)) {
    const unit = readUnit(date);
    if (unit?.unit !== 'day') throw bad(`the override "${date}" is not a day`, 'Write days as 2025-12-31.');
    byDay.set(unit.from, read(texts, date));
  }
  if (byWeekday.every((shifts) => shifts.length === 0) && [...byDay.values()].every((shifts) => shifts.length === 0)) {
    throw bad('the calendar is never open', 'Give hours for at least one day: weekly: { mon: ["09:00-17:00"] }.');
  }
  // 1970-01-01 was a Thursday.
  return { notes, shiftsOn: (day) => byDay.get(day) ?? byWeekday[(((day + 3) % 7) + 7) % 7] ?? [] };
}

function readShift(text: string, where: string, notes: string[]): Shift {
  const match = SHIFT.exec(text.trim().slice(0, 20));
  const [startHour = NaN, startMinute = NaN, endHour = NaN, endMinute = NaN] = (match ?? []).slice(1).map(Number);
  const from = startHour * 60 + startMinute;
  let to = endHour * 60 + endMinute;
  const valid =
    match !== null &&
    startMinute < 60 &&
    endMinute < 60 &&
    from < DAY_MINUTES &&
    to <= DAY_MINUTES &&
    from !== to &&
    !(to === 0 && from === 0);
  if (!valid)
    throw bad(
      `"${text}" (${where}) are not opening hours`,
      'Write them as 09:00-17:00, over midnight as 22:00-06:00, all day as 00:00-24:00.',
    );
  if (to === DAY_MINUTES - 1) {
    to = DAY_MINUTES;
    notes.push(`${text.trim()} (${where}) is taken as open until 24:00`);
  }
  return { from, to: to < from ? to + DAY_MINUTES : to };
}

function holidayDays(text: string): number[] {
  const [first, last = first, ...more] = text.split('..').map((part) => readUnit(part.trim()));
  const days = first && last ? last.to - first.from : 0;
  if (first?.unit !== 'day' || last?.unit !== 'day' || more.length > 0 || days < 1 || days > MAX_HOLIDAY_DAYS) {
    throw bad(`"${text}" is not a holiday`, 'Write it as 2025-01-01 or 2025-12-24..2025-12-26 (both days included).');
  }
  return Array.from({ length: days }, (_, index) => first.from + index);
}

function bad(message: string, hint: string): UserError {
  return new UserError('bad-calendar', message, { hint });
}
