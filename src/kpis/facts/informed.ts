import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes, times } from './columns.ts';
import { eventsNamed } from './event-names.ts';
import { people, personOf } from './people.ts';

/** One row for every customer and issue of which either told the other. */
export interface Informed {
  readonly population: Population;
  /** The first word on it, epoch ms. */
  readonly at: Float64Array;
  /** 1 where we spoke first; a tie is the customer's. */
  readonly byUs: Uint8Array;
}

/** By notices and outbound tickets of ours against tickets of the customers, joined by issue (`events.issueId` = `tickets.problemId`). */
export function informed(context: KpiContext): Informed {
  return context.memo('informed', () => {
    const pairs = new Map<number, number>();
    const found = { person: [] as number[], ticket: [] as number[], us: [] as number[], them: [] as number[] };
    const issues = new Map<string, number>();
    const tell = ({
      person,
      issue,
      at,
      ours,
      ticket,
    }: {
      person: number;
      issue: string;
      at: number;
      ours: boolean;
      ticket: number;
    }): void => {
      if (person < 0 || issue === '' || Number.isNaN(at)) return;
      const number = issues.get(issue) ?? issues.size;
      issues.set(issue, number);
      const key = number * people(context).count + person;
      let pair = pairs.get(key);
      if (pair === undefined) {
        pairs.set(key, (pair = pairs.size));
        found.person.push(person);
        found.ticket.push(-1);
        found.us.push(Number.POSITIVE_INFINITY);
        found.them.push(Number.POSITIVE_INFINITY);
      }
      const side = ours ? found.us : found.them;
      if (at < side[pair]!) side[pair] = at;
      if (ticket >= 0 && (found.ticket[pair]! < 0 || at <= Math.min(found.us[pair]!, found.them[pair]!))) found.ticket[pair] = ticket;
    };
    readNotices(context, tell);
    readTickets(context, tell);
    // One row more than pairs, of nobody: derived rows must never be taken for a table's own because there are as many of them.
    const rows = found.person.length + 1;
    const fill = <T>(list: readonly T[], last: T): T[] => [...list, last];
    const known = context.dataset.tables.customers.rows;
    return {
      population: {
        table: 'tickets',
        rows,
        ticket: Int32Array.from(fill(found.ticket, -1)),
        customer: Int32Array.from(fill(found.person, -1), (person) => (person < known ? person : -1)),
      },
      at: Float64Array.from({ length: rows }, (_, pair) => (pair === rows - 1 ? Number.NaN : Math.min(found.us[pair]!, found.them[pair]!))),
      byUs: Uint8Array.from({ length: rows }, (_, pair) => (found.us[pair]! < found.them[pair]! ? 1 : 0)),
    };
  });
}

/** Whether notices and what they were about are recorded at all: else it would seem that we never spoke first. */
export function noticesTold(context: KpiContext): boolean {
  return eventsNamed(context, ['notice']) !== undefined && codes(context, 'events', 'issueId') !== undefined;
}

type Tell = (said: { person: number; issue: string; at: number; ours: boolean; ticket: number }) => void;

function readNotices(context: KpiContext, tell: Tell): void {
  const notices = eventsNamed(context, ['notice']);
  const issues = codes(context, 'events', 'issueId');
  if (!notices || !issues) return;
  const at = times(context, 'events', 'at');
  const who = personOf(context, 'events');
  for (let row = 0; row < notices.length; row++)
    if (notices[row] === 1) tell({ person: who[row]!, issue: issues.values[issues.codes[row]!]!, at: at[row]!, ours: true, ticket: -1 });
}

function readTickets(context: KpiContext, tell: Tell): void {
  const issues = codes(context, 'tickets', 'problemId');
  if (!issues) return;
  const at = times(context, 'tickets', 'createdAt');
  const who = personOf(context, 'tickets');
  const directions = codes(context, 'tickets', 'direction');
  for (let row = 0; row < who.length; row++) {
    if (issues.codes[row] === 0) continue;
    const ours = directions?.values[directions.codes[row]!] === 'outbound';
    tell({ person: who[row]!, issue: issues.values[issues.codes[row]!]!, at: at[row]!, ours, ticket: row });
  }
}

/** Tickets that we opened, of all: what remains where nothing says what they are about. */
export function outreach(context: KpiContext): Uint8Array | undefined {
  const directions = codes(context, 'tickets', 'direction');
  if (!directions?.codes.some((code) => code > 0)) return undefined;
  return Uint8Array.from(directions.codes, (code) => (directions.values[code] === 'outbound' ? 1 : 0));
}
