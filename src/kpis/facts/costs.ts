import { fieldKey } from '../../lib/text/field-key.ts';
import { sum } from '../../lib/stats/sum.ts';
import type { Period } from '../../model/period.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, columnUsed, numbers } from './columns.ts';
import { contacts, handledTimes } from './contacts.ts';
import { money } from './money.ts';

/** What support costs, in the order of how much is known. */
export type Costing =
  /** An amount of its own for each ticket (`NaN` = unknown): recorded, or by the config's price of a contact in its channel. */
  | {
      readonly kind: 'tickets';
      readonly amounts: Float64Array;
      readonly currency: string | undefined;
      readonly mixed: boolean;
      readonly variant: string;
    }
  /** One amount for all that was handled in the period asked for. */
  | { readonly kind: 'total'; readonly total: number; readonly currency: string; readonly mixed: false; readonly variant: string }
  | { readonly kind: 'none' };

export function costing(context: KpiContext): Costing {
  return context.memo('costing', (): Costing => {
    const recorded = money(context, 'tickets', 'cost');
    if (recorded && columnUsed(context, 'tickets', 'cost'))
      return {
        kind: 'tickets',
        amounts: recorded.values,
        currency: recorded.currency,
        mixed: recorded.mixed,
        variant: 'costs recorded with the tickets',
      };
    const { costs } = context.settings;
    if (costs === null) return { kind: 'none' };
    if (Object.keys(costs.perContact).length > 0) {
      return {
        kind: 'tickets',
        amounts: byChannel(context, costs.perContact),
        currency: costs.currency,
        mixed: false,
        variant: 'costs of a contact by channel',
      };
    }
    return costs.total === null
      ? { kind: 'none' }
      : { kind: 'total', total: costs.total, currency: costs.currency, mixed: false, variant: 'total costs of the period' };
  });
}

function byChannel(context: KpiContext, perContact: Readonly<Record<string, number>>): Float64Array {
  const prices = new Map(Object.entries(perContact).map(([channel, price]) => [fieldKey(channel), price]));
  const channels = codes(context, 'tickets', 'channel');
  const priceOf = Float64Array.from(channels?.values ?? [''], (channel) => prices.get(fieldKey(channel)) ?? Number.NaN);
  return contacts(context).perTicket.map((count, row) => count * priceOf[channels?.codes[row] ?? 0]!);
}

/**
 * The part of the total that falls on some of the tickets handled in a period: by handling time where every channel records it, else by contacts.
 * The total is that of one period, the first that is asked for; of others (the one before, the points of a series) nothing is known: `null`.
 */
export function allocation(context: KpiContext, total: number): (rows: Int32Array, period: Period) => number | null {
  const handledAt = handledTimes(context);
  const spent = numbers(context, 'tickets', 'handleSeconds');
  const { perTicket } = contacts(context);
  const timed = spent !== undefined && handledAt.every((at, row) => Number.isNaN(at) || spent[row]! > 0);
  const weights = timed ? spent : perTicket;
  const weigh = (rows: Iterable<number>): number => sum(Float64Array.from(rows, (row) => weights[row]!));
  let asked: Period | undefined;
  let whole = 0;
  return (rows, period) => {
    if (asked === undefined) {
      asked = period;
      const unbounded = period.start === Number.NEGATIVE_INFINITY;
      whole = weigh(
        Array.from(handledAt.keys()).filter((row) => unbounded || (handledAt[row]! >= period.start && handledAt[row]! < period.end)),
      );
    }
    if (asked.start !== period.start || asked.end !== period.end || whole === 0) return null;
    return (total * weigh(rows)) / whole;
  };
}
