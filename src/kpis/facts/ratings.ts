import type { Numbers } from '../../model/columns.ts';
import { judgeRows, NONE } from '../../lib/judge-rows.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes, counts, either, flags, links, numbers, rowsOf, times, timesOrUndefined } from './columns.ts';
import { personOf } from './people.ts';
import { resolution } from './resolution.ts';

/** Satisfaction answers: those of the tickets, and those of surveys for tickets that carry none. */
export interface Ratings {
  readonly population: Population;
  /** When it was rated, else when the ticket was solved. */
  readonly at: Float64Array;
  /** 1 positive, 0 not positive, `NaN` no answer. */
  readonly satisfied: Numbers;
  /** Who rated; -1 unknown. */
  readonly subjects: Int32Array;
  /** 1 where somebody was asked; absent where the export does not say. */
  readonly offered?: Uint8Array;
  readonly variant: string;
}

export interface RatingRules {
  /** Ratings that are positive, as written; those that their scale calls so where there are none. */
  readonly positive?: readonly string[];
  /** Which of several answers about one ticket counts. */
  readonly several?: 'latest' | 'first';
}

export function ratings(context: KpiContext, { positive = [], several = 'latest' }: RatingRules = {}): Ratings | undefined {
  return context.memo(`ratings ${several} ${JSON.stringify(positive)}`, () => {
    const satisfied = ownRatings(context, positive);
    const surveys = surveyed(context, { positive, several });
    if (!satisfied) return surveys;
    const offered = flags(context, 'tickets', 'ratingOffered');
    const own: Ratings = {
      population: rowsOf(context, 'tickets'),
      at: ratingTimes(context),
      satisfied,
      subjects: personOf(context, 'tickets'),
      variant: 'ratings of tickets',
      ...(offered ? { offered: asked(satisfied, offered) } : {}),
    };
    return surveys?.satisfied.some((value) => !Number.isNaN(value)) ? joined(context, own, surveys) : own;
  });
}

/** When each ticket was rated; when it was solved, where the export does not say. */
export function ratingTimes(context: KpiContext): Float64Array {
  const { solvedAt } = resolution(context);
  const ratedAt = timesOrUndefined(context, 'tickets', 'ratedAt');
  return ratedAt ? either(ratedAt, solvedAt) : solvedAt;
}

/** Who rated was asked, whatever the export says. */
function asked(satisfied: Numbers, offered: Uint8Array): Uint8Array {
  return judgeRows(satisfied, { low: 0, high: 0 }, (answer, was) => (was === 1 || answer !== NONE ? 1 : 0), offered);
}

/** Ratings of the tickets; by the user's own set of positive ones where there is one. */
function ownRatings(context: KpiContext, positive: readonly string[]): Numbers | undefined {
  const satisfied = counts(context, 'tickets', 'satisfied');
  const given = codes(context, 'tickets', 'rating');
  if (positive.length === 0 || !satisfied || !given) return satisfied;
  const isPositive = given.values.map((text, code) => code > 0 && isAmong(text, positive));
  return satisfied.map((value, row) => (isPositive[given.codes[row]!] ? 1 : Number.isNaN(value) ? value : 0));
}

/** The same words in any case; of numbers the same value: `5` and `5.0`. */
function isAmong(text: string, ratings: readonly string[]): boolean {
  const same = (a: string, b: string): boolean =>
    a.trim().toLowerCase() === b.trim().toLowerCase() || (a.trim() !== '' && Number(a) === Number(b));
  return ratings.some((rating) => same(text, rating));
}

