import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areComplete } from '../../src/normalize/staging/complete-codes.ts';
import { codesOfNumbers } from '../../src/normalize/writers/number-ids.ts';

/** Numbers in the order in which they are first met. */
const firstMet = (numbers: readonly number[]): number[] => [...new Set(numbers.filter((number) => number >= 0))];

const orders: readonly ((numbers: number[]) => number[])[] = [
  (numbers) => numbers,
  (numbers) => numbers.toSorted((a, b) => a - b),
  (numbers) => numbers.toSorted((a, b) => b - a),
  (numbers) => [...new Set(numbers)].toSorted((a, b) => a - b),
  (numbers) => [...new Set(numbers)].toSorted((a, b) => b - a),
];

it('whole numbers get codes in the order in which they are first met, none gets code 0, whatever their order', () => {
  const number = fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 33 }));
  const numbers = fc.oneof(fc.array(number), fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }));
  fc.assert(
    fc.property(numbers, fc.constantFrom(...orders), (some, ordered) => {
      const given = ordered(some);
      const { codes, texts } = codesOfNumbers(Float64Array.from(given), null);
      expect(texts.values).toEqual(['', ...firstMet(given).map(String)]);
      expect(Array.from(codes, (code) => texts.text(code))).toEqual(given.map((one) => (one < 0 ? '' : String(one))));
      expect(areComplete(codes)).toBe(!given.includes(-1));
    }),
  );
});
