import type { KpiContext } from '../define-kpi.ts';
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
      values: values.map((seconds, row) => (solved[row] === 1 ? seconds : Number.NaN)),
      lead: 'median',
      empty,
      tallies: [{ name: 'solved', of: solved }, ...uncovered],
    }),
  );
}
