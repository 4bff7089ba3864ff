import { emptyTable } from '../model/dataset.ts';
import type { Table } from '../model/dataset.ts';
import { TABLE_KINDS } from '../model/kinds.ts';
import type { TableKind } from '../model/kinds.ts';
import { addEmails, settleAuthors } from './dataset/authors.ts';
import { narrowed } from './dataset/narrowed.ts';
import { nameGroups } from './dataset/groups.ts';
import { orderByTicket } from './dataset/by-ticket.ts';
import { collapse } from './dataset/collapse.ts';
import { compact, reorder } from './dataset/compact.ts';
import { addCustomerKeys } from './dataset/customer-keys.ts';
import { CustomerIndex } from './dataset/customers.ts';
import { excludeByStatus } from './dataset/exclude.ts';
import { Fates, tallies } from './dataset/fate.ts';
import type { Tally } from './dataset/fate.ts';
import { excludeWithTickets, linkTickets, reportMatchRate, ticketIdentity } from './dataset/link-tickets.ts';
import { excludedTickets, nameSystems } from './dataset/left-out.ts';
import { reportQuality } from './dataset/quality.ts';
import { solveByTimeStamp } from './dataset/solved.ts';
import { stack } from './dataset/stack.ts';
import type { Stacked } from './dataset/stack.ts';
import { extent, limitToTruth } from './dataset/truth.ts';
import { inputReports } from './input-reports.ts';
import type { InputToNormalize, Normalized, NormalizeOptions } from './options.ts';
import { readInputs } from './read-inputs.ts';
import { ensureIds } from './staging/row-numbers.ts';
import { joinSpokenWords } from './staging/spoken-words.ts';
import type { Part } from './staging/part.ts';
import { Findings } from './warnings.ts';

export { headerScore } from './recognise/header-score.ts';

type Tables = { [K in TableKind]: Stacked };
type AllFates = { readonly [K in TableKind]: Fates };

const OF_TICKETS = ['messages', 'changes', 'surveys'] as const;
const OF_CUSTOMERS = ['tickets', 'subscriptions', 'events', 'surveys'] as const;

/**
 * Files → one dataset: every input recognised and read, its words in ours, versions of one row collapsed, what must not count left out,
 * and the tables joined. Every row read is used, excluded for a named reason, collapsed, or skipped by the reader.
 * Consumes the inputs: each is read once. @throws UserError for an input of no known kind, an unknown preset, field or column, and ids that a spreadsheet has damaged.
 */
export async function normalize(inputs: readonly InputToNormalize[], options: NormalizeOptions): Promise<Normalized> {
  const findings = new Findings();
  const read = (await readInputs(inputs, options, findings)).map((input) => ({
    ...input,
    parts: input.parts.map((part) => ensureIds(part, findings)),
  }));
  const people = read.flatMap((input) => input.people);
  const parts = read.flatMap((input) => input.parts);
  const tables = Object.fromEntries(
    TABLE_KINDS.map((kind) => [
      kind,
      stack(
        kind,
        parts.filter((part) => part.kind === kind && part.rows > 0),
      ),
    ]),
  ) as Tables;
  const fates = Object.fromEntries(TABLE_KINDS.map((kind) => [kind, new Fates(tables[kind].rows)])) as AllFates;
  for (const kind of TABLE_KINDS) {
    collapse(tables[kind], fates[kind], { findings, asOf: options.asOf });
    limitToTruth(tables[kind], fates[kind], { asOf: options.asOf, wallClock: options.wallClock, findings });
  }
  excludeByStatus(tables.tickets, fates.tickets);
  leaveWithTickets(tables, fates);
  const { firstAt, lastAt } = extent(Object.values(tables));
  const { excluded, tallyOf } = account(tables, fates);
  const leftOut = options.withExcluded ? excludedTickets(tables.tickets, fates.tickets) : [];
  for (const kind of TABLE_KINDS) tables[kind] = compact(tables[kind], fates[kind]);
  addEmails(tables.tickets, people);
  nameGroups(
    tables.tickets,
    read.flatMap((input) => input.groups),
  );
  nameSystems(tables.tickets);
  joinTickets(tables, { people, bots: options.bots ?? [], findings });
  solveByTimeStamp(tables.tickets, findings);
  reportQuality(tables.tickets, findings);
  joinCustomers(tables);
  return {
    dataset: {
      tables: Object.fromEntries(TABLE_KINDS.map((kind) => [kind, finished(tables[kind], options.unasked)])) as { [K in TableKind]: Table },
      words: joinSpokenWords(parts.map(({ words }) => words)),
    },
    inputs: inputReports(read, tallyOf),
    warnings: findings.warnings(),
    excluded,
    excludedTickets: leftOut,
    asOf: options.asOf ?? lastAt,
    firstAt,
    lastAt,
  };
}

