import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes, either, flags, links, numbers, rowsOf, times } from './columns.ts';
import { resolution } from './resolution.ts';

/** Satisfaction answers, where they stand: on the tickets, else in a survey table. */
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
    const offered = flags(context, 'tickets', 'ratingOffered');
    if (satisfied) {
      return {
        population: rowsOf(context, 'tickets'),
        at: either(times(context, 'tickets', 'ratedAt'), resolution(context).solvedAt),
        satisfied,
        variant: 'ratings of tickets',
        ...(offered ? { offered: satisfied.length === offered.length ? asked(satisfied, offered) : offered } : {}),
      };
    }
    return surveyed(context);
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
