import { defineKpi } from './define-kpi.ts';
import { flags, numbers, rowsOf, times } from './facts/columns.ts';
import { channelKeys, liveChannels } from './facts/channels.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

/** Callers who hang up sooner have not waited: they count neither as abandoned nor as offered. Seconds. */
const SHORT_ABANDON = 5;

export const abandonmentRate = defineKpi({
  id: 'abandonment-rate',
  title: 'Abandoned',
  family: 'support',
  section: 'Speed',
  unit: 'ratio',
  better: 'lower',
  cohort: 'started',
  needs: [['tickets.abandoned']],
  refines: ['tickets.channel', 'tickets.waitSeconds', 'tickets.createdAt'],
  aggregate: 'rate',
  definition: 'Share of the conversations started in the period that the customer left before a human answered, overall and by channel.',
  formula: 'conversations left before a human answered / conversations offered',
  excludes: ['conversations whose fate is unknown', 'calls that hung up within 5 seconds (counted)'],
  sources: [
    'AWS Connect: abandoned in queue / queued',
    'Talkdesk and CCmath: short abandons are left out',
    'Zendesk Chat: missed chats',
    'otherwise: for e-mail there is no standard',
  ],
  example: {
    says: '1,000 calls with 40 abandoned are 4 % (Investopedia); here 25 with 1, and one that hung up after 3 seconds and counts for neither.',
    rows: {
      tickets: [
        ...Array.from({ length: 24 }, (_, call) => ({ id: `a${call}`, channel: 'phone', abandoned: false, waitSeconds: 20 })),
        { id: 'b', channel: 'phone', abandoned: true, waitSeconds: 90 },
        { id: 'c', channel: 'phone', abandoned: true, waitSeconds: 3 },
      ],
    },
    value: 0.04,
    n: 25,
    counts: { abandoned: 1, offered: 25, shortAbandons: 1 },
  },
  measures(context) {
    const left = flags(context, 'tickets', 'abandoned') ?? new Uint8Array(rowsOf(context, 'tickets').rows).fill(2);
    const waited = numbers(context, 'tickets', 'waitSeconds');
    const { voice } = liveChannels(context);
    const short = left.map((gone, row) => (gone === 1 && voice[row] === 1 && waited !== undefined && waited[row]! < SHORT_ABANDON ? 1 : 0));
    const channels = channelKeys(context);
    return [
      proportion({
        population: rowsOf(context, 'tickets'),
        at: times(context, 'tickets', 'createdAt'),
        outcomes: left.map((gone, row) => (short[row] === 1 || gone === 2 ? OUT : gone === 1 ? HIT : MISS)),
        names: { hits: 'abandoned', of: 'offered' },
        tallies: [{ name: 'shortAbandons', of: short, quiet: true }],
        ...(channels ? { partsBy: channels } : {}),
      }),
    ];
  },
});
