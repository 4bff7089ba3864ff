import { defineKpi } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { perDay } from './statistics/counting.ts';

export const ticketsPerDay = defineKpi({
  id: 'tickets-per-day',
  title: 'Tickets per day',
  family: 'support',
  section: 'Volume',
  unit: 'per-day',
  better: 'none',
  cohort: 'created',
  needs: [['tickets.createdAt']],
  refines: [],
  aggregate: 'rate',
  definition:
    'Tickets created in the period for each of its calendar days that the data has reached, weekends and holidays included. Over all data: the days from the first ticket to the last.',
  formula: 'tickets created / calendar days',
  excludes: [],
  sources: ['seed 000: "Tickets per Day"', 'Plain: new threads per day', 'otherwise: Help Scout averages new or updated conversations'],
  example: {
    says: 'Four tickets from 1 to 2 March: 2 a day.',
    rows: {
      tickets: [
        { id: '1', createdAt: '2025-03-01T09:00:00Z' },
        { id: '2', createdAt: '2025-03-01T10:00:00Z' },
        { id: '3', createdAt: '2025-03-02T09:00:00Z' },
        { id: '4', createdAt: '2025-03-02T23:00:00Z' },
      ],
    },
    value: 2,
    n: 4,
    counts: { created: 4, days: 2 },
  },
  measures: (context) => [perDay({ population: rowsOf(context, 'tickets'), at: times(context, 'tickets', 'createdAt'), name: 'created' })],
});
