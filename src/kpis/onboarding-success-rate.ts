import { defineKpi } from './define-kpi.ts';
import { fakePeople } from './facts/fake-users.ts';
import { onboarding } from './facts/milestones.ts';
import { people } from './facts/people.ts';
import { signupTimes } from './facts/signups.ts';
import { windowMs, windowText } from './facts/windows.ts';
import { MILESTONES, windowOptions } from './options/customer-options.ts';
import { proportion } from './statistics/proportion.ts';
import { withinWindow } from './statistics/within-window.ts';

const DEFAULT_DAYS = 30;

export const onboardingSuccessRate = defineKpi({
  id: 'onboarding-success-rate',
  title: 'Onboarding success',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'signed up, window elapsed',
  needs: [
    ['customers.signedUpAt', 'customers.onboardedAt'],
    ['customers.signedUpAt', 'events.customerId', 'events.at', 'events.name'],
    ['events.customerId', 'events.at', 'events.name'],
  ],
  refines: ['events.name'],
  aggregate: 'rate',
  parameter: 'window',
  definition:
    'Share of the customers who signed up in the period and completed onboarding within 30 days (or the days of the option), of those whose days have passed. ' +
    'Onboarding is complete at its date, at the event onboarded, or when all events of the option milestones have happened.',
  formula: 'signed up and onboarded within 30 days / signed up, 30 days elapsed',
  excludes: [
    'customers whose days have not passed (counted as pending)',
    'customers who signed up before events were recorded, where events tell (counted as unseen)',
  ],
  options: [...windowOptions(DEFAULT_DAYS, 'Days after signing up'), MILESTONES],
  sources: ['kpis.md: new customers who completed every required milestone within the target days; there is no single standard'],
  example: {
    says: 'Onboarded on day 10, on day 40 and not at all; a fourth signed up last week: 1 of 3.',
    rows: {
      customers: [
        { id: 'a', signedUpAt: '2025-01-01T00:00:00Z', onboardedAt: '2025-01-11T00:00:00Z' },
        { id: 'b', signedUpAt: '2025-01-01T00:00:00Z', onboardedAt: '2025-02-10T00:00:00Z' },
        { id: 'c', signedUpAt: '2025-01-01T00:00:00Z', onboardedAt: null },
        { id: 'd', signedUpAt: '2025-03-24T00:00:00Z', onboardedAt: '2025-03-25T00:00:00Z' },
      ],
    },
    asOf: '2025-03-31T00:00:00Z',
    value: 1 / 3,
    n: 3,
    counts: { onboarded: 1, signups: 3, pending: 1 },
  },
  measures(context) {
    const milestone = onboarding(context);
    if (!milestone) return [];
    const startedAt = signupTimes(context);
    const length = windowMs(context, DEFAULT_DAYS);
    const { unseen } = milestone;
    return [
      proportion({
        variant: `${milestone.variant}, within ${windowText(length)}`,
        population: people(context).population,
        at: startedAt,
        outcomes: withinWindow({
          startedAt,
          reachedAt: milestone.at,
          dueAt: (person) => startedAt[person]! + length,
          asOf: context.asOf,
          isOut: (person) => unseen[person] === 1,
        }),
        names: { hits: 'onboarded', of: 'signups', pending: 'pending' },
        tallies: [{ name: 'unseen', of: unseen, quiet: true }],
        ...fakePeople(context, { activity: true }),
      }),
    ];
  },
});
