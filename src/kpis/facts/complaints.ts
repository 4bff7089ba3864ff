import { rowsWhere } from '../../lib/by-row.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes, links, numbers, times } from './columns.ts';
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
  const rows: { ticket: number; customer: number; at: number }[] = [];
  const counted = new Uint8Array(context.dataset.tables.tickets.rows);
  const customerOf = links(context, 'tickets', 'customer');
  const unhappy = rated ? rowsWhere(rated.satisfied.length, (row) => rated.satisfied[row] === 0) : [];
  for (const row of unhappy) {
    const { population, at } = rated!;
    const ticket = population.ticket?.[row] ?? (population.table === 'tickets' ? row : -1);
    if (ticket >= 0) counted[ticket] = 1;
    rows.push({ ticket, customer: population.customer?.[row] ?? customerOf[ticket] ?? -1, at: at[row]! });
  }
  const createdAt = times(context, 'tickets', 'createdAt');
  marked?.forEach((is, ticket) => {
    if (is === 1 && counted[ticket] !== 1) rows.push({ ticket, customer: customerOf[ticket]!, at: createdAt[ticket]! });
  });
  const [ticketOfSurvey, customerOfSurvey, answeredAt] = [
    links(context, 'surveys', 'ticket'),
    links(context, 'surveys', 'customer'),
    times(context, 'surveys', 'at'),
  ];
  detractors?.forEach((is, survey) => {
    if (is === 1) rows.push({ ticket: ticketOfSurvey[survey]!, customer: customerOfSurvey[survey]!, at: answeredAt[survey]! });
  });
  // One row more, of nobody: derived rows must never be taken for a table's own because there are as many of them.
  rows.push({ ticket: -1, customer: -1, at: Number.NaN });
  return {
    population: {
      table: 'tickets',
      rows: rows.length,
      ticket: Int32Array.from(rows, ({ ticket }) => ticket),
      customer: Int32Array.from(rows, ({ customer }) => customer),
    },
    at: Float64Array.from(rows, ({ at }) => at),
    isComplaint: Uint8Array.from(rows, (_, row) => (row === rows.length - 1 ? 0 : 1)),
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
