import { wilsonInterval } from '../lib/stats/wilson.ts';
import { defineKpi } from './define-kpi.ts';
import { ACTIVITY_NEEDS } from './facts/active-users.ts';
import { people, personOf } from './facts/people.ts';
import { overTwoPeriods } from './facts/returning-users.ts';
import { ACTIVE_EVENTS } from './options/customer-options.ts';
import { distinctCounter } from './statistics/distinct.ts';
import { compareShares } from './statistics/proportion.ts';

export const activeUserRetention = defineKpi({
  id: 'active-user-retention',
  title: 'Active users retained',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'active in the period before',
  needs: ACTIVITY_NEEDS,
  refines: ['events.name'],
  aggregate: 'rate',
  definition:
    'Share of the users active in the period before (last month’s, for a month) who were active in this one too. Active means any event of theirs, or those of the option events.',
  formula: 'active in the period before and in this one / active in the period before',
  excludes: ['users who are active for the first time', 'notices sent and mentions elsewhere, which are no use of the product'],
  options: [ACTIVE_EVENTS],
  sources: [
    'seed 002: active users against the previous month',
    'kpis.md: |active now ∩ active before| / |active before|',
    'otherwise: the plain ratio of the two, which is active-user-growth',
  ],
  example: {
    says: 'a, b and c were active in February, a and c in March again, d for the first time: 2 of 3.',
    rows: {
      events: [
        ...['a', 'b', 'c'].map((customerId) => ({ customerId, at: '2025-02-10T09:00:00Z', name: 'visit' })),
        ...['a', 'c', 'd'].map((customerId) => ({ customerId, at: '2025-03-10T09:00:00Z', name: 'visit' })),
      ],
    },
    asOf: '2025-04-01T00:00:00Z',
    value: 2 / 3,
    n: 3,
    counts: { retained: 2, activeBefore: 3, activeNow: 3 },
  },
  measures(context) {
    const common = overTwoPeriods(context);
    if (!common) return [];
    const who = personOf(context, 'events');
    const size = people(context).count;
    const [before, now] = [distinctCounter(who, size), distinctCounter(who, size)];
    return [
      {
        ...common.measure,
        summarise(rows, { period }) {
          const parts = common.split(rows, period);
          const activeBefore = before.count(parts.before);
          const activeNow = now.count(parts.now);
          const retained = now.count(parts.now.filter((row) => before.has(who[row]!)));
          const counts = { retained, activeBefore, activeNow };
          if (activeBefore === 0) return { value: null, n: 0, reason: 'no-data', counts };
          const share = { hits: retained, of: activeBefore };
          return {
            value: retained / activeBefore,
            n: activeBefore,
            reason: null,
            counts,
            interval: wilsonInterval(share),
            evidence: { kind: 'share', ...share },
          };
        },
        compare: compareShares,
      },
    ];
  },
});
