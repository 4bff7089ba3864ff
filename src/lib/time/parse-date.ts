import { codeAt, digitAt, endOfDigits, isBlank, numberIn, skipBlanks, twoDigitsAt } from './characters.ts';
import { DAY_MS, civilDate, dayNumber, isCivilDate } from './civil.ts';
import { MISSING_WORDS } from './missing-words.ts';
import { scanClock, scanZone, type ClockScan } from './scan-clock.ts';
import { readNamedDate, scanNumericDate, type DateOrder, type DaySpan } from './scan-date.ts';

/**
 * A date as a cell gives it.
 * `instant`: `ms` is absolute (the text had an offset, or was an epoch); `wall`: a local time without zone, `ms` as if it were UTC;
 * `date`: a day only, `ms` its midnight as if it were UTC.
 */
export interface DateCell {
  readonly kind: 'instant' | 'wall' | 'date';
  readonly ms: number;
  /** Where it is `either`, `ms` is the day-first reading and `swapDayMonth(ms)` the month-first one. */
  readonly order: DateOrder;
}

/** A `DateCell` to be filled again and again. */
export type DateSlot = { -readonly [K in keyof DateCell]: DateCell[K] };

/** No date form is longer; checked before anything else, so that no cell can be slow. */
const MAX_LENGTH = 64;
/** Epochs outside 1990–2100 are nonsense (an official sample holds one of the year 4018), not dates. */
const EPOCH_FROM = 631_152_000_000;
const EPOCH_TO = 4_102_444_800_000;
/** Midnights that exports write for "no date": year 1 (.NET, Go), 1900 (Excel, Power Query), 1970 (epoch 0). */
const ZERO_DATES: ReadonlySet<number> = new Set([-62_135_596_800_000, -2_208_988_800_000, 0]);

const day: DaySpan = { year: 0, month: 0, day: 0, order: 'fixed' };
const clock: ClockScan = { clockMs: 0, zoned: false, offsetMs: 0 };

/**
 * Reads a date of any form that helpdesks, spreadsheets and billing tools write; `null` for what is not a date, for impossible dates
 * (30 February, hour 25: never rolled over) and for stand-ins for "no date" (see `isMissingDate`).
 * Two-digit years: 69–99 are 1969–1999. An ambiguous day and month with a non-zero offset or `24:00` is refused, as it could not be swapped later.
 */
export function parseDateCell(text: string): DateCell | null {
  const slot: DateSlot = { kind: 'date', ms: 0, order: 'fixed' };
  return readDateCell(text, slot) ? slot : null;
}

/** `parseDateCell` without allocation, for columns: fills `into` and says whether the text is a date. `into` is undefined in content when it is not. */
export function readDateCell(text: string, into: DateSlot): boolean {
  return readAnyDate(text, into) && (into.ms > 0 || !ZERO_DATES.has(into.ms));
}

/** `readDateCell` that takes 1900-01-01 and 1970-01-01 at their word: for what a user types. */
export function readAnyDate(text: string, into: DateSlot): boolean {
  if (text.length > MAX_LENGTH || text.length < 6) return false;
  const trimmed = isPadding(text.charCodeAt(0)) || isPadding(text.charCodeAt(text.length - 1)) ? text.trim() : text;
  return readNumeric(trimmed, into) || readDigits(trimmed, into) || readNamed(trimmed, into);
}

/** True for what exports write where there is no date: an empty cell, `-`, `null`, `None`, `n/a`, `?`, `0`, zero dates, 1900-01-01 and 1970-01-01 at midnight. */
export function isMissingDate(text: string): boolean {
  return dateFormOf(text) === 'missing';
}

/** What most dates look like: nothing more need be known of them to count them. */
const PLAIN_DATE = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?$/;

/** Whether a text is a date (as `parseDateCell` says) or stands for none (as `isMissingDate` does), in one reading. */
export function dateFormOf(text: string): 'date' | 'missing' | null {
  if (text.length > MAX_LENGTH) return text.trim() === '' ? 'missing' : null;
  const trimmed = text.trim();
  if (PLAIN_DATE.test(trimmed)) return 'date';
  const slot: DateSlot = { kind: 'date', ms: 0, order: 'fixed' };
  if (readAnyDate(trimmed, slot)) return ZERO_DATES.has(slot.ms) ? 'missing' : 'date';
  const standsForNone =
    MISSING_WORDS.has(trimmed.toLowerCase()) ||
    /^0(?:\.0+)?$/.test(trimmed) ||
    /^0{1,4}([-/.])0{1,2}\1(?:0{1,2}|0{4})(?:[T ][0:.Z+]*)?$/i.test(trimmed);
  return standsForNone ? 'missing' : null;
}

