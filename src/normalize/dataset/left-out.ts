import type { ExcludedTicket } from '../options.ts';
import type { Fates } from './fate.ts';
import type { Stacked } from './stack.ts';

/** Tickets that no KPI sees, each with its reason: for those who ask where one of them has gone. */
export function excludedTickets(tickets: Stacked, fates: Fates): ExcludedTicket[] {
  const ids = tickets.columns.get('id');
  const found: ExcludedTicket[] = [];
  for (let row = 0; row < tickets.rows; row++) {
    const reason = fates.reasonOf(row);
    if (reason === undefined) continue;
    const id = ids?.type === 'code' ? ids.values[ids.codes[row]!]! : '';
    found.push({ id, system: tickets.parts[tickets.part[row]!]!.origin.system, reason });
  }
  return found;
}

/** Which system each ticket is of, as the column `system`, where there are several: then an id alone does not name a ticket. */
export function nameSystems({ parts, part, rows, columns }: Stacked): void {
  const systems = [...new Set(parts.map(({ origin }) => origin.system))];
  if (systems.length < 2) return;
  const codes = parts.map(({ origin }) => 1 + systems.indexOf(origin.system));
  columns.set('system', {
    type: 'code',
    codes: Uint32Array.from({ length: rows }, (_, row) => codes[part[row]!]!),
    values: ['', ...systems],
  });
}
