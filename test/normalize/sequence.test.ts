import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteHeap, MOST_RESULTS } from '../../src/lib/wasm/byte-heap.ts';
import { CLIMBS, DROPS, FALLS, RISES } from '../../src/lib/wasm/look-through.ts';
import { Sequence, type KnownSequence } from '../../src/normalize/writers/sequence.ts';

const ORDERS: readonly (readonly [bit: number, holds: (one: number, next: number) => boolean])[] = [
  [RISES, (one, next) => one <= next],
  [FALLS, (one, next) => one >= next],
  [CLIMBS, (one, next) => one < next],
  [DROPS, (one, next) => one > next],
];

/** The same by its definition. A single number is in every order, none in none. */
function plainly(values: readonly number[]): Pick<KnownSequence, 'size' | 'present' | 'least' | 'greatest' | 'orders'> {
  const numbers = values.filter((value) => !Number.isNaN(value));
  const held = ORDERS.filter(
    ([, holds]) => !Number.isNaN(values[0] ?? 0) && values.every((value, at) => at === 0 || holds(values[at - 1]!, value)),
  );
  return {
    size: values.length,
    present: numbers.length,
    least: Math.min(...numbers),
    greatest: Math.max(...numbers),
    orders: held.reduce((bits, [bit]) => bits + bit, 0),
  };
}

const heap = ByteHeap.make()!;
const number = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 50 }) }, fc.constant(Number.NaN), fc.constant(-1));
const orders: readonly ((numbers: number[]) => number[])[] = [
  (numbers) => numbers,
  (numbers) => numbers.toSorted((a, b) => a - b),
  (numbers) => numbers.toSorted((a, b) => b - a),
  (numbers) => [...new Set(numbers)].toSorted((a, b) => a - b),
  (numbers) => [...new Set(numbers)].toSorted((a, b) => b - a),
];
const numbers = fc.tuple(fc.array(number, { maxLength: 40 }), fc.constantFrom(...orders)).map(([some, ordered]) => ordered(some));
/** How many come at once; of 0 one by itself. */
const steps = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 });

function write(sequence: Sequence, values: readonly number[], sizes: readonly number[]): void {
  for (let row = 0, step = 0; row < values.length; step++) {
    const size = Math.min(sizes[step % sizes.length]!, values.length - row);
    if (size === 0) sequence.add(row, values[row]!);
    else {
      new Float64Array(heap.buffer, heap.results, size).set(values.slice(row, row + size));
      sequence.addResults(heap, row, size);
    }
    row += size || 1;
  }
}

it('knows of numbers what their definitions say, however they come and wherever they are divided', () => {
  fc.assert(
    fc.property(numbers, steps, fc.nat(40), (values, sizes, from) => {
      const [one, other] = [new Sequence(Number.NaN), new Sequence(Number.NaN)];
      const cut = Math.min(from, values.length);
      write(one, values.slice(0, cut), sizes);
      write(other, values.slice(cut), sizes);
      one.append(cut, structuredClone(other));
      expect(one.of(values.length)).toMatchObject(plainly(values));
    }),
    { numRuns: 500 },
  );
});

it('knows of rows that were not written what they hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, fc.nat(2)), { maxLength: 20 }),
      fc.constantFrom(Number.NaN, -1),
      fc.nat(2),
      (some, none, behind) => {
        const sequence = new Sequence(none);
        const values: number[] = [];
        for (const [value, before] of some) {
          for (let row = 0; row < before; row++) values.push(none);
          sequence.add(values.length, value);
          values.push(value);
        }
        for (let row = 0; row < behind; row++) values.push(none);
        const { size, least, greatest, orders: held } = plainly(values);
        const hasGaps = some.some(([, before]) => before > 0) || behind > 0;
        expect(sequence.of(values.length)).toMatchObject({ size, least, greatest, orders: hasGaps ? 0 : held });
      },
    ),
  );
});

it('knows nothing of rows that were written twice, or that are not used', () => {
  const twice = new Sequence(Number.NaN);
  for (const row of [0, 1, 1]) twice.add(row, 5);
  expect(twice.of(2)).toBeNull();
  const whole = new Sequence(Number.NaN);
  whole.append(0, structuredClone(twice));
  expect(whole.of(2)).toBeNull();
  const more = new Sequence(Number.NaN);
  for (const row of [0, 1]) more.add(row, 5);
  expect(more.of(1)).toBeNull();
});

it('looks at as many results as there may be', () => {
  const values = Array.from({ length: MOST_RESULTS }, (_, at) => at * 3);
  const sequence = new Sequence(Number.NaN);
  write(sequence, values, [MOST_RESULTS]);
  expect(sequence.of(MOST_RESULTS)).toMatchObject(plainly(values));
});
