import { column, type Dataset } from '../../model/dataset.ts';
import type { TicketWalk } from '../../model/explanation.ts';
import { UserError } from '../../model/user-error.ts';
import type { Normalized } from '../../normalize/options.ts';
import { editDistance } from '../../lib/text/suggest.ts';

/** Rows of the tickets with an id, one for each system that has it; or why it is in no KPI. */
export interface FoundTicket {
  readonly rows: readonly number[];
  readonly excluded: readonly TicketWalk[];
}

/** `1042`, or `zendesk:1042` where several systems are read. @throws UserError `unknown-ticket` with the nearest id. */
export function findTicket(word: string, { dataset, excludedTickets }: Pick<Normalized, 'dataset' | 'excludedTickets'>): FoundTicket {
  const systems = new Set(systemsOf(dataset));
  const [, prefix = '', rest = ''] = /^([^:]+):(.*)$/s.exec(word) ?? [];
  const system = systems.has(prefix) || excludedTickets.some((one) => one.system === prefix) ? prefix : null;
  const id = system === null ? word : rest;
  const rows = rowsWith(dataset, { id, system });
  const excluded = excludedTickets.filter((one) => one.id === id && (system === null || one.system === system));
  if (rows.length > 0) return { rows, excluded: [] };
  if (excluded.length > 0)
    return { rows, excluded: excluded.map((one) => leftOut(one.id, systems.size > 1 ? one.system : null, one.reason)) };
  throw unknownTicket({ word, id, dataset, out: excludedTickets.length });
}

function leftOut(id: string, system: string | null, excluded: string): TicketWalk {
  return { id, system, excluded, facts: [], messages: null, changes: null, outcomes: [] };
}

function systemsOf({ tables }: Dataset): readonly string[] {
  return column(tables.tickets, 'system', 'code')?.values.slice(1) ?? [];
}

function rowsWith({ tables }: Dataset, { id, system }: { readonly id: string; readonly system: string | null }): number[] {
  const ids = column(tables.tickets, 'id', 'code');
  const systems = column(tables.tickets, 'system', 'code');
  const code = ids?.values.indexOf(id, 1) ?? -1;
  const rows: number[] = [];
  if (code < 1) return rows;
  ids?.codes.forEach((some, row) => {
    if (some === code && (system === null || systems === undefined || systems.values[systems.codes[row]!] === system)) rows.push(row);
  });
  return rows;
}

function unknownTicket({
  word,
  id,
  dataset,
  out,
}: {
  readonly word: string;
  readonly id: string;
  readonly dataset: Dataset;
  readonly out: number;
}): UserError {
  const { tickets } = dataset.tables;
  const near = nearest(id, column(tickets, 'id', 'code')?.values.slice(1) ?? []);
  const among = `${tickets.rows.toLocaleString('en-US')} tickets${out > 0 ? `, nor among the ${out.toLocaleString('en-US')} left out` : ''}`;
  return new UserError('unknown-ticket', `no ticket ${JSON.stringify(word)} among the ${among}`, {
    hint: near === undefined ? undefined : `the nearest id is ${near}`,
  });
}

/** Fewest edits; of equally near ones the first. Ids are compared as they are. */
function nearest(id: string, ids: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const wanted = id.slice(0, 64);
  for (const some of ids) {
    if (Math.abs(some.length - wanted.length) >= least || some.length > 64) continue;
    const distance = editDistance(wanted, some);
    if (distance < least) [best, least] = [some, distance];
  }
  return best;
}
