import type { KpiContext } from '../define-kpi.ts';
import { money, type Money } from './money.ts';
import { isCustomerAt, lifespans } from './lifespans.ts';
import { mrrAt, paidSpans } from './paid-spans.ts';
import { people } from './people.ts';

/** What each person pays a month, and in which currency. */
export interface MonthlyRevenue extends Pick<Money, 'currency' | 'mixed'> {
  readonly variant: string;
  /** What a person paid a month just before an instant; 0 for who paid nothing. */
  readonly at: (person: number, instant: number) => number;
}

/** By subscriptions, else by the customers table, which knows only what customers pay today. `undefined` where neither has MRR. */
export function monthlyRevenue(context: KpiContext): MonthlyRevenue | undefined {
  const subscribed = money(context, 'subscriptions', 'mrr');
  if (subscribed?.values.some((value) => value > 0)) {
    const spans = paidSpans(context);
    return {
      currency: subscribed.currency,
      mixed: subscribed.mixed,
      variant: 'MRR by subscriptions',
      at: (person, instant) => mrrAt(spans, person, instant),
    };
  }
  const own = money(context, 'customers', 'mrr');
  if (!own?.values.some((value) => value > 0)) return undefined;
  const lives = lifespans(context);
  return {
    currency: own.currency,
    mixed: own.mixed,
    variant: 'MRR of customers as it is today',
    at: (person, instant) =>
      person < own.values.length && own.values[person]! > 0 && isCustomerAt(lives, person, instant) ? own.values[person]! : 0,
  };
}

/** People who paid something just before an instant. */
export function payersAt(context: KpiContext, revenue: MonthlyRevenue, instant: number): Int32Array {
  const { count } = people(context);
  const rows = new Int32Array(count);
  let size = 0;
  for (let person = 0; person < count; person++) if (revenue.at(person, instant) > 0) rows[size++] = person;
  return rows.subarray(0, size);
}
