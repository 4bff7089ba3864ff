import { defineKpi, type KpiContext } from './define-kpi.ts';
import { activeCustomers } from './facts/activity.ts';
import { times } from './facts/columns.ts';
import { fakePeople } from './facts/fake-users.ts';
import { people } from './facts/people.ts';
import { FREE, planKinds } from './facts/plans.ts';
import { signupTimes } from './facts/signups.ts';
import { distinctCounter } from './statistics/distinct.ts';
import { compareShares, shareSummary } from './statistics/proportion.ts';

export const freeUserUsageRate = defineKpi({
  id: 'free-user-usage-rate',
  title: 'Free users who use it',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'on a free plan in the period',
  needs: [
    ['customers.planKind', 'events.customerId', 'events.at'],
    ['customers.plan', 'events.customerId', 'events.at'],
    ['customers.planKind', 'customers.lastActiveAt'],
    ['customers.plan', 'customers.lastActiveAt'],
  ],
  refines: ['customers.signedUpAt', 'customers.cancelledAt', 'customers.convertedAt'],
  aggregate: 'rate',
  definition:
    'Share of the users on a free plan who were active in the period, of those who existed in it. Who counts as active is said beside it; the plan is the one that the export has today.',
  formula: 'active users on a free plan / users on a free plan',
  excludes: ['users who signed up after the period or left before it', 'users on trial'],
  sources: ['seed 000: Free Users Usage', 'kpis.md: free-plan users active in the period / free-plan users existing'],
  example: {
    says: 'Three free users, one of whom was active in March; a paying one does not count: 1 of 3.',
    rows: {
      customers: [
        { id: 'a', planKind: 'free', signedUpAt: '2025-01-01T00:00:00Z' },
        { id: 'b', planKind: 'free', signedUpAt: '2025-01-01T00:00:00Z' },
        { id: 'c', planKind: 'free', signedUpAt: '2025-02-01T00:00:00Z' },
        { id: 'd', planKind: 'paid', signedUpAt: '2025-02-01T00:00:00Z' },
      ],
      events: [
        { customerId: 'a', at: '2025-03-10T09:00:00Z', name: 'visit' },
        { customerId: 'a', at: '2025-03-11T09:00:00Z', name: 'visit' },
        { customerId: 'b', at: '2025-02-10T09:00:00Z', name: 'visit' },
        { customerId: 'd', at: '2025-03-10T09:00:00Z', name: 'visit' },
      ],
    },
    asOf: '2025-04-01T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 1 / 3,
    n: 3,
    counts: { active: 1, freeUsers: 3 },
  },
  measures(context) {
    const kinds = planKinds(context, 'customers');
    if (!kinds.includes(FREE)) return [];
    const { variant, base, subjects } = activeCustomers(context);
    const active = distinctCounter(subjects, people(context).count);
    const existsIn = existence(context);
    return [
      {
        clock: null,
        variant,
        population: people(context).population,
        at: null,
        ...fakePeople(context, { activity: true }),
        base,
        rowsIn: ({ start, end }) =>
          Int32Array.from(kinds.keys()).filter((person) => kinds[person] === FREE && existsIn(person, start, end)),
        summarise(rows, scope) {
          active.count(scope.base ?? new Int32Array(0));
          let hits = 0;
          for (const person of rows) if (active.has(person)) hits++;
          const of = rows.length;
          const counts = { active: hits, freeUsers: of };
          return shareSummary({ hits, of, counts });
        },
        compare: compareShares,
      },
    ];
  },
});

/** Without a date of signing up, a user counts from ever. */
function existence(context: KpiContext): (person: number, start: number, end: number) => boolean {
  const since = signupTimes(context);
  const until = times(context, 'customers', 'cancelledAt');
  const dated = since.some((at) => !Number.isNaN(at));
  return (person, start, end) => (dated ? since[person]! < end : end > context.asOf) && !(until[person]! < start);
}
