import type { KpiResult, Report, SeriesPoint } from '../../src/model/report.ts';
import { group, kpi, richReport } from './rich-report.ts';

const WEEK = 7 * 86_400_000;
/** Mondays from 2024-12-09: twenty weeks, of which sixteen are shown. */
const STARTS = Array.from({ length: 20 }, (_, at) => new Date(Date.UTC(2024, 11, 9) + at * WEEK).toISOString());

function points(value: (at: number) => number | null, n: (at: number) => number): SeriesPoint[] {
  return STARTS.map((start, at) => ({ start, value: value(at), n: n(at), complete: at > 0 && at < STARTS.length - 1 }));
}

const missing = (id: string, title: string, ...fields: string[]): KpiResult =>
  kpi({ id, title, reason: 'missing-column', missing: fields });

/** What was asked by --where, --every week, --by, --sort value and --top of exports that lack much. */
export const askedReport: Report = {
  ...richReport,
  previous: null,
  period: { label: 'all', start: '2024-12-11T00:00:00.000Z', end: '2025-04-23T00:00:00.000Z', complete: true },
  filter: 'channel = chat and not priority = "low"',
  every: 'week',
  inputs: [
    { ...richReport.inputs[0]!, preset: 'generic', unmapped: ['Raised', 'Done', 'Kind', 'Foo', 'Bar', 'Baz', 'Qux', 'Last'] },
    { ...richReport.inputs[1]!, unmapped: ['"; rm -rf ~ #'] },
    { ...richReport.inputs[0]!, path: 'api.json', preset: 'zendesk-json', unmapped: ['url', 'via.source'] },
  ],
  warnings: [],
  kpis: [
    kpi({
      id: 'first-response-time',
      title: 'First response time',
      unit: 'seconds',
      aggregate: 'median',
      value: 4440,
      n: 970,
      stats: { mean: 9000, median: 4440, p90: 21_000, p95: 40_000, min: 0, max: 90_000 },
      series: points(
        (at) => 3600 + 60 * at,
        () => 48,
      ),
      limits: { mean: 4000, low: 3000, high: 5000, signals: [STARTS[12]!] },
    }),
    kpi({
      id: 'backlog',
      title: 'Backlog',
      value: 3,
      n: 3,
      counts: { open: 3, daysSinceOldest: 1 },
      series: points(
        (at) => at % 4,
        (at) => at % 4,
      ),
    }),
    kpi({
      id: 'csat',
      title: 'Customer satisfaction',
      unit: 'ratio',
      aggregate: 'rate',
      value: 0.75,
      n: 400,
      counts: { passives: 1, answers: 400 },
      series: points(
        (at) => (at === 9 ? null : 0.75),
        (at) => (at === 9 ? 0 : 12 + at),
      ),
    }),
    missing('service-level', 'Answered in time', 'tickets.firstResponseAt'),
    missing('unanswered-rate', 'Still unanswered', 'tickets.firstResponseAt'),
    missing('handle-time', 'Handle time', 'tickets.handleSeconds'),
    missing('early-leave-rate', 'Early leave rate', 'customers.signedUpAt', 'customers.cancelledAt'),
    kpi({ id: 'cost-per-contact', title: 'Cost per contact', reason: 'no-cost' }),
    kpi({ id: 'repeat', title: 'Repeat customers', reason: 'no-data' }),
    ...['Activation rate', 'Day 1 retention', 'Day 7 retention', 'Day 30 retention', 'Conversion rate'].map((title) =>
      missing(title.toLowerCase().replaceAll(' ', '-'), title, 'events.at', 'events.name'),
    ),
  ],
  breakdowns: [
    {
      by: 'group',
      sortedBy: 'csat',
      groups: [
        { ...group('Billing', 1), n: 40, kpis: [kpi({ id: 'csat', title: 'Customer satisfaction', unit: 'ratio', value: 0.9, n: 12 })] },
        { ...group('Tech', 1), n: 900, kpis: [kpi({ id: 'csat', title: 'Customer satisfaction', unit: 'ratio', value: 0.7, n: 388 })] },
      ],
      suppressed: { groups: 0, n: 0 },
      omitted: { groups: 3, n: 120 },
    },
    { by: 'channel', groups: [], suppressed: { groups: 0, n: 0 } },
  ],
};
