import { defineKpi } from './define-kpi.ts';
import { namesOption } from './facts/event-names.ts';
import { fakePeople } from './facts/fake-users.ts';
import { milestoneEvent } from './facts/milestones.ts';
import { people } from './facts/people.ts';
import { signupTimes } from './facts/signups.ts';
import { windowMs, windowText } from './facts/windows.ts';
import { eventOption, windowOptions } from './options/customer-options.ts';
import { proportion } from './statistics/proportion.ts';
import { withinWindow } from './statistics/within-window.ts';

const DEFAULT_DAYS = 14;

export const activationRate = defineKpi({
  id: 'activation-rate',
  title: 'Activation rate',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'signed up, window elapsed',
  needs: [['events.customerId', 'events.at', 'events.name']],
  refines: ['customers.signedUpAt'],
  aggregate: 'rate',
  parameter: 'window',
  definition:
    'Share of the users who signed up in the period and reached the activation event within 14 days (or the days of the option), of those whose days have passed. ' +
    'The event is the one named activated, unless the option event names others.',
  formula: 'signed up and activated within 14 days / signed up, 14 days elapsed',
  excludes: [
    'users whose days have not passed (counted as pending)',
    'users who signed up before events were recorded (counted as unseen)',
  ],
  options: [...windowOptions(DEFAULT_DAYS, 'Days after signing up'), eventOption(['activated'], 'Names of the events that activate')],
  sources: [
    'published: 1,200 of 5,000 signups: 24 %',
    'PostHog: choose the actions that go with being there three months later',
    'otherwise: seed 003 prints sessions / activities, which is the inverse of something else',
  ],
  example: {
    says: 'Of four who signed up, one is activated in time and one on the twentieth day; a fifth signed up yesterday: 1 of 4.',
    rows: {
      events: [
        ...['a', 'b', 'c', 'd'].map((customerId) => ({ customerId, at: '2025-01-01T08:00:00Z', name: 'signup' })),
        { customerId: 'a', at: '2025-01-03T10:00:00Z', name: 'activated' },
        { customerId: 'b', at: '2025-01-21T10:00:00Z', name: 'activated' },
        { customerId: 'e', at: '2025-02-27T08:00:00Z', name: 'signup' },
      ],
    },
    asOf: '2025-02-28T08:00:00Z',
    value: 0.25,
    n: 4,
    counts: { activated: 1, signups: 4, pending: 1 },
  },
  measures(context) {
    const milestone = milestoneEvent(context, namesOption(context.options['event'], ['activated']));
    if (!milestone) return [];
    const startedAt = signupTimes(context);
    const length = windowMs(context, DEFAULT_DAYS);
    const { unseen } = milestone;
    return [
      proportion({
        variant: `within ${windowText(length)}`,
        population: people(context).population,
        at: startedAt,
        outcomes: withinWindow({
          startedAt,
          reachedAt: milestone.at,
          dueAt: (person) => startedAt[person]! + length,
          asOf: context.asOf,
          isOut: (person) => unseen[person] === 1,
        }),
        names: { hits: 'activated', of: 'signups', pending: 'pending' },
        tallies: [{ name: 'unseen', of: unseen, quiet: true }],
        ...fakePeople(context, { activity: true }),
      }),
    ];
  },
});
