import { dayAround } from '../../lib/time/period.ts';
import type { KpiContext } from '../define-kpi.ts';

/** Until when the data is complete, epoch ms: what would have happened before then has. `NaN` without any time. */
export function reachedUntil(context: KpiContext): number {
  return context.reached ?? context.asOf;
}

/** The end of the last complete day (reporting zone) that lies within a period, epoch ms; `NaN` without any time. */
export function lastCompleteDayEnd(context: KpiContext, periodEnd: number): number {
  const until = Math.min(periodEnd, reachedUntil(context));
  return Number.isFinite(until) ? dayAround(until, context.timeZone).start : Number.NaN;
}
