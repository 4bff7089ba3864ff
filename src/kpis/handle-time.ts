import { defineKpi } from './define-kpi.ts';
import { numbers, rowsOf } from './facts/columns.ts';
import { channelKeys } from './facts/channels.ts';
import { handledTimes } from './facts/contacts.ts';
import { distribution } from './statistics/distribution.ts';

export const handleTime = defineKpi({
  id: 'handle-time',
  title: 'Handle time',
  family: 'support',
  section: 'Effort and cost',
  unit: 'seconds',
  better: 'lower',
  cohort: 'handled',
  needs: [['tickets.handleSeconds']],
  refines: ['tickets.channel', 'tickets.solvedAt', 'tickets.firstResponseAt', 'tickets.createdAt'],
  aggregate: 'mean',
  definition:
    'Mean working time spent on a handled conversation (talk, hold and wrap-up, or tracked time), in seconds, overall and by channel. A conversation belongs to the period in which it was solved, else first answered, else created.',
  formula: 'mean over handled conversations of (talk + hold + wrap-up)',
  excludes: ['conversations without recorded time (a zero means none)'],
  sources: ['call-centre practice: average handle time (AHT)', 'Freshdesk: time tracked', 'Intercom: handling time', 'product.md'],
  example: {
    says: 'Tracked 5, 10 and 15 minutes, and one ticket without tracked time: 10 minutes over 3.',
    rows: {
      tickets: [
        { id: '1', handleSeconds: 300 },
        { id: '2', handleSeconds: 600 },
        { id: '3', handleSeconds: 900 },
        { id: '4', handleSeconds: 0 },
      ],
    },
    value: 600,
    n: 3,
    counts: { handled: 3 },
  },
  measures(context) {
    const spent = numbers(context, 'tickets', 'handleSeconds') ?? new Float64Array(rowsOf(context, 'tickets').rows).fill(Number.NaN);
    const channels = channelKeys(context);
    return [
      distribution({
        clock: null,
        population: rowsOf(context, 'tickets'),
        at: handledTimes(context),
        values: spent.map((seconds) => (seconds === 0 ? Number.NaN : seconds)),
        lead: 'mean',
        used: 'handled',
        ...(channels ? { partsBy: channels } : {}),
      }),
    ];
  },
});
