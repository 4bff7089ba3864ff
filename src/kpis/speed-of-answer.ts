import { combineRows } from '../lib/judge-rows.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import { either, flags, none, numbers, rowsOf, times } from './facts/columns.ts';
import { channelKeys, liveChannels } from './facts/channels.ts';
import { firstResponse } from './facts/first-response.ts';
import { distribution } from './statistics/distribution.ts';

export const speedOfAnswer = defineKpi({
  id: 'speed-of-answer',
  title: 'Speed of answer (calls, chats)',
  family: 'support',
  section: 'Speed',
  unit: 'seconds',
  better: 'lower',
  cohort: 'started',
  needs: [
    ['tickets.channel', 'tickets.waitSeconds'],
    ['tickets.channel', 'tickets.createdAt', 'messages.at', 'messages.author'],
    ['tickets.channel', 'tickets.createdAt', 'tickets.firstResponseAt'],
  ],
  refines: ['tickets.abandoned'],
  aggregate: 'mean',
  definition:
    'Mean time that answered calls and chats waited for a human, in seconds: the queue time of the export, else the time from the start to the first human answer. Median beside it, and by channel.',
  formula: 'mean over answered calls and chats of (human answer − start)',
  excludes: ['abandoned calls and chats', 'channels in which nobody waits in a queue (e-mail, web, social)'],
  sources: ['call-centre practice: average speed of answer (ASA)', 'product.md'],
  example: {
    says: 'Calls answered after 10 and 30 seconds and a chat after 50; an abandoned call and an e-mail do not count: 90 / 3 = 30 seconds.',
    rows: {
      tickets: [
        { id: '1', channel: 'phone', waitSeconds: 10, abandoned: false },
        { id: '2', channel: 'phone', waitSeconds: 30, abandoned: false },
        { id: '3', channel: 'chat', waitSeconds: 50, abandoned: false },
        { id: '4', channel: 'phone', waitSeconds: 200, abandoned: true },
        { id: '5', channel: 'email', waitSeconds: 9000, abandoned: false },
      ],
    },
    value: 30,
    n: 3,
    counts: { answered: 3 },
  },
  measures(context) {
    const channels = channelKeys(context);
    return [
      distribution({
        clock: 'calendar',
        population: rowsOf(context, 'tickets'),
        at: times(context, 'tickets', 'createdAt'),
        values: waits(context),
        counts: queuing(context),
        lead: 'mean',
        used: 'answered',
        ...(channels ? { partsBy: channels } : {}),
      }),
    ];
  },
});

/** How long each ticket waited, by the export's own queue time where there is one. */
function waits(context: KpiContext): Float64Array {
  const queued = numbers(context, 'tickets', 'waitSeconds');
  const stamped = firstResponse(context).durations().get('calendar');
  if (queued === undefined) return stamped ?? none(context, 'tickets');
  return stamped === undefined ? queued : either(queued, stamped);
}

/** Calls and chats that were not abandoned (1). */
function queuing(context: KpiContext): Uint8Array {
  const { voice, chat } = liveChannels(context);
  const left = flags(context, 'tickets', 'abandoned');
  const queued = combineRows(voice, chat, (one, other) => one | other);
  return left ? combineRows(queued, left, (is, gone) => (is === 1 && gone !== 1 ? 1 : 0)) : queued;
}