/** The other reading of an ambiguous day and month; the time of day stays. `NaN` when day and month cannot be swapped. */
export function swapDayMonth(ms: number): number {
  const days = Math.floor(ms / DAY_MS);
  const date = civilDate(days);
  return isCivilDate(date.year, date.day, date.month) ? dayNumber(date.year, date.day, date.month) * DAY_MS + (ms - days * DAY_MS) : NaN;
}

function isPadding(code: number): boolean {
  return code <= 0x20 || isBlank(code);
}

function readNumeric(text: string, into: DateSlot): boolean {
  const end = scanNumericDate(text, day);
  return end > 0 && readRest(text, end, into);
}

/** What follows the day: nothing, or a time and perhaps a zone after `T`, blanks or a comma. */
function readRest(text: string, at: number, into: DateSlot): boolean {
  if (at === text.length) return finish(into, false);
  const mark = codeAt(text, at);
  let next = at + 1;
  if (mark === 44) next = skipBlanks(text, next);
  else if (isBlank(mark)) next = skipBlanks(text, next);
  else if ((mark | 32) !== 116) return false;
  next = scanClock(text, next, clock);
  if (next < 0) return false;
  next = scanZone(text, next, clock);
  return next === text.length && finish(into, true);
}

function finish(into: DateSlot, timed: boolean): boolean {
  const midnight = dayNumber(day.year, day.month, day.day) * DAY_MS;
  into.order = day.order;
  if (!timed) {
    into.kind = 'date';
    into.ms = midnight;
    return true;
  }
  into.kind = clock.zoned ? 'instant' : 'wall';
  into.ms = midnight + clock.clockMs - clock.offsetMs;
  return day.order !== 'either' || (clock.offsetMs === 0 && clock.clockMs < DAY_MS);
}

/** Epoch seconds (10 digits) and milliseconds (13), either with a fraction; `20250309`, `20250309T104500Z`. */
function readDigits(text: string, into: DateSlot): boolean {
  const end = endOfDigits(text, 0);
  if (end === 8) return readCompact(text, into);
  if (end !== 10 && end !== 13) return false;
  const whole = numberIn(text, 0, end);
  const fraction = end === text.length ? 0 : Number(text.slice(end));
  if (!(fraction >= 0 && fraction < 1) || (end < text.length && codeAt(text, end) !== 46)) return false;
  into.kind = 'instant';
  into.order = 'fixed';
  into.ms = end === 10 ? whole * 1000 + Math.floor(fraction * 1000) : whole;
  return into.ms >= EPOCH_FROM && into.ms < EPOCH_TO;
}

function readCompact(text: string, into: DateSlot): boolean {
  day.year = numberIn(text, 0, 4);
  day.month = numberIn(text, 4, 6);
  day.day = numberIn(text, 6, 8);
  day.order = 'fixed';
  if (day.year < 1990 || day.year >= 2100 || !isCivilDate(day.year, day.month, day.day)) return false;
  if (text.length === 8) return finish(into, false);
  if ((codeAt(text, 8) | 32) !== 116 || endOfDigits(text, 9) !== 15) return false;
  if (scanClock(`${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}`, 0, clock) < 0) return false;
  return scanZone(text, 15, clock) === text.length && finish(into, true);
}

/** A day with a month's name, with the time before, behind or (Twitter, `asctime`) inside it. */
function readNamed(text: string, into: DateSlot): boolean {
  const colon = text.indexOf(':');
  if (colon < 0) return readNamedDate(text, day) && finish(into, false);
  const start = twoDigitsAt(text, colon - 2) >= 0 ? colon - 2 : colon - 1;
  if (start < 0 || digitAt(text, start - 1) >= 0) return false;
  const clockEnd = scanClock(text, start, clock);
  if (clockEnd < 0) return false;
  const zoneEnd = scanZone(text, clockEnd, clock);
  const end = zoneEnd < 0 ? clockEnd : zoneEnd;
  const behind = clock.zoned ? text.slice(end).replace(/^\s*\([^()]*\)$/, '') : text.slice(end);
  return readNamedDate(`${text.slice(0, start)} ${behind}`, day) && finish(into, true);
}
