import { daysLabel } from '../../lib/time/calendar-unit.ts';
import { DAY_MS, dayNumber, isCivilDate } from '../../lib/time/civil.ts';
import { isTimeZone, zoneClock } from '../../lib/time/zone.ts';
import type { IcalEvent, IcalProperty } from './ical.ts';
import { yearlyDays } from './yearly-rule.ts';

/** Something in an iCal file that cannot be taken as a holiday. */
export interface IcalProblem {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

export interface HolidayDays {
  /** `2025-01-01`, `2025-12-24..2025-12-26`. */
  readonly days: readonly string[];
  readonly problems: readonly IcalProblem[];
  /** Events that close no day, for the user to know. */
  readonly passedOver: readonly IcalProblem[];
}

/** The whole days that events close. Times of day are those of `timeZone` unless they say otherwise; cancelled events close nothing. */
export function holidayDays(events: readonly IcalEvent[], timeZone: string): HolidayDays {
  const days: string[] = [];
  const problems: IcalProblem[] = [];
  const passedOver: IcalProblem[] = [];
  for (const event of events) {
    const [start] = event.get('DTSTART') ?? [];
    if (start === undefined || event.get('STATUS')?.[0]?.value.trim().toUpperCase() === 'CANCELLED') continue;
    const span = spanOf(event, start, timeZone);
    if (span === null) {
      problems.push({
        line: start.line,
        message: 'this date cannot be read',
        hint: 'dates of iCal files look like 20251225 or 20251225T090000Z',
      });
      continue;
    }
    if (span.to <= span.from) {
      passedOver.push({ line: start.line, message: 'a part of a day closes no day', hint: 'give the hours of that day under overrides' });
      continue;
    }
    const [rule] = event.get('RRULE') ?? [];
    const starts = rule === undefined ? [span.from] : yearlyDays(rule.value, span.from);
    if (starts === null) {
      problems.push({
        line: rule?.line ?? start.line,
        message: 'this event repeats by a rule that is not understood',
        hint: 'yearly rules are; write other days out in the config',
      });
      continue;
    }
    const without = new Set(dates(event.get('EXDATE'), timeZone));
    const extra = dates(event.get('RDATE'), timeZone);
    for (const from of [...starts.filter((day) => !without.has(day)), ...extra]) days.push(daysLabel(from, from + span.to - span.from));
  }
  return { days: [...new Set(days)], problems, passedOver };
}

interface Span {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** The days from midnight to midnight that an event fills; a date without an end is one day, and so is one that ends when it starts. */
function spanOf(event: IcalEvent, start: IcalProperty, timeZone: string): Span | null {
  const from = wallTime(start, timeZone);
  if (from === null) return null;
  const [endProperty] = event.get('DTEND') ?? [];
  const [duration] = event.get('DURATION') ?? [];
  const end = endProperty === undefined ? null : wallTime(endProperty, timeZone);
  if (endProperty !== undefined && end === null) return null;
  const length = duration === undefined ? null : durationMs(duration.value);
  if (duration !== undefined && length === null) return null;
  const dateOnly = !start.value.includes('T');
  const to = end ?? from + (length ?? (dateOnly ? DAY_MS : 0));
  if (dateOnly) return { from: from / DAY_MS, to: Math.max(Math.ceil(to / DAY_MS), from / DAY_MS + 1) };
  return { from: Math.ceil(from / DAY_MS), to: Math.floor(to / DAY_MS) };
}

/** Local time in `timeZone`, as milliseconds as if it were UTC. */
function wallTime({ value, params }: IcalProperty, timeZone: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i.exec(value.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  if (!isCivilDate(year, month, day) || hour > 24 || minute > 59 || second > 60) return null;
  const wall = dayNumber(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
  if (match[4] === undefined) return wall;
  const zone = match[7] === undefined ? params.get('TZID') : 'UTC';
  // Zones that the file defines under a name of its own are taken for the calendar's.
  return zone === undefined || !isTimeZone(zone) ? wall : zoneClock(timeZone).instantToWall(zoneClock(zone).wallToInstant(wall));
}

/** `P1D`, `P2W`, `PT12H`. */
function durationMs(text: string): number | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/i.exec(text.trim());
  if (match === null) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return (weeks * 7 + days) * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function dates(properties: readonly IcalProperty[] | undefined, timeZone: string): readonly number[] {
  return (properties ?? [])
    .flatMap((property) => property.value.split(',').map((value) => wallTime({ ...property, value }, timeZone)))
    .flatMap((wall) => (wall === null ? [] : [Math.floor(wall / DAY_MS)]));
}
