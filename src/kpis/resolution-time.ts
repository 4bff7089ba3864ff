import { defineKpi } from './define-kpi.ts';
import { rowsOf } from './facts/columns.ts';
import { firstResponse } from './facts/first-response.ts';
import { resolution } from './facts/resolution.ts';
import { distribution, RESPONSE_BUCKETS } from './statistics/distribution.ts';

export const resolutionTime = defineKpi({
  id: 'resolution-time',
  title: 'Resolution time',
  family: 'support',
  section: 'Resolution',
  unit: 'seconds',
  better: 'lower',
  cohort: 'solved',
  needs: [['tickets.createdAt', 'tickets.solvedAt'], ['tickets.createdAt', 'tickets.closedAt'], ['tickets.createdAt', 'changes.at', 'changes.to'], ['tickets.resolution']],
  refines: ['tickets.status', 'changes.from'],
  aggregate: 'median',
  definition:
    'Time from the creation of a ticket to the last time that it was solved (closed, where it was never solved): full resolution, pending time included. ' +
    'Median and 90th percentile in seconds over the tickets solved in the period.',
  excludes: ['tickets that are not solved now', 'negative durations (counted)'],
  sources: ['Zendesk and dbt_zendesk: full resolution time', 'Redo: last closure', 'otherwise: Chatwoot counts every resolve event; Zammad and Zoho pause the clock; Front sums the reply times'],
  example: {
    says: 'Created 09:00, solved 10:05, reopened, solved 10:40: 100 minutes (kpis.md §1.4).',
    rows: {
      tickets: [{ id: '1', status: 'solved', createdAt: '2025-03-10T09:00:00Z', solvedAt: '2025-03-10T10:40:00Z' }],
    },
    value: 6000,
    n: 1,
    counts: { solved: 1 },
  },
  measures(context) {
    const { durations, solved, solvedAt } = resolution(context);
    const { asked, answered } = firstResponse(context);
    const unanswered = solved.map((done, row) => (done === 1 && asked[row] === 1 && answered[row] === 0 ? 1 : 0));
    return [...durations].map(([clock, values]) =>
      distribution({
        clock,
        population: rowsOf(context, 'tickets'),
        at: solvedAt,
        values: values.map((seconds, row) => (solved[row] === 1 ? seconds : Number.NaN)),
        lead: 'median',
        tallies: [
          { name: 'solved', of: solved },
          { name: 'solvedWithoutReply', of: unanswered, quiet: true },
        ],
        buckets: RESPONSE_BUCKETS,
      }),
    );
  },
});
