import { previousPeriod } from '../../lib/time/period.ts';
import type { Period } from '../../model/period.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Measure } from '../measure.ts';
import { deedsWithin, eventRows } from './active-users.ts';
import { times } from './columns.ts';
import { fakeRows } from './fake-users.ts';

/** Which of the rows (deeds) lie in the period, the others before it. */
export interface TwoPeriods {
  readonly now: Int32Array;
  readonly before: Int32Array;
}

interface OverTwoPeriods {
  readonly measure: Omit<Measure, 'summarise'>;
  readonly split: (rows: Int32Array, period: Period) => TwoPeriods;
}

/** What measures of users over a period and the one before have in common; `null` where there are no events. */
export function overTwoPeriods(context: KpiContext): OverTwoPeriods | null {
  if (context.dataset.tables.events.rows === 0) return null;
  const at = times(context, 'events', 'at');
  const measure = {
    clock: null,
    variant: null,
    stateOverPeriod: true,
    population: eventRows(context),
    at: null,
    ...fakeRows(context, 'events', { activity: true }),
    rowsIn(period: Period): Int32Array {
      const before = previousPeriod(period, context.timeZone);
      return before ? deedsWithin(context, before.start, period.end) : new Int32Array(0);
    },
  };
  return {
    measure,
    split(rows, period) {
      const before = previousPeriod(period, context.timeZone);
      return {
        now: rows.filter((row) => at[row]! >= period.start),
        before: rows.filter((row) => before !== null && at[row]! >= before.start && at[row]! < before.end),
      };
    },
  };
}
