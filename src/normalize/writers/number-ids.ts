import { NumberIndex } from '../../lib/number-index.ts';
import { sharedFloat64s, sharedUint32s } from '../../lib/shared-arrays.ts';
import { Texts } from '../../model/texts.ts';
import { noteComplete } from '../staging/complete-codes.ts';

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
  const codes = sharedUint32s(rows);
  if (doRise(numbers) || doFall(numbers)) {
    for (let row = 0; row < rows; row++) codes[row] = row + 1;
    noteComplete(codes);
    return { codes, texts: textsOf(numbers, Math.max(numbers[0]!, numbers.at(-1)!)) };
  }
  const max = largest(numbers);
  const { ofCode, missing } = max < rows * 4 ? byPlace(numbers, codes, max) : byHash(numbers, codes);
  if (missing === 0) noteComplete(codes);
  return { codes, texts: textsOf(ofCode, max) };
}

/** Whether all are there, and each is more than the one before. */
function doRise(numbers: Float64Array): boolean {
  let before = -1;
  for (let row = 0; row < numbers.length; row++) {
    if (!(numbers[row]! > before)) return false;
    before = numbers[row]!;
  }
  return numbers.length > 0;
}

/** Whether all are there, and each is less than the one before: many exports begin with the newest. */
function doFall(numbers: Float64Array): boolean {
  for (let row = 1; row < numbers.length; row++) if (!(numbers[row]! < numbers[row - 1]!)) return false;
  return numbers.length > 0 && numbers.at(-1)! >= 0;
}

function largest(numbers: Float64Array): number {
  let max = -1;
  for (let row = 0; row < numbers.length; row++) if (numbers[row]! > max) max = numbers[row]!;
  return max;
}

/** They stay for the whole report: in half the room where they fit. */
function textsOf(ofCode: Float64Array, max: number): Texts {
  if (max >= 2 ** 32) return new Texts({ kind: 'numbers', numbers: ofCode });
  const numbers = sharedUint32s(ofCode.length);
  numbers.set(ofCode);
  return new Texts({ kind: 'numbers', numbers });
}

interface Coding {
  readonly ofCode: Float64Array;
  readonly missing: number;
}

function byPlace(numbers: Float64Array, codes: Uint32Array, max: number): Coding {
  const codeOf = new Uint32Array(max + 1);
  const ofCode = sharedFloat64s(Math.min(numbers.length, max + 1));
  let count = 0;
  let missing = 0;
  for (let row = 0; row < numbers.length; row++) {
    // Small enough to be whole in 32 bits, which makes of it a place much quicker.
    const number = numbers[row]! | 0;
    if (number < 0) {
      missing++;
      continue;
    }
    let code = codeOf[number]!;
    if (code === 0) {
      ofCode[count] = number;
      code = ++count;
      codeOf[number] = code;
    }
    codes[row] = code;
  }
  return { ofCode: ofCode.subarray(0, count), missing };
}

function byHash(numbers: Float64Array, codes: Uint32Array): Coding {
  const index = new NumberIndex();
  let missing = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (numbers[row]! >= 0) codes[row] = index.placeOf(numbers[row]!) + 1;
    else missing++;
  }
  return { ofCode: index.keys(), missing };
}
