import { defineKpi } from './define-kpi.ts';
import { activeCustomers } from './facts/activity.ts';
import { rowsOf, times } from './facts/columns.ts';
import { fakeRows } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { rowsPerSubject } from './statistics/per-subject.ts';

export const ticketsPerCustomer = defineKpi({
  id: 'tickets-per-customer',
  title: 'Tickets per customer',
  family: 'support',
  section: 'Volume',
  unit: 'count',
  better: 'lower',
  cohort: 'created',
  needs: [['tickets.customerId'], ['tickets.customerEmail']],
  refines: ['events.at', 'subscriptions.startedAt', 'customers.lastActiveAt', 'tickets.createdAt'],
  aggregate: 'ratio',
  definition:
    'Tickets created in the period for each customer who was active in it. Who counts as active is said beside it: customers with an event, with an active subscription, by last activity, or, where the data has none of these, those who wrote.',
  formula: 'tickets created / active customers',
  excludes: [],
  sources: ['seed 000: "Tickets per Customer"', 'otherwise: some divide by all customers'],
  example: {
    says: 'Three tickets of two customers: 1.5 for each who wrote.',
    rows: {
      tickets: [
        { id: '1', customerId: 'a' },
        { id: '2', customerId: 'a' },
        { id: '3', customerId: 'b' },
      ],
    },
    value: 1.5,
    n: 2,
    counts: { tickets: 3, customers: 2 },
  },
  measures(context) {
    const { variant, base, subjects } = activeCustomers(context);
    return [
      {
        ...rowsPerSubject({
          population: rowsOf(context, 'tickets'),
          at: times(context, 'tickets', 'createdAt'),
          subjects: personOf(context, 'tickets'),
          people: people(context).count,
          base,
          baseSubjects: subjects,
          variant,
          names: { hits: 'tickets', of: 'customers' },
        }),
        ...fakeRows(context, 'tickets', { activity: true }),
      },
    ];
  },
});
