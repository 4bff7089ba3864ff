import { describeSorted } from '../lib/stats/describe.ts';
import { meanDifference, meanInterval } from '../lib/stats/mean-interval.ts';
import { sum } from '../lib/stats/sum.ts';
import { defineKpi } from './define-kpi.ts';
import { fakePeople } from './facts/fake-users.ts';
import { monthlyRevenue, payersAt } from './facts/monthly-revenue.ts';
import { people } from './facts/people.ts';
import { directionOf, MIN_COMPARED } from './statistics/evidence.ts';

export const arpa = defineKpi({
  id: 'arpa',
  title: 'Revenue per account (ARPA)',
  family: 'success',
  section: 'Revenue',
  unit: 'money',
  better: 'higher',
  cohort: 'paying when the period ends',
  needs: [
    ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.mrr'],
    ['customers.mrr', 'customers.signedUpAt'],
    ['customers.mrr', 'customers.convertedAt'],
  ],
  refines: ['subscriptions.endedAt', 'subscriptions.currency', 'customers.currency', 'customers.cancelledAt'],
  aggregate: 'mean',
  definition:
    'Average monthly recurring revenue of a paying customer at the end of the period. Annual plans count by the month, as the data has them.',
  formula: 'monthly recurring revenue at the end / paying customers at the end',
  excludes: ['trials and customers who pay nothing', 'amounts in several currencies, unless the config has rates'],
  sources: ['ChartMogul: ARPA = MRR / customers', 'otherwise: ProfitWell (ARPU) divides by users'],
  example: {
    says: 'Three customers pay 20, 30 and 100 a month; a trial pays nothing: 150 / 3 = 50.',
    rows: {
      subscriptions: [
        { customerId: 'a', startedAt: '2024-06-01T00:00:00Z', mrr: 20, currency: 'EUR' },
        { customerId: 'b', startedAt: '2024-06-01T00:00:00Z', mrr: 30, currency: 'EUR' },
        { customerId: 'c', startedAt: '2024-06-01T00:00:00Z', mrr: 100, currency: 'EUR' },
        { customerId: 'd', startedAt: '2024-06-01T00:00:00Z', mrr: 0, currency: 'EUR' },
      ],
    },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 50,
    n: 3,
    counts: { mrr: 150, customers: 3 },
  },
  measures(context) {
    const revenue = monthlyRevenue(context);
    if (!revenue) return [];
    return [
      {
        clock: null,
        variant: revenue.variant,
        ...(revenue.currency === undefined ? {} : { currency: revenue.currency }),
        stateOverPeriod: true,
        population: people(context).population,
        at: null,
        ...fakePeople(context),
        rowsIn: ({ end }) => payersAt(context, revenue, end),
        summarise(rows, { period }) {
          if (revenue.mixed) return { value: null, n: 0, reason: 'mixed-currencies', counts: { customers: rows.length } };
          const sorted = Float64Array.from(rows, (person) => revenue.at(person, period.end)).sort();
          const counts = { mrr: sum(sorted), customers: sorted.length };
          if (sorted.length === 0) return { value: null, n: 0, reason: 'no-data', counts };
          const stats = describeSorted(sorted);
          const interval = meanInterval(sorted);
          return {
            value: stats.mean,
            n: sorted.length,
            reason: null,
            counts,
            stats,
            ...(interval ? { interval } : {}),
            evidence: { kind: 'values', sorted },
          };
        },
        compare(now, before) {
          if (now.evidence?.kind !== 'values' || before.evidence?.kind !== 'values' || now.n < MIN_COMPARED || before.n < MIN_COMPARED)
            return null;
          const difference = meanDifference(now.evidence.sorted, before.evidence.sorted);
          return difference && directionOf(difference);
        },
      },
    ];
  },
});
