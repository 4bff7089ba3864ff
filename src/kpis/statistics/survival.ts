import { kaplanMeier, medianSurvival, survivalAt, type Lifetimes } from '../../lib/stats/kaplan-meier.ts';
import { logRank } from '../../lib/stats/log-rank.ts';
import type { Measure, Population, Step, Summary } from '../measure.ts';
import { MIN_COMPARED, SIGNIFICANCE } from './evidence.ts';
import { opposite } from './steps.ts';

export interface SurvivalOptions {
  readonly population: Population;
  /** When each came under watch, epoch ms; `NaN` = never. */
  readonly startedAt: Float64Array;
  /** When the event came, epoch ms; `NaN` or later than `watchedUntil` = not while it was watched. */
  readonly eventAt: Float64Array;
  /** Until when each was watched, epoch ms. */
  readonly watchedUntil: (row: number) => number;
  readonly names: { readonly events: string; readonly of: string };
  readonly variant: string | null;
  readonly fake?: Uint8Array;
}

/** Share with the event within `limit` ms (an event at exactly that time is within it), by Kaplan–Meier: 1 − S. `n` is the subjects. */
export function shareByTime(options: SurvivalOptions & { readonly limit: number }): Measure {
  const { limit, names } = options;
  return survival(options, (lifetimes, counts) => {
    const curve = kaplanMeier(lifetimes);
    const found = survivalAt(curve, limit);
    const events = countWhere(lifetimes, (duration, event) => event === 1 && duration <= limit);
    const censored = countWhere(lifetimes, (duration, event) => event === 0 && duration < limit);
    const all = { [names.events]: events, [names.of]: curve.subjects, ...(censored > 0 ? { stillWatched: censored } : {}), ...counts };
    if (!found) return { value: null, n: curve.subjects, reason: 'window-not-elapsed', counts: all };
    const { interval } = found;
    return {
      value: 1 - found.survival,
      n: curve.subjects,
      reason: null,
      counts: all,
      ...(interval ? { interval: { ...interval, low: 1 - interval.high, high: 1 - interval.low } } : {}),
    };
  });
}

/** Seconds until half have had the event, by Kaplan–Meier; who has not had it yet counts for as long as they were watched. `n` is the subjects. */
export function medianTime(options: SurvivalOptions): Measure {
  const { names } = options;
  return survival(options, (lifetimes, counts) => {
    const curve = kaplanMeier(lifetimes);
    const median = medianSurvival(curve);
    const all = { [names.events]: countWhere(lifetimes, (_, event) => event === 1), [names.of]: curve.subjects, ...counts };
    return median === null
      ? { value: null, n: curve.subjects, reason: 'window-not-elapsed', counts: all }
      : { value: median / 1000, n: curve.subjects, reason: null, counts: all };
  });
}

function survival(options: SurvivalOptions, summarise: (lifetimes: Lifetimes, counts: Record<string, number>) => Summary): Measure {
  const { population, startedAt, names } = options;
  /** What the log-rank test of two summaries needs. */
  const known = new WeakMap<Summary, Lifetimes>();
  return {
    clock: null,
    variant: options.variant,
    population,
    at: startedAt,
    ...(options.fake ? { fake: options.fake } : {}),
    summarise(rows) {
      const { lifetimes, negative } = lifetimesOf(options, rows);
      const counts: Record<string, number> = negative > 0 ? { negative } : {};
      if (lifetimes.durations.length === 0)
        return { value: null, n: 0, reason: 'no-data', counts: { [names.events]: 0, [names.of]: 0, ...counts } };
      const summary = summarise(lifetimes, counts);
      known.set(summary, lifetimes);
      return summary;
    },
    steps: (rows) => watchedSteps(options, rows),
    compare(now, before) {
      const [a, b] = [known.get(now), known.get(before)];
      if (!a || !b || now.n < MIN_COMPARED || before.n < MIN_COMPARED) return null;
      const { z, p } = logRank(a, b);
      const moved = Math.sign((now.value ?? 0) - (before.value ?? 0));
      // Events that come sooner raise a share by a time, and lower the time.
      const expected = 'limit' in options ? Math.sign(z) : -Math.sign(z);
      return p < SIGNIFICANCE && moved === expected ? (moved as -1 | 0 | 1) : 0;
    },
  };
}

function watchedSteps(options: SurvivalOptions & { readonly limit?: number }, rows: Int32Array): Step[] {
  const { startedAt, eventAt, watchedUntil, names, limit = Number.POSITIVE_INFINITY } = options;
  const watched = rows.filter(
    (row) => Math.min(watchedUntil(row), Number.isNaN(eventAt[row]!) ? Number.POSITIVE_INFINITY : eventAt[row]!) >= startedAt[row]!,
  );
  const had = watched.filter((row) => eventAt[row]! <= watchedUntil(row) && eventAt[row]! - startedAt[row]! <= limit);
  const set = new Set(had);
  return [
    { name: names.of, rows: watched, role: 'base' },
    { name: names.events, rows: had, role: 'hits' },
    { name: opposite(names.events), rows: watched.filter((row) => !set.has(row)), role: 'misses' },
  ];
}

function lifetimesOf({ startedAt, eventAt, watchedUntil }: SurvivalOptions, rows: Int32Array): { lifetimes: Lifetimes; negative: number } {
  const durations = new Float64Array(rows.length);
  const events = new Uint8Array(rows.length);
  let size = 0;
  let negative = 0;
  for (const row of rows) {
    const until = watchedUntil(row);
    const isEvent = eventAt[row]! <= until;
    const duration = (isEvent ? eventAt[row]! : until) - startedAt[row]!;
    if (duration < 0) negative++;
    if (!(duration >= 0) || duration === Number.POSITIVE_INFINITY) continue;
    durations[size] = duration;
    events[size++] = isEvent ? 1 : 0;
  }
  return { lifetimes: { durations: durations.subarray(0, size), events: events.subarray(0, size) }, negative };
}

function countWhere({ durations, events }: Lifetimes, counts: (duration: number, event: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < durations.length; index++) if (counts(durations[index]!, events[index]!)) count++;
  return count;
}
