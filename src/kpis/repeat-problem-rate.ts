import { ABOVE, judgeRows } from '../lib/judge-rows.ts';
import { bytesByRow } from '../lib/by-row.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { people, personOf } from './facts/people.ts';
import { problems } from './facts/problems.ts';
import { repeatsInOrder, type Repeats } from './facts/repeats-in-order.ts';
import { resolution, statusHistory } from './facts/resolution.ts';
import { windowMs, windowText } from './facts/windows.ts';
import { PROBLEM_FIELDS, PROBLEM_PER, windowOptions } from './options/customer-options.ts';
import { chosen } from './options/option-values.ts';
import { HIT, MISS, OUT, PENDING, proportion } from './statistics/proportion.ts';
import { chainsInTime } from './statistics/chains-in-time.ts';
import { firstAfter, timesByGroup } from './statistics/times-by-group.ts';

const DEFAULT_DAYS = 30;

export const repeatProblemRate = defineKpi({
  id: 'repeat-problem-rate',
  title: 'Problems that come back',
  family: 'support',
  section: 'Resolution',
  unit: 'ratio',
  better: 'lower',
  cohort: 'solved, window elapsed',
  needs: [
    ['tickets.customerId', 'tickets.rootCause', 'tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.customerEmail', 'tickets.rootCause', 'tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.customerId', 'tickets.tags', 'tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.customerEmail', 'tickets.tags', 'tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.customerId', 'tickets.rootCause', 'tickets.createdAt', 'tickets.closedAt'],
    ['tickets.customerId', 'tickets.tags', 'tickets.createdAt', 'tickets.closedAt'],
  ],
  refines: ['tickets.reopens', 'tickets.problemId', 'changes.at'],
  aggregate: 'rate',
  parameter: 'window',
  definition:
    'Share of the tickets solved in the period after which the same customer wrote about the same problem again, in a new ticket or by reopening it, within 30 days (or the window of the option), of those whose days have passed. ' +
    'A problem is a root cause, else a tag in common; the option per: problem counts new tickets of anybody.',
  formula: 'solved, and the problem came back within 30 days / solved, 30 days elapsed',
  excludes: [
    'tickets whose window has not passed (counted as pending)',
    'tickets of nobody known or without any problem (counted as untold)',
  ],
  options: [...windowOptions(DEFAULT_DAYS, 'Days after solving', ['7, 30, 60 or 90: published']), PROBLEM_FIELDS, PROBLEM_PER],
  sources: [
    'published: 48 of 400: 12 %, windows of 30, 60 and 90 days',
    'contact centres: repeat contact within 7 days',
    'otherwise: reopenings alone, which a new ticket hides',
  ],
  example: {
    says: 'Eight solved tickets, one of an unknown cause. After one of the seven its customer writes about the same cause within 30 days; others write about another cause, or after 40 days: 1 of 7.',
    rows: {
      tickets: [
        { id: '1', customerId: 'a', rootCause: 'engine', createdAt: '2025-01-01T09:00:00Z', solvedAt: '2025-01-02T09:00:00Z' },
        { id: '2', customerId: 'a', rootCause: 'engine', createdAt: '2025-01-12T09:00:00Z', solvedAt: '2025-01-13T09:00:00Z' },
        { id: '3', customerId: 'b', rootCause: 'engine', createdAt: '2025-01-01T09:00:00Z', solvedAt: '2025-01-02T09:00:00Z' },
        { id: '4', customerId: 'b', rootCause: 'billing', createdAt: '2025-01-05T09:00:00Z', solvedAt: '2025-01-06T09:00:00Z' },
        { id: '5', customerId: 'c', rootCause: 'engine', createdAt: '2025-01-01T09:00:00Z', solvedAt: '2025-01-02T09:00:00Z' },
        { id: '6', customerId: 'c', rootCause: 'engine', createdAt: '2025-02-11T09:00:00Z', solvedAt: '2025-02-12T09:00:00Z' },
        { id: '7', customerId: 'd', rootCause: 'engine', createdAt: '2025-01-01T09:00:00Z', solvedAt: '2025-01-02T09:00:00Z' },
        { id: '8', customerId: 'd', rootCause: null, createdAt: '2025-01-05T09:00:00Z', solvedAt: '2025-01-06T09:00:00Z' },
      ],
    },
    asOf: '2025-03-31T00:00:00Z',
    value: 1 / 7,
    n: 7,
    counts: { cameBack: 1, solved: 7, pending: 0, untold: 1 },
  },
  measures(context) {
    const length = windowMs(context, DEFAULT_DAYS);
    const found = problems(context);
    if (found.count === 0) return [];
    const { outcomes, untold } = judge(context, length);
    return [
      proportion({
        variant: `${chosen(context, PROBLEM_PER) === 'problem' ? 'of anybody' : 'of the same customer'}, within ${windowText(length)}, by ${found.by.join(', else ')}`,
        population: rowsOf(context, 'tickets'),
        at: resolution(context).solvedAt,
        outcomes,
        names: { hits: 'cameBack', of: 'solved', pending: 'pending' },
        tallies: [{ name: 'untold', of: untold, quiet: true }],
      }),
    ];
  },
});

