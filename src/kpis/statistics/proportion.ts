import { countKinds } from '../../lib/count-rows.ts';
import { newcombeDifference } from '../../lib/stats/newcombe.ts';
import { wilsonInterval } from '../../lib/stats/wilson.ts';
import type { Clock } from '../../model/kinds.ts';
import type { MissingReason, Part } from '../../model/report.ts';
import type { FollowUp, Measure, Population, Step, Summary } from '../measure.ts';
import { directionOf, MIN_COMPARED } from './evidence.ts';
import { followedUntil } from './follow-up.ts';
import { latestBySubject } from './latest.ts';
import { partsByCode, type Keys } from './parts.ts';
import { opposite, stepIfAny, tallySteps } from './steps.ts';
import { countTallies, type Tally } from './tally.ts';

/** What a row says: no, yes, or that it does not belong to the denominator — because its window has not elapsed, or at all. */
export const MISS = 0;
export const HIT = 1;
export const PENDING = 2;
export const OUT = 3;

export interface ProportionOptions {
  readonly clock?: Clock | null;
  readonly variant?: string;
  readonly population: Population;
  readonly at: Float64Array;
  /** `MISS`, `HIT`, `PENDING` or `OUT` a row. */
  readonly outcomes: Uint8Array;
  /**
   * The same when each row has been followed only until its instant (epoch ms), for rows dated before their outcome: two periods are then
   * compared at equal follow-up.
   */
  readonly outcomesBy?: (until: Float64Array) => Uint8Array;
  /** Who each row is about (-1 unknown): of several rows of one subject in the period only the latest outcome counts. Each row by itself where absent. */
  readonly subjects?: Int32Array;
  /** Why there is no value where there is none and nothing is pending; `no-data` unless said. */
  readonly empty?: MissingReason;
  /** The KPI's own names of numerator and denominator, and of what still waits. */
  readonly names: { readonly hits: string; readonly of: string; readonly pending?: string };
  readonly tallies?: readonly Tally[];
  readonly partsBy?: Keys;
  /** Rows of fake users (1). */
  readonly fake?: Uint8Array;
  /** Further shares over the same rows, as parts under fixed names. */
  readonly apart?: readonly { readonly key: string; readonly outcomes: Uint8Array }[];
}

/** A share of rows, 0–1, with Wilson's interval; differences by Newcombe's hybrid score interval. `n` is the denominator. */
export function proportion(options: ProportionOptions): Measure {
  const { outcomes, outcomesBy, names, partsBy, apart } = options;
  return {
    clock: options.clock ?? null,
    variant: options.variant ?? null,
    population: options.population,
    at: options.at,
    ...(options.fake ? { fake: options.fake } : {}),
    summarise(given, { valueOnly }) {
      const rows = counted(options, given);
      const { hits, of, pending } = countOutcomes(outcomes, rows);
      if (valueOnly === true && of > 0) return { value: hits / of, n: of, reason: null, counts: {} };
      const counts = {
        [names.hits]: hits,
        [names.of]: of,
        ...countTallies(options.tallies ?? [], given),
        ...superseded(given.length - rows.length),
      };
      if (names.pending) counts[names.pending] = pending;
      const parts = [
        ...(apart ?? []).map((some): Part => ({ key: some.key, ...shareOf(some.outcomes, rows) })).filter((part) => part.n > 0),
        ...(partsBy ? partsByCode(partsBy, rows, (some) => shareOf(outcomes, some)) : []),
      ];
      const withParts = partsBy || apart ? { parts } : {};
      if (of === 0)
        return { value: null, n: 0, reason: pending > 0 ? 'window-not-elapsed' : (options.empty ?? 'no-data'), counts, ...withParts };
      return { ...shareSummary({ hits, of, counts }), ...withParts };
    },
    steps: (rows) => shareSteps(options, rows),
    ...(outcomesBy
      ? { followedUntil: (followUp: FollowUp) => proportion({ ...options, outcomes: outcomesBy(followedUntil(options.at, followUp)) }) }
      : {}),
    compare: compareShares,
  };
}

/** Of rows with an outcome the latest of each subject; all where rows count by themselves. */
function counted({ subjects, outcomes, at }: ProportionOptions, rows: Int32Array): Int32Array {
  if (!subjects) return rows;
  const latest = latestBySubject({ rows: rows.filter((row) => outcomes[row] !== OUT), at, subjects, rank: outcomes });
  return Int32Array.from(latest).sort();
}

function superseded(count: number): Record<string, number> {
  return count > 0 ? { superseded: count } : {};
}

function shareSteps(options: ProportionOptions, given: Int32Array): Step[] {
  const { outcomes, names, tallies } = options;
  const rows = counted(options, given);
  const withOutcome = (...wanted: readonly number[]): Int32Array => rows.filter((row) => wanted.includes(outcomes[row]!));
  return [
    ...tallySteps(tallies ?? [], given),
    { name: names.of, rows: withOutcome(HIT, MISS), role: 'base' },
    { name: names.hits, rows: withOutcome(HIT), role: 'hits' },
    { name: opposite(names.hits), rows: withOutcome(MISS), role: 'misses' },
    ...stepIfAny({ name: names.pending ?? 'pending', rows: withOutcome(PENDING) }),
  ];
}

/** `hits` of `of`, with its Wilson interval; no value of none. */
export function shareSummary({
  hits,
  of,
  counts,
}: {
  readonly hits: number;
  readonly of: number;
  readonly counts: Summary['counts'];
}): Summary {
  if (of === 0) return { value: null, n: 0, reason: 'no-data', counts };
  return { value: hits / of, n: of, reason: null, counts, interval: wilsonInterval({ hits, of }), evidence: { kind: 'share', hits, of } };
}

export function compareShares(now: Summary, before: Summary): -1 | 0 | 1 | null {
  if (now.evidence?.kind !== 'share' || before.evidence?.kind !== 'share') return null;
  if (now.evidence.of < MIN_COMPARED || before.evidence.of < MIN_COMPARED) return null;
  return directionOf(newcombeDifference(now.evidence, before.evidence));
}

function countOutcomes(outcomes: Uint8Array, rows: Int32Array): { hits: number; of: number; pending: number } {
  const { zeros, ones, twos } = countKinds(outcomes, rows);
  return { hits: ones, of: zeros + ones, pending: twos };
}

function shareOf(outcomes: Uint8Array, rows: Int32Array): { value: number | null; n: number } {
  const { hits, of } = countOutcomes(outcomes, rows);
  return { value: of === 0 ? null : hits / of, n: of };
}
