import { codeAt, endOfDigits, numberIn, twoDigitsAt } from './characters.ts';
import { secondsIn, unitOfWord, type DurationUnit } from './duration-units.ts';
import { MISSING_WORDS } from './missing-words.ts';

export { durationUnitOf, type DurationUnit } from './duration-units.ts';

const MAX_LENGTH = 64;
const COLON = 58;
const JOINING_WORDS: ReadonlySet<string> = new Set(['and', 'y', 'und', 'et', 'e', 'en']);
const WEEKS: ReadonlySet<string> = new Set(['w', 'week', 'weeks']);

/** True for what exports write where there is no duration: an empty cell, `--`, `None`, `n/a`. A zero is a value. */
export function isMissingDuration(text: string): boolean {
  return MISSING_WORDS.has(text.trim().toLowerCase());
}

/**
 * A duration in seconds, may be negative; `null` for what is none, and for a bare number when no unit is given.
 * `27:31:07` and `44:34` are hours with minutes whatever the unit; `6 days, 7:08:52` (Python), `3 Days 12 Hours`, `2h 10m`, `1h30m`, `90s`;
 * `1970-01-02 09:46:18` is the time since 1970, as ServiceNow stores durations. A bare number may have a decimal comma,
 * but `1,234` is refused: it may be a thousand or one and a bit.
 */
export function parseDuration(text: string, unit?: DurationUnit): number | null {
  if (text.length > MAX_LENGTH) return null;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const sign = codeAt(trimmed, 0);
  const negative = sign === 45 || sign === 0x2212;
  const body = negative || sign === 43 ? trimmed.slice(1).trimStart() : trimmed;
  const seconds = clockSeconds(body, 0) ?? numberSeconds(body, unit);
  if (seconds !== null) return negative ? 0 - seconds : seconds;
  return daysAndClock(body, negative) ?? sinceEpoch(trimmed) ?? inWords(body, negative);
}

/** `H+:MM`, `H+:MM:SS`, `H+:MM:SS.fraction`. */
function clockSeconds(text: string, at: number): number | null {
  const colon = endOfDigits(text, at);
  if (colon === at || colon - at > 9 || codeAt(text, colon) !== COLON) return null;
  const minutes = twoDigitsAt(text, colon + 1);
  if (minutes < 0 || minutes > 59) return null;
  const whole = numberIn(text, at, colon) * 3600 + minutes * 60;
  const next = colon + 3;
  if (next === text.length) return whole;
  const seconds = codeAt(text, next) === COLON ? twoDigitsAt(text, next + 1) : -1;
  if (seconds < 0 || seconds > 59) return null;
  if (next + 3 === text.length) return whole + seconds;
  const mark = codeAt(text, next + 3);
  if ((mark !== 46 && mark !== 44) || endOfDigits(text, next + 4) !== text.length || next + 4 === text.length) return null;
  return whole + seconds + Number(`0.${text.slice(next + 4)}`);
}

function numberSeconds(text: string, unit: DurationUnit | undefined): number | null {
  if (unit === undefined) return null;
  const value = decimal(text);
  return value === null ? null : value * secondsIn(unit);
}

function decimal(text: string): number | null {
  if (!/^(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d{1,2})?$/i.test(text) || /^[1-9]\d{0,2},\d{3}$/.test(text)) return null;
  return Number(text.replace(',', '.'));
}

/** `6 days, 7:08:52`, `0 days 00:50:44` (pandas), `3 04:05:06`. A named negative day takes a positive clock with it: `-1 day, 23:59:00` is minus one minute. */
function daysAndClock(text: string, negative: boolean): number | null {
  const daysEnd = endOfDigits(text, 0);
  if (daysEnd === 0 || daysEnd > 6) return null;
  const match = /^(?: ?(days?|d),?)? \+?(?=\d)/i.exec(text.slice(daysEnd));
  if (match === null) return null;
  const clock = clockSeconds(text, daysEnd + match[0].length);
  if (clock === null) return null;
  const days = numberIn(text, 0, daysEnd) * 86_400;
  if (!negative) return days + clock;
  return match[1] === undefined ? 0 - days - clock : clock - days;
}

function sinceEpoch(text: string): number | null {
  if (!text.startsWith('1970-01-')) return null;
  const day = twoDigitsAt(text, 8);
  const gap = codeAt(text, 10) | 32;
  const clock = gap === 32 || gap === 116 ? clockSeconds(text, 11) : null;
  return day >= 1 && day <= 31 && clock !== null && clock < 86_400 ? (day - 1) * 86_400 + clock : null;
}

/** `115h 25m`, `1 hour 5 minutes`, `3 Days 12 Hours`, `1,5 h`, `1 day, 2 hours and 3 minutes`: every unit at most once. */
function inWords(text: string, negative: boolean): number | null {
  const used = new Set<string>();
  let seconds = 0;
  let at = 0;
  const pattern = /[\s,]*(?:([\p{L}\p{M}]+)\s+)?(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]+)\.?/uy;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    const [all, joint, number = '', word = ''] = match;
    const week = WEEKS.has(word.toLowerCase());
    const unit = week ? 'weeks' : unitOfWord(word);
    const value = decimal(number);
    if (unit === undefined || value === null || used.has(unit) || (joint !== undefined && !JOINING_WORDS.has(joint.toLowerCase())))
      return null;
    if (joint !== undefined && at === 0) return null;
    used.add(unit);
    seconds += value * (unit === 'weeks' ? 604_800 : secondsIn(unit));
    at += all.length;
  }
  return used.size === 0 ? null : negative ? 0 - seconds : seconds;
}
