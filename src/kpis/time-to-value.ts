import { defineKpi } from './define-kpi.ts';
import { namesOption } from './facts/event-names.ts';
import { fakePeople } from './facts/fake-users.ts';
import { milestoneEvent, onboarding, watchedUntil } from './facts/milestones.ts';
import { people } from './facts/people.ts';
import { signupTimes } from './facts/signups.ts';
import { MILESTONES, eventOption } from './options/customer-options.ts';
import { medianTime } from './statistics/survival.ts';

export const timeToValue = defineKpi({
  id: 'time-to-value',
  title: 'Time to value',
  family: 'success',
  section: 'Customers',
  unit: 'seconds',
  better: 'lower',
  cohort: 'signed up',
  needs: [
    ['events.customerId', 'events.at', 'events.name'],
    ['customers.signedUpAt', 'customers.onboardedAt'],
  ],
  refines: ['customers.signedUpAt', 'customers.cancelledAt', 'customers.onboardedAt'],
  aggregate: 'median',
  definition:
    'Time after which half of the customers who signed up in the period had their first value, by Kaplan–Meier: the event activated (or those of the option event), else the end of onboarding. ' +
    'Who is not there yet counts for as long as they have been watched, until now or until they left; there is no value while fewer than half are there.',
  formula: 'the first t with S(t) ≤ 0.5, S by Kaplan–Meier from signing up to the first value',
  excludes: [
    'customers who signed up before events were recorded, where events tell (counted as unseen)',
    'values before signing up (counted as negative)',
  ],
  options: [eventOption(['activated'], 'Names of the events that are the first value'), MILESTONES],
  sources: [
    'kpis.md: median time to first value with Kaplan–Meier for those who are not there yet',
    'otherwise: the median of those who got there, which gets better when others never do',
  ],
  example: {
    says: 'First value after 1, 2 and 3 days, and two of five not there after 60: the third of five makes it half: 3 days. (Of those who got there the median would be 2.)',
    rows: {
      events: [
        ...['a', 'b', 'c', 'd', 'e'].map((customerId) => ({ customerId, at: '2025-01-01T00:00:00Z', name: 'signup' })),
        { customerId: 'a', at: '2025-01-02T00:00:00Z', name: 'activated' },
        { customerId: 'b', at: '2025-01-03T00:00:00Z', name: 'activated' },
        { customerId: 'c', at: '2025-01-04T00:00:00Z', name: 'activated' },
      ],
    },
    asOf: '2025-03-02T00:00:00Z',
    value: 259_200,
    n: 5,
    counts: { reached: 3, signups: 5 },
  },
  measures(context) {
    const milestone = milestoneEvent(context, namesOption(context.options['event'], ['activated'])) ?? onboarding(context);
    if (!milestone) return [];
    const signedUpAt = signupTimes(context);
    return [
      medianTime({
        population: people(context).population,
        startedAt: signedUpAt.map((at, person) => (milestone.unseen[person] === 1 ? Number.NaN : at)),
        eventAt: milestone.at,
        watchedUntil: watchedUntil(context),
        names: { events: 'reached', of: 'signups' },
        variant: milestone.variant,
        ...fakePeople(context, { activity: true }),
      }),
    ];
  },
});
