import { oncePerPeriod } from './once-per-period.ts';
import { twoSidedP } from '../../lib/stats/normal.ts';
import { allRows, rowHeap } from '../../lib/row-parts.ts';
import { boundsOf, bucketKeys, rowsInEither } from '../../lib/time/rows-in-time.ts';
import type { Period } from '../../model/period.ts';
import type { Measure, Point, Population, Summary } from '../measure.ts';
import { MIN_COMPARED, SIGNIFICANCE } from './evidence.ts';
import { countMasks } from '../../lib/count-rows.ts';

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
  const picked = oncePerPeriod(population.rows);
  return {
    clock: null,
    variant: null,
    population,
    at: null,
    rowsIn: (period) =>
      period.start === Number.NEGATIVE_INFINITY ? allRows(population.rows) : picked(period, () => rowsInEither(inAt, outAt, period)),
    pointsOver: (periods) => flowPoints({ inAt, outAt, left }, periods),
    summarise(rows, { period: { start, end }, unbounded, days }) {
      let came = unbounded ? rows.length : 0;
      let went = unbounded ? countMasks([left], rows)[0]! : 0;
      let both = went;
      for (let index = 0; index < rows.length && !unbounded; index++) {
        const row = rows[index]!;
        const comes = inAt[row]! >= start && inAt[row]! < end;
        const goes = left[row] === 1 && outAt[row]! >= start && outAt[row]! < end;
        if (comes) came++;
        if (goes) went++;
        if (comes && goes) both++;
      }
      const counts = { [names.in]: came, [names.out]: went };
      if (rows.length === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const evidence = { kind: 'flow', came: came - both, went: went - both, exposure: Math.max(days, 1) } as const;
      return { value: came - went, n: rows.length, reason: null, counts, evidence };
    },
    steps: (rows, { period, unbounded }) => [
      { name: names.in, rows: rows.filter((row) => unbounded || within(inAt[row]!, period)) },
      { name: names.out, rows: rows.filter((row) => left[row] === 1 && (unbounded || within(outAt[row]!, period))) },
    ],
    compare: compareFlows,
  };
}

/** What `summarise` gives for the rows of each period, in one pass. */
function flowPoints({ inAt, outAt, left }: Pick<FlowOptions, 'inAt' | 'outAt' | 'left'>, periods: readonly Period[]): readonly Point[] {
  const bounds = boundsOf(periods);
  const columns = { came: inAt, went: outAt, counts: left };
  const { came, went, counting, both } =
    (bounds && rowHeap(inAt.length)?.countFlows(columns, bounds)) ?? countFlows({ inAt, outAt, left }, periods);
  return periods.map((_, index) => {
    const n = came[index + 1]! + went[index + 1]! - both[index + 1]!;
    return { value: n === 0 ? null : came[index + 1]! - counting[index + 1]!, n };
  });
}

interface Flows {
  readonly came: Int32Array;
  /** Whether or not they count as left. */
  readonly went: Int32Array;
  readonly counting: Int32Array;
  readonly both: Int32Array;
}

/** By number of the period, from 1 on. */
function countFlows({ inAt, outAt, left }: Pick<FlowOptions, 'inAt' | 'outAt' | 'left'>, periods: readonly Period[]): Flows {
  const { keys: comesIn, size } = bucketKeys(inAt, periods);
  const { keys: goesIn } = bucketKeys(outAt, periods);
  const [came, went, counting, both] = [0, 1, 2, 3].map(() => new Int32Array(size)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let row = 0; row < inAt.length; row++) {
    came[comesIn[row]!]!++;
    went[goesIn[row]!]!++;
    if (left[row] === 1) counting[goesIn[row]!]!++;
    if (comesIn[row] === goesIn[row]) both[comesIn[row]!]!++;
  }
  return { came, went, counting, both };
}

/**
 * Two differences of Poisson counts, per day of their periods (Skellam 1946; normal approximation). What came and went in one period cancels and is
 * no evidence; what came in one and went in the other pulls both apart: as the summaries do not tell how many did, the most that can have is
 * taken, so that a clear change is clear whatever it was. No verdict against the direction in which the totals moved.
 */
function compareFlows(now: Summary, before: Summary): -1 | 0 | 1 | null {
  if (now.evidence?.kind !== 'flow' || before.evidence?.kind !== 'flow') return null;
  const [a, b] = [now.evidence, before.evidence];
  if (a.came + a.went < MIN_COMPARED || b.came + b.went < MIN_COMPARED) return null;
  const shared = Math.max(Math.min(b.came, a.went), Math.min(a.came, b.went));
  const variance = (a.came + a.went) / a.exposure ** 2 + (b.came + b.went) / b.exposure ** 2 + (2 * shared) / (a.exposure * b.exposure);
  const difference = (a.came - a.went) / a.exposure - (b.came - b.went) / b.exposure;
  const moved = Math.sign((now.value ?? 0) - (before.value ?? 0));
  return twoSidedP(difference / Math.sqrt(variance)) < SIGNIFICANCE && Math.sign(difference) === moved ? (moved as -1 | 0 | 1) : 0;
}
