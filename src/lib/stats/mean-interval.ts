import type { Interval } from '../../model/report.ts';
import type { Difference } from './difference.ts';
import { zForLevel } from './normal.ts';
import { quantileSorted } from './quantile.ts';
import { stateAfter, sumOfDraws } from './random-draws.ts';
import { mean, sum } from './sum.ts';
import type { Values } from './values.ts';

/** Up to so many values the interval is resampled; above, the normal approximation takes over and costs one pass. */
export const BOOTSTRAP_UP_TO = 200;
const RESAMPLES = 2000;
const SEED = 20250101;

/**
 * Interval of a mean, in the unit of the values: percentile bootstrap with a fixed seed and 2,000 resamples (Efron 1979) up to
 * `BOOTSTRAP_UP_TO` values. Above, the limit of the same percentiles: normal, with the skewness term of Cornish and Fisher
 * (Hall 1992, The Bootstrap and Edgeworth Expansion, 3.3), as durations are skewed.
 * The order of the values does not matter; sorted ones are quicker (a million in milliseconds). `null` below two values.
 * `known`: what somebody knows of values that are sorted.
 */
export function meanInterval(values: Values, level = 0.95, known?: KnownSums): Interval | null {
  if (values.length < 2) return null;
  const sample = known ? values : inOrder(values);
  const centre = known ? known.total / sample.length : mean(sample);
  const { low, high, method } =
    sample.length <= BOOTSTRAP_UP_TO
      ? resampled([new Float64Array(sample)], level)
      : approximated([moments(sample.length, centre, known?.moments(centre) ?? momentSums(sample, centre))], level);
  return { level, low: Math.min(centre, low), high: Math.max(centre, high), method };
}

/** The sum of whole numbers, and those of the squares and cubes of what lies between them and a centre, added in ascending order. */
export interface KnownSums {
  readonly total: number;
  readonly moments: (centre: number) => MomentSums;
}

export interface MomentSums {
  readonly squares: number;
  readonly cubes: number;
}

/**
 * Difference of two means, first minus second, with its interval by the methods of `meanInterval` (the bootstrap while both are small).
 * `null` when either has fewer than two values.
 */
export function meanDifference(first: Values, second: Values, level = 0.95): Difference | null {
  if (first.length < 2 || second.length < 2) return null;
  const samples = [inOrder(first), inOrder(second)] as const;
  const centres = [mean(samples[0]), mean(samples[1])] as const;
  const difference = centres[0] - centres[1];
  const small = samples.every((sample) => sample.length <= BOOTSTRAP_UP_TO);
  const { low, high } = small
    ? resampled(
        samples.map((sample) => new Float64Array(sample)),
        level,
      )
    : approximated(
        samples.map((sample, index) => moments(sample.length, centres[index]!, momentSums(sample, centres[index]!))),
        level,
      );
  return { difference, low: Math.min(difference, low), high: Math.max(difference, high) };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly method: 'bootstrap' | 'normal';
}

/** Percentiles of the resampled mean, or of the first's less the second's. */
function resampled(samples: readonly Float64Array[], level: number): Bounds {
  let state = SEED;
  const estimates = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let estimate = 0;
    for (let index = 0; index < samples.length; index++) {
      const sample = samples[index]!;
      const total = sumOfDraws(sample, state);
      state = stateAfter(state, sample.length);
      estimate += (index === 0 ? total : -total) / sample.length;
    }
    estimates[resample] = estimate;
  }
  estimates.sort();
  const tail = (1 - level) / 2;
  return { low: quantileSorted(estimates, tail), high: quantileSorted(estimates, 1 - tail), method: 'bootstrap' };
}

interface Moments {
  readonly mean: number;
  /** Of the mean: second and third cumulant. */
  readonly variance: number;
  readonly third: number;
}

function approximated(samples: readonly Moments[], level: number): Bounds {
  const sign = (index: number) => (index === 0 ? 1 : -1);
  const centre = sum(samples.map((sample, index) => sign(index) * sample.mean));
  const spread = Math.sqrt(sum(samples.map((sample) => sample.variance)));
  const third = sum(samples.map((sample, index) => sign(index) * sample.third));
  const z = zForLevel(level);
  // Both bounds move by the same amount, towards the longer tail.
  const shift = spread === 0 ? 0 : ((third / spread ** 2) * (z * z - 1)) / 6;
  return { low: centre - z * spread + shift, high: centre + z * spread + shift, method: 'normal' };
}

function moments(n: number, centre: number, { squares, cubes }: MomentSums): Moments {
  return { mean: centre, variance: squares / (n - 1) / n, third: cubes / n / n / n };
}

export function momentSums(sample: Values, centre: number): MomentSums {
  let squares = 0;
  let cubes = 0;
  for (let index = 0; index < sample.length; index++) {
    const offset = sample[index]! - centre;
    squares += offset * offset;
    cubes += offset * offset * offset;
  }
  return { squares, cubes };
}

/** Sums and draws depend on the order of the values in their last bits: it is always the ascending one. */
function inOrder(values: Values): Values {
  for (let index = 1; index < values.length; index++) {
    if (values[index - 1]! > values[index]!) return values.slice().sort();
  }
  return values;
}
