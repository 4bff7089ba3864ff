import type { Numbers } from '../../model/columns.ts';
import { bytesByCode, judgeRows, NONE } from '../../lib/judge-rows.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, counts, either, links, rowsOf, times, timesOrUndefined } from './columns.ts';
import { between, readyMade, usableStamps, withStamps, type Durations } from './durations.ts';

/** How and when each ticket was solved, by ticket row. */
export interface Resolution {
  /** Last entry into solved (or closed, where it was never solved), epoch ms; `NaN` where it never was or nobody knows when. */
  readonly solvedAt: Float64Array;
  /** First entry, as far as the history tells; else the last. */
  readonly firstSolvedAt: Float64Array;
  /** 1 where the ticket is solved now. A resolved or closed time stamp speaks before the status. */
  readonly solved: Uint8Array;
  /** 1 where it was solved at least once, reopened or not. */
  readonly everSolved: Uint8Array;
  /** Times that it left solved; `NaN` where unknown. */
  readonly reopens: Numbers;
  /** Made anew each time: they are large, and mostly one KPI reads them. */
  readonly durations: () => Durations;
}

export interface StatusHistory {
  /** Rows of `changes` about status, ticket by ticket in time order: ticket `t` has `starts[t] … starts[t + 1] - 1`. */
  readonly starts: Int32Array;
  readonly at: Float64Array;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export const isSolvedStatus = (status: string): boolean => status === 'solved' || status === 'closed';

export function resolution(context: KpiContext): Resolution {
  return context.memo('resolution', () => {
    const states = statusHistory(context).at.length > 0 ? statesByHistory(context) : statesByColumns(context);
    const { solvedAt } = states;
    const ready = readyMade(context, 'resolution');
    const stamped = usableStamps(context, ['createdAt'], ready) && solvedStampsUsable(context, ready);
    const seconds = stamped ? between(context, { from: times(context, 'tickets', 'createdAt'), to: solvedAt }) : (): undefined => undefined;
    return { ...states, durations: () => withStamps(context, seconds, ready) };
  });
}

type States = Omit<Resolution, 'durations'>;

function statesByHistory(context: KpiContext): States {
  const { rows } = rowsOf(context, 'tickets');
  const history = statusHistory(context);
  const isSolved = solvedByStatus(context);
  const own = either(times(context, 'tickets', 'solvedAt'), timesOrUndefined(context, 'tickets', 'closedAt'));
  const counted = counts(context, 'tickets', 'reopens');

  const solvedAt = new Float64Array(rows).fill(Number.NaN);
  const firstSolvedAt = new Float64Array(rows).fill(Number.NaN);
  const solved = new Uint8Array(rows);
  const everSolved = new Uint8Array(rows);
  const reopens = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    const past = readPast(history, row);
    solvedAt[row] = Number.isNaN(own[row]!) ? past.lastSolvedAt : own[row]!;
    firstSolvedAt[row] = Number.isNaN(past.firstSolvedAt) ? solvedAt[row]! : past.firstSolvedAt;
    const reopenedSince = past.changes > 0 && !past.solvedNow && isSolved[row] === 0;
    solved[row] = (!Number.isNaN(solvedAt[row]!) && !reopenedSince) || isSolved[row] === 1 ? 1 : 0;
    everSolved[row] = solved[row] === 1 || !Number.isNaN(solvedAt[row]!) ? 1 : 0;
    reopens[row] = counted && !Number.isNaN(counted[row]!) ? counted[row]! : past.changes > 0 ? past.reopens : Number.NaN;
  }
  return { solvedAt, firstSolvedAt, solved, everSolved, reopens };
}

