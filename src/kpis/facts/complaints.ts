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
  const tickets: number[] = [];
  const customers: number[] = [];
  const times: number[] = [];
  const add = (ticket: number, customer: number, at: number): void => {
    tickets.push(ticket);
    customers.push(customer);
    times.push(at);
  };
  const counted = new Uint8Array(context.dataset.tables.tickets.rows);
  const customerOf = column(context.dataset.tables.tickets, 'customer', 'link')?.rows;
  if (rated) {
    const { population, at, satisfied } = rated;
    for (let row = satisfied.indexOf(0); row >= 0; row = satisfied.indexOf(0, row + 1)) {
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
  const isComplaint = new Uint8Array(tickets.length).fill(1);
  isComplaint[tickets.length - 1] = 0;
  return {
    population: { table: 'tickets', rows: tickets.length, ticket: new Int32Array(tickets), customer: new Int32Array(customers) },
    at: new Float64Array(times),
    isComplaint,
  };
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
