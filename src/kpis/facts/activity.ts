import { oncePerPeriod } from '../statistics/once-per-period.ts';
import { rowsWhere } from '../../lib/by-row.ts';
import { allRows } from '../../lib/row-parts.ts';
import { rowsWithin, splitByTime } from '../../lib/time/rows-in-time.ts';
import type { Period } from '../../model/period.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Base } from '../measure.ts';
import { links, rowsOf, times, timesOrUndefined } from './columns.ts';
import { fakeRows } from './fake-users.ts';
import { personOf } from './people.ts';

/** Which customers were active in a period, by the best evidence that the data has. */
export interface Activity {
  readonly variant: string;
  readonly base: Base;
  readonly subjects: Int32Array;
}

/** Any event, else an active subscription, else the date of last activity, else those who wrote (product.md, "Active in the period"). */
export function activeCustomers(context: KpiContext): Activity {
  return context.memo('active customers', () => {
    const { events, subscriptions, customers } = context.dataset.tables;
    if (events.rows > 0) return byEvents(context);
    if (subscriptions.rows > 0) return bySubscriptions(context);
    if (customers.rows > 0 && timesOrUndefined(context, 'customers', 'lastActiveAt')) return byLastActivity(context);
    return byTickets(context);
  });
}

function byEvents(context: KpiContext): Activity {
  const at = times(context, 'events', 'at');
  return active(context, {
    table: 'events',
    variant: 'of customers with an event',
    seen: at,
  });
}

function bySubscriptions(context: KpiContext): Activity {
  const startedAt = times(context, 'subscriptions', 'startedAt');
  const endedAt = times(context, 'subscriptions', 'endedAt');
  return active(context, {
    table: 'subscriptions',
    variant: 'of customers with an active subscription',
    seen: (row, { start, end }) => !(startedAt[row]! >= end) && !(endedAt[row]! < start),
  });
}

function byLastActivity(context: KpiContext): Activity {
  const lastActiveAt = times(context, 'customers', 'lastActiveAt');
  const signedUpAt = times(context, 'customers', 'signedUpAt');
  return active(context, {
    table: 'customers',
    variant: 'of customers by last activity',
    seen: (row, { start, end }) => lastActiveAt[row]! >= start && !(signedUpAt[row]! >= end),
  });
}

function byTickets(context: KpiContext): Activity {
  const createdAt = times(context, 'tickets', 'createdAt');
  return active(context, {
    table: 'tickets',
    variant: 'of customers who wrote',
    seen: createdAt,
  });
}

interface Evidence {
  readonly table: 'events' | 'subscriptions' | 'customers' | 'tickets';
  readonly variant: string;
  /** When a row is evidence of activity, or in which periods. */
  readonly seen: Float64Array | ((row: number, period: Period) => boolean);
}

function active(context: KpiContext, { table, variant, seen }: Evidence): Activity {
  const population = {
    ...rowsOf(context, table),
    ...(table === 'customers' || table === 'tickets' ? {} : { customer: links(context, table, 'customer') }),
  };
  const picked = oncePerPeriod(population.rows);
  const pick = (period: Period): Int32Array =>
    typeof seen === 'function' ? rowsWhere(population.rows, (row) => seen(row, period)) : rowsWithin(seen, period);
  const base: Base = {
    population,
    ...fakeRows(context, table, { activity: true }),
    rowsIn: (period) => (period.start === Number.NEGATIVE_INFINITY ? allRows(population.rows) : picked(period, () => pick(period))),
    ...(typeof seen === 'function' ? {} : { rowsInEach: (periods) => splitByTime(allRows(population.rows), seen, periods) }),
  };
  return { variant, base, subjects: personOf(context, table) };
}
