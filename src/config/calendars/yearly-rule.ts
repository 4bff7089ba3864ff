import { civilDate, dayNumber, daysInMonth, isCivilDate, weekdayOf } from '../../lib/time/civil.ts';

/** Rules without an end are followed so far. */
const LAST_YEAR = 2099;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** `BYDAY=4TH` (the fourth Thursday), `-1MO` (the last Monday), `MO`. */
interface WeekdayRule {
  readonly weekday: number;
  readonly nth: number | undefined;
}

interface YearlyRule {
  readonly interval: number;
  readonly count: number;
  /** Last day, days since 1970-01-01. */
  readonly until: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly WeekdayRule[];
}

/**
 * The first days of a yearly event, as days since 1970-01-01: Christmas, the fourth Thursday in November, the Monday between the 25th and the 31st of
 * May. `null` for rules that are not understood, which must not be guessed at. Source: RFC 5545, 3.3.10.
 */
export function yearlyDays(rule: string, start: number): readonly number[] | null {
  const first = civilDate(start);
  const found = readRule(rule, first.month);
  if (found === null) return null;
  const { interval, count, until, months, monthDays, weekdays } = found;
  const days: number[] = [];
  for (let year = first.year; year <= LAST_YEAR; year += interval) {
    const ofYear = months
      .flatMap((month) => daysOfMonth({ year, month, monthDays, weekdays, usual: first.day }))
      .filter((day) => day >= start)
      .toSorted((a, b) => a - b);
    for (const day of ofYear) {
      if (day > until || days.length >= count) return days;
      days.push(day);
    }
  }
  return days;
}

function readRule(text: string, startMonth: number): YearlyRule | null {
  const parts = new Map(
    text
      .trim()
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
  const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((name) => !known.has(name))) return null;
  const months = numbers(parts.get('BYMONTH'));
  const monthDays = numbers(parts.get('BYMONTHDAY'));
  const weekdays = (parts.get('BYDAY')?.split(',') ?? []).map(weekdayRule);
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = Number(parts.get('COUNT') ?? Infinity);
  const until = untilDay(parts.get('UNTIL'));
  // Without a month these rules speak of days in every month, or of the week of the year.
  const everyMonth = months.length === 0 && (monthDays.length > 0 || weekdays.length > 0);
  const sound =
    Number.isInteger(interval) && interval >= 1 && count >= 1 && until !== null && months.every((month) => month >= 1 && month <= 12);
  if (everyMonth || !sound || weekdays.includes(null) || [...months, ...monthDays].some(Number.isNaN)) return null;
  if (monthDays.length > 0 && weekdays.some((rule) => rule?.nth !== undefined)) return null;
  return {
    interval,
    count,
    until,
    months: months.length === 0 ? [startMonth] : months,
    monthDays,
    weekdays: weekdays.filter((rule) => rule !== null),
  };
}

function numbers(text: string | undefined): readonly number[] {
  return text === undefined ? [] : text.split(',').map(Number);
}

function weekdayRule(text: string): WeekdayRule | null {
  const [, nth, name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  return weekday === -1 ? null : { weekday, nth: nth === undefined ? undefined : Number(nth) };
}

function untilDay(text: string | undefined): number | null {
  if (text === undefined) return Infinity;
  const [, year, month, day] = (/^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(text) ?? []).map(Number);
  return year !== undefined && month !== undefined && day !== undefined && isCivilDate(year, month, day)
    ? dayNumber(year, month, day)
    : null;
}

interface MonthRequest {
  readonly year: number;
  readonly month: number;
  readonly monthDays: readonly number[];
  readonly weekdays: readonly WeekdayRule[];
  /** Day of the month without any rule. */
  readonly usual: number;
}

function daysOfMonth({ year, month, monthDays, weekdays, usual }: MonthRequest): readonly number[] {
  const length = daysInMonth(year, month);
  const all = Array.from({ length }, (_, index) => index + 1);
  const wanted = monthDays.map((day) => (day < 0 ? length + 1 + day : day));
  const chosen = all.filter((day) => {
    if (wanted.length > 0 ? !wanted.includes(day) : weekdays.length === 0 && day !== usual) return false;
    if (weekdays.length === 0) return true;
    const weekday = weekdayOf(dayNumber(year, month, day));
    const fromStart = Math.ceil(day / 7);
    const fromEnd = -Math.ceil((length - day + 1) / 7);
    return weekdays.some((rule) => rule.weekday === weekday && (rule.nth === undefined || rule.nth === fromStart || rule.nth === fromEnd));
  });
  return chosen.map((day) => dayNumber(year, month, day));
}
