import type { FollowUp } from '../measure.ts';

/** Until when each row is followed, epoch ms: the instant common to all, or sooner where the row is older than any in the other period can be. */
export function followedUntil(at: Float64Array, { until, longest }: FollowUp): Float64Array {
  const found = new Float64Array(at.length);
  for (let row = 0; row < found.length; row++) found[row] = Number.isNaN(at[row]!) ? until : Math.min(until, at[row]! + longest);
  return found;
}
