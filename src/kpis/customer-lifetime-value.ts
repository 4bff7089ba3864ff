import { meanInterval } from '../lib/stats/mean-interval.ts';
import { quantileSorted } from '../lib/stats/quantile.ts';
import { sum } from '../lib/stats/sum.ts';
import { wilsonInterval } from '../lib/stats/wilson.ts';
import type { Part } from '../model/report.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import type { Measure, Scope, Summary } from './measure.ts';
import { tellsLeaving } from './facts/churn-evidence.ts';
import { customerStates } from './facts/customer-states.ts';
import { fakePeople } from './facts/fake-users.ts';
import { money } from './facts/money.ts';
import { monthlyRevenue, payersAt, type MonthlyRevenue } from './facts/monthly-revenue.ts';
import { monthsIn } from './facts/months.ts';
import { people } from './facts/people.ts';
import { VALUE_MODEL } from './options/customer-options.ts';
import { chosen } from './options/option-values.ts';
import { AT_END, AT_START } from './statistics/membership.ts';

export const customerLifetimeValue = defineKpi({
  id: 'customer-lifetime-value',
  title: 'Customer lifetime value (CLV)',
  family: 'success',
  section: 'Revenue',
  unit: 'money',
  better: 'higher',
  cohort: 'customer when the period begins',
  needs: [
    ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.endedAt', 'subscriptions.mrr'],
    ['customers.mrr', 'customers.signedUpAt', 'customers.cancelledAt'],
    ['customers.revenue'],
  ],
  refines: ['customers.revenue', 'subscriptions.currency', 'customers.currency', 'customers.convertedAt'],
  aggregate: 'ratio',
  definition:
    'What a customer is worth while they stay: average monthly revenue at the start of the period × gross margin / monthly churn, the simple model. The margin comes from the config; without one it is revenue, not profit. ' +
    'Where nobody left, there is no value but a bound: what it is at least, with churn at its upper 95 % limit. What customers have paid to date, which rests on no model, stands beside it where the data has it.',
  formula: 'monthly revenue of a customer × margin / monthly churn',
  excludes: ['trials and customers who pay nothing', 'amounts in several currencies, unless the config has rates'],
  options: [VALUE_MODEL],
  sources: [
    'ChartMogul: ARPA / churn, $100 / 5 % = $2,000; prints 0 where nobody left',
    'with margin: $25 × 95 % / 8 % = $296.875 (abracalc); $80 × 80 % / 4 % = $1,600 (stripereport)',
    'otherwise: Stripe assumes 1.67 % churn where there is none; the option model: observed shows the mean paid to date (seed 002)',
  ],
  example: {
    says: 'Twenty customers pay 100 a month, one of them leaves: 100 / 5 % = 2,000 (ChartMogul).',
    rows: {
      subscriptions: Array.from({ length: 20 }, (_, row) => ({
        customerId: `${row}`,
        startedAt: '2024-06-01T00:00:00Z',
        endedAt: row === 0 ? '2025-03-10T00:00:00Z' : null,
        mrr: 100,
        currency: 'USD',
      })),
    },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 2000,
    n: 20,
    counts: { churned: 1, customers: 20 },
  },
  measures(context) {
    const revenue = tellsLeaving(context) ? monthlyRevenue(context) : undefined;
    const paid = paidToDate(context);
    if (paid && (chosen(context, VALUE_MODEL) === 'observed' || !revenue)) return [observed(context, paid)];
    return revenue ? [simple(context, revenue, paid)] : [];
  },
});

/** What each person has paid until now. */
type Paid = NonNullable<ReturnType<typeof money>>;

function paidToDate(context: KpiContext): Paid | undefined {
  const paid = money(context, 'customers', 'revenue');
  return paid?.values.some((value) => value > 0) ? paid : undefined;
}

function simple(context: KpiContext, revenue: MonthlyRevenue, paid: Paid | undefined): Measure {
  const { margin } = context.settings;
  const stateOf = customerStates(context);
  return {
    clock: null,
    variant:
      margin === null ? 'simple model, revenue (no margin configured)' : `simple model, margin ${Number((margin * 100).toFixed(1))} %`,
    ...(revenue.currency === undefined ? {} : { currency: revenue.currency }),
    stateOverPeriod: true,
    population: people(context).population,
    at: null,
    ...fakePeople(context),
    rowsIn(period) {
      return payersAt(context, revenue, period.start).filter((person) => (stateOf(person, period) & AT_START) !== 0);
    },
    summarise(rows, { period }): Summary {
      const customers = rows.length;
      if (revenue.mixed) return { value: null, n: 0, reason: 'mixed-currencies', counts: { customers } };
      const churned = rows.reduce((count, person) => count + ((stateOf(person, period) & AT_END) === 0 ? 1 : 0), 0);
      const mrr = sum(Float64Array.from(rows, (person) => revenue.at(person, period.start)).sort());
      const counts = { churned, customers, mrr };
      if (customers === 0) return { value: null, n: 0, reason: 'no-data', counts };
      // Revenue and churn of spans of one length: those of the period.
      const earned = (mrr / customers) * monthsIn(period, context.timeZone) * (margin ?? 1);
      const churn = wilsonInterval({ hits: churned, of: customers });
      const paidParts = paid && !paid.mixed ? observedParts(paid, rows) : [];
      if (churned === 0)
        return {
          value: null,
          n: customers,
          reason: 'no-churn',
          counts,
          parts: [{ key: 'at least', value: earned / churn.high, n: customers }, ...paidParts],
        };
      return {
        value: (earned * customers) / churned,
        n: customers,
        reason: null,
        counts,
        interval: { ...churn, low: earned / churn.high, high: earned / churn.low },
        ...(paidParts.length > 0 ? { parts: paidParts } : {}),
      };
    },
  };
}

function observed(context: KpiContext, paid: Paid): Measure {
  return {
    clock: null,
    variant: 'observed: paid to date',
    ...(paid.currency === undefined ? {} : { currency: paid.currency }),
    population: people(context).population,
    at: null,
    ...fakePeople(context),
    rowsIn: () => Int32Array.from(paid.values.keys()).filter((row) => paid.values[row]! > 0),
    summarise(rows, scope: Scope): Summary {
      if (paid.mixed) return { value: null, n: 0, reason: 'mixed-currencies', counts: { customers: rows.length } };
      // The data has what was paid until now, not until the end of any period before.
      const sorted = paidBy(paid, scope.unbounded || scope.period.end >= context.asOf ? rows : new Int32Array(0));
      const counts = { paid: sum(sorted), customers: sorted.length };
      if (sorted.length === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const interval = meanInterval(sorted);
      return {
        value: sum(sorted) / sorted.length,
        n: sorted.length,
        reason: null,
        counts,
        parts: observedParts(paid, rows),
        ...(interval ? { interval } : {}),
      };
    },
  };
}

function observedParts(paid: Paid, rows: Int32Array): Part[] {
  const sorted = paidBy(paid, rows);
  if (sorted.length === 0) return [];
  return [
    { key: 'paid to date, mean', value: sum(sorted) / sorted.length, n: sorted.length },
    { key: 'paid to date, median', value: quantileSorted(sorted, 0.5), n: sorted.length },
  ];
}

function paidBy({ values }: Paid, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (person) => (person < values.length ? values[person]! : Number.NaN))
    .filter((value) => value > 0)
    .sort();
}
