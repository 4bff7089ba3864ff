import { once } from '../once.ts';
import { codeAt, digitAt, endOfDigits, numberIn } from './characters.ts';
import { isCivilDate } from './civil.ts';
import { monthOf } from './month-names.ts';

/** `fixed`: day and month cannot be confused; `dmy`, `mdy`: only one reading is a date; `either`: both are, and `day`, `month` hold the day-first one. */
export type DateOrder = 'fixed' | 'dmy' | 'mdy' | 'either';

/** The day that a text names. One object is reused for every cell. */
export interface DaySpan {
  year: number;
  month: number;
  day: number;
  order: DateOrder;
}

const SLASH = 47;
const DASH = 45;
const DOT = 46;

/**
 * Reads `yyyy-mm-dd`, `yyyy/m/d`, `dd/mm/yyyy`, `d-m-yy`, `dd.mm.yyyy` (or month first) at the start of a text.
 * Returns where it ends, -1 if there is no such date.
 */
export function scanNumericDate(text: string, out: DaySpan): number {
  const firstEnd = endOfDigits(text, 0);
  const mark = codeAt(text, firstEnd);
  if (firstEnd === 0 || (mark !== DASH && mark !== SLASH && mark !== DOT)) return -1;
  const secondEnd = endOfDigits(text, firstEnd + 1);
  const end = endOfDigits(text, secondEnd + 1);
  const secondDigits = secondEnd - firstEnd - 1;
  const thirdDigits = end - secondEnd - 1;
  if (secondDigits < 1 || secondDigits > 2 || codeAt(text, secondEnd) !== mark || thirdDigits < 1) return -1;
  const first = numberIn(text, 0, firstEnd);
  const second = numberIn(text, firstEnd + 1, secondEnd);
  const third = numberIn(text, secondEnd + 1, end);
  if (firstEnd === 4 && thirdDigits <= 2) {
    out.year = first;
    out.month = second;
    out.day = third;
    out.order = 'fixed';
    return isCivilDate(first, second, third) ? end : -1;
  }
  if (firstEnd > 2 || (thirdDigits !== 4 && thirdDigits !== 2)) return -1;
  const year = thirdDigits === 2 ? fullYear(third) : third;
  const dayFirst = isCivilDate(year, second, first);
  const monthFirst = isCivilDate(year, first, second);
  if (!dayFirst && !monthFirst) return -1;
  out.year = year;
  out.month = dayFirst ? second : first;
  out.day = dayFirst ? first : second;
  if (dayFirst && monthFirst) out.order = first === second ? 'fixed' : 'either';
  else out.order = dayFirst ? 'dmy' : 'mdy';
  return end;
}

/** Two-digit years as in POSIX `strptime`: 69–99 are 1969–1999, 00–68 are 2000–2068. */
function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits >= 69 ? 1900 : 2000);
}

/** As every day with a named month has. */
const TWO_NUMBERS = /\d\D+\d/;
const WORDS = once(() => /\p{N}+|[\p{L}\p{M}]+|[^\s\p{Z}\p{N}\p{L}\p{M}/.,-]/gu);
/** The same for ASCII: the other takes a millisecond to get ready. */
const PLAIN_WORDS = /\d+|[a-z]+|[^\s\da-z/.,-]/gi;

/** Reads a day whose month is a word: `19/ene/26`, `May 12, 2024`, `1. März 2024`, `Tue Oct 31 2017`, `12 de mayo de 2024`. The whole text must be read. */
export function readNamedDate(text: string, out: DaySpan): boolean {
  if (!TWO_NUMBERS.test(text)) return false;
  let month = 0;
  const numbers: string[] = [];
  for (const [word] of text.matchAll(/^[\x00-\x7f]*$/.test(text) ? PLAIN_WORDS : WORDS())) {
    if (digitAt(word, 0) >= 0) {
      numbers.push(word);
      continue;
    }
    const found = monthOf(word);
    if (found < 0 || (found > 0 && month > 0)) return false;
    if (found > 0) month = found;
  }
  const [first, second] = numbers;
  if (month === 0 || first === undefined || second === undefined || numbers.length > 2) return false;
  const yearFirst = first.length === 4;
  const year = yearFirst ? first : second;
  const day = yearFirst ? second : first;
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return false;
  out.year = year.length === 2 ? fullYear(Number(year)) : Number(year);
  out.month = month;
  out.day = Number(day);
  out.order = 'fixed';
  return isCivilDate(out.year, out.month, out.day);
}
