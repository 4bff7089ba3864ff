import { BELOW, BETWEEN, combineRows, isWithin, judgeRows, NONE } from '../lib/judge-rows.ts';
import type { Clock } from '../model/kinds.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import { answering, answeringBy } from './facts/answering.ts';
import { askedByClock } from './facts/clock-of-system.ts';
import { either, rowsOf, times } from './facts/columns.ts';
import { shownClocks } from './facts/durations.ts';
import { openTime } from './facts/open-time.ts';
import { resolution } from './facts/resolution.ts';
import { chosen, secondsByCondition, secondsOf, type DurationOption, type DurationsOption } from './options/option-values.ts';
import { BOTS, cohortOption, OUTBOUND } from './options/response-options.ts';
import { HIT, MISS, OUT, PENDING, proportion } from './statistics/proportion.ts';

const COHORT = cohortOption('created', 'the answer was sent');

const TARGET: DurationOption = {
  name: 'target',
  type: 'duration',
  default: 900,
  says: 'Longest time to a first response that is on time; exactly on target counts',
  definedBy: ['15 minutes: seed 000', 'a target of your own: every SLA'],
};

const TARGETS: DurationsOption = {
  name: 'targets',
  type: 'durations',
  default: {},
  says: 'Other targets for tickets that meet a condition; the first one that holds counts',
  definedBy: ['Zendesk, Freshdesk and Zammad: SLA policies by priority, group or channel'],
};

export const serviceLevel = defineKpi({
  id: 'service-level',
  title: 'Answered in time',
  family: 'support',
  section: 'Speed',
  unit: 'ratio',
  better: 'higher',
  cohort: 'created, target elapsed',
  needs: [
    ['tickets.createdAt', 'tickets.firstResponseAt'],
    ['tickets.createdAt', 'messages.at', 'messages.author'],
    ['tickets.firstResponse'],
  ],
  refines: ['tickets.status', 'tickets.solvedAt', 'messages.public'],
  aggregate: 'rate',
  parameter: 'target',
  definition:
    'Share of tickets whose first response came within the target (15 minutes unless set otherwise; exactly on target counts), over all tickets created ' +
    'in the period whose target has elapsed, answered or not. A ticket that nobody has answered is a miss once the target is over.',
  formula: 'answered within the target / created, target elapsed',
  excludes: [
    'tickets younger than the target (counted as pending)',
    'tickets solved without any reply (counted)',
    'tickets that an agent opened and no customer wrote to',
  ],
  options: [TARGET, TARGETS, COHORT, OUTBOUND, BOTS],
  sources: [
    'seed 000: "Answered in 15 minutes"',
    'apache/devlake: unanswered issues belong in the denominator',
    'Chatwoot users: share within SLA over all conversations',
    'otherwise: many dashboards divide by the answered tickets only',
  ],
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
    const found = answering(context);
    const targets = targetsOf(context);
    const createdAt = times(context, 'tickets', 'createdAt');
    const byEvent = chosen(context, COHORT) === 'event';
    const now = { answered: found.answered, solved: resolution(context).solved };
    return shownClocks(context, found.durations(), createdAt.length).map(({ clock, values, empty, uncovered }) => {
      const answeredAt = (): Float64Array => found.answeredAt(values);
      const measurable = empty !== 'no-calendar';
      const isMeasured = clock === 'calendar' || (context.clock === 'business' && openTime(context) !== null);
      const asked = askedByClock(context, { values, asked: found.asked, done: found.answered, isMeasured });
      const judge = (judged: Judged): Uint8Array => outcomes(context, { asked, targets, judged });
      const by = (until: Float64Array): Judged => ({
        clock,
        measurable,
        values: answeredBy(values, answeredAt(), until),
        until,
        ...answeringBy(context, found, until),
      });
      return proportion({
        clock,
        variant: targets.says,
        population: rowsOf(context, 'tickets'),
        at: byEvent ? either(answeredAt(), createdAt) : createdAt,
        outcomes: judge({ clock, measurable, values, until: null, ...now }),
        ...(byEvent ? {} : { outcomesBy: (until: Float64Array) => judge(by(until)) }),
        empty,
        names: { hits: 'met', of: 'due', pending: 'pending' },
        tallies: [{ name: 'solvedWithoutReply', of: found.solvedWithoutReply, quiet: true }, ...uncovered],
      });
    });
  },
});

