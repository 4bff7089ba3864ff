/** Below this, the sort of the language is as quick. */
const FEW = 256;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Up to so many different values they are counted one by one: that many counts stay near at hand. */
const COUNTED_UP_TO = 1 << 17;

let keys = new Uint32Array(0);
let spare = new Uint32Array(0);
const counts = new Uint32Array(DIGITS);
let valueCounts = new Uint32Array(0);

/**
 * Sorts ascending, in place, and returns the same array. Values must not be `NaN`. Whole numbers from 0 to 4,294,967,295 (durations in seconds, counts)
 * go the way of `sortWholes`.
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
  if (keys.length < size) keys = new Uint32Array(size);
  const wholes = keys.subarray(0, size);
  wholes.set(values);
  values.set(sortWholes(wholes, max));
  return values;
}

/**
 * Whole numbers ascending, by counting them or by their digits in base 2,048 from the lowest on: a million in a tenth of the time that comparing takes.
 * The result is the given array or a room of its own: it is good until the next call.
 */
export function sortWholes(values: Uint32Array, max: number): Uint32Array {
  const size = values.length;
  if (size < FEW) return values.sort();
  if (max < COUNTED_UP_TO && max < size * 4) return byCounting(values, max);
  if (spare.length < size) spare = new Uint32Array(size);
  let from = values;
  let to: Uint32Array = spare.subarray(0, size);
  for (let shift = 0; shift < 32 && max >>> shift > 0; shift += DIGIT_BITS) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

function byCounting(values: Uint32Array, max: number): Uint32Array {
  if (valueCounts.length <= max) valueCounts = new Uint32Array(Math.min(COUNTED_UP_TO, 2 * max + 1));
  const found = valueCounts.fill(0, 0, max + 1);
  for (let index = 0; index < values.length; index++) found[values[index]!]!++;
  let place = 0;
  for (let value = 0; value <= max; value++) for (let left = found[value]!; left > 0; left--) values[place++] = value;
  return values;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, shift: number): void {
  counts.fill(0);
  for (let index = 0; index < from.length; index++) counts[(from[index]! >>> shift) & (DIGITS - 1)]!++;
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit]!;
    counts[digit] = place;
    place += count;
  }
  for (let index = 0; index < from.length; index++) {
    const key = from[index]!;
    to[counts[(key >>> shift) & (DIGITS - 1)]!++] = key;
  }
}
