import { DAY_MS, dayNumber, isCivilDate } from './civil.ts';
import type { DateSlot } from './parse-date.ts';

const DASH = 45;
const COLON = 58;
const BLANK = 32;
const T = 84;
const Z = 90;
const DOT = 46;

/** Stamps of one day tend to stand together. */
let knownDate = -1;
let knownMidnight = NaN;

/**
 * `readDateCell` for the plain forms of ISO 8601 in bytes: `2025-03-09`, `2025-03-09T10:45`, `…:30`, `…:30Z`, `…:30.250Z`, with a blank for the T.
 * False for everything else, dates or not, which is for `readDateCell` to read. No allocation: made for columns of a million cells.
 */
export function readIsoAt(bytes: Uint8Array, start: number, end: number, into: DateSlot): boolean {
  const length = end - start;
  if (length < 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return false;
  const midnight = midnightAt(bytes, start);
  // What is before 1970 may be a stand-in for "no date".
  if (!(midnight > 0)) return false;
  into.order = 'fixed';
  if (length === 10) {
    into.kind = 'date';
    into.ms = midnight;
    return true;
  }
  const mark = bytes[start + 10];
  if (length < 16 || (mark !== T && mark !== BLANK) || bytes[start + 13] !== COLON) return false;
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  // Hour 24 and second 60 are for the whole grammar.
  if (!(hour < 24 && minute < 60)) return false;
  let ms = midnight + hour * 3_600_000 + minute * 60_000;
  into.kind = 'wall';
  if (length > 16) {
    const second = twoDigits(bytes, start + 17);
    if (length < 19 || bytes[start + 16] !== COLON || !(second < 60)) return false;
    ms += second * 1000;
    if (length > 19) {
      if (bytes[end - 1] !== Z) return false;
      into.kind = 'instant';
      if (length === 24) {
        const tenth = bytes[start + 20]! - 48;
        const rest = twoDigits(bytes, start + 21);
        if (bytes[start + 19] !== DOT || tenth < 0 || tenth > 9 || !(rest < 100)) return false;
        ms += tenth * 100 + rest;
      } else if (length !== 20) return false;
    }
  }
  into.ms = ms;
  return true;
}

/** `NaN` where there is no such day. */
function midnightAt(bytes: Uint8Array, start: number): number {
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  const date = year * 10_000 + month * 100 + day;
  if (date === knownDate) return knownMidnight;
  if (!isCivilDate(year, month, day)) return NaN;
  knownDate = date;
  knownMidnight = dayNumber(year, month, day) * DAY_MS;
  return knownMidnight;
}

/** `NaN` unless there are two. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
