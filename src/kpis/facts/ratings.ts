import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes, either, flags, links, numbers, rowsOf, times } from './columns.ts';
import { resolution } from './resolution.ts';

/** Satisfaction answers: those of the tickets, and those of surveys for tickets that carry none. */
export interface Ratings {
  readonly population: Population;
  /** When it was rated, else when the ticket was solved. */
  readonly at: Float64Array;
  /** 1 positive, 0 not positive, `NaN` no answer. */
  readonly satisfied: Float64Array;
  /** 1 where somebody was asked; absent where the export does not say. */
  readonly offered?: Uint8Array;
  readonly variant: string;
}

export function ratings(context: KpiContext): Ratings | undefined {
  return context.memo('ratings', () => {
    const satisfied = numbers(context, 'tickets', 'satisfied');
    const surveys = surveyed(context);
    if (!satisfied) return surveys;
    const offered = flags(context, 'tickets', 'ratingOffered');
    const own: Ratings = {
      population: rowsOf(context, 'tickets'),
      at: either(times(context, 'tickets', 'ratedAt'), resolution(context).solvedAt),
      satisfied,
      variant: 'ratings of tickets',
      ...(offered ? { offered: asked(satisfied, offered) } : {}),
    };
    return surveys?.satisfied.some((value) => !Number.isNaN(value)) ? joined(context, own, surveys) : own;
  });
}

/** Who rated was asked, whatever the export says. */
function asked(satisfied: Float64Array, offered: Uint8Array): Uint8Array {
  return offered.map((flag, row) => (flag === 1 || !Number.isNaN(satisfied[row]!) ? 1 : 0));
}

function surveyed(context: KpiContext): Ratings | undefined {
  const satisfied = numbers(context, 'surveys', 'satisfied');
  if (!satisfied) return undefined;
  const kinds = codes(context, 'surveys', 'kind');
  return {
    population: { ...rowsOf(context, 'surveys'), ticket: links(context, 'surveys', 'ticket'), customer: links(context, 'surveys', 'customer') },
    at: times(context, 'surveys', 'at'),
    satisfied: satisfied.map((value, row) => (kinds && kinds.values[kinds.codes[row]!] !== 'csat' ? Number.NaN : value)),
    variant: 'survey answers',
  };
}

/**
 * A survey answer stands for the rating of its ticket where the ticket has none (the latest of several); where it has one, both are the same
 * answer, which counts once. Answers about no known ticket follow after the tickets as rows of their own. Who was asked by those surveys is
 * not known: they change no offer.
 */
function joined(context: KpiContext, own: Ratings, surveys: Ratings): Ratings {
  const tickets = own.satisfied.length;
  const ticketOf = surveys.population.ticket!;
  const alone = Array.from(ticketOf.keys()).filter((answer) => ticketOf[answer] === -1 && !Number.isNaN(surveys.satisfied[answer]!));
  const rows = tickets + alone.length;
  const extend = (values: Float64Array, more: Float64Array): Float64Array => Float64Array.from({ length: rows }, (_, row) => (row < tickets ? values[row]! : more[alone[row - tickets]!]!));
  const [at, satisfied] = [extend(own.at, surveys.at), extend(own.satisfied, surveys.satisfied)];

  const answeredAt = new Map<number, number>();
  ticketOf.forEach((ticket, answer) => {
    const when = Number.isNaN(surveys.at[answer]!) ? Number.NEGATIVE_INFINITY : surveys.at[answer]!;
    if (ticket < 0 || Number.isNaN(surveys.satisfied[answer]!) || !Number.isNaN(own.satisfied[ticket]!) || when < (answeredAt.get(ticket) ?? when)) return;
    answeredAt.set(ticket, when);
    satisfied[ticket] = surveys.satisfied[answer]!;
    if (Number.isFinite(when)) at[ticket] = when;
  });

  const customers = [links(context, 'tickets', 'customer'), surveys.population.customer!] as const;
  const population: Population =
    alone.length === 0
      ? own.population
      : {
          table: 'tickets',
          rows,
          ticket: Int32Array.from({ length: rows }, (_, row) => (row < tickets ? row : -1)),
          customer: Int32Array.from({ length: rows }, (_, row) => (row < tickets ? customers[0][row]! : customers[1][alone[row - tickets]!]!)),
        };
  return {
    population,
    at,
    satisfied,
    variant: 'ratings of tickets and survey answers',
    ...(own.offered ? { offered: Uint8Array.from({ length: rows }, (_, row) => own.offered![row] ?? 0) } : {}),
  };
}