function surveyed(context: KpiContext, { positive, several }: Required<RatingRules>): Ratings | undefined {
  const judged = numbers(context, 'surveys', 'satisfied');
  if (!judged) return undefined;
  const kinds = codes(context, 'surveys', 'kind');
  const scores = numbers(context, 'surveys', 'score');
  const at = times(context, 'surveys', 'at');
  const satisfied = judged.map((value, row) => {
    if (kinds && kinds.values[kinds.codes[row]!] !== 'csat') return Number.NaN;
    if (positive.length === 0 || !scores || Number.isNaN(scores[row]!)) return value;
    return isAmong(String(scores[row]!), positive) ? 1 : Number.isNaN(value) ? value : 0;
  });
  return {
    population: {
      ...rowsOf(context, 'surveys'),
      ticket: links(context, 'surveys', 'ticket'),
      customer: links(context, 'surveys', 'customer'),
    },
    at,
    satisfied: oncePerTicket(context, { satisfied, at, several }),
    subjects: personOf(context, 'surveys'),
    variant: 'survey answers',
  };
}

interface Answers {
  readonly satisfied: Float64Array;
  readonly at: Float64Array;
  readonly several: 'latest' | 'first';
}

/** Of several answers about one ticket the one that counts (of one instant the worse one); the others `NaN`. Answers about no ticket count each. */
function oncePerTicket(context: KpiContext, { satisfied, at, several }: Answers): Float64Array {
  const ticketOf = links(context, 'surveys', 'ticket');
  const named = codes(context, 'surveys', 'ticketId');
  const keys = ticketOf.map((ticket, row) => (ticket >= 0 ? ticket : named && named.codes[row]! > 0 ? -1 - named.codes[row]! : -1));
  const chosen = new Map<number, number>();
  const when = (row: number): number => (Number.isNaN(at[row]!) ? Number.NEGATIVE_INFINITY : several === 'latest' ? at[row]! : -at[row]!);
  satisfied.forEach((value, row) => {
    if (keys[row] === -1 || Number.isNaN(value)) return;
    const other = chosen.get(keys[row]!);
    if (other === undefined || when(row) > when(other) || (when(row) === when(other) && value < satisfied[other]!))
      chosen.set(keys[row]!, row);
  });
  return satisfied.map((value, row) => (keys[row] === -1 || chosen.get(keys[row]!) === row ? value : Number.NaN));
}

/**
 * A survey answer stands for the rating of its ticket where the ticket has none; where it has one, both are the same
 * answer, which counts once. Answers about no known ticket follow after the tickets as rows of their own. Who was asked by those surveys is
 * not known: they change no offer.
 */
function joined(context: KpiContext, own: Ratings, surveys: Ratings): Ratings {
  const tickets = own.satisfied.length;
  const ticketOf = surveys.population.ticket!;
  const alone = Array.from(ticketOf.keys()).filter((answer) => ticketOf[answer] === -1 && !Number.isNaN(surveys.satisfied[answer]!));
  const rows = tickets + alone.length;
  const extend = (values: Numbers, more: Numbers): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => (row < tickets ? values[row]! : more[alone[row - tickets]!]!));
  const [at, satisfied] = [extend(own.at, surveys.at), extend(own.satisfied, surveys.satisfied)];

  ticketOf.forEach((ticket, answer) => {
    if (ticket < 0 || Number.isNaN(surveys.satisfied[answer]!) || !Number.isNaN(own.satisfied[ticket]!)) return;
    satisfied[ticket] = surveys.satisfied[answer]!;
    if (!Number.isNaN(surveys.at[answer]!)) at[ticket] = surveys.at[answer]!;
  });

  const customers = [links(context, 'tickets', 'customer'), surveys.population.customer!] as const;
  const population: Population =
    alone.length === 0
      ? own.population
      : {
          table: 'tickets',
          rows,
          ticket: Int32Array.from({ length: rows }, (_, row) => (row < tickets ? row : -1)),
          customer: Int32Array.from({ length: rows }, (_, row) =>
            row < tickets ? customers[0][row]! : customers[1][alone[row - tickets]!]!,
          ),
        };
  return {
    population,
    at,
    satisfied,
    subjects: Int32Array.from({ length: rows }, (_, row) =>
      row < tickets ? own.subjects[row]! : surveys.subjects[alone[row - tickets]!]!,
    ),
    variant: 'ratings of tickets and survey answers',
    ...(own.offered ? { offered: Uint8Array.from({ length: rows }, (_, row) => own.offered![row] ?? 0) } : {}),
  };
}
