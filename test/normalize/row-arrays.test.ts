import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedInt32s } from '../../src/lib/shared-arrays.ts';
import { CellIds } from '../../src/normalize/writers/cell-ids.ts';
import { learnCells, cellsPart } from '../../src/normalize/writers/cells-part.ts';
import { RowCodes } from '../../src/normalize/writers/row-codes.ts';
import { RowNumbers } from '../../src/normalize/writers/row-numbers.ts';

const KINDS = {
  floats: (): RowNumbers<Float32Array | Int32Array> => new RowNumbers((rows) => new Float32Array(rows), { most: 2 ** 20, none: NaN }),
  ints: (): RowNumbers<Float32Array | Int32Array> => new RowNumbers(sharedInt32s, { most: 2 ** 31 - 1, none: -1 }),
};
const whole = fc.oneof(fc.nat(100), fc.constantFrom(2 ** 20, 2 ** 20 + 1, 2 ** 24 + 1, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1));
const any = fc.oneof(whole, fc.constantFrom(0.5, 0.1, -1, -7, NaN, Infinity, -0));
type Step = readonly ['set', number, number] | readonly ['grow', number, number] | readonly ['wholes', number, readonly number[]];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('set' as const), fc.nat(30), any),
  fc.tuple(fc.constant('wholes' as const), fc.nat(30), fc.array(whole, { maxLength: 9 })),
  fc.tuple(fc.constant('grow' as const), fc.nat(30), fc.nat(30)),
);
const ROWS = 40;

describe('numbers by row', () => {
  it.each(['floats', 'ints'] as const)('are those that were written, and none where nobody wrote: %s', (kind) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 6 }), (steps, more) => {
        const none = kind === 'ints' ? -1 : NaN;
        const expected = Array.from({ length: ROWS * 2 }, () => none);
        const of = (all: readonly Step[], first: number): RowNumbers<Float32Array | Int32Array> => {
          const numbers = KINDS[kind]();
          let capacity = ROWS;
          numbers.grow(capacity);
          for (const one of all) {
            const [, row] = one;
            if (one[0] === 'grow') numbers.grow((capacity += one[2]));
            else if (one[0] === 'set') {
              // Numbers of rows that are ids are whole.
              const written = kind === 'ints' && !Number.isSafeInteger(one[2]) ? none : one[2];
              numbers.set(row, written);
              expected[first + row] = written;
            } else {
              numbers.setWholes(row, Float64Array.from(one[2]));
              one[2].forEach((value, at) => (expected[first + row + at] = value));
            }
          }
          return numbers;
        };
        const own = of(steps, 0);
        const part = of(more, ROWS).first(ROWS);
        own.grow(ROWS * 2);
        own.append(ROWS, part);
        expect(Array.from(own.first(ROWS * 2), (value) => value + 0)).toEqual(expected.map((value) => value + 0));
      }),
    );
  });
});

describe('cells by row', () => {
  it.each([
    [255, 1],
    [256, 2],
    [65_535, 2],
    [65_536, 4],
  ])('of %d different texts take %d bytes each', (texts, bytes) => {
    const cells = new CellIds();
    const codes = new RowCodes(cells);
    codes.grow(texts + 2);
    for (let row = 0; row < texts; row++) codes.write(row, `text ${row}`);
    codes.write(texts + 1, 'text 0');
    const found = codes.first(texts + 2);
    expect(found.BYTES_PER_ELEMENT).toBe(bytes);
    expect([found[0], found[texts - 1], found[texts], found[texts + 1]]).toEqual([1, texts, 0, 1]);
    expect(found.every((code, row) => code === (row < texts ? row + 1 : row === texts ? 0 : 1))).toBe(true);
  });

  it('are the same when another part was appended', () => {
    const words = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `w${(from + at * 7) % 400}`);
    const [first, second] = [words(0, 300), words(5, 500)];
    const part = new CellIds();
    const theirs = new RowCodes(part);
    theirs.grow(second.length);
    second.forEach((word, row) => theirs.write(row, word));
    const cells = new CellIds();
    const codes = new RowCodes(cells);
    codes.grow(first.length);
    first.forEach((word, row) => codes.write(row, word));
    codes.grow(first.length + second.length);
    const read = cellsPart(part, theirs.first(second.length));
    codes.append(first.length, read, learnCells(cells, read));
    expect(Array.from(codes.first(first.length + second.length), (code) => cells.text(code))).toEqual([...first, ...second]);
  });
});