function judge(context: KpiContext, length: number): Repeats {
  const { offsets, keys } = problems(context);
  const { solvedAt } = resolution(context);
  const perProblem = chosen(context, PROBLEM_PER) === 'problem';
  const who = personOf(context, 'tickets');
  const reopened = reopenedWithin(context, length);
  const createdAt = times(context, 'tickets', 'createdAt');
  const { count } = people(context);
  const inOrder = perProblem
    ? null
    : repeatsInOrder({ createdAt, solvedAt, who, people: count, problems: { offsets, keys }, reopened, length, asOf: context.asOf });
  if (inOrder) return inOrder;
  const again = perProblem ? againByIndex(context, length, (_, at, keys) => keys[at]!) : againOfSame(context, length, who);
  const outcomes = new Uint8Array(solvedAt.length).fill(OUT);
  const untold = new Uint8Array(solvedAt.length);
  for (let row = 0; row < outcomes.length; row++) {
    const solved = solvedAt[row]!;
    if (Number.isNaN(solved)) continue;
    const told = offsets[row]! < offsets[row + 1]! && (perProblem || who[row]! >= 0);
    if (!told && reopened[row] !== 1) untold[row] = 1;
    else if (!(solved + length <= context.asOf)) outcomes[row] = PENDING;
    else outcomes[row] = reopened[row] === 1 || again[row] === 1 ? HIT : MISS;
  }
  return { outcomes, untold };
}

/** The problem of a row by the place of one of its keys, -1 for nobody's. */
type ProblemOf = (row: number, at: number, keys: Uint32Array) => number;

/** Tickets after whose solution one about the same problem was opened in time (1), by an index of everybody's problems. */
function againByIndex(context: KpiContext, length: number, problemOf: ProblemOf): Uint8Array {
  const { offsets, keys } = problems(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const { solvedAt } = resolution(context);
  const groups = new Float64Array(keys.length);
  const begunAt = new Float64Array(keys.length);
  for (let row = 0; row < createdAt.length; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      groups[at] = Number.isNaN(createdAt[row]!) ? -1 : problemOf(row, at, keys);
      begunAt[at] = createdAt[row]!;
    }
  }
  const begun = timesByGroup(groups, begunAt);
  return bytesByRow(solvedAt.length, (row) => {
    const after = solvedAt[row]!;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++)
      if (firstAfter(begun, problemOf(row, at, keys), after) <= after + length) return 1;
    return 0;
  });
}

/** Of one customer: looking through them for each would take for ever. */
const MANY_TICKETS = 500;

/** The same for the problems of one customer. Most have a handful of tickets: looking through them is quicker than an index of everybody's problems. */
function againOfSame(context: KpiContext, length: number, who: Int32Array): Uint8Array {
  const { offsets, keys, count } = problems(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const { solvedAt } = resolution(context);
  const chains = chainsInTime(who, createdAt, MANY_TICKETS);
  if (chains === null) return againByIndex(context, length, (row, at) => (who[row]! < 0 ? -1 : who[row]! * count + keys[at]!));
  const { first, next } = chains;
  const shares = (a: number, b: number): boolean => {
    for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
      for (let other = offsets[b]!; other < offsets[b + 1]!; other++) if (keys[at] === keys[other]) return true;
    }
    return false;
  };
  const marks = marksOf(offsets, keys);
  const again = new Uint8Array(solvedAt.length);
  for (let row = 0; row < again.length; row++) {
    const after = solvedAt[row]!;
    if (Number.isNaN(after) || who[row]! < 0) continue;
    // Later ones only, unless it was solved before it was opened, or nobody knows when it was opened.
    for (let other = createdAt[row]! <= after ? next[row]! : first[who[row]!]!; other >= 0; other = next[other]!) {
      const begun = createdAt[other]!;
      if (begun > after + length) break;
      if (begun > after && (marks[row]! & marks[other]!) !== 0 && shares(row, other)) {
        again[row] = 1;
        break;
      }
    }
  }
  return again;
}

/** One of 32 bits a problem: tickets without a common bit share none, which one look at each tells. */
function marksOf(offsets: Uint32Array, keys: Uint32Array): Int32Array {
  const marks = new Int32Array(offsets.length - 1);
  for (let row = 0; row < marks.length; row++) {
    let bits = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) bits |= 1 << (keys[at]! & 31);
    marks[row] = bits;
  }
  return marks;
}

/** Tickets that were reopened in time, where their history tells when; else those that were reopened at all. */
function reopenedWithin(context: KpiContext, length: number): Uint8Array {
  const { reopens } = resolution(context);
  const { starts, at, from, to } = statusHistory(context);
  const isSolved = (status: string): boolean => status === 'solved' || status === 'closed';
  if (at.length === 0) return judgeRows(reopens, { low: 0, high: 0 }, (count) => (count === ABOVE ? 1 : 0));
  return bytesByRow(reopens.length, (row) => {
    let solved = Number.NaN;
    let seen = false;
    for (let change = starts[row]!; change < starts[row + 1]!; change++) {
      seen = true;
      const [was, is] = [isSolved(from[change]!), isSolved(to[change]!)];
      if (is && !was) solved = at[change]!;
      if (was && !is && at[change]! - solved <= length) return 1;
    }
    return !seen && reopens[row]! > 0 ? 1 : 0;
  });
}
