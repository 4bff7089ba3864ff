import type { KpiContext } from '../define-kpi.ts';
import type { Measure } from '../measure.ts';
import { fakePeople } from '../facts/fake-users.ts';
import { people } from '../facts/people.ts';
import { hasMixedCurrencies, payersAtStart, revenueChange, type RevenueChange } from '../facts/revenue.ts';

export interface RevenueRatioOptions {
  readonly name: string;
  /** Part of the revenue at the start that the ratio shows. */
  readonly part: (change: RevenueChange) => number;
}

/** A share of the monthly revenue at the start of the period. `n` is that revenue. */
export function revenueRatio(context: KpiContext, { name, part }: RevenueRatioOptions): Measure {
  return {
    clock: null,
    variant: null,
    stateOverPeriod: true,
    population: people(context).population,
    at: null,
    ...fakePeople(context),
    rowsIn: (period) => payersAtStart(context, period),
    summarise(rows, { period }) {
      if (hasMixedCurrencies(context)) return { value: null, n: 0, reason: 'mixed-currencies', counts: { customers: rows.length } };
      const change = revenueChange(context, rows, period);
      const { start, churned, contraction, expansion } = change;
      const counts = { [name]: part(change), mrrAtStart: start, churned, contraction, expansion, customers: rows.length };
      return start > 0 ? { value: part(change) / start, n: start, reason: null, counts } : { value: null, n: 0, reason: 'no-data', counts };
    },
  };
}

export const REVENUE_NEEDS: readonly (readonly string[])[] = [
  ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.endedAt', 'subscriptions.mrr'],
];
export const REVENUE_REFINES: readonly string[] = ['subscriptions.currency', 'subscriptions.trial', 'subscriptions.plan'];
/** 200,000 at the start, 6,000 and 4,000 lost, 20,000 won (ChartMogul), a tenth of its size. */
export const REVENUE_ROWS = [
  { customerId: 'stays', startedAt: '2024-06-01T00:00:00Z', endedAt: null, mrr: 17_000 },
  { customerId: 'leaves', startedAt: '2024-06-01T00:00:00Z', endedAt: '2025-03-15T00:00:00Z', mrr: 600 },
  { customerId: 'less', startedAt: '2024-06-01T00:00:00Z', endedAt: '2025-03-10T00:00:00Z', mrr: 1400 },
  { customerId: 'less', startedAt: '2025-03-10T00:00:00Z', endedAt: null, mrr: 1000 },
  { customerId: 'more', startedAt: '2024-06-01T00:00:00Z', endedAt: '2025-03-10T00:00:00Z', mrr: 1000 },
  { customerId: 'more', startedAt: '2025-03-10T00:00:00Z', endedAt: null, mrr: 3000 },
  { customerId: 'new', startedAt: '2025-03-12T00:00:00Z', endedAt: null, mrr: 999 },
];
