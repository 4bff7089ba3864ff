import type { Interval } from '../../model/report.ts';
import { zForLevel } from './normal.ts';

/** What is known of each subject: how long it was watched, and whether that ended with the event (1) or with the data (0). */
export interface Lifetimes {
  /** Any unit, at least 0. */
  readonly durations: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  /** When each came under watch, for subjects whose beginning was not seen: earlier events could not have been. */
  readonly entries?: ArrayLike<number> | undefined;
}

/** One element for each distinct time of an event, ascending. */
export interface SurvivalCurve {
  readonly subjects: number;
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  /** Share that is still without the event after this time. */
  readonly survival: Float64Array;
  /** Greenwood's sum: the variance of `survival` is its square times this. */
  readonly greenwood: Float64Array;
  /** The longest duration: nothing is known beyond. */
  readonly end: number;
}

/**
 * Product-limit estimate of survival with censored subjects (Kaplan & Meier 1958): who is still without the event when the data ends
 * counts for as long as it was watched. Events come before censorings of the same time; late entries are at risk after their entry only.
 * @throws RangeError for durations that are negative or NaN, lists of different length, and entries that are not before their duration.
 */
export function kaplanMeier({ durations, events, entries }: Lifetimes): SurvivalCurve {
  const subjects = durations.length;
  if (events.length !== subjects || (entries !== undefined && entries.length !== subjects))
    throw new RangeError('kaplanMeier needs one event (and entry) for each duration');
  const all = Float64Array.from(durations);
  for (let index = 0; index < subjects; index++) {
    if (!(all[index]! >= 0)) throw new RangeError(`kaplanMeier needs durations of at least 0, not ${all[index]}`);
    if (entries !== undefined && !(entries[index]! < all[index]!))
      throw new RangeError(`kaplanMeier needs entries before their duration, not ${entries[index]} and ${all[index]}`);
  }
  const ends = all.filter((_, index) => events[index] === 1).sort();
  const entered = entriesOf({ durations, events, entries }).sort();
  all.sort();
  const steps = {
    times: [] as number[],
    atRisk: [] as number[],
    events: [] as number[],
    survival: [] as number[],
    greenwood: [] as number[],
  };
  let survival = 1;
  let greenwood = 0;
  let left = 0;
  let joined = 0;
  for (let first = 0; first < ends.length;) {
    const time = ends[first]!;
    let next = first;
    while (next < ends.length && ends[next] === time) next++;
    while (left < subjects && all[left]! < time) left++;
    while (joined < subjects && entered[joined]! < time) joined++;
    const ended = next - first;
    const atRisk = joined - left;
    survival = ended === atRisk ? 0 : survival * (1 - ended / atRisk);
    greenwood += ended / (atRisk * (atRisk - ended));
    steps.times.push(time);
    steps.atRisk.push(atRisk);
    steps.events.push(ended);
    steps.survival.push(survival);
    steps.greenwood.push(greenwood);
    first = next;
  }
  return {
    subjects,
    times: Float64Array.from(steps.times),
    atRisk: Float64Array.from(steps.atRisk),
    events: Float64Array.from(steps.events),
    survival: Float64Array.from(steps.survival),
    greenwood: Float64Array.from(steps.greenwood),
    end: subjects === 0 ? 0 : all[subjects - 1]!,
  };
}

/** When each subject came under watch; without entries, before everything. A new array. */
export function entriesOf({ durations, entries }: Lifetimes): Float64Array {
  return entries === undefined ? new Float64Array(durations.length).fill(-Infinity) : Float64Array.from(entries);
}

/**
 * Share that is still without the event after `time`; an event at exactly `time` has happened. A ratio, with its log-log Greenwood interval
 * (Kalbfleisch & Prentice; the default of lifelines), which does not exist where everyone or no one is left.
 * `null` beyond the longest duration, where nothing is known, unless no one was left before.
 */
export function survivalAt(
  curve: SurvivalCurve,
  time: number,
  level = 0.95,
): { readonly survival: number; readonly interval: Interval | null } | null {
  const step = lastAtOrBefore(curve.times, time);
  const survival = step === -1 ? 1 : curve.survival[step]!;
  if (curve.subjects === 0 || (time > curve.end && survival > 0)) return null;
  if (step === -1 || survival === 0) return { survival, interval: null };
  const spread = (zForLevel(level) * Math.sqrt(curve.greenwood[step]!)) / Math.abs(Math.log(survival));
  return { survival, interval: { level, low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread), method: 'log-log' } };
}

/** The first time after which at most half are without the event, in the unit of the durations; `null` when that was never reached. */
export function medianSurvival(curve: SurvivalCurve): number | null {
  // 5/6 · 4/5 · 3/4 is not quite ½ in binary.
  const step = curve.survival.findIndex((share) => share <= 0.5 + 1e-12);
  return step === -1 ? null : curve.times[step]!;
}

function lastAtOrBefore(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
