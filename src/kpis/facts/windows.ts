import { DAY_MS } from '../../lib/time/civil.ts';
import type { KpiContext } from '../define-kpi.ts';

/** How long something may take, in ms: the option `window` (seconds), else `days`, else the KPI's own days. */
export function windowMs({ options }: KpiContext, otherwiseDays: number): number {
  const { days, window } = options;
  if (typeof window === 'number' && window > 0) return window * 1000;
  return (typeof days === 'number' && days > 0 ? days : otherwiseDays) * DAY_MS;
}

/** `30 days`, `72 h`. */
export function windowText(ms: number): string {
  const days = ms / DAY_MS;
  if (Number.isInteger(days)) return days === 1 ? '1 day' : `${days} days`;
  return `${Number((ms / 3_600_000).toFixed(2))} h`;
}
