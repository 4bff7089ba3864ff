import { defineKpi } from './define-kpi.ts';
import { activeCustomers } from './facts/activity.ts';
import { rowsOf, times } from './facts/columns.ts';
import { fakeRows } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { shareOfSubjects } from './statistics/per-subject.ts';

export const contactRate = defineKpi({
  id: 'contact-rate',
  title: 'Contact rate',
  family: 'support',
  section: 'Volume',
  unit: 'ratio',
  better: 'lower',
  cohort: 'created',
  // Of the customers who wrote, all wrote: without other evidence of activity the rate would be 1 by construction.
  needs: [
    ['tickets.customerId', 'events.at'],
    ['tickets.customerId', 'subscriptions.startedAt'],
    ['tickets.customerId', 'customers.lastActiveAt'],
    ['tickets.customerEmail', 'customers.lastActiveAt'],
  ],
  refines: ['tickets.createdAt'],
  aggregate: 'rate',
  definition:
    'Share of the customers active in the period who created at least one ticket in it. Each customer counts once, however many tickets they wrote.',
  formula: 'active customers with a ticket / active customers',
  excludes: ['tickets of customers who are not known as active'],
  sources: [
    'Helpshift: unique users contacting / monthly active users',
    'seed 002: "Contact Rate"',
    'otherwise: others divide the contacts, not the customers',
  ],
  example: {
    says: 'Four active customers, one of whom wrote twice: 1 of 4. (1,200 of 50,000 would be 2.4 %, Helpshift.)',
    rows: {
      tickets: [
        { id: '1', customerId: 'a', createdAt: '2025-03-02T09:00:00Z' },
        { id: '2', customerId: 'a', createdAt: '2025-03-03T09:00:00Z' },
      ],
      events: ['a', 'b', 'c', 'd'].map((customerId) => ({ customerId, at: '2025-03-01T09:00:00Z', name: 'visit' })),
    },
    value: 0.25,
    n: 4,
    counts: { contacting: 1, active: 4 },
  },
  measures(context) {
    const { variant, base, subjects } = activeCustomers(context);
    return [
      {
        ...shareOfSubjects({
          population: rowsOf(context, 'tickets'),
          at: times(context, 'tickets', 'createdAt'),
          subjects: personOf(context, 'tickets'),
          people: people(context).count,
          base,
          baseSubjects: subjects,
          variant,
          names: { hits: 'contacting', of: 'active' },
        }),
        ...fakeRows(context, 'tickets', { activity: true }),
      },
    ];
  },
});
