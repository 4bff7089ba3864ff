import type { Measure, Population } from '../measure.ts';
import { countByCode, partsOf, type Keys } from './parts.ts';
import { tallySteps } from './steps.ts';
import { countTallies, type Tally } from './tally.ts';

export interface MixOptions {
  readonly population: Population;
  readonly at: Float64Array;
  readonly keys: Keys;
  /** Rows that take part (1); all where absent. */
  readonly member?: Uint8Array;
  readonly tallies?: readonly Tally[];
  readonly variant?: string;
}

/** Shares of a whole by key (a Pareto): no single value, `n` the total, parts adding up to 1. */
export function mix({ population, at, keys, member, tallies, variant }: MixOptions): Measure {
  return {
    clock: null,
    variant: variant ?? null,
    population,
    at,
    summarise(rows, { valueOnly }) {
      const members = member ? rows.filter((row) => member[row] === 1) : rows;
      const total = members.length;
      if (valueOnly === true && total > 0) return { value: null, n: total, reason: null, counts: {} };
      const counts = { total, ...countTallies(tallies ?? [], rows) };
      if (total === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const sizes = countByCode(keys, members);
      const parts = partsOf(keys, (code) => ({ value: sizes[code]! / total, n: sizes[code]! }));
      return { value: null, n: total, reason: null, counts, parts };
    },
    steps: (rows) => [
      ...tallySteps(tallies ?? [], rows),
      { name: 'total', rows: member ? rows.filter((row) => member[row] === 1) : rows, role: 'base' },
    ],
  };
}
