import type { FollowUp } from '../measure.ts';

/** Until when each row is followed, epoch ms: the instant common to all, or sooner where the row is older than any in the other period can be. */
export function followedUntil(at: Float64Array, { until, longest }: FollowUp): Float64Array {
  return at.map((date) => (Number.isNaN(date) ? until : Math.min(until, date + longest)));
}
