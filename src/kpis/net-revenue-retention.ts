import { defineKpi } from './define-kpi.ts';
import { REVENUE_NEEDS, REVENUE_REFINES, REVENUE_ROWS, revenueRatio } from './statistics/revenue-ratio.ts';

export const netRevenueRetention = defineKpi({
  id: 'net-revenue-retention',
  title: 'Net revenue retention (NRR)',
  family: 'success',
  section: 'Revenue',
  unit: 'ratio',
  better: 'higher',
  cohort: 'monthly revenue when the period begins',
  needs: REVENUE_NEEDS,
  refines: REVENUE_REFINES,
  aggregate: 'ratio',
  definition:
    'Monthly recurring revenue at the end of the period from those who were customers at its start, of their revenue at the start: less what left and shrank, plus what grew. Above 1 the customers who are there bring growth without new ones.',
  formula: '(revenue at the start − lost − shrunk + grown) / revenue at the start',
  excludes: [
    'new customers and those who come back',
    'trials and free plans',
    'amounts in several currencies, unless the config has rates',
  ],
  sources: [
    'ChartMogul: (start − churn − contraction + expansion) / start; 200k − 6k − 4k + 20k: 105 %',
    'otherwise: some add customers who came back',
  ],
  example: {
    says: '(20,000 − 600 − 400 + 2,000) / 20,000 = 105 % (ChartMogul, a tenth of its size).',
    rows: { subscriptions: REVENUE_ROWS },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 1.05,
    n: 20_000,
    counts: { retained: 21_000, mrrAtStart: 20_000 },
  },
  measures: (context) => [
    revenueRatio(context, {
      name: 'retained',
      part: ({ start, churned, contraction, expansion }) => start - churned - contraction + expansion,
    }),
  ],
});
