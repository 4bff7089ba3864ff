/** Below this, the sort of the language is as quick. */
const FEW = 256;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

let keys = new Uint32Array(0);
let spare = new Uint32Array(0);
const counts = new Uint32Array(DIGITS);

/**
 * Sorts ascending, in place, and returns the same array. Values must not be `NaN`. Whole numbers from 0 to 4,294,967,295 (durations in seconds, counts)
 * are sorted by their digits in base 2,048, from the lowest on: a million in a tenth of the time that comparing takes.
 */
export function sortValues(values: Float64Array): Float64Array {
  const size = values.length;
  if (size < FEW) return values.sort();
  let max = 0;
  for (let index = 0; index < size; index++) {
    const value = values[index]!;
    if (value !== value >>> 0 || Object.is(value, -0)) return values.sort();
    if (value > max) max = value;
  }
  if (keys.length < size) {
    keys = new Uint32Array(size);
    spare = new Uint32Array(size);
  }
  let from = keys;
  let to = spare;
  for (let index = 0; index < size; index++) from[index] = values[index]!;
  for (let shift = 0; shift < 32 && max >>> shift > 0; shift += DIGIT_BITS) {
    sortByDigit(from, to, { size, shift });
    [from, to] = [to, from];
  }
  for (let index = 0; index < size; index++) values[index] = from[index]!;
  return values;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, { size, shift }: { readonly size: number; readonly shift: number }): void {
  counts.fill(0);
  for (let index = 0; index < size; index++) counts[(from[index]! >>> shift) & (DIGITS - 1)]!++;
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit]!;
    counts[digit] = place;
    place += count;
  }
  for (let index = 0; index < size; index++) {
    const key = from[index]!;
    to[counts[(key >>> shift) & (DIGITS - 1)]!++] = key;
  }
}
