import { poissonInterval } from '../../lib/stats/poisson.ts';
import { daysLabel } from '../../lib/time/calendar-unit.ts';
import { DAY_MS } from '../../lib/time/civil.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Measure, Population } from '../measure.ts';
import { compareCounts } from '../statistics/counting.ts';
import { distinctCounter } from '../statistics/distinct.ts';
import { links, rowsOf, times } from './columns.ts';
import { deeds, eventsBegin, localDay } from './deeds.ts';
import { fakeRows } from './fake-users.ts';
import { people, personOf } from './people.ts';
import { lastCompleteDayEnd } from './reached.ts';

/** Events with the customers behind them: the rows of every KPI of activity. */
export function eventRows(context: KpiContext): Population {
  return { ...rowsOf(context, 'events'), customer: links(context, 'events', 'customer') };
}

/** Rows of deeds within `[start, end)`, whoever did them. */
export function deedsWithin(context: KpiContext, start: number, end: number): Int32Array {
  const did = deeds(context);
  const who = personOf(context, 'events');
  const at = times(context, 'events', 'at');
  const rows = new Int32Array(at.length);
  let size = 0;
  for (let row = 0; row < at.length; row++) if (at[row]! >= start && at[row]! < end && did[row] === 1 && who[row]! >= 0) rows[size++] = row;
  return rows.subarray(0, size);
}

/** The last so many calendar days that are complete when the period ends; empty (start = end) where the data has no time. */
export function trailingDays(context: KpiContext, periodEnd: number, days: number): { readonly start: number; readonly end: number } {
  const end = lastCompleteDayEnd(context, periodEnd);
  if (Number.isNaN(end)) return { start: 0, end: 0 };
  const clock = zoneClock(context.timeZone);
  return { start: clock.wallToInstant((Math.floor(clock.instantToWall(end) / DAY_MS) - days) * DAY_MS), end };
}

/** What a KPI of the last complete days says of its period where all data was asked for: those days. */
export function overLastDays(context: KpiContext, days: number): Pick<Measure, 'overAll'> {
  const { start, end } = trailingDays(context, Number.POSITIVE_INFINITY, days);
  const dayOf = localDay(context);
  return start < end ? { overAll: { label: daysLabel(dayOf(start), dayOf(end)), start, end } } : {};
}

/** Different users active in the last so many complete days. `n` is their events. */
export function activeUsers(context: KpiContext, days: number): Measure[] {
  if (context.dataset.tables.events.rows === 0) return [];
  const who = personOf(context, 'events');
  const users = distinctCounter(who, people(context).count);
  return [
    {
      clock: null,
      variant: days === 1 ? 'on the last complete day' : `in the last ${days} complete days`,
      population: eventRows(context),
      at: null,
      ...overLastDays(context, days),
      ...fakeRows(context, 'events', { activity: true }),
      rowsIn(period) {
        const { start, end } = trailingDays(context, period.end, days);
        return period.start >= end ? new Int32Array(0) : deedsWithin(context, start, end);
      },
      summarise(rows, { period }) {
        const count = users.count(rows);
        const counts = { active: count, events: rows.length };
        // Nobody active is a count only where activity was recorded at all.
        const { end } = trailingDays(context, period.end, days);
        if (!(end > eventsBegin(context)) || period.start >= end) return { value: null, n: 0, reason: 'no-data', counts };
        return {
          value: count,
          n: rows.length,
          reason: null,
          counts,
          interval: poissonInterval(count),
          evidence: { kind: 'count', count, exposure: 1 },
        };
      },
      compare: compareCounts,
    },
  ];
}

export const ACTIVITY_NEEDS: readonly (readonly string[])[] = [['events.customerId', 'events.at']];
export const ACTIVITY_EXCLUDES: readonly string[] = [
  'the current, incomplete day',
  'notices sent and mentions elsewhere, which are no use of the product',
  'events of nobody known',
];