/** Messages, changes and answers of excluded tickets do not count either. */
function leaveWithTickets(tables: Tables, fates: AllFates): void {
  const kinds = fates.tickets.excludes ? OF_TICKETS.filter((kind) => tables[kind].rows > 0) : [];
  if (kinds.length === 0) return;
  const identity = ticketIdentity(tables.tickets, fates.tickets);
  for (const kind of kinds) {
    const links = linkTickets(tables[kind], identity);
    excludeWithTickets({ table: tables[kind], fates: fates[kind], links, ticketFates: fates.tickets });
  }
}

function account(tables: Tables, fates: AllFates): { excluded: Record<string, number>; tallyOf: (part: Part) => Tally } {
  const byPart = new Map<Part, Tally>();
  const excluded = new Map<string, number>();
  for (const kind of TABLE_KINDS) {
    const counts = tallies(tables[kind], fates[kind]);
    tables[kind].parts.forEach((part, place) => byPart.set(part, counts[place]!));
    for (const [reason, count] of fates[kind].excluded()) excluded.set(reason, (excluded.get(reason) ?? 0) + count);
  }
  return { excluded: Object.fromEntries(excluded), tallyOf: (part) => byPart.get(part) ?? { used: 0, collapsed: 0, excluded: 0 } };
}

function joinTickets(
  tables: Tables,
  { people, bots, findings }: Pick<Parameters<typeof settleAuthors>[0], 'people' | 'bots'> & { readonly findings: Findings },
): void {
  const { tickets } = tables;
  const kinds = OF_TICKETS.filter((kind) => tables[kind].rows > 0);
  if (kinds.length === 0) return;
  const identity = ticketIdentity(tickets, new Fates(tickets.rows));
  for (const kind of kinds) {
    const table = tables[kind];
    const links = linkTickets(table, identity);
    reportMatchRate({ table, links, tickets, findings });
    if (kind === 'messages') settleAuthors({ messages: table, links, tickets, people, bots });
    table.columns.set('ticket', { type: 'link', rows: links });
    if (kind === 'surveys') continue;
    const at = table.columns.get('at');
    const order = orderByTicket(links, at?.type === 'time' ? at.values : undefined, tickets.rows);
    if (order !== null) tables[kind] = reorder(table, order);
  }
}

function joinCustomers(tables: Tables): void {
  if (tables.customers.rows > 0) {
    const index = new CustomerIndex(tables.customers);
    for (const kind of OF_CUSTOMERS) {
      const table = tables[kind];
      if (table.rows > 0) table.columns.set('customer', { type: 'link', rows: index.link(table) });
    }
    linkSurveysThroughTickets(tables);
  }
  addCustomerKeys(
    tables.customers,
    OF_CUSTOMERS.map((kind) => tables[kind]),
  );
}

/** An answer that names only its ticket is its ticket's customer's. */
function linkSurveysThroughTickets({ surveys, tickets }: Tables): void {
  const own = surveys.columns.get('customer');
  const ticket = surveys.columns.get('ticket');
  const through = tickets.columns.get('customer');
  if (own?.type !== 'link' || ticket?.type !== 'link' || through?.type !== 'link') return;
  for (let row = 0; row < surveys.rows; row++) {
    if (own.rows[row] === -1 && ticket.rows[row]! >= 0) own.rows[row] = through.rows[ticket.rows[row]!]!;
  }
}

function finished({ kind, rows, columns }: Stacked, unasked: ReadonlySet<string> | undefined): Table {
  if (rows === 0) return emptyTable(kind);
  const letGo = new Set([...columns.keys()].filter((name) => unasked?.has(`${kind}.${name}`)));
  for (const [name, column] of columns) {
    if (letGo.has(name)) columns.delete(name);
    else if (column.type === 'code') columns.set(name, narrowed(column));
  }
  return { kind, rows, columns, ...(letGo.size > 0 && { letGo }) };
}
