import { defineKpi, type KpiContext } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { firstResponse } from './facts/first-response.ts';
import { resolution } from './facts/resolution.ts';
import { HIT, MISS, OUT, PENDING, proportion } from './statistics/proportion.ts';

/** Seconds within which a first answer is on time, unless the options say otherwise. */
const DEFAULT_TARGET = 900;

export const serviceLevel = defineKpi({
  id: 'service-level',
  title: 'Answered in time',
  family: 'support',
  section: 'Speed',
  unit: 'ratio',
  better: 'higher',
  cohort: 'created, target elapsed',
  needs: [['tickets.createdAt', 'tickets.firstResponseAt'], ['tickets.createdAt', 'messages.at', 'messages.author'], ['tickets.firstResponse']],
  refines: ['tickets.status', 'tickets.solvedAt', 'messages.public'],
  aggregate: 'rate',
  parameter: 'target',
  definition:
    'Share of tickets whose first response came within the target (15 minutes unless set otherwise; exactly on target counts), over all tickets created ' +
    'in the period whose target has elapsed, answered or not. A ticket that nobody has answered is a miss once the target is over.',
  excludes: ['tickets younger than the target (counted as pending)', 'tickets solved without any reply (counted)', 'tickets that an agent opened and no customer wrote to'],
  sources: ['seed 000: "Answered in 15 minutes"', 'apache/devlake: unanswered issues belong in the denominator', 'Chatwoot users: share within SLA over all conversations', 'otherwise: many dashboards divide by the answered tickets only'],
  example: {
    says: 'Answered after 10, 20, 30 and 40 minutes, and one not answered a day later: 1 of 5 within 15 minutes.',
    rows: {
      tickets: [
        { id: '1', createdAt: '2025-03-10T09:00:00Z', firstResponseAt: '2025-03-10T09:10:00Z' },
        { id: '2', createdAt: '2025-03-10T09:00:00Z', firstResponseAt: '2025-03-10T09:20:00Z' },
        { id: '3', createdAt: '2025-03-10T09:00:00Z', firstResponseAt: '2025-03-10T09:30:00Z' },
        { id: '4', createdAt: '2025-03-10T09:00:00Z', firstResponseAt: '2025-03-10T09:40:00Z' },
        { id: '5', createdAt: '2025-03-10T09:00:00Z', status: 'open' },
      ],
    },
    asOf: '2025-03-11T00:00:00Z',
    value: 0.2,
    n: 5,
    counts: { met: 1, due: 5, pending: 0 },
  },
  measures(context) {
    const { durations } = firstResponse(context);
    const target = targetSeconds(context);
    return [...durations].map(([clock, values]) =>
      proportion({
        clock,
        variant: `within ${describe(target)}`,
        population: rowsOf(context, 'tickets'),
        at: times(context, 'tickets', 'createdAt'),
        outcomes: outcomes(context, values, target),
        names: { hits: 'met', of: 'due', pending: 'pending' },
        tallies: [{ name: 'solvedWithoutReply', of: solvedWithoutReply(context), quiet: true }],
      }),
    );
  },
});

function targetSeconds(context: KpiContext): number {
  const { target } = context.options;
  return typeof target === 'number' ? target : DEFAULT_TARGET;
}

function describe(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

function outcomes(context: KpiContext, values: Float64Array, target: number): Uint8Array {
  const { asked, answered } = firstResponse(context);
  const { solved } = resolution(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  return Uint8Array.from(values, (seconds, row) => {
    if (asked[row] === 0 || seconds < 0) return OUT;
    if (createdAt[row]! + target * 1000 > context.asOf) return PENDING;
    if (!Number.isNaN(seconds)) return seconds <= target ? HIT : MISS;
    // Answered, but by another clock or at an unknown time: not for this measure to judge.
    return answered[row] === 1 || solved[row] === 1 ? OUT : MISS;
  });
}

function solvedWithoutReply(context: KpiContext): Uint8Array {
  const { asked, answered } = firstResponse(context);
  const { solved } = resolution(context);
  return asked.map((wanted, row) => (wanted === 1 && answered[row] === 0 && solved[row] === 1 ? 1 : 0));
}
