import type { Numbers } from '../../model/columns.ts';
import type { KpiContext } from '../define-kpi.ts';
import { links, times } from './columns.ts';
import { AGENT, speakers } from './conversations.ts';
import { isSolvedStatus, resolution, statusHistory } from './resolution.ts';

/**
 * Times that each ticket left solved and an agent then wrote before it was solved again: without the "thank you" that reopens a ticket and needs no
 * answer. Where history or messages do not tell, every reopening counts.
 */
export function answeredReopens(context: KpiContext): Numbers {
  return context.memo('answered reopens', () => {
    const { reopens } = resolution(context);
    const { starts, at, from, to } = statusHistory(context);
    const replies = repliesOf(context);
    return reopens.map((all, ticket) => {
      const sent = replies.get(ticket);
      const [first, end] = [starts[ticket]!, starts[ticket + 1]!];
      if (!sent || first === end) return all;
      let answered = 0;
      let reopenedAt = Number.NaN;
      let solvedNow = isSolvedStatus(from[first]!);
      const count = (until: number): void => {
        if (sent.some((time) => time >= reopenedAt && time <= until)) answered++;
        reopenedAt = Number.NaN;
      };
      for (let change = first; change < end; change++) {
        const nowSolved = isSolvedStatus(to[change]!);
        if (solvedNow && !nowSolved) reopenedAt = at[change]!;
        if (!solvedNow && nowSolved && !Number.isNaN(reopenedAt)) count(at[change]!);
        solvedNow = nowSolved;
      }
      if (!Number.isNaN(reopenedAt)) count(Number.POSITIVE_INFINITY);
      return answered;
    });
  });
}

/** When human agents wrote in public, by ticket; tickets whose messages are not known are not there. */
function repliesOf(context: KpiContext): ReadonlyMap<number, readonly number[]> {
  const ticketOf = links(context, 'messages', 'ticket');
  const sentAt = times(context, 'messages', 'at');
  const speaks = speakers(context, false);
  const found = new Map<number, number[]>();
  ticketOf.forEach((ticket, message) => {
    if (ticket < 0) return;
    const list = found.get(ticket) ?? [];
    if (speaks[message] === AGENT && !Number.isNaN(sentAt[message]!)) list.push(sentAt[message]!);
    found.set(ticket, list);
  });
  return found;
}
