import { NumberIndex } from '../../lib/number-index.ts';
import { sharedFloat64s, sharedUint32s } from '../../lib/shared-arrays.ts';
import { Texts } from '../../model/texts.ts';

/** Whole numbers of more digits are not exact. */
const MAX_DIGITS = 15;

/** The value of a cell that is a whole number as a number would be written; else −1. */
export function wholeNumberAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 0 || length > MAX_DIGITS || (bytes[start] === 48 && length > 1)) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The same for text. */
export function wholeNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > MAX_DIGITS || (length > 1 && text.charCodeAt(0) === 48)) return -1;
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Codes for whole numbers (−1 is none, code 0) in the order in which they are first met. */
export function codesOfNumbers(numbers: Float64Array): { codes: Uint32Array; texts: Texts } {
  const rows = numbers.length;
  let ascending = true;
  let max = -1;
  for (let row = 0; row < rows; row++) {
    const number = numbers[row]!;
    if (number > max) max = number;
    else ascending = false;
  }
  const codes = sharedUint32s(rows);
  if (ascending) {
    for (let row = 0; row < rows; row++) codes[row] = row + 1;
    return { codes, texts: textsOf(numbers, max) };
  }
  const ofCode = max < rows * 4 ? byPlace(numbers, codes, max) : byHash(numbers, codes);
  return { codes, texts: textsOf(ofCode, max) };
}

/** They stay for the whole report: in half the room where they fit. */
function textsOf(ofCode: Float64Array, max: number): Texts {
  if (max >= 2 ** 32) return new Texts({ kind: 'numbers', numbers: ofCode });
  const numbers = sharedUint32s(ofCode.length);
  numbers.set(ofCode);
  return new Texts({ kind: 'numbers', numbers });
}

function byPlace(numbers: Float64Array, codes: Uint32Array, max: number): Float64Array {
  const codeOf = new Uint32Array(max + 1);
  const ofCode = sharedFloat64s(Math.min(numbers.length, max + 1));
  let count = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row]!;
    if (number < 0) continue;
    let code = codeOf[number]!;
    if (code === 0) {
      ofCode[count] = number;
      code = ++count;
      codeOf[number] = code;
    }
    codes[row] = code;
  }
  return ofCode.subarray(0, count);
}

function byHash(numbers: Float64Array, codes: Uint32Array): Float64Array {
  const index = new NumberIndex();
  for (let row = 0; row < numbers.length; row++) if (numbers[row]! >= 0) codes[row] = index.placeOf(numbers[row]!) + 1;
  return index.keys();
}
