import { defineKpi } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { firstGroups } from './facts/departments.ts';
import { mix } from './statistics/mix.ts';

export const ticketsByDepartment = defineKpi({
  id: 'tickets-by-department',
  title: 'Tickets by department',
  family: 'support',
  section: 'Volume',
  unit: 'ratio',
  better: 'none',
  cohort: 'created',
  needs: [['tickets.group']],
  refines: ['changes.at', 'changes.field', 'tickets.createdAt'],
  aggregate: 'mix',
  definition:
    'Share of the tickets created in the period that each group or department was asked first. Tickets without a group are a row of their own.',
  formula: 'tickets asked of a department first / tickets created',
  excludes: [],
  sources: [
    'seed 003: support requests to departments',
    'Zammad: moved in and out per group',
    'otherwise: the last group, or every group that touched it',
  ],
  example: {
    says: 'Three tickets for Billing, one for Sales: 75 % and 25 %.',
    rows: {
      tickets: [
        { id: '1', group: 'Billing' },
        { id: '2', group: 'Billing' },
        { id: '3', group: 'Billing' },
        { id: '4', group: 'Sales' },
      ],
    },
    value: null,
    n: 4,
    counts: { total: 4 },
  },
  measures: (context) => [
    mix({ population: rowsOf(context, 'tickets'), at: times(context, 'tickets', 'createdAt'), keys: firstGroups(context) }),
  ],
});
