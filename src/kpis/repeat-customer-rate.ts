import { defineKpi, type KpiContext } from './define-kpi.ts';
import { eventRows } from './facts/active-users.ts';
import { times } from './facts/columns.ts';
import { eventsNamed } from './facts/event-names.ts';
import { fakeRows } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { distinctCounter } from './statistics/distinct.ts';
import { compareShares, shareSummary } from './statistics/proportion.ts';

export const repeatCustomerRate = defineKpi({
  id: 'repeat-customer-rate',
  title: 'Repeat customers',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'ordered',
  needs: [['events.customerId', 'events.at', 'events.name']],
  refines: [],
  aggregate: 'rate',
  definition:
    'Share of the customers who ordered in the period whose orders until its end are more than one, those before the period included. An order is an event named purchase.',
  formula: 'customers who ordered, more than one order so far / customers who ordered',
  excludes: ['orders of nobody known'],
  sources: [
    'Shopify: returning customer rate, of those who ordered in the range',
    'otherwise: repeat purchase rate, two orders within the window',
  ],
  example: {
    says: 'In March a, b and c order: a for the second time, b twice, c for the first time: 2 of 3.',
    rows: {
      events: [
        { customerId: 'a', at: '2025-01-10T09:00:00Z', name: 'purchase' },
        { customerId: 'a', at: '2025-03-10T09:00:00Z', name: 'purchase' },
        { customerId: 'b', at: '2025-03-11T09:00:00Z', name: 'purchase' },
        { customerId: 'b', at: '2025-03-12T09:00:00Z', name: 'purchase' },
        { customerId: 'c', at: '2025-03-13T09:00:00Z', name: 'purchase' },
        { customerId: 'c', at: '2025-04-02T09:00:00Z', name: 'purchase' },
        { customerId: 'd', at: '2025-01-13T09:00:00Z', name: 'purchase' },
      ],
    },
    period: ['2025-03-01', '2025-04-01'],
    value: 2 / 3,
    n: 3,
    counts: { repeat: 2, customers: 3 },
  },
  measures(context) {
    const orders = eventsNamed(context, ['purchase']);
    if (!orders) return [];
    const who = personOf(context, 'events');
    const customers = distinctCounter(who, people(context).count);
    const second = secondOrders(context, orders);
    return [
      {
        clock: null,
        variant: null,
        population: eventRows(context),
        at: times(context, 'events', 'at'),
        ...fakeRows(context, 'events'),
        summarise(rows, { period }) {
          const ordered = rows.filter((row) => orders[row] === 1);
          const of = customers.count(ordered);
          const hits = customers.count(ordered.filter((row) => who[row]! >= 0 && second[who[row]!]! < period.end));
          const counts = { repeat: hits, customers: of };
          return shareSummary({ hits, of, counts });
        },
        compare: compareShares,
      },
    ];
  },
});

/** When each person ordered for the second time; `NaN` where never. */
function secondOrders(context: KpiContext, orders: Uint8Array): Float64Array {
  const { count } = people(context);
  const who = personOf(context, 'events');
  const at = times(context, 'events', 'at');
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const second = new Float64Array(count).fill(Number.NaN);
  for (let row = 0; row < orders.length; row++) {
    const person = who[row]!;
    const time = at[row]!;
    if (orders[row] !== 1 || person < 0 || Number.isNaN(time)) continue;
    const later = Math.max(time, first[person]!);
    if (time < first[person]!) first[person] = time;
    if (later < Number.POSITIVE_INFINITY && !(later >= second[person]!)) second[person] = later;
  }
  return second;
}
