import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { quantileSorted } from '../../../src/lib/stats/quantile.ts';
import { commonWholeNumbers, WholeNumberArrays, type WholeNumbers } from '../../../src/lib/stats/whole-numbers.ts';
import { WholeNumberHeap } from '../../../src/lib/wasm/whole-number-heap.ts';

const value = (most: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: most }) }, fc.constant(Number.NaN), fc.constantFrom(-1, -0, -0.5));
const most = fc.constantFrom(3, 2047, 2048, 100_000, 5_000_000, 2 ** 31 - 1);
/** Few values by chance, then again and again, so that they fill several parts of the heap. */
const sample = fc
  .tuple(
    most.chain((max) => fc.array(value(max), { minLength: 1, maxLength: 60 })),
    fc.constantFrom(1, 2, 600),
  )
  .map(([values, times]) => Float64Array.from({ length: values.length * times }, (_, row) => values[row % values.length]!));

describe.each([
  ['in the heap', () => WholeNumberHeap.make()!],
  ['in arrays', () => new WholeNumberArrays()],
])('whole numbers %s', (_, make) => {
  const numbers: WholeNumbers = make();

  it('tells of the rows that were picked what sorting them tells', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 }), (values, every, kinds) => {
        const counts = Uint8Array.from(values, (__, row) => (row % 7 === 3 ? 0 : 1));
        const codes = Uint8Array.from(values, (__, row) => (row * 31) % kinds);
        const rows = Int32Array.from(values.keys()).filter((row) => row % every === 0);
        const { areWhole, anyNegative } = numbers.read(values, counts);
        expect(areWhole).toBe(true);
        expect(anyNegative).toBe(values.some((some, row) => some < 0 && counts[row] === 1));
        const used = rows.filter((row) => counts[row] === 1 && values[row]! >= 0);
        const expected = Array.from(used, (row) => values[row]! + 0).toSorted((a, b) => a - b);
        const total = expected.reduce((sum, some) => sum + some, 0);
        expect(numbers.pick(rows)).toEqual({ size: expected.length, max: expected.at(-1) ?? 0, total });
        if (expected.length > 0) expect(numbers.median()).toBe(quantileSorted(Float64Array.from(expected), 0.5));
        numbers.pick(rows);
        expect([...numbers.sorted()]).toEqual(expected);
        const squares = expected.reduce((sum, some) => sum + (some - 2.5) * (some - 2.5), 0);
        const cubes = expected.reduce((sum, some) => sum + (some - 2.5) * (some - 2.5) * (some - 2.5), 0);
        expect(numbers.moments(2.5)).toEqual({ squares, cubes });
        const { totals, counts: tallies } = numbers.sumsByCode(codes, rows, kinds)!;
        for (let code = 0; code < kinds; code++) {
          const ofCode = used.filter((row) => codes[row] === code);
          expect(tallies[code]).toBe(ofCode.length);
          expect(totals[code]).toBe(ofCode.reduce((sum, row) => sum + values[row]!, 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells of rows that count what is broken or too large', () => {
    for (const [odd, areWhole] of [
      [0.5, false],
      [2 ** 31, false],
      [Number.POSITIVE_INFINITY, false],
      [2 ** 31 - 1, true],
    ] as const) {
      for (const length of [1, 2, 3, 4, 5]) {
        const values = new Float64Array(length).fill(7);
        values[length - 1] = odd;
        expect(numbers.read(values, undefined).areWhole).toBe(areWhole);
        expect(numbers.read(values, new Uint8Array(length).fill(1, 0, length - 1)).areWhole).toBe(true);
      }
    }
  });

  it('takes all rows where nothing says which count, and fewer rows after more', () => {
    numbers.read(
      Float64Array.from({ length: 40_000 }, () => 9),
      new Uint8Array(40_000),
    );
    expect(numbers.pick(Int32Array.of(0, 39_999))).toEqual({ size: 0, max: 0, total: 0 });
    numbers.read(Float64Array.of(4, Number.NaN, 6), undefined);
    expect(numbers.pick(Int32Array.of(0, 1, 2))).toEqual({ size: 2, max: 6, total: 10 });
    expect(numbers.median()).toBe(5);
  });
});

describe('commonWholeNumbers', () => {
  it('makes do with arrays for few rows, and where there are no vectors', () => {
    expect(commonWholeNumbers(100)).toBeInstanceOf(WholeNumberArrays);
    expect(commonWholeNumbers(100_000)).toBeInstanceOf(WholeNumberHeap);
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(WholeNumberHeap.make()).toBeNull();
    vi.unstubAllGlobals();
  });
});
