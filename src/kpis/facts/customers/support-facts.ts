import { DAY_MS } from '../../../lib/time/civil.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { codes, numbers, times } from '../columns.ts';
import { people, personOf } from '../people.ts';
import { isSolvedStatus, resolution, statusHistory } from '../resolution.ts';
import { flagFact, numberFact, type FactColumns } from './fact-columns.ts';
import { rowsByPerson } from './person-rows.ts';

/** So long after it was solved the same problem is a repetition. */
const REPEATS_MS = 90 * DAY_MS;

/** Tickets, open tickets and problems that came back, of each person just before an instant. */
export function supportFacts(context: KpiContext, at: number, windowDays: number): FactColumns {
  if (context.dataset.tables.tickets.rows === 0) return {};
  const { count } = people(context);
  const who = personOf(context, 'tickets');
  const createdAt = times(context, 'tickets', 'createdAt');
  const isOpen = openTickets(context);
  const repeats = repeatedTickets(context);
  const since = at - windowDays * DAY_MS;
  const [recent, open, wrote, again] = [new Uint32Array(count), new Uint32Array(count), new Uint8Array(count), new Uint8Array(count)];
  for (let ticket = 0; ticket < who.length; ticket++) {
    const person = who[ticket]!;
    if (person < 0 || createdAt[ticket]! >= at) continue;
    wrote[person] = 1;
    if (createdAt[ticket]! >= since) recent[person]!++;
    const state = isOpen(ticket, at);
    if (state === CLOSED) continue;
    open[person]!++;
    if (state === REOPENED || repeats?.[ticket] === 1) again[person] = 1;
  }
  return {
    tickets: numberFact(count, (person) => recent[person]!),
    openTickets: numberFact(count, (person) => open[person]!),
    // Who never wrote may have a problem: nobody knows.
    ...(repeats || statusHistory(context).at.length > 0 || numbers(context, 'tickets', 'reopens')
      ? { repeatProblem: flagFact(count, (person) => (wrote[person] === 0 ? null : again[person] === 1)) }
      : {}),
  };
}

const CLOSED = 0;
const OPEN = 1;
const REOPENED = 2;

/** Whether a ticket that was created before is closed, open, or open once more just before an instant. */
function openTickets(context: KpiContext): (ticket: number, at: number) => typeof CLOSED | typeof OPEN | typeof REOPENED {
  const { solved, solvedAt, reopens } = resolution(context);
  const { starts, at: changedAt, from, to } = statusHistory(context);
  return (ticket, at) => {
    let change = starts[ticket]!;
    const end = starts[ticket + 1]!;
    if (change === end) {
      const closed = solved[ticket] === 1 && !(solvedAt[ticket]! >= at);
      return closed ? CLOSED : solved[ticket] === 0 && reopens[ticket]! > 0 ? REOPENED : OPEN;
    }
    let solvedNow = isSolvedStatus(from[change]!);
    let solvedOnce = solvedNow;
    for (; change < end && changedAt[change]! < at; change++) {
      solvedNow = isSolvedStatus(to[change]!);
      solvedOnce ||= solvedNow;
    }
    return solvedNow ? CLOSED : solvedOnce ? REOPENED : OPEN;
  };
}

/** Tickets about a problem (problem id, else root cause) that another ticket of the same person had solved not long before (1). */
function repeatedTickets(context: KpiContext): Uint8Array | undefined {
  return context.memo('repeated tickets of people', () => {
    const problems = [codes(context, 'tickets', 'problemId'), codes(context, 'tickets', 'rootCause')].filter(
      (column) => column !== undefined,
    );
    if (problems.length === 0) return undefined;
    const { starts, rows } = rowsByPerson(context, 'tickets');
    const createdAt = times(context, 'tickets', 'createdAt');
    const { solvedAt } = resolution(context);
    const keyOf = (ticket: number): string =>
      problems.map((column) => column.values[column.codes[ticket]!]!).find((word) => word !== '') ?? '';
    const repeated = new Uint8Array(createdAt.length);
    for (let person = 0; person < starts.length - 1; person++) {
      const own = rows.subarray(starts[person], starts[person + 1]);
      if (own.length > 1) markRepeats(own);
    }
    return repeated;

    function markRepeats(own: Int32Array): void {
      const solved = new Map<string, number[]>();
      for (const ticket of own) {
        const key = keyOf(ticket);
        if (key === '' || Number.isNaN(solvedAt[ticket]!)) continue;
        const moments = solved.get(key);
        if (moments) moments.push(solvedAt[ticket]!);
        else solved.set(key, [solvedAt[ticket]!]);
      }
      for (const list of solved.values()) list.sort((a, b) => a - b);
      for (const ticket of own) {
        const last = latestBefore(solved.get(keyOf(ticket)) ?? [], createdAt[ticket]!);
        if (createdAt[ticket]! - last <= REPEATS_MS) repeated[ticket] = 1;
      }
    }
  });
}

/** Of times in order the last one before an instant; `NaN` where none. */
function latestBefore(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return times[low - 1] ?? Number.NaN;
}
