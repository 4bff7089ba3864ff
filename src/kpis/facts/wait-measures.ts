import type { KpiContext, KpiExample } from '../define-kpi.ts';
import type { Measure } from '../measure.ts';
import { distribution } from '../statistics/distribution.ts';
import { rowsOf } from './columns.ts';
import { shownClocks, type Durations } from './durations.ts';
import { resolution } from './resolution.ts';

/** A distribution over the solved tickets of the period for each clock: what the KPIs of time in status share. */
export function overSolved(context: KpiContext, durations: Durations): Measure[] {
  const { solved, solvedAt } = resolution(context);
  const population = rowsOf(context, 'tickets');
  return shownClocks(context, durations, population.rows).map(({ clock, values, empty, uncovered }) =>
    distribution({
      clock,
      population,
      at: solvedAt,
      values,
      counts: solved,
      lead: 'median',
      empty,
      tallies: [{ name: 'solved', of: solved }, ...uncovered],
    }),
  );
}

/** What the KPIs of time in status leave out, and who defines such times. */
export const WAITS_EXCLUDE: readonly string[] = ['tickets that are not solved', 'time in solved before a reopening'];
export const WAITS_SOURCES: readonly string[] = [
  'Zendesk and dbt_zendesk: time in status',
  'GitLab handbook: Zendesk data dictionary',
  'otherwise: Zammad pauses the clock in pending states, Plain counts time in Todo',
];

/** The ticket of kpis.md §1.4, on hold instead of open for 15 minutes: new, pending, on hold, solved, open again, solved. */
export const WAITS_EXAMPLE: KpiExample['rows'] = {
  tickets: [{ id: '1', status: 'solved', createdAt: '2025-03-10T09:00:00Z', solvedAt: '2025-03-10T10:40:00Z' }],
  changes: [
    { ticketId: '1', at: '2025-03-10T09:20:00Z', field: 'status', from: 'new', to: 'pending' },
    { ticketId: '1', at: '2025-03-10T09:50:00Z', field: 'status', from: 'pending', to: 'on-hold' },
    { ticketId: '1', at: '2025-03-10T10:05:00Z', field: 'status', from: 'on-hold', to: 'solved' },
    { ticketId: '1', at: '2025-03-10T10:30:00Z', field: 'status', from: 'solved', to: 'open' },
    { ticketId: '1', at: '2025-03-10T10:40:00Z', field: 'status', from: 'open', to: 'solved' },
  ],
};
