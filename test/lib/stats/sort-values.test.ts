import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../support/mulberry32.ts';
import { sortValues } from '../../../src/lib/stats/sort-values.ts';

describe('sortValues', () => {
  const random: () => number = mulberry32(7);
  const cases: readonly (readonly [string, number, () => number])[] = [
    ['few', 200, () => Math.floor(random() * 1000)],
    ['counts', 5000, () => Math.floor(random() * 6)],
    ['seconds', 20_000, () => Math.floor(Math.exp(random() * 14))],
    ['up to the largest', 3000, () => Math.floor(random() * 4_294_967_296)],
    ['beyond the largest', 3000, () => Math.floor(random() * 9_000_000_000)],
    ['fractions', 3000, () => random() * 100],
    ['negative ones', 3000, () => Math.floor(random() * 100) - 50],
    ['zeros of both signs', 3000, () => (random() < 0.5 ? -0 : 0)],
    ['all zero', 1000, () => 0],
    ['infinities', 1000, () => (random() < 0.1 ? Infinity : Math.floor(random() * 9))],
  ];
  it.each(cases)('sorts %s as the language does', (_, size, value) => {
    const values = Float64Array.from({ length: size }, value);
    expect(sortValues(values.slice())).toEqual(values.slice().sort());
  });

  it('leaves nothing of a longer call in a shorter one', () => {
    sortValues(Float64Array.from({ length: 5000 }, (_, index) => 5000 - index));
    expect(sortValues(Float64Array.from({ length: 300 }, (_, index) => 300 - index))).toEqual(
      Float64Array.from({ length: 300 }, (_, index) => index + 1),
    );
  });
});
