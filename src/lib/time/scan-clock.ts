import { codeAt, digitAt, endOfDigits, isAsciiLetter, isBlank, numberIn, skipBlanks, twoDigitsAt } from './characters.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './civil.ts';

/** What a clock time and a zone in a text say. One object is reused for every cell. */
export interface ClockScan {
  /** Milliseconds since midnight; 86,400,000 for `24:00`. */
  clockMs: number;
  zoned: boolean;
  /** Milliseconds east of UTC; 0 without a zone. */
  offsetMs: number;
}

const COLON = 58;
const DOT = 46;
const COMMA = 44;
const PLUS = 43;
const MINUS = 45;
const TRUE_MINUS = 0x2212;

/**
 * Reads `H:MM`, `HH:MM:SS`, `HH:MM:SS.fraction` (1–9 digits, cut to milliseconds), each also with AM or PM.
 * `24:00` is the end of the day; `23:59:60` counts as the next second, as POSIX time does. Returns where it ends, -1 if there is no valid time.
 */
export function scanClock(text: string, at: number, out: ClockScan): number {
  const colon = digitAt(text, at + 1) >= 0 ? at + 2 : at + 1;
  if (digitAt(text, at) < 0 || codeAt(text, colon) !== COLON) return -1;
  let hour = numberIn(text, at, colon);
  const minute = twoDigitsAt(text, colon + 1);
  if (minute < 0 || minute > 59) return -1;
  let next = colon + 3;
  let second = 0;
  let milliseconds = 0;
  if (codeAt(text, next) === COLON) {
    second = twoDigitsAt(text, next + 1);
    if (second < 0 || second > 60 || (second === 60 && (hour !== 23 || minute !== 59))) return -1;
    next += 3;
    const mark = codeAt(text, next);
    if ((mark === DOT || mark === COMMA) && digitAt(text, next + 1) >= 0) {
      const end = endOfDigits(text, next + 1);
      if (end - next > 10) return -1;
      const first = digitAt(text, next + 1) * 100;
      const tens = end > next + 2 ? digitAt(text, next + 2) * 10 : 0;
      milliseconds = first + tens + (end > next + 3 ? digitAt(text, next + 3) : 0);
      next = end;
    }
  }
  if (digitAt(text, next) >= 0 || codeAt(text, next) === COLON) return -1;
  const half = scanHalfOfDay(text, next);
  if (half !== 0) {
    if (hour > 12) return -1;
    hour = (hour % 12) + (half > 0 ? 12 : 0);
    next = Math.abs(half);
  }
  out.clockMs = hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + milliseconds;
  return out.clockMs > DAY_MS || (hour === 24 && out.clockMs !== DAY_MS) ? -1 : next;
}

/** Reads `AM`, `pm`, `a.m.`, `p. m.` after optional blanks. Returns where it ends, negative for the morning, 0 if there is none. */
function scanHalfOfDay(text: string, at: number): number {
  const first = codeAt(text, at);
  if (!isBlank(first) && !isAsciiLetter(first)) return 0;
  let next = skipBlanks(text, at);
  const letter = codeAt(text, next) | 32;
  if (letter !== 97 && letter !== 112) return 0;
  next += 1;
  if (codeAt(text, next) === DOT) next = skipBlanks(text, next + 1);
  if ((codeAt(text, next) | 32) !== 109) return 0;
  next += 1;
  if (codeAt(text, next) === DOT) next += 1;
  if (isAsciiLetter(codeAt(text, next))) return 0;
  return letter === 97 ? -next : next;
}

/** Zone abbreviations with one meaning: RFC 2822 §4.3 and the European ones. Ambiguous ones (IST, BST) are refused. Hours east of UTC. */
const ZONE_HOURS: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['ut', 0],
  ['est', -5],
  ['edt', -4],
  ['cst', -6],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['wet', 0],
  ['west', 1],
  ['cet', 1],
  ['cest', 2],
  ['eet', 2],
  ['eest', 3],
]);

/**
 * Reads `Z`, `+00:00`, `+0000`, ` -10:00`, `-03`, ` UTC`, ` GMT+0100` after optional blanks.
 * Returns where it ends; the place itself when there is no zone; -1 when there is an impossible or unknown one.
 */
export function scanZone(text: string, at: number, out: ClockScan): number {
  out.zoned = false;
  out.offsetMs = 0;
  if (at === text.length) return at;
  const start = skipBlanks(text, at);
  const first = codeAt(text, start);
  if (!isAsciiLetter(first)) return isSign(first) ? scanOffset(text, start, out) : at;
  let end = start;
  while (isAsciiLetter(codeAt(text, end))) end += 1;
  const hours = end - start === 1 && (first | 32) === 122 ? 0 : ZONE_HOURS.get(text.slice(start, end).toLowerCase());
  if (hours === undefined) return -1;
  out.zoned = true;
  out.offsetMs = hours * HOUR_MS;
  return hours === 0 && end - start > 1 && isSign(codeAt(text, end)) ? scanOffset(text, end, out) : end;
}

function isSign(code: number): boolean {
  return code === PLUS || code === MINUS || code === TRUE_MINUS;
}

function scanOffset(text: string, at: number, out: ClockScan): number {
  const hours = twoDigitsAt(text, at + 1);
  let next = at + 3;
  const minutesAt = codeAt(text, next) === COLON ? next + 1 : next;
  let minutes = 0;
  if (digitAt(text, minutesAt) >= 0) {
    minutes = twoDigitsAt(text, minutesAt);
    next = minutesAt + 2;
  }
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || digitAt(text, next) >= 0) return -1;
  out.zoned = true;
  out.offsetMs = (codeAt(text, at) === PLUS ? 1 : -1) * (hours * HOUR_MS + minutes * MINUTE_MS);
  return next;
}
