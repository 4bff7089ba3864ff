import { wilsonInterval } from '../lib/stats/wilson.ts';
import { defineKpi } from './define-kpi.ts';
import { activeCustomers } from './facts/activity.ts';
import { eventRows } from './facts/active-users.ts';
import { times } from './facts/columns.ts';
import { fakeRows } from './facts/fake-users.ts';
import { featureUses } from './facts/features.ts';
import { people, personOf } from './facts/people.ts';
import { FEATURES } from './options/customer-options.ts';
import { distinctCounter } from './statistics/distinct.ts';
import { partsByCode } from './statistics/parts.ts';
import { compareShares } from './statistics/proportion.ts';

export const featureUsageRate = defineKpi({
  id: 'feature-usage-rate',
  title: 'Feature usage',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'used',
  needs: [
    ['events.customerId', 'events.at', 'events.feature'],
    ['events.customerId', 'events.at', 'events.name'],
  ],
  refines: ['events.name', 'events.feature'],
  aggregate: 'rate',
  definition:
    'Share of the customers active in the period who used a feature in it, and each feature apart as a part. Active means any event; the option features takes only those named.',
  formula: 'active customers who used a feature / active customers',
  excludes: ['uses by nobody known'],
  options: [FEATURES],
  sources: ['published: 800 of 2,000 active users: 40 %', 'otherwise: some divide by all users, or count the uses'],
  example: {
    says: 'Of five active users two use a feature, one of them twice: 2 of 5 (800 of 2,000, a four-hundredth of its size).',
    rows: {
      events: [
        ...['a', 'b', 'c', 'd', 'e'].map((customerId) => ({ customerId, at: '2025-03-10T09:00:00Z', name: 'visit', feature: null })),
        { customerId: 'a', at: '2025-03-10T09:10:00Z', name: 'feature', feature: 'backup' },
        { customerId: 'a', at: '2025-03-11T09:10:00Z', name: 'feature', feature: 'backup' },
        { customerId: 'b', at: '2025-03-10T09:10:00Z', name: 'feature', feature: 'restore' },
      ],
    },
    value: 0.4,
    n: 5,
    counts: { using: 2, active: 5 },
  },
  measures(context) {
    const uses = featureUses(context);
    if (!uses) return [];
    const { used, keys } = uses;
    const who = personOf(context, 'events');
    const { count } = people(context);
    // Where there are events they say who was active (facts/activity.ts): the rows themselves are the base.
    const { variant } = activeCustomers(context);
    const users = distinctCounter(who, count);
    return [
      {
        clock: null,
        variant,
        population: eventRows(context),
        at: times(context, 'events', 'at'),
        ...fakeRows(context, 'events', { activity: true }),
        summarise(rows) {
          const of = users.count(rows);
          const taken = rows.filter((row) => used[row] === 1);
          const hits = users.count(taken);
          const counts = { using: hits, active: of };
          if (of === 0) return { value: null, n: 0, reason: 'no-data', counts };
          const parts = partsByCode(keys, taken, (some) => {
            const by = users.count(some);
            return { value: by / of, n: by };
          });
          return {
            value: hits / of,
            n: of,
            reason: null,
            counts,
            parts,
            interval: wilsonInterval({ hits, of }),
            evidence: { kind: 'share', hits, of },
          };
        },
        compare: compareShares,
      },
    ];
  },
});
