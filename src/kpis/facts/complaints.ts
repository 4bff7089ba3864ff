import { BETWEEN, judgeRows } from '../../lib/judge-rows.ts';
import { allRows, splitByKey } from '../../lib/row-parts.ts';
import { column } from '../../model/dataset.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes, links, numbers, times as timesOf } from './columns.ts';
import { ticketsMarked } from './marked-tickets.ts';
import { ratings } from './ratings.ts';

/** Every complaint once: a rating that is not positive, an answer of a detractor, a ticket marked as a complaint. */
export interface Complaints {
  readonly population: Population;
  readonly at: Float64Array;
  readonly isComplaint: Uint8Array;
}

const COMPLAINT = /^complaints?$/;

/** `undefined` where nothing in the data could be a complaint. */
export function complaints(context: KpiContext): Complaints | undefined {
  const rated = ratings(context);
  const marked = ticketsMarked(context, (text) => COMPLAINT.test(text));
  const detractors = detractorAnswers(context);
  if (!rated && !marked && !detractors) return undefined;
  const rows = context.dataset.tables.tickets.rows;
  const unhappy = rated
    ? rowsOfOnes(judgeRows(rated.satisfied, { low: 0, high: 0 }, (answer) => (answer === BETWEEN ? 1 : 0)))
    : allRows(0);
  const most = unhappy.length + (marked ? rows : 0) + (detractors?.length ?? 0) + 1;
  const [tickets, customers, times] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  let size = 0;
  const add = (ticket: number, customer: number, at: number): void => {
    tickets[size] = ticket;
    customers[size] = customer;
    times[size++] = at;
  };
  const counted = new Uint8Array(rows);
  const customerOf = column(context.dataset.tables.tickets, 'customer', 'link')?.rows;
  if (rated) {
    const { population, at } = rated;
    for (let index = 0; index < unhappy.length; index++) {
      const row = unhappy[index]!;
      const ticket = population.ticket?.[row] ?? (population.table === 'tickets' ? row : -1);
      if (ticket >= 0) counted[ticket] = 1;
      add(ticket, population.customer?.[row] ?? customerOf?.[ticket] ?? -1, at[row]!);
    }
  }
  const createdAt = timesOf(context, 'tickets', 'createdAt');
  if (marked)
    for (let ticket = marked.indexOf(1); ticket >= 0; ticket = marked.indexOf(1, ticket + 1))
      if (counted[ticket] !== 1) add(ticket, customerOf?.[ticket] ?? -1, createdAt[ticket]!);
  const [ticketOfSurvey, customerOfSurvey, answeredAt] = [
    links(context, 'surveys', 'ticket'),
    links(context, 'surveys', 'customer'),
    timesOf(context, 'surveys', 'at'),
  ];
  detractors?.forEach((is, survey) => {
    if (is === 1) add(ticketOfSurvey[survey]!, customerOfSurvey[survey]!, answeredAt[survey]!);
  });
  // One row more, of nobody: derived rows must never be taken for a table's own because there are as many of them.
  add(-1, -1, Number.NaN);
  const isComplaint = new Uint8Array(size).fill(1);
  isComplaint[size - 1] = 0;
  return {
    population: { table: 'tickets', rows: size, ticket: tickets.slice(0, size), customer: customers.slice(0, size) },
    at: times.slice(0, size),
    isComplaint,
  };
}

function rowsOfOnes(mask: Uint8Array): Int32Array {
  return splitByKey({ keys: mask, size: 2 }, allRows(mask.length))[1]!;
}

function detractorAnswers(context: KpiContext): Uint8Array | undefined {
  const scores = numbers(context, 'surveys', 'score');
  if (!scores) return undefined;
  const kinds = codes(context, 'surveys', 'kind');
  const isNps = (row: number): boolean => kinds === undefined || kinds.values[kinds.codes[row]!] === 'nps';
  const found = Uint8Array.from(scores, (score, row) =>
    isNps(row) && Number.isInteger(score) && score >= 0 && score <= 10 ? (score <= 6 ? 1 : 2) : 0,
  );
  return found.some((is) => is > 0) ? found : undefined;
}
