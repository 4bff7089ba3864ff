import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianOfWholes } from '../../../src/lib/stats/median.ts';
import { mulberry32 } from '../../support/mulberry32.ts';

/** By sorting: the middle one, or the mean of the middle two. */
function bySorting(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return low + (high - low) / 2;
}

const median = (values: readonly number[]): number => medianOfWholes(Uint32Array.from(values), Math.max(0, ...values));

describe('medianOfWholes', () => {
  const random = mulberry32(11);
  const cases: readonly (readonly [string, () => number])[] = [
    ['seconds', () => Math.floor(Math.exp(random() * 14))],
    ['few different ones', () => Math.floor(random() * 3)],
    ['two far apart', () => (random() < 0.5 ? 3 : 4_000_000_000)],
    ['all the same', () => 86_400],
    ['up to the largest', () => Math.floor(random() * 4_294_967_296)],
  ];
  it.each(cases)('of %s is what sorting gives', (_, value) => {
    for (const size of [1, 2, 999, 1024, 1025, 4000, 4001]) {
      const values = Array.from({ length: size }, value);
      expect(median(values)).toBe(bySorting(values));
    }
  });

  it('is what sorting gives, of any values', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 4_294_967_295 }), { minLength: 1024, maxLength: 1300, size: 'max' });
    fc.assert(
      fc.property(whole, (values) => median(values) === bySorting(values)),
      { numRuns: 30 },
    );
  });

  it('has none without values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
