import type { Numbers } from '../model/columns.ts';
import { ABOVE, BELOW, BETWEEN, combineRows, judgeRows, NONE } from '../lib/judge-rows.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import { none, rowsOf, times } from './facts/columns.ts';
import { conversations } from './facts/conversations.ts';
import { agentReplies, followUps } from './facts/first-response.ts';
import { resolutions } from './facts/resolution-ends.ts';
import { resolution } from './facts/resolution.ts';
import { choiceOption, chosen } from './options/option-values.ts';
import { cohortOption } from './options/response-options.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

const COHORT = cohortOption('event', 'it was solved');

const FCR = choiceOption({
  name: 'fcr',
  type: ['one-reply', 'at-most-one-reply', 'no-customer-followup', 'closed-once', 'closed-within:15m'],
  default: 'one-reply',
  says:
    'one-reply: exactly one public reply of a human agent; at-most-one-reply: none is a success too; no-customer-followup: the customer never wrote again; ' +
    'closed-once: never reopened and only one agent wrote; closed-within:15m: closed less than 15 minutes after creation. All but one-reply: of all solved tickets',
  definedBy: [
    'one-reply: Zendesk (newer page), dbt_zendesk, Help Scout, Groove',
    'at-most-one-reply: Zendesk (historic formula)',
    'no-customer-followup: Freshservice',
    'closed-once: Intercom',
    'closed-within:15m: Zammad (First Solution)',
  ],
});

const OF = choiceOption({
  name: 'of',
  type: ['replied', 'solved'],
  default: 'replied',
  says: 'Denominator of one-reply: solved tickets with at least one reply, or all solved tickets',
  definedBy: ['replied: Help Scout, Groove', 'solved: Zendesk'],
});

export const firstContactResolution = defineKpi({
  id: 'first-contact-resolution',
  title: 'First contact resolution',
  family: 'support',
  section: 'Resolution',
  unit: 'ratio',
  better: 'higher',
  cohort: 'solved',
  needs: [['tickets.agentReplies'], ['messages.at', 'messages.author']],
  refines: ['tickets.status', 'tickets.solvedAt', 'messages.public'],
  aggregate: 'rate',
  definition:
    'Share of the tickets solved in the period with at least one public human reply that needed exactly one. A reopening without a further reply does not count against it.',
  formula: 'solved with exactly one reply / solved with at least one reply',
  excludes: ['tickets that are not solved', 'tickets solved without any reply'],
  options: [FCR, OF, COHORT],
  sources: [
    'Zendesk (newer definition) and dbt_zendesk: one-touch',
    'Help Scout: resolved on first reply',
    'Groove',
    'otherwise: Zendesk (older) counts tickets without a reply as a success; Freshservice looks at customer follow-ups; call centres at repeat contact within 7 days',
  ],
  example: {
    says: 'Solved with 1, 1, 2 and 3 replies, and one without any: 2 of 4.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', agentReplies: 1 },
        { id: '2', status: 'solved', agentReplies: 1 },
        { id: '3', status: 'solved', agentReplies: 2 },
        { id: '4', status: 'closed', agentReplies: 3 },
        { id: '5', status: 'solved', agentReplies: 0 },
      ],
    },
    value: 0.5,
    n: 4,
    counts: { oneReply: 2, solvedWithReply: 4 },
  },
  measures(context) {
    const rule = chosen(context, FCR);
    const { solved, solvedAt, firstSolvedAt } = resolution(context);
    const outcomes = RULES[rule].outcomes(context);
    const byStart = chosen(context, COHORT) === 'created';
    const ofSolved = combineRows(outcomes, solved, (outcome, is) => (is === 1 ? outcome : OUT));
    const { variant, ...names } = RULES[rule].names(context);
    return [
      proportion({
        population: rowsOf(context, 'tickets'),
        at: byStart ? times(context, 'tickets', 'createdAt') : solvedAt,
        ...(variant ? { variant } : {}),
        outcomes: ofSolved,
        ...(byStart
          ? { outcomesBy: (until: Float64Array) => ofSolved.map((outcome, row) => (firstSolvedAt[row]! > until[row]! ? OUT : outcome)) }
          : {}),
        names,
      }),
    ];
  },
});

interface Rule {
  /** What a solved ticket says. */
  readonly outcomes: (context: KpiContext) => Uint8Array;
  readonly names: (context: KpiContext) => { readonly variant?: string; readonly hits: string; readonly of: string };
}

/** Strictly less than 15 minutes, as Zammad counts. Seconds. */
const CLOSED_WITHIN = 900;

const RULES: Readonly<Record<(typeof FCR)['type'][number], Rule>> = {
  'one-reply': {
    outcomes(context) {
      const ofAll = chosen(context, OF) !== 'replied';
      const judged = byReplies(context, (count) => (count === BETWEEN ? HIT : count === ABOVE || ofAll ? MISS : OUT));
      // Fewer than none is no count.
      return ofAll ? judgeRows(replyCounts(context), { low: 0, high: 0 }, (count, is) => (count === BELOW ? OUT : is), judged) : judged;
    },
    names: (context) =>
      chosen(context, OF) === 'replied'
        ? { hits: 'oneReply', of: 'solvedWithReply' }
        : { variant: 'one reply, of all solved', hits: 'oneReply', of: 'solved' },
  },
  'at-most-one-reply': {
    outcomes: (context) => byReplies(context, (count) => (count === ABOVE ? MISS : HIT)),
    names: () => ({ variant: 'at most one reply', hits: 'atMostOneReply', of: 'solved' }),
  },
  'no-customer-followup': {
    outcomes: (context) => Uint8Array.from(followUps(context), (count) => (Number.isNaN(count) ? OUT : count === 0 ? HIT : MISS)),
    names: () => ({ variant: 'without a follow-up of the customer', hits: 'noFollowUp', of: 'solved' }),
  },
  'closed-once': {
    outcomes(context) {
      const { reopens } = resolution(context);
      const { agents } = conversations(context);
      return Uint8Array.from(reopens, (times, row) =>
        Number.isNaN(times) || Number.isNaN(agents[row]!) ? OUT : times === 0 && agents[row]! <= 1 ? HIT : MISS,
      );
    },
    names: () => ({ variant: 'closed once by one teammate', hits: 'closedOnce', of: 'solved' }),
  },
  'closed-within:15m': {
    outcomes(context) {
      const { durations } = resolutions(context, { resolution: 'full', end: 'closed', pauseStatuses: [] });
      return Uint8Array.from(durations().get('calendar') ?? new Float64Array(rowsOf(context, 'tickets').rows).fill(Number.NaN), (seconds) =>
        seconds >= 0 ? (seconds < CLOSED_WITHIN ? HIT : MISS) : OUT,
      );
    },
    names: () => ({ variant: 'closed within 15 min', hits: 'closedInTime', of: 'solved' }),
  },
};

/** By whether there were fewer replies than one, one, or more. */
function byReplies(context: KpiContext, judge: (count: number) => number): Uint8Array {
  return judgeRows(replyCounts(context), { low: 1, high: 1 }, (count) => (count === NONE ? OUT : judge(count)));
}

function replyCounts(context: KpiContext): Numbers {
  return agentReplies(context) ?? none(context, 'tickets');
}