/** Without a history the columns are all that is known, and nothing need be copied. */
function statesByColumns(context: KpiContext): States {
  const solvedAt = either(times(context, 'tickets', 'solvedAt'), timesOrUndefined(context, 'tickets', 'closedAt'));
  const reopens = counts(context, 'tickets', 'reopens') ?? new Float64Array(solvedAt.length).fill(Number.NaN);
  const solved = judgeRows(
    solvedAt,
    { low: 0, high: 0 },
    (at, byStatus) => (byStatus === 1 || at !== NONE ? 1 : 0),
    solvedByStatus(context),
  );
  return { solvedAt, firstSolvedAt: solvedAt, solved, everSolved: solved, reopens };
}

/** Those whose status says so (1). */
function solvedByStatus(context: KpiContext): Uint8Array {
  const statuses = codes(context, 'tickets', 'status');
  if (!statuses) return new Uint8Array(rowsOf(context, 'tickets').rows);
  return bytesByCode(
    statuses.codes,
    Uint8Array.from(statuses.values, (status) => (isSolvedStatus(status) ? 1 : 0)),
  );
}

function solvedStampsUsable(context: KpiContext, ready: Durations): boolean {
  return usableStamps(context, ['solvedAt'], ready) || usableStamps(context, ['closedAt'], ready) || statusHistory(context).at.length > 0;
}

interface Past {
  readonly changes: number;
  readonly firstSolvedAt: number;
  readonly lastSolvedAt: number;
  readonly solvedNow: boolean;
  readonly reopens: number;
}

function readPast({ starts, at, from, to }: StatusHistory, ticket: number): Past {
  let firstSolvedAt = Number.NaN;
  let lastSolvedAt = Number.NaN;
  let reopens = 0;
  const first = starts[ticket]!;
  const end = starts[ticket + 1]!;
  let solvedNow = first < end && isSolvedStatus(from[first]!);
  for (let change = first; change < end; change++) {
    const nowSolved = isSolvedStatus(to[change]!);
    // Solved → closed is the same resolution: the time of solving stays.
    if (nowSolved && !solvedNow) lastSolvedAt = at[change]!;
    if (Number.isNaN(firstSolvedAt)) firstSolvedAt = lastSolvedAt;
    if (!nowSolved && solvedNow) reopens++;
    solvedNow = nowSolved;
  }
  return { changes: end - first, firstSolvedAt, lastSolvedAt, solvedNow, reopens };
}

/** The status changes of every ticket, with their words; empty where the export has no history. */
export function statusHistory(context: KpiContext): StatusHistory {
  return context.memo('status history', () => fieldHistory(context, 'status'));
}

export function fieldHistory(context: KpiContext, field: 'status' | 'group' | 'assignee'): StatusHistory {
  const tickets = rowsOf(context, 'tickets').rows;
  const changes = rowsOf(context, 'changes').rows;
  if (changes === 0)
    return context.memo('no history', () => ({ starts: new Int32Array(tickets + 1), at: new Float64Array(0), from: [], to: [] }));
  const ticketOf = links(context, 'changes', 'ticket');
  const changedAt = times(context, 'changes', 'at');
  const fields = codes(context, 'changes', 'field');
  const [was, became] = [codes(context, 'changes', 'from'), codes(context, 'changes', 'to')];
  const wanted = fields?.values.findIndex((name) => name === field) ?? -1;

  const starts = new Int32Array(tickets + 1);
  const at: number[] = [];
  const from: string[] = [];
  const to: string[] = [];
  // Changes are sorted by ticket and time; rows that match no ticket come as -1 and are passed over.
  for (let row = 0; row < changes; row++) {
    const ticket = ticketOf[row]!;
    if (ticket < 0 || wanted < 1 || fields!.codes[row] !== wanted || Number.isNaN(changedAt[row]!)) continue;
    starts[ticket + 1]!++;
    at.push(changedAt[row]!);
    from.push(was?.values[was.codes[row]!] ?? '');
    to.push(became?.values[became.codes[row]!] ?? '');
  }
  for (let ticket = 0; ticket < tickets; ticket++) starts[ticket + 1]! += starts[ticket]!;
  return { starts, at: Float64Array.from(at), from, to };
}
