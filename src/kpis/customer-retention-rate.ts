import { defineKpi } from './define-kpi.ts';
import { tellsLeaving } from './facts/churn-evidence.ts';
import { CUSTOMER_NEEDS, CUSTOMER_REFINES } from './facts/customer-columns.ts';
import { customerStates, doubts } from './facts/customer-states.ts';
import { fakePeople } from './facts/fake-users.ts';
import { people } from './facts/people.ts';
import { AT_END, AT_START, JOINED, shareOfStarters } from './statistics/membership.ts';

export const customerRetentionRate = defineKpi({
  id: 'customer-retention-rate',
  title: 'Customer retention',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'customer when the period begins',
  needs: CUSTOMER_NEEDS,
  refines: CUSTOMER_REFINES,
  aggregate: 'rate',
  definition:
    'Share of the paying customers at the start of the period (S) who still were customers at its end, told one by one. The common formula (E − N) / S, with E customers at the end and ' +
    'N new ones, is the same unless former customers came back in the period; where they did, it stands beside as a part, too high by them.',
  formula: 'customers at the start who still are at the end / customers at the start',
  excludes: ['trials and customers who pay nothing, where the data tells', 'customers who left, nobody knows when'],
  sources: [
    'seed 003: ((E − N) / S) × 100',
    'published example: S 200, E 220, N 40: 90 %',
    'otherwise: the formula counts who came back as retained',
  ],
  example: {
    says: 'S = 20, E = 22, N = 4: (22 − 4) / 20 = 90 % (the published 200, 220 and 40, a tenth of its size).',
    rows: {
      customers: [
        ...Array.from({ length: 20 }, (_, row) => ({
          id: `old ${row}`,
          signedUpAt: '2024-06-01T00:00:00Z',
          cancelledAt: row < 2 ? '2025-03-10T00:00:00Z' : null,
        })),
        ...Array.from({ length: 4 }, (_, row) => ({ id: `new ${row}`, signedUpAt: '2025-03-05T00:00:00Z', cancelledAt: null })),
      ],
    },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 0.9,
    n: 20,
    counts: { retained: 18, activeAtStart: 20, activeAtEnd: 22, new: 4 },
  },
  measures(context) {
    if (!tellsLeaving(context)) return [];
    const uncertain = doubts(context);
    const isEnd = (state: number): boolean => (state & AT_END) !== 0;
    const isStart = (state: number): boolean => (state & AT_START) !== 0;
    return [
      shareOfStarters({
        population: people(context).population,
        stateOf: customerStates(context),
        isHit: isEnd,
        names: { hits: 'retained', of: 'activeAtStart' },
        tallies: [
          { name: 'activeAtEnd', counts: isEnd },
          { name: 'new', counts: (state) => isEnd(state) && (state & JOINED) !== 0 },
          { name: 'cameBack', quiet: true, counts: (state) => isEnd(state) && !isStart(state) && (state & JOINED) === 0 },
          ...uncertain.tallies,
        ],
        parts: (counts) =>
          (counts['cameBack'] ?? 0) > 0
            ? [
                {
                  key: 'by the formula (E − N) / S',
                  value: (counts['activeAtEnd']! - counts['new']!) / counts['activeAtStart']!,
                  n: counts['activeAtStart']!,
                },
              ]
            : [],
        always: uncertain.always,
        ...fakePeople(context),
      }),
    ];
  },
});
