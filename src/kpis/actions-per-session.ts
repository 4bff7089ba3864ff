import { defineKpi } from './define-kpi.ts';
import { eventRows } from './facts/active-users.ts';
import { codes, times } from './facts/columns.ts';
import { deeds } from './facts/deeds.ts';
import { eventsNamed } from './facts/event-names.ts';
import { fakeRows } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { distinctCounter } from './statistics/distinct.ts';

export const actionsPerSession = defineKpi({
  id: 'actions-per-session',
  title: 'Actions per session',
  family: 'success',
  section: 'Product',
  unit: 'count',
  better: 'higher',
  cohort: 'used',
  needs: [
    ['events.at', 'events.sessionId'],
    ['events.at', 'events.name'],
  ],
  refines: ['events.customerId', 'events.name'],
  aggregate: 'ratio',
  definition:
    'What users did in the period divided by their sessions: events other than visits by different session ids, or, where the data has none, by visits. The users are counted beside it.',
  formula: 'events other than visits / sessions (visits, where sessions are not recorded)',
  excludes: ['events without a session, where there are session ids', 'signups, notices sent and mentions elsewhere'],
  sources: ['kpis.md: activities / sessions', 'otherwise: seed 003 prints sessions / activities, which is the inverse'],
  example: {
    says: 'Two visits, then three actions: 1.5 a session.',
    rows: {
      events: [
        { customerId: 'a', at: '2025-03-10T09:00:00Z', name: 'visit' },
        { customerId: 'a', at: '2025-03-10T09:10:00Z', name: 'feature' },
        { customerId: 'a', at: '2025-03-10T09:20:00Z', name: 'feature' },
        { customerId: 'b', at: '2025-03-10T09:00:00Z', name: 'visit' },
        { customerId: 'b', at: '2025-03-10T09:10:00Z', name: 'purchase' },
      ],
    },
    value: 1.5,
    n: 2,
    counts: { actions: 3, sessions: 2, users: 2 },
  },
  measures(context) {
    const visits = eventsNamed(context, ['visit']);
    const ids = codes(context, 'events', 'sessionId');
    const sessionOf = ids?.codes.some((code) => code > 0) ? Int32Array.from(ids.codes, (code) => code - 1) : undefined;
    if (!sessionOf && !visits) return [];
    const did = deeds(context);
    const signups = eventsNamed(context, ['signup']);
    const who = personOf(context, 'events');
    const users = distinctCounter(who, people(context).count);
    const sessionCounter = sessionOf && distinctCounter(sessionOf, ids!.values.length);
    return [
      {
        clock: null,
        variant: sessionOf ? 'by session ids' : 'by visits',
        population: eventRows(context),
        at: times(context, 'events', 'at'),
        ...fakeRows(context, 'events', { activity: true }),
        summarise(rows) {
          const taking = new Int32Array(rows.length);
          let size = 0;
          let actions = 0;
          for (const row of rows) {
            if (did[row] !== 1 || signups?.[row] === 1 || (sessionOf && sessionOf[row]! < 0)) continue;
            taking[size++] = row;
            if (visits?.[row] !== 1) actions++;
          }
          const sessions = sessionCounter ? sessionCounter.count(taking.subarray(0, size)) : size - actions;
          const counts = { actions, sessions, users: users.count(taking.subarray(0, size)) };
          return sessions === 0
            ? { value: null, n: 0, reason: 'no-data', counts }
            : { value: actions / sessions, n: sessions, reason: null, counts };
        },
      },
    ];
  },
});
