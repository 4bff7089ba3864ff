/** Reading digits by character code: date cells are parsed a million times a column, so no pattern and no substring. */

/** Character code at a place, -1 behind the end. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1;
}

/** The digit at a place, -1 if there is none. */
export function digitAt(text: string, at: number): number {
  const digit = codeAt(text, at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** Two digits as a number, -1 if there are not two. */
export function twoDigitsAt(text: string, at: number): number {
  const tens = digitAt(text, at);
  const ones = digitAt(text, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/** Where the run of digits that starts at a place ends (the place itself if there is none). */
export function endOfDigits(text: string, at: number): number {
  let end = at;
  while (digitAt(text, end) >= 0) end += 1;
  return end;
}

/** The digits in `[from, to)` as a number. */
export function numberIn(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + digitAt(text, at);
  return value;
}

/** Blank, tab and the non-breaking and narrow blanks that localized formats put before AM and PM. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f || code === 0x2009;
}

export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlank(codeAt(text, next))) next += 1;
  return next;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
