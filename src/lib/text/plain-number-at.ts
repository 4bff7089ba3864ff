/** A number of at most so many digits and the power of ten under it are exact, so that dividing them rounds as `Number` does. */
const MAX_DIGITS = 15;
const POWERS = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, digits) => 10 ** digits);

/**
 * `plainNumber` of a cell in bytes; `NaN` also for what is longer than 15 digits, which is for `plainNumber` itself to read.
 * No allocation: made for columns of a million cells.
 */
export function plainNumberAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45 && at < end;
  if (negative) at++;
  const first = at;
  const digits = end - first;
  if (digits < 1 || digits > MAX_DIGITS) return NaN;
  let value = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      continue;
    }
    if (digit !== -2 || point !== -1 || at === first || at === end - 1) return NaN;
    point = at;
  }
  if (point !== -1) {
    // `1.234` may be thousands.
    if (end - point === 4 && point - first <= 3 && bytes[first] !== 48) return NaN;
    value /= POWERS[end - point - 1]!;
  }
  return negative ? 0 - value : value;
}
