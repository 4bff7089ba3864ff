import { NumberIndex } from '../../lib/number-index.ts';
import { sharedFloat64s, sharedUint32s } from '../../lib/shared-arrays.ts';
import { Texts, type WholeNumbers } from '../../model/texts.ts';
import { CLIMBS, DROPS } from '../../lib/wasm/look-through.ts';
import { noteComplete } from '../staging/complete-codes.ts';
import { Sequence, type KnownSequence } from './sequence.ts';

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

/** Codes for whole numbers (−1 is none, code 0) in the order in which they are first met. `known`: what is known of them already. */
export function codesOfNumbers(numbers: Float64Array | Int32Array, known: KnownSequence | null): { codes: Uint32Array; texts: Texts } {
  const rows = numbers.length;
  const { least, greatest, orders } = known ?? lookThrough(numbers);
  const codes = sharedUint32s(rows);
  // Each is more than the one before, or less: many exports begin with the newest.
  if (least >= 0 && (orders & (CLIMBS | DROPS)) !== 0) {
    for (let row = 0; row < rows; row++) codes[row] = row + 1;
    noteComplete(codes);
    return { codes, texts: textsOf(unsigned(numbers), greatest) };
  }
  const { ofCode, missing } = greatest < rows * 4 ? byPlace(numbers, codes, greatest) : byHash(numbers, codes);
  if (missing === 0) noteComplete(codes);
  return { codes, texts: textsOf(ofCode, greatest) };
}

function lookThrough(numbers: Float64Array | Int32Array): KnownSequence {
  const sequence = new Sequence(-1);
  for (let row = 0; row < numbers.length; row++) sequence.add(row, numbers[row]!);
  return sequence;
}

/** They stay for the whole report: in half the room where they fit. */
function textsOf(ofCode: WholeNumbers, max: number): Texts {
  if (max >= 2 ** 32 || ofCode instanceof Uint32Array) return new Texts({ kind: 'numbers', numbers: ofCode });
  const numbers = sharedUint32s(ofCode.length);
  numbers.set(ofCode);
  return new Texts({ kind: 'numbers', numbers });
}

/** The same numbers, none of which is below zero, in the same place. */
function unsigned(numbers: Float64Array | Int32Array): WholeNumbers {
  return numbers instanceof Float64Array ? numbers : new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
}

interface Coding {
  readonly ofCode: WholeNumbers;
  readonly missing: number;
}

function byPlace(numbers: Float64Array | Int32Array, codes: Uint32Array, max: number): Coding {
  const codeOf = new Uint32Array(max + 1);
  const ofCode = (max < 2 ** 32 ? sharedUint32s : sharedFloat64s)(Math.min(numbers.length, max + 1));
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

function byHash(numbers: Float64Array | Int32Array, codes: Uint32Array): Coding {
  const index = new NumberIndex();
  let missing = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (numbers[row]! >= 0) codes[row] = index.placeOf(numbers[row]!) + 1;
    else missing++;
  }
  return { ofCode: index.keys(), missing };
}
