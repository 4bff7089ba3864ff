import * as v from 'valibot';
import { readUnit } from '../../lib/time/calendar-unit.ts';
import { parseDuration } from '../../lib/time/parse-duration.ts';
import { listed } from '../problem.ts';

/*
 * Values as people write them. Every message is what was expected, as a noun ("a duration such as 15m"); a second line, if any, is the advice.
 * The pattern of a text says the same to editors (JSON Schema) as the reading behind it says to us.
 */

/** A text that `parse` understands; `null` is "no such thing". */
function reading<T>(parse: (text: string) => T | null, expected: string): v.RawTransformAction<string, T> {
  return v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
    const value = parse(dataset.value);
    if (value !== null) return value;
    addIssue({ message: expected });
    return NEVER;
  });
}

const UNIT = '(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)';
const AMOUNT = `\\d{1,9}(?:\\.\\d{1,6})? ?${UNIT}`;
const DURATION = 'a duration such as 15m, 2h 30m or 3d';

/** `15m` → seconds. */
export const duration = v.pipe(
  v.string(DURATION),
  v.regex(new RegExp(`^${AMOUNT}(?: ${AMOUNT}|${AMOUNT}){0,4}$`), DURATION),
  reading((text) => parseDuration(text), DURATION),
);

const DAYS = 'a number of days such as 30 or 30d';

/** `30`, `30d`, `2w` → days. */
export const days = v.union(
  [
    v.pipe(v.number(DAYS), v.integer(DAYS), v.minValue(1, DAYS), v.maxValue(3660, DAYS)),
    v.pipe(v.string(DAYS), v.regex(/^\d{1,4} ?(?:d|days?|w|weeks?)$/, DAYS), reading(wholeDays, DAYS)),
  ],
  DAYS,
);

function wholeDays(text: string): number | null {
  const found = (parseDuration(text) ?? 0) / 86_400;
  return found >= 1 && found <= 3660 ? found : null;
}

const RATIO = 'a share such as 85% or 0.85';

/** `85%`, `0.85` → 0.85. */
export const ratio = v.union(
  [
    v.pipe(v.number(RATIO), v.minValue(0, RATIO), v.maxValue(1, RATIO)),
    v.pipe(v.string(RATIO), v.regex(/^(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?) ?%$/, RATIO), reading(percentage, RATIO)),
  ],
  RATIO,
);

/** The nearest number to the hundredth part as written: 85% is 0.85, not 0.8500000000000001. */
function percentage(text: string): number {
  return Number(`${text.replace(/ ?%$/, '')}e-2`);
}

const GOAL = 'a number, a share such as 5% or a duration such as 2h';

/** What an objective starts from or wants: a number, `5%` → 0.05, `2h` → 7200. */
export const goal = v.union(
  [
    v.number(GOAL),
    v.pipe(v.string(GOAL), v.regex(/^-?\d{1,9}(?:\.\d{1,6})? ?%$/, GOAL), reading(percentage, GOAL)),
    v.pipe(
      v.string(GOAL),
      v.regex(new RegExp(`^${AMOUNT}(?: ${AMOUNT}|${AMOUNT}){0,4}$`), GOAL),
      reading((text) => parseDuration(text), GOAL),
    ),
  ],
  GOAL,
);

const DAY = 'a day such as 2025-12-31';
const isDay = (text: string): boolean => readUnit(text)?.unit === 'day';

/** An ISO day that exists. */
export const day = v.pipe(
  v.string(DAY),
  v.regex(/^\d{4}-\d\d-\d\d$/, DAY),
  reading((text) => (isDay(text) ? text : null), DAY),
);

const DAY_RANGE = 'a day or days such as 2025-01-01 or 2025-12-24..2025-12-26 (both included)';

/** One day or several, both ends included. */
export const dayRange = v.pipe(
  v.string(DAY_RANGE),
  v.regex(/^\d{4}-\d\d-\d\d(?: ?\.\. ?\d{4}-\d\d-\d\d)?$/, DAY_RANGE),
  reading((text) => {
    const [from = '', to = from] = text.split('..').map((part) => part.trim());
    return isDay(from) && isDay(to) && from <= to ? (from === to ? from : `${from}..${to}`) : null;
  }, DAY_RANGE),
);

const HOURS = 'opening hours such as 09:00-17:00, 22:00-06:00 (over midnight) or 00:00-24:00 (all day)';

/** `09:00-17:00`, also over midnight and until 24:00. */
export const openingHours = v.pipe(
  v.string(HOURS),
  v.regex(/^(?:[01]?\d|2[0-3]):[0-5]\d ?[-–] ?(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/, HOURS),
  reading((text) => {
    const [from, to] = text.split(/[-–]/).map((part) => part.trim().padStart(5, '0'));
    return from === to ? null : `${from}-${to}`;
  }, HOURS),
);

/** A text that says something. */
export function text(expected: string): v.GenericSchema<string, string> {
  return v.pipe(v.string(expected), v.regex(/\S/, expected));
}

/** A name; one that looks like a number (a plan called 2025) need not stand in quotes. */
export function name(expected: string): v.GenericSchema<string | number, string> {
  return v.union([text(expected), v.pipe(v.number(expected), v.transform(String))], expected);
}

export function names(expected: string): v.GenericSchema<readonly (string | number)[], readonly string[]> {
  return v.array(name(expected), `a list of ${expected.replace(/^an? /, '')}s`);
}

export function oneOf<const T extends readonly string[]>(words: T): v.PicklistSchema<T, string> {
  return v.picklist(words, listed(words, 'or'));
}

export function whole(expected: string, least = 1): v.GenericSchema<number, number> {
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(least, expected), v.maxValue(1e9, expected));
}

export const flag = v.boolean('true or false');
