import { poissonInterval, poissonRateChange } from '../../lib/stats/poisson.ts';
import type { Interval } from '../../model/report.ts';
import type { Measure, Population, Summary } from '../measure.ts';
import { MIN_COMPARED } from './evidence.ts';
import { tallySteps } from './steps.ts';
import { countTallies, type Tally } from './tally.ts';
import { countMasks } from '../../lib/count-rows.ts';

export interface CountingOptions {
  readonly population: Population;
  readonly at: Float64Array;
  /** Which rows count (1); all where absent. */
  readonly counted?: Uint8Array;
  readonly tallies?: readonly Tally[];
  readonly name: string;
}

/** How many rows, with the exact Poisson interval. `n` is the rows looked at. */
export function countOf({ population, at, counted, tallies, name }: CountingOptions): Measure {
  return {
    clock: null,
    variant: null,
    population,
    at,
    summarise(rows, scope) {
      const count = counted ? countMasks([counted], rows)[0]! : rows.length;
      if (scope.valueOnly === true && rows.length > 0) return { value: count, n: rows.length, reason: null, counts: {} };
      const counts = { [name]: count, ...countTallies(tallies ?? [], rows) };
      if (rows.length === 0) return { value: null, n: 0, reason: 'no-data', counts };
      return {
        value: count,
        n: rows.length,
        reason: null,
        counts,
        interval: poissonInterval(count),
        evidence: { kind: 'count', count, exposure: Math.max(scope.days, 1) },
      };
    },
    steps: (rows) => [
      ...tallySteps(tallies ?? [], rows),
      { name, rows: counted ? rows.filter((row) => counted[row] === 1) : rows, role: 'hits' },
    ],
    compare: compareCounts,
  };
}

/** Rows a calendar day of the period, with the exact Poisson interval. `n` is the rows. */
export function perDay({ population, at, tallies, name }: CountingOptions): Measure {
  return {
    clock: null,
    variant: null,
    population,
    at,
    summarise(rows, scope) {
      const count = rows.length;
      if (scope.valueOnly === true && count > 0 && scope.days > 0) return { value: count / scope.days, n: count, reason: null, counts: {} };
      const counts = { [name]: count, days: scope.days, ...countTallies(tallies ?? [], rows) };
      if (count === 0 || scope.days === 0) return { value: null, n: count, reason: 'no-data', counts };
      return {
        value: count / scope.days,
        n: count,
        reason: null,
        counts,
        interval: divided(poissonInterval(count), scope.days),
        evidence: { kind: 'count', count, exposure: scope.days },
      };
    },
    steps: (rows) => [...tallySteps(tallies ?? [], rows), { name, rows, role: 'hits' }],
    compare: compareCounts,
  };
}

function divided(interval: Interval, by: number): Interval {
  return { ...interval, low: interval.low / by, high: interval.high / by };
}

export function compareCounts(now: Summary, before: Summary): -1 | 0 | 1 | null {
  if (now.evidence?.kind !== 'count' || before.evidence?.kind !== 'count') return null;
  if (now.evidence.count + before.evidence.count < MIN_COMPARED) return null;
  return poissonRateChange(now.evidence, before.evidence);
}
