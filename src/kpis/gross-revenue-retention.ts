import { defineKpi } from './define-kpi.ts';
import { REVENUE_NEEDS, REVENUE_REFINES, REVENUE_ROWS, revenueRatio } from './statistics/revenue-ratio.ts';

export const grossRevenueRetention = defineKpi({
  id: 'gross-revenue-retention',
  title: 'Gross revenue retention (GRR)',
  family: 'success',
  section: 'Revenue',
  unit: 'ratio',
  better: 'higher',
  cohort: 'monthly revenue when the period begins',
  needs: REVENUE_NEEDS,
  refines: REVENUE_REFINES,
  aggregate: 'ratio',
  definition:
    'Monthly recurring revenue at the end of the period from those who were customers at its start, growth not counted, of their revenue at the start: never above 1.',
  formula: '(revenue at the start − lost − shrunk) / revenue at the start',
  excludes: [
    'new customers and those who come back',
    'trials and free plans',
    'amounts in several currencies, unless the config has rates',
  ],
  sources: ['kpis.md: (start − churn − contraction) / start', 'otherwise: some leave contraction out'],
  example: {
    says: '(20,000 − 600 − 400) / 20,000 = 95 %.',
    rows: { subscriptions: REVENUE_ROWS },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 0.95,
    n: 20_000,
    counts: { kept: 19_000, mrrAtStart: 20_000 },
  },
  measures: (context) => [
    revenueRatio(context, { name: 'kept', part: ({ start, churned, contraction }) => start - churned - contraction }),
  ],
});
