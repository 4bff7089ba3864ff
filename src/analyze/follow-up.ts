import type { Measure } from '../kpis/measure.ts';
import type { Period } from '../model/period.ts';
import { isUnbounded, type TimeFrame } from './time-frame.ts';

/** A measure as it stood for each of two periods when both had been followed for the same time after their end. */
export interface Followed {
  readonly now: Measure;
  readonly before: Measure;
  /** From the end of a period to the instant at which it is looked at; below zero where the data ends within the newer period's last day. */
  readonly seconds: number;
}

export interface FollowOptions {
  readonly measure: Measure;
  readonly frame: TimeFrame;
  /** Epoch ms. */
  readonly asOf: number;
}

/**
 * Equal follow-up (kpis.md §8.2). Of tickets created in the newer period the late answers are still to come, so that it looks better than it will be:
 * the older one is looked at as long after its end as the newer one can be, and no row for longer than any row of the shorter period.
 * `null` where the measure's rows are dated by their outcome, and where nothing is compared.
 */
export function equalFollowUp({ measure, frame, asOf }: FollowOptions): Followed | null {
  const { period, previous } = frame;
  const { followedUntil } = measure;
  if (!followedUntil || previous === null || !frame.isComparable || isUnbounded(period)) return null;
  const lag = asOf - Math.max(period.end, previous.end);
  const longest = Math.min(length(period), length(previous)) + lag;
  return {
    now: followedUntil({ until: period.end + lag, longest }),
    before: followedUntil({ until: previous.end + lag, longest }),
    seconds: lag / 1000,
  };
}

function length({ start, end }: Period): number {
  return end - start;
}
