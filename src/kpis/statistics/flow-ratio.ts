import type { Period } from '../../model/period.ts';
import type { Measure, Population } from '../measure.ts';

export interface FlowRatioOptions {
  readonly population: Population;
  /** When a row counts above and below the line, epoch ms; `NaN` = never. */
  readonly hitAt: Float64Array;
  readonly ofAt: Float64Array;
  readonly names: { readonly hits: string; readonly of: string };
  readonly variant: string;
  readonly fake?: Uint8Array;
}

/** What happened in the period by what began in it: not the same rows, so it may exceed 1 and has no interval. `n` is what began. */
export function flowRatio({ population, hitAt, ofAt, names, variant, fake }: FlowRatioOptions): Measure {
  const isIn = (at: number, { start, end }: Period): boolean => at >= start && at < end;
  return {
    clock: null,
    variant,
    population,
    at: null,
    ...(fake ? { fake } : {}),
    rowsIn(period) {
      const rows: number[] = [];
      for (let row = 0; row < population.rows; row++) if (isIn(hitAt[row]!, period) || isIn(ofAt[row]!, period)) rows.push(row);
      return Int32Array.from(rows);
    },
    summarise(rows, { period }) {
      let hits = 0;
      let of = 0;
      for (const row of rows) {
        if (isIn(hitAt[row]!, period)) hits++;
        if (isIn(ofAt[row]!, period)) of++;
      }
      const counts = { [names.hits]: hits, [names.of]: of };
      return of === 0 ? { value: null, n: 0, reason: 'no-data', counts } : { value: hits / of, n: of, reason: null, counts };
    },
    steps: (rows, { period }) => [
      { name: names.of, rows: rows.filter((row) => isIn(ofAt[row]!, period)), role: 'base' },
      { name: names.hits, rows: rows.filter((row) => isIn(hitAt[row]!, period)), role: 'hits' },
    ],
  };
}
