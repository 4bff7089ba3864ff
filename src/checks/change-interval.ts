import type { Interval } from '../model/report.ts';

/** A value with what chance allows for it. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
}

/**
 * Interval of `a − factor · b` from the intervals of two independent estimates (MOVER: Zou & Donner 2008; with Wilson's intervals it is Newcombe's).
 * `null` where one of them has none, their levels differ, or the factor is negative.
 */
export function differenceInterval(a: Estimate, b: Estimate, factor = 1): Interval | null {
  if (a.interval === null || b.interval === null || a.interval.level !== b.interval.level || factor < 0) return null;
  const difference = a.value - factor * b.value;
  const reach = (one: number, other: number): number => Math.hypot(one, factor * other);
  return {
    level: a.interval.level,
    low: difference - reach(a.value - a.interval.low, b.interval.high - b.value),
    high: difference + reach(a.interval.high - a.value, b.value - b.interval.low),
    method: 'mover',
  };
}
