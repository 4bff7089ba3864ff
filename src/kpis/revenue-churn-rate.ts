import { defineKpi } from './define-kpi.ts';
import { REVENUE_NEEDS, REVENUE_REFINES, REVENUE_ROWS, revenueRatio } from './statistics/revenue-ratio.ts';

export const revenueChurnRate = defineKpi({
  id: 'revenue-churn-rate',
  title: 'Revenue churn',
  family: 'success',
  section: 'Revenue',
  unit: 'ratio',
  better: 'lower',
  cohort: 'monthly revenue when the period begins',
  needs: REVENUE_NEEDS,
  refines: REVENUE_REFINES,
  aggregate: 'ratio',
  definition:
    'Monthly recurring revenue lost in the period, of that at its start: by customers who left and by customers who pay less. What others pay more is not set against it.',
  formula: '(revenue lost + shrunk) / revenue at the start',
  excludes: [
    'new customers and those who come back',
    'trials and free plans',
    'amounts in several currencies, unless the config has rates',
  ],
  sources: [
    'Baremetrics: gross MRR churn includes downgrades',
    'gross revenue retention is what remains',
    'otherwise: Chargebee shows net churn, less the expansion',
  ],
  example: {
    says: '20,000 at the start, 600 lost with a customer and 400 by a smaller plan: 1,000 of 20,000.',
    rows: { subscriptions: REVENUE_ROWS },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 0.05,
    n: 20_000,
    counts: { lost: 1000, mrrAtStart: 20_000, churned: 600, contraction: 400, expansion: 2000, customers: 4 },
  },
  measures: (context) => [revenueRatio(context, { name: 'lost', part: ({ churned, contraction }) => churned + contraction })],
});
