import { wilsonInterval } from '../../lib/stats/wilson.ts';
import type { Part } from '../../model/report.ts';
import type { Period } from '../../model/period.ts';
import type { Measure, Population } from '../measure.ts';
import { compareShares } from './proportion.ts';
import { opposite, stepIfAny } from './steps.ts';

/** Bits of what a subject was in a period. */
export const AT_START = 1;
export const AT_END = 2;
/** For the first time in the period. */
export const JOINED = 4;

export interface MembershipOptions {
  readonly population: Population;
  /** `AT_START`, `AT_END`, `JOINED` of a subject; 0 for who has nothing to do with the period. */
  readonly stateOf: (subject: number, period: Period) => number;
  /** Of those at the start: who counts. */
  readonly isHit: (state: number, subject: number, period: Period) => boolean;
  readonly names: { readonly hits: string; readonly of: string };
  /** Named counts of subjects of the period; left out while zero where `quiet`. */
  readonly tallies?: readonly {
    readonly name: string;
    readonly quiet?: boolean;
    readonly counts: (state: number, subject: number) => boolean;
  }[];
  /** Subjects that the tallies have to see in every period (1). */
  readonly always?: Uint8Array;
  readonly parts?: (counts: Readonly<Record<string, number>>) => readonly Part[];
  readonly fake?: Uint8Array;
  readonly variant?: string | null;
}

/** A share of those who were there when the period began, by what became of them until it ended. `n` is those at the start. */
export function shareOfStarters(options: MembershipOptions): Measure {
  const { population, stateOf, isHit, names, tallies = [], always, parts } = options;
  return {
    clock: null,
    variant: options.variant ?? null,
    stateOverPeriod: true,
    population,
    at: null,
    ...(options.fake ? { fake: options.fake } : {}),
    rowsIn(period) {
      const rows = new Int32Array(population.rows);
      let size = 0;
      for (let subject = 0; subject < population.rows; subject++)
        if (always?.[subject] === 1 || stateOf(subject, period) !== 0) rows[size++] = subject;
      return rows.subarray(0, size);
    },
    summarise(rows, { period }) {
      let hits = 0;
      let of = 0;
      const talled = tallies.map(() => 0);
      for (const subject of rows) {
        const state = stateOf(subject, period);
        if ((state & AT_START) !== 0) {
          of++;
          if (isHit(state, subject, period)) hits++;
        }
        for (let index = 0; index < tallies.length; index++) if (tallies[index]!.counts(state, subject)) talled[index]!++;
      }
      const counts: Record<string, number> = { [names.hits]: hits, [names.of]: of };
      tallies.forEach(({ name, quiet }, index) => {
        if (talled[index]! > 0 || !quiet) counts[name] = talled[index]!;
      });
      if (of === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const shown = parts?.(counts) ?? [];
      return {
        value: hits / of,
        n: of,
        reason: null,
        counts,
        interval: wilsonInterval({ hits, of }),
        ...(shown.length > 0 ? { parts: shown } : {}),
        evidence: { kind: 'share', hits, of },
      };
    },
    steps(rows, { period }) {
      const starters = rows.filter((subject) => (stateOf(subject, period) & AT_START) !== 0);
      return [
        { name: names.of, rows: starters, role: 'base' },
        { name: names.hits, rows: starters.filter((subject) => isHit(stateOf(subject, period), subject, period)), role: 'hits' },
        {
          name: opposite(names.hits),
          rows: starters.filter((subject) => !isHit(stateOf(subject, period), subject, period)),
          role: 'misses',
        },
        ...tallies.flatMap(({ name, quiet, counts }) => {
          const step = { name, rows: rows.filter((subject) => counts(stateOf(subject, period), subject)) };
          return quiet ? stepIfAny(step) : [step];
        }),
      ];
    },
    compare: compareShares,
  };
}
