import { bytesByRow } from '../lib/by-row.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import { rowsOf, times } from './facts/columns.ts';
import { personOf } from './facts/people.ts';
import { problems } from './facts/problems.ts';
import { resolution, statusHistory } from './facts/resolution.ts';
import { windowMs, windowText } from './facts/windows.ts';
import { PROBLEM_FIELDS, PROBLEM_PER, windowOptions } from './options/customer-options.ts';
import { chosen } from './options/option-values.ts';
import { HIT, MISS, OUT, PENDING, proportion } from './statistics/proportion.ts';
import { firstAfter, rowsByGroup, timesByGroup } from './statistics/times-by-group.ts';

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
    const judged = outcomes(context, length);
    const { solvedAt } = resolution(context);
    return [
      proportion({
        variant: `${chosen(context, PROBLEM_PER) === 'problem' ? 'of anybody' : 'of the same customer'}, within ${windowText(length)}, by ${found.by.join(', else ')}`,
        population: rowsOf(context, 'tickets'),
        at: solvedAt,
        outcomes: judged,
        names: { hits: 'cameBack', of: 'solved', pending: 'pending' },
        tallies: [
          { name: 'untold', of: judged.map((outcome, row) => (outcome === OUT && !Number.isNaN(solvedAt[row]!) ? 1 : 0)), quiet: true },
        ],
      }),
    ];
  },
});

function outcomes(context: KpiContext, length: number): Uint8Array {
  const { offsets, keys } = problems(context);
  const { solvedAt } = resolution(context);
  const perProblem = chosen(context, PROBLEM_PER) === 'problem';
  const who = personOf(context, 'tickets');
  const reopened = reopenedWithin(context, length);
  const again = perProblem ? againByIndex(context, (_, at) => keys[at]!) : againOfSame(context, who);
  return bytesByRow(solvedAt.length, (row) => {
    const solved = solvedAt[row]!;
    if (Number.isNaN(solved)) return OUT;
    const told = offsets[row]! < offsets[row + 1]! && (perProblem || who[row]! >= 0);
    if (!told && reopened[row] !== 1) return OUT;
    if (!(solved + length <= context.asOf)) return PENDING;
    return reopened[row] === 1 || again(row, solved, solved + length) ? HIT : MISS;
  });
}

/** Whether a ticket about the same problem as that of a row was opened after one time and not after another. */
type Again = (row: number, after: number, until: number) => boolean;

/** By an index of everybody's problems; `groupOf` gives the problem of a row by the place of one of its keys, -1 for nobody's. */
function againByIndex(context: KpiContext, groupOf: (row: number, at: number) => number): Again {
  const { offsets, keys } = problems(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const groups = new Float64Array(keys.length);
  const begunAt = new Float64Array(keys.length);
  for (let row = 0; row < createdAt.length; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      groups[at] = Number.isNaN(createdAt[row]!) ? -1 : groupOf(row, at);
      begunAt[at] = createdAt[row]!;
    }
  }
  const begun = timesByGroup(groups, begunAt);
  return (row, after, until) => {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) if (firstAfter(begun, groupOf(row, at), after) <= until) return true;
    return false;
  };
}

/** Of one customer: looking through them for each would take for ever. */
const MANY_TICKETS = 500;

/** Most customers have a handful of tickets: looking through them is quicker than an index of everybody's problems. */
function againOfSame(context: KpiContext, who: Int32Array): Again {
  const { offsets, keys, count } = problems(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const { starts, rows } = rowsByGroup(who, createdAt);
  if (starts.some((start, group) => group > 0 && start - starts[group - 1]! > MANY_TICKETS))
    return againByIndex(context, (row, at) => (who[row]! < 0 ? -1 : who[row]! * count + keys[at]!));
  const shares = (a: number, b: number): boolean => {
    for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
      for (let other = offsets[b]!; other < offsets[b + 1]!; other++) if (keys[at] === keys[other]) return true;
    }
    return false;
  };
  return (row, after, until) => {
    if (who[row]! < 0) return false;
    const end = starts[who[row]! + 1]!;
    let low = starts[who[row]!]!;
    for (let high = end; low < high;) {
      const middle = (low + high) >>> 1;
      if (createdAt[rows[middle]!]! <= after) low = middle + 1;
      else high = middle;
    }
    for (; low < end && createdAt[rows[low]!]! <= until; low++) if (shares(row, rows[low]!)) return true;
    return false;
  };
}

/** Tickets that were reopened in time, where their history tells when; else those that were reopened at all. */
function reopenedWithin(context: KpiContext, length: number): Uint8Array {
  const { reopens } = resolution(context);
  const { starts, at, from, to } = statusHistory(context);
  const isSolved = (status: string): boolean => status === 'solved' || status === 'closed';
  if (at.length === 0) return bytesByRow(reopens.length, (row) => (reopens[row]! > 0 ? 1 : 0));
  return Uint8Array.from(reopens, (times, row) => {
    let solved = Number.NaN;
    let seen = false;
    for (let change = starts[row]!; change < starts[row + 1]!; change++) {
      seen = true;
      const [was, is] = [isSolved(from[change]!), isSolved(to[change]!)];
      if (is && !was) solved = at[change]!;
      if (was && !is && at[change]! - solved <= length) return 1;
    }
    return !seen && times > 0 ? 1 : 0;
  });
}
