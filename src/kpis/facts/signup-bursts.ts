import { robustOutliers } from '../../lib/stats/robust-outliers.ts';
import type { KpiContext } from '../define-kpi.ts';
import { localDay } from './deeds.ts';
import { hasPaid } from './never-active.ts';
import { signupTimes } from './signups.ts';

/** Robust z of a day's signups above which it is no ordinary day (kpis.md: |x − median| / (1.4826 · MAD) > 5). */
const BURST_Z = 5;
/** Fewer signups on a day are chance, whatever the median. */
const LEAST_SIGNUPS = 10;

/** Who signed up on a day of far more signups than usual and has not paid. `undefined` where no signups are known. */
export function signupBursts(context: KpiContext): ((person: number) => boolean) | undefined {
  const signedUpAt = signupTimes(context);
  const dayOf = localDay(context);
  const days = new Float64Array(signedUpAt.length).fill(Number.NaN);
  const counts = new Map<number, number>();
  for (let person = 0; person < days.length; person++) {
    if (Number.isNaN(signedUpAt[person]!)) continue;
    const day = dayOf(signedUpAt[person]!);
    days[person] = day;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of counts.keys()) [first, last] = [Math.min(first, day), Math.max(last, day)];
  // Days without a signup count too: over a quiet year every signup would be a burst, which a spread of zero tells.
  const sorted = new Float64Array(last - first + 1);
  for (const [day, count] of counts) sorted[day - first] = count;
  const usual = robustOutliers(sorted.sort(), BURST_Z);
  if (!usual) return () => false;
  const paid = hasPaid(context);
  return (person) => {
    const count = counts.get(days[person]!) ?? 0;
    return count >= LEAST_SIGNUPS && count > usual.high && paid[person] !== 1;
  };
}
