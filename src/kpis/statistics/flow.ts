import type { Period } from '../../model/period.ts';
import type { Measure, Population } from '../measure.ts';

export interface FlowOptions {
  readonly population: Population;
  readonly inAt: Float64Array;
  readonly outAt: Float64Array;
  /** Rows that left, whenever that was (1): under `all` they count without a date too. */
  readonly left: Uint8Array;
  readonly names: { readonly in: string; readonly out: string };
}

/** What came in less what went out in the period. `n` is the rows that did either. */
export function netFlow({ population, inAt, outAt, left, names }: FlowOptions): Measure {
  const within = (time: number, { start, end }: Period): boolean => time >= start && time < end;
  return {
    clock: null,
    variant: null,
    population,
    at: null,
    rowsIn(period) {
      const rows: number[] = [];
      const unbounded = period.start === Number.NEGATIVE_INFINITY;
      for (let row = 0; row < population.rows; row++) if (unbounded || within(inAt[row]!, period) || within(outAt[row]!, period)) rows.push(row);
      return Int32Array.from(rows);
    },
    summarise(rows, { period, unbounded }) {
      let came = 0;
      let went = 0;
      for (const row of rows) {
        if (unbounded || within(inAt[row]!, period)) came++;
        if (left[row] === 1 && (unbounded || within(outAt[row]!, period))) went++;
      }
      const counts = { [names.in]: came, [names.out]: went };
      return rows.length === 0 ? { value: null, n: 0, reason: 'no-data', counts } : { value: came - went, n: rows.length, reason: null, counts };
    },
    steps: (rows, { period, unbounded }) => [
      { name: names.in, rows: rows.filter((row) => unbounded || within(inAt[row]!, period)) },
      { name: names.out, rows: rows.filter((row) => left[row] === 1 && (unbounded || within(outAt[row]!, period))) },
    ],
  };
}
