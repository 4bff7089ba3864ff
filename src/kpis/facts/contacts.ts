import type { KpiContext } from '../define-kpi.ts';
import { either, rowsOf, times } from './columns.ts';
import { conversations } from './conversations.ts';
import { firstResponse } from './first-response.ts';
import { resolution } from './resolution.ts';

/** How often customers contacted us, ticket by ticket. */
export interface Contacts {
  readonly perTicket: Float64Array;
  /** The same, or `null` where each ticket is one. */
  readonly counted: Float64Array | null;
  /** What a contact is. */
  readonly variant: string;
}

/** Stretches of customer messages before an answer, where there are messages (a ticket without any counts one); else tickets. */
export function contacts(context: KpiContext): Contacts {
  return context.memo('contacts', () => {
    if (context.dataset.tables.messages.rows === 0) return oneEach(context);
    const { known, episodes } = conversations(context);
    const perTicket = Float64Array.from(known, (is) => (is === 1 ? 0 : 1));
    for (const ticket of episodes.ticket) perTicket[ticket]!++;
    return { perTicket, counted: perTicket, variant: 'a contact is what a customer writes until an answer' };
  });
}

function oneEach(context: KpiContext): Contacts {
  return {
    get perTicket() {
      return context.memo('one a ticket', () => new Float64Array(rowsOf(context, 'tickets').rows).fill(1));
    },
    counted: null,
    variant: 'a contact is a ticket',
  };
}

/** When a ticket was handled: solved, else first answered, else created. */
export function handledTimes(context: KpiContext): Float64Array {
  return context.lately('handled times', () =>
    either(resolution(context).solvedAt, firstResponse(context).respondedAt, times(context, 'tickets', 'createdAt')),
  );
}
