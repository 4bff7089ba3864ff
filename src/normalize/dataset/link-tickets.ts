import type { Findings } from '../warnings.ts';
import { quoted } from '../warnings.ts';
import { COLLAPSED, COMPLETED, USED } from './fate.ts';
import type { Fates } from './fate.ts';
import { Identity } from './identity.ts';
import type { Stacked } from './stack.ts';

/** Tickets by (system, id), those that were left out too: what belongs to them must not count either. */
export function ticketIdentity(tickets: Stacked, fates: Fates): Identity {
  const ids = tickets.columns.get('id');
  return new Identity(tickets, ids?.type === 'code' ? ids : undefined, (row) => fates.of(row) !== COLLAPSED && fates.of(row) !== COMPLETED);
}

/** By row of `table`: the ticket's row, -1 where none has the id. */
export function linkTickets(table: Stacked, identity: Identity): Int32Array {
  const links = new Int32Array(table.rows).fill(-1);
  const ids = table.columns.get('ticketId');
  if (ids?.type !== 'code') return links;
  const recoded = identity.recode(ids);
  // Rows are many, ids and systems are fewer.
  const bySystem = new Map<string, Int32Array>();
  for (const { origin } of table.parts)
    if (!bySystem.has(origin.system)) bySystem.set(origin.system, identity.byCodes(identity.systemFor(origin.system), recoded));
  const byPart = table.parts.map(({ origin }) => bySystem.get(origin.system)!);
  const { codes } = ids;
  for (let row = 0; row < table.rows; row++) links[row] = byPart[table.part[row]!]![codes[row]!]!;
  return links;
}

/** Rows of tickets that were left out leave too. */
export function excludeWithTickets({
  table,
  fates,
  links,
  ticketFates,
}: {
  readonly table: Stacked;
  readonly fates: Fates;
  readonly links: Int32Array;
  readonly ticketFates: Fates;
}): void {
  for (let row = 0; row < table.rows; row++) {
    if (fates.of(row) === USED && links[row]! >= 0 && ticketFates.reasonOf(links[row]!) !== undefined)
      fates.exclude(row, 'ticket-excluded');
  }
}

const LEAST_MATCH = 0.9;
const NOUNS: Readonly<Record<string, string>> = { messages: 'messages', changes: 'changes', surveys: 'survey answers' };

/** Warns of each file of which more than a tenth finds no ticket. */
export function reportMatchRate({
  table,
  links,
  tickets,
  findings,
}: {
  readonly table: Stacked;
  readonly links: Int32Array;
  readonly tickets: Stacked;
  readonly findings: Findings;
}): void {
  const ids = table.columns.get('ticketId');
  if (tickets.rows === 0 || ids?.type !== 'code' || !links.includes(-1)) return;
  const counts = table.parts.map(() => ({ named: 0, matched: 0, line: 0 }));
  for (let row = 0; row < table.rows; row++) {
    if (ids.codes[row] === 0) continue;
    const count = counts[table.part[row]!]!;
    count.named++;
    if (links[row]! >= 0) count.matched++;
    else if (count.line === 0) count.line = table.lines[row]!;
  }
  const ticketIds = tickets.parts[0]!.label.columns['id'] ?? 'id';
  counts.forEach(({ named, matched, line }, place) => {
    if (matched >= named * LEAST_MATCH) return;
    const { origin, label } = table.parts[place]!;
    const share = `${matched.toLocaleString('en-US')} of ${named.toLocaleString('en-US')} ${NOUNS[table.kind] ?? 'rows'} (${Math.floor((matched / named) * 100)} %)`;
    findings.add({
      code: 'low-match-rate',
      count: named - matched,
      file: origin.file,
      line,
      about: `Only ${share} belong to a ticket that was given, by ${quoted(label.columns['ticketId'] ?? 'ticketId')} here and ${quoted(ticketIds)} of the tickets; check that both files are of the same export`,
    });
  });
}