function answeredBy(values: Float64Array, answeredAt: Float64Array, until: Float64Array): Float64Array {
  const found = values.slice();
  for (let row = 0; row < found.length; row++) if (answeredAt[row]! > until[row]!) found[row] = Number.NaN;
  return found;
}

/** Seconds: of each ticket that of the first condition that holds for it, else the common one. */
interface Targets {
  readonly usual: number;
  /** By ticket; `null` where all have the common one. */
  readonly own: Float64Array | null;
  readonly says: string;
}

function targetsOf(context: KpiContext): Targets {
  const usual = secondsOf(context, TARGET);
  const conditions = secondsByCondition(context, TARGETS);
  const own = conditions.length === 0 ? null : new Float64Array(rowsOf(context, 'tickets').rows).fill(usual);
  for (const [condition, target] of conditions.toReversed()) {
    const holds = context.ticketsWhere(condition);
    if (own) for (let row = 0; row < own.length; row++) if (holds[row] === 1) own[row] = target;
  }
  const others = conditions.map(([condition, target]) => `${describe(target)} where ${condition}`);
  return { usual, own, says: [`within ${describe(usual)}`, ...others].join(', ') };
}

function describe(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** What is known of each ticket at an instant. */
interface Judged {
  readonly clock: Clock;
  /** False where nothing tells how much of this clock's time has passed. */
  readonly measurable: boolean;
  /** Seconds to the answer. */
  readonly values: Float64Array;
  readonly answered: Uint8Array;
  readonly solved: Uint8Array;
  /** Epoch ms; `null`: the end of the data. */
  readonly until: Float64Array | null;
}

interface OutcomeOptions {
  readonly asked: Uint8Array;
  readonly targets: Targets;
  readonly judged: Judged;
}

function outcomes(context: KpiContext, { asked, targets, judged }: OutcomeOptions): Uint8Array {
  const { clock, measurable, values, answered, solved, until } = judged;
  const createdAt = times(context, 'tickets', 'createdAt');
  const open = clock === 'business' ? openTime(context) : null;
  if (measurable && open === null && targets.own === null && until === null) {
    const isPending = isWithin(createdAt, context.asOf, targets.usual);
    const done = combineRows(answered, solved, (one, other) => one | other);
    return alike({ values, asked, target: targets.usual, isPending, done });
  }
  const found = new Uint8Array(values.length).fill(OUT);
  for (let row = 0; row < found.length; row++) {
    const seconds = values[row]!;
    if (!measurable || asked[row] === 0 || seconds < 0) continue;
    const end = until === null ? context.asOf : until[row]!;
    const target = targets.own === null ? targets.usual : targets.own[row]!;
    const waited = open ? open(row, createdAt[row]!, end) : (end - createdAt[row]!) / 1000;
    const untold = open !== null && Number.isNaN(waited);
    if (waited < target) found[row] = PENDING;
    else if (!Number.isNaN(seconds)) found[row] = seconds <= target ? HIT : MISS;
    // Answered, but by another clock or at an unknown time: not for this measure to judge.
    else if (!untold && answered[row] !== 1 && solved[row] !== 1) found[row] = MISS;
  }
  return found;
}

interface Alike {
  readonly values: Float64Array;
  readonly asked: Uint8Array;
  readonly target: number;
  /** Whose time is not up (1). */
  readonly isPending: Uint8Array;
  /** Answered or solved (1). */
  readonly done: Uint8Array;
}

/** The same where all tickets have one target and the same end of the data. */
function alike({ values, asked, target, isPending, done }: Alike): Uint8Array {
  // Who has no answer waits for a verdict.
  const answers = judgeRows(
    values,
    { low: 0, high: target },
    (seconds, is) => (is === 0 || seconds === BELOW ? OUT : seconds === NONE ? PENDING : seconds === BETWEEN ? HIT : MISS),
    asked,
  );
  const states = combineRows(isPending, done, (pending, is) => pending + 2 * is);
  return combineRows(answers, states, (answer, state) => {
    if (answer === OUT) return OUT;
    if ((state & 1) === 1) return PENDING;
    return answer === PENDING ? (state === 2 ? OUT : MISS) : answer;
  });
}
