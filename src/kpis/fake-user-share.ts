import { defineKpi, type KpiContext } from './define-kpi.ts';
import { fakeUsers } from './facts/fake-users.ts';
import { people } from './facts/people.ts';
import { signupTimes } from './facts/signups.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const fakeUserShare = defineKpi({
  id: 'fake-user-share',
  title: 'Fake users',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'lower',
  cohort: 'signed up',
  needs: [['customers.fake'], ['customers.email'], ['customers.signedUpAt'], ['events.customerId', 'events.at', 'events.name']],
  refines: [
    'customers.fake',
    'customers.email',
    'customers.signedUpAt',
    'customers.lastActiveAt',
    'events.at',
    'tickets.customerId',
    'subscriptions.startedAt',
  ],
  aggregate: 'rate',
  definition:
    'Share of the users who signed up in the period and are taken for fake ones by any rule, each rule apart as a part: a flag in the data, disposable or internal mail domains, never active ' +
    '(30 days and more after signing up), or a day of far more signups than usual. Nobody is removed: every KPI of customers stands with and without them.',
  formula: 'users signed up whom a rule takes for fake / users signed up',
  excludes: ['who pays or has paid, for the rules of activity and bursts'],
  sources: [
    'seed 001: segment out fake users',
    'kpis.md: flag, disposable and internal domains, no event after signing up, signups of a day at |x − median| / (1.4826 · MAD) > 5',
    'otherwise: most tools drop such users silently',
  ],
  example: {
    says: 'Of five users one is flagged and two have throw-away addresses, one of them the flagged: 2 of 5.',
    rows: {
      customers: [
        { id: '1', email: 'a@example.com', fake: false, signedUpAt: '2025-03-01T00:00:00Z' },
        { id: '2', email: 'b@example.com', fake: false, signedUpAt: '2025-03-02T00:00:00Z' },
        { id: '3', email: 'c@example.com', fake: false, signedUpAt: '2025-03-03T00:00:00Z' },
        { id: '4', email: 'd@mailinator.com', fake: true, signedUpAt: '2025-03-04T00:00:00Z' },
        { id: '5', email: 'e@box.mailinator.com', fake: false, signedUpAt: '2025-03-05T00:00:00Z' },
      ],
    },
    value: 0.4,
    n: 5,
    counts: { fake: 2, users: 5 },
  },
  measures(context) {
    const { rules, any } = fakeUsers(context);
    const signedUpAt = signupTimes(context);
    if (rules.length === 0) return [];
    // Rules that find nobody in the whole data say nothing: they are no parts of it.
    const finding = rules.filter(({ of }) => of.includes(1));
    return [
      proportion({
        population: people(context).population,
        at: signedUpAt,
        outcomes: judged(context, any),
        names: { hits: 'fake', of: 'users' },
        apart: finding.map(({ name, of }) => ({ key: name, outcomes: judged(context, of) })),
      }),
    ];
  },
});

/** Users: rows of the customers table, and whom an event says to have signed up. */
function judged(context: KpiContext, marked: Uint8Array): Uint8Array {
  const own = context.dataset.tables.customers.rows;
  const signedUpAt = signupTimes(context);
  return marked.map((is, person) => (person >= own && Number.isNaN(signedUpAt[person]!) ? OUT : is === 1 ? HIT : MISS));
}
