import { defineKpi, type KpiContext } from './define-kpi.ts';
import type { Measure } from './measure.ts';
import { eventRows } from './facts/active-users.ts';
import { times } from './facts/columns.ts';
import { eventsNamed, namesOption } from './facts/event-names.ts';
import { fakeRows } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { CONVERSION_PER, eventOption } from './options/customer-options.ts';
import { chosen } from './options/option-values.ts';
import { distinctCounter } from './statistics/distinct.ts';
import { eventRatio } from './statistics/event-ratio.ts';
import { compareShares, shareSummary } from './statistics/proportion.ts';

export const conversionRate = defineKpi({
  id: 'conversion-rate',
  title: 'Conversion rate',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'visited',
  needs: [['events.at', 'events.name']],
  refines: ['events.customerId'],
  aggregate: 'rate',
  definition:
    'Purchases of the period divided by its visits; the option event names another desired action. The option per: visitor divides the visitors who did it by all visitors.',
  formula: 'purchases / visits',
  excludes: [],
  options: [CONVERSION_PER, eventOption(['purchase'], 'Names of the desired action')],
  sources: [
    'seed 003: sales / visits × 100; 4,000 / 200,000: 2 %',
    'otherwise: the seed’s text divides users who purchased by visits, which are not the same units',
  ],
  example: {
    says: 'One sale on fifty visits: 2 % (4,000 of 200,000, seed 003, a four-thousandth of its size).',
    rows: {
      events: [
        ...Array.from({ length: 50 }, (_, row) => ({ customerId: `${row % 40}`, at: '2025-03-10T09:00:00Z', name: 'visit' })),
        { customerId: '7', at: '2025-03-10T09:30:00Z', name: 'purchase' },
      ],
    },
    value: 0.02,
    n: 50,
    counts: { conversions: 1, visits: 50 },
  },
  measures(context) {
    const visits = eventsNamed(context, ['visit']);
    const actions = eventsNamed(context, namesOption(context.options['event'], ['purchase']));
    // Without a single purchase in the data purchases are not recorded: no rate of zero.
    if (!visits || !actions) return [];
    if (chosen(context, CONVERSION_PER) === 'visitor') return [perVisitor(context, visits, actions)];
    return [
      eventRatio({
        population: eventRows(context),
        at: times(context, 'events', 'at'),
        hit: actions,
        of: visits,
        names: { hits: 'conversions', of: 'visits' },
        variant: 'per visit',
        ...fakeRows(context, 'events'),
      }),
    ];
  },
});

function perVisitor(context: KpiContext, visits: Uint8Array, actions: Uint8Array): Measure {
  const who = personOf(context, 'events');
  const { count } = people(context);
  const [visitors, buyers] = [distinctCounter(who, count), distinctCounter(who, count)];
  return {
    clock: null,
    variant: 'per visitor',
    population: eventRows(context),
    at: times(context, 'events', 'at'),
    ...fakeRows(context, 'events'),
    summarise(rows) {
      const of = visitors.count(rows.filter((row) => visits[row] === 1));
      const hits = buyers.count(rows.filter((row) => actions[row] === 1 && visitors.has(who[row]!)));
      const counts = { conversions: hits, visitors: of };
      return shareSummary({ hits, of, counts });
    },
    compare: compareShares,
  };
}
