import { defineKpi } from './define-kpi.ts';
import { tellsLeaving } from './facts/churn-evidence.ts';
import { CUSTOMER_NEEDS, CUSTOMER_REFINES } from './facts/customer-columns.ts';
import { customerStates, doubts } from './facts/customer-states.ts';
import { fakePeople } from './facts/fake-users.ts';
import { people } from './facts/people.ts';
import { AT_END, AT_START, JOINED, shareOfStarters } from './statistics/membership.ts';

export const churnRate = defineKpi({
  id: 'churn-rate',
  title: 'Churn rate',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'lower',
  cohort: 'customer when the period begins',
  needs: CUSTOMER_NEEDS,
  refines: CUSTOMER_REFINES,
  aggregate: 'rate',
  definition:
    'Share of the paying customers at the start of the period who were none any more at its end. A customer leaves when the last of their subscriptions ends. ' +
    'Where subscription end, cancellation date, cancel event and status disagree, they count in this order unless the config has another; contradictions are counted.',
  formula: 'customers at the start who are none at the end / customers at the start',
  excludes: [
    'who joined and left within the period (counted as churnedNew)',
    'trials and customers who pay nothing, where the data tells',
    'customers who left, nobody knows when',
  ],
  sources: [
    'ChartMogul (B2B): churned of those at the start; 100 at the start, 11 churned of whom 1 was new: 10 %',
    'ProfitWell: who joins and leaves in one month is left out',
    'otherwise: Baremetrics and Stripe count those who joined within the period too',
  ],
  example: {
    says: 'Ten customers at the start of March, one of whom leaves in it; another joins and leaves: 1 of 10 (ChartMogul, a tenth of its size).',
    rows: {
      customers: [
        ...Array.from({ length: 10 }, (_, row) => ({
          id: `${row}`,
          signedUpAt: '2024-06-01T00:00:00Z',
          cancelledAt: row === 0 ? '2025-03-10T00:00:00Z' : null,
        })),
        { id: 'new', signedUpAt: '2025-03-05T00:00:00Z', cancelledAt: '2025-03-20T00:00:00Z' },
      ],
    },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 0.1,
    n: 10,
    counts: { churned: 1, activeAtStart: 10, churnedNew: 1 },
  },
  measures(context) {
    if (!tellsLeaving(context)) return [];
    const uncertain = doubts(context);
    const stayed = (state: number): boolean => (state & AT_END) !== 0;
    return [
      shareOfStarters({
        population: people(context).population,
        stateOf: customerStates(context),
        isHit: (state) => !stayed(state),
        names: { hits: 'churned', of: 'activeAtStart' },
        tallies: [
          { name: 'churnedNew', counts: (state) => (state & JOINED) !== 0 && (state & AT_START) === 0 && !stayed(state) },
          ...uncertain.tallies,
        ],
        always: uncertain.always,
        ...fakePeople(context),
      }),
    ];
  },
});
