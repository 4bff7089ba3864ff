import { defineKpi } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { informed, noticesTold, outreach } from './facts/informed.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const proactiveShare = defineKpi({
  id: 'proactive-share',
  title: 'Informed by us first',
  family: 'support',
  section: 'Volume',
  unit: 'ratio',
  better: 'higher',
  cohort: 'first word about the issue',
  needs: [
    ['events.customerId', 'events.at', 'events.issueId', 'tickets.problemId', 'tickets.createdAt', 'tickets.customerId'],
    ['events.customerId', 'events.at', 'events.issueId', 'tickets.problemId', 'tickets.createdAt', 'tickets.customerEmail'],
    ['tickets.direction', 'tickets.createdAt'],
  ],
  refines: ['tickets.direction', 'events.name'],
  aggregate: 'rate',
  definition:
    'Of all customers and issues about which we and they had contact in the period, the share in which we spoke first: by a notice or a ticket that we opened, before their first ticket about it. ' +
    'Where no issues are recorded, the share of tickets that we opened.',
  formula: 'customers and issues where we spoke first / customers and issues with contact',
  excludes: ['customers whom nobody told and who did not write', 'a tie counts for the customer'],
  sources: [
    'seed 001: Nimble Storage, 90 % informed first',
    'Supportman: outreaches / reactive contacts',
    'otherwise: resolved before contact / issues identified',
  ],
  example: {
    says: 'An issue of four customers: two are told and never write, one writes an hour after our notice, one before it: 3 of 4.',
    rows: {
      tickets: [
        { id: '1', customerId: 'c', problemId: 'P-1', createdAt: '2025-03-10T10:00:00Z' },
        { id: '2', customerId: 'd', problemId: 'P-1', createdAt: '2025-03-10T08:00:00Z' },
        { id: '3', customerId: 'd', problemId: null, createdAt: '2025-03-11T08:00:00Z' },
      ],
      events: ['a', 'b', 'c', 'd'].map((customerId) => ({ customerId, at: '2025-03-10T09:00:00Z', name: 'notice', issueId: 'P-1' })),
    },
    value: 0.75,
    n: 4,
    counts: { informedByUs: 3, customersAndIssues: 4 },
  },
  measures(context) {
    const pairs = informed(context);
    const last = pairs.population.rows - 1;
    if (last > 0 && noticesTold(context)) {
      return [
        proportion({
          variant: 'customers and issues',
          population: pairs.population,
          at: pairs.at,
          outcomes: pairs.byUs.map((byUs, pair) => (pair === last ? OUT : byUs === 1 ? HIT : MISS)),
          names: { hits: 'informedByUs', of: 'customersAndIssues' },
        }),
      ];
    }
    const opened = outreach(context);
    if (!opened) return [];
    return [
      proportion({
        variant: 'tickets that we opened',
        population: rowsOf(context, 'tickets'),
        at: times(context, 'tickets', 'createdAt'),
        outcomes: opened.map((byUs) => (byUs === 1 ? HIT : MISS)),
        names: { hits: 'openedByUs', of: 'tickets' },
      }),
    ];
  },
});
