import type { Measure, Population } from '../measure.ts';
import { partsByCode, type Keys } from './parts.ts';
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
    summarise(rows) {
      const members = member ? rows.filter((row) => member[row] === 1) : rows;
      const total = members.length;
      const counts = { total, ...countTallies(tallies ?? [], rows) };
      if (total === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const parts = partsByCode(keys, members, (some) => ({ value: some.length / total, n: some.length }));
      return { value: null, n: total, reason: null, counts, parts };
    },
    steps: (rows) => [
      ...tallySteps(tallies ?? [], rows),
      { name: 'total', rows: member ? rows.filter((row) => member[row] === 1) : rows, role: 'base' },
    ],
  };
}
