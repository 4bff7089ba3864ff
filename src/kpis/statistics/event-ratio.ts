import { wilsonInterval } from '../../lib/stats/wilson.ts';
import type { Measure, Population } from '../measure.ts';
import { compareShares } from './proportion.ts';

export interface EventRatioOptions {
  readonly population: Population;
  readonly at: Float64Array;
  /** Rows above and below the line (1). */
  readonly hit: Uint8Array;
  readonly of: Uint8Array;
  readonly names: { readonly hits: string; readonly of: string };
  readonly variant: string | null;
  readonly fake?: Uint8Array;
}

/** Rows of one kind by rows of another, as sales by visits: with Wilson's interval as long as there are no more of them. `n` is the rows below the line. */
export function eventRatio({ population, at, hit, of, names, variant, fake }: EventRatioOptions): Measure {
  return {
    clock: null,
    variant,
    population,
    at,
    ...(fake ? { fake } : {}),
    summarise(rows) {
      let hits = 0;
      let base = 0;
      for (const row of rows) {
        hits += hit[row]!;
        base += of[row]!;
      }
      const counts = { [names.hits]: hits, [names.of]: base };
      if (base === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const share = { hits, of: base };
      return {
        value: hits / base,
        n: base,
        reason: null,
        counts,
        ...(hits <= base ? { interval: wilsonInterval(share), evidence: { kind: 'share', ...share } } : {}),
      };
    },
    compare: compareShares,
  };
}
