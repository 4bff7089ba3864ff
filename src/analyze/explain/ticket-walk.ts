import type { KpiContext, KpiDefinition } from '../../kpis/define-kpi.ts';
import { messageFates } from '../../kpis/facts/message-fates.ts';
import { column, type Table } from '../../model/dataset.ts';
import { FIELDS } from '../../model/kinds.ts';
import type { Outcome, TicketFact, TicketWalk, WalkedChange, WalkedMessage } from '../../model/explanation.ts';
import { isoOrNull, isUnbounded } from '../time-frame.ts';
import type { FunnelStage } from './funnel.ts';
import type { Way } from './explain.ts';

/** Never shown: what strangers and customers wrote, and who they and our colleagues are. */
const PRIVATE: ReadonlySet<string> = new Set(['subject', 'ratingComment', 'customerEmail', 'agent']);

export interface WalkOptions {
  readonly kpi: KpiDefinition;
  readonly context: KpiContext;
  readonly ways: readonly Way[];
  readonly ticket: number;
}

/** One ticket through a KPI: what the KPI saw of it, and where it ended. */
export function walkTicket({ kpi, context, ways, ticket }: WalkOptions): TicketWalk {
  const { tickets } = context.dataset.tables;
  const uses = (table: string): boolean => [...kpi.needs.flat(), ...kpi.refines].some((name) => name.startsWith(`${table}.`));
  return {
    id: textAt(tickets, 'id', ticket),
    system: textAt(tickets, 'system', ticket) || null,
    excluded: null,
    facts: factsOf(kpi, tickets, ticket),
    messages: uses('messages') && context.dataset.tables.messages.rows > 0 ? walkedMessages(context, ticket) : null,
    changes: uses('changes') && context.dataset.tables.changes.rows > 0 ? walkedChanges(context, ticket) : null,
    outcomes: ways.flatMap((way) => outcomesOf(way, ticket, context)),
  };
}

/** What the KPI can use of the ticket's own fields, in the order of the contract. */
function factsOf(kpi: KpiDefinition, tickets: Table, ticket: number): TicketFact[] {
  const used = new Set(
    [...kpi.needs.flat(), ...kpi.refines].flatMap((name) => (name.startsWith('tickets.') ? name.slice('tickets.'.length) : [])),
  );
  const fields = Object.keys(FIELDS.tickets).filter(
    (field) => !PRIVATE.has(field) && (used.has(field) || field === 'createdAt' || field === 'status'),
  );
  return fields
    .flatMap((field) => [field, `${field}.calendar`, `${field}.business`, `${field}.unknown`])
    .flatMap((name) => factAt(tickets, name, ticket));
}

function factAt(tickets: Table, field: string, row: number): TicketFact[] {
  const found = tickets.columns.get(field);
  switch (found?.type) {
    case 'time':
      return Number.isNaN(found.values[row]!) ? [] : [{ field, type: 'time', value: isoOrNull(found.values[row]!) ?? '' }];
    case 'number':
      return Number.isNaN(found.values[row]!)
        ? []
        : [{ field, type: /\.|Seconds$/.test(field) ? 'seconds' : 'number', value: found.values[row]! }];
    case 'flag':
      return found.values[row] === 2 ? [] : [{ field, type: 'flag', value: found.values[row] === 1 }];
    case 'code':
      return found.codes[row] === 0 ? [] : [{ field, type: 'text', value: found.values[found.codes[row]!]! }];
    case 'codes': {
      const texts = Array.from(found.codes.subarray(found.offsets[row]!, found.offsets[row + 1]!), (code) => found.values[code]!);
      return texts.length === 0 ? [] : [{ field, type: 'text', value: texts.join(', ') }];
    }
    case 'link':
    case undefined:
      return [];
  }
}

function walkedMessages(context: KpiContext, ticket: number): WalkedMessage[] {
  return messageFates(context, ticket, context.options['bots'] === 'include').map(({ at, ...rest }) => ({ at: isoOrNull(at), ...rest }));
}

function walkedChanges({ dataset }: KpiContext, ticket: number): WalkedChange[] {
  const { changes } = dataset.tables;
  const ticketOf = column(changes, 'ticket', 'link')?.rows;
  const at = column(changes, 'at', 'time')?.values;
  const walked: WalkedChange[] = [];
  for (let row = ticketOf?.indexOf(ticket) ?? -1; row >= 0 && ticketOf?.[row] === ticket; row++) {
    const field = textAt(changes, 'field', row);
    // Who was assigned is personal data of employees.
    if (field === 'assignee') continue;
    walked.push({ at: isoOrNull(at?.[row] ?? Number.NaN), field, from: textAt(changes, 'from', row), to: textAt(changes, 'to', row) });
  }
  return walked;
}

function textAt(table: Table, name: string, row: number): string {
  const found = column(table, name, 'code');
  return found?.values[found.codes[row]!] ?? '';
}

/** What became of the rows that the ticket has in one measure: itself, or each of its waits and answers. */
function outcomesOf({ measure, stages, period, mask, counted, rowsInPeriod }: Way, ticket: number, context: KpiContext): Outcome[] {
  const { population, at } = measure;
  const own = population.table === 'tickets' && population.rows === context.dataset.tables.tickets.rows;
  const rows = own ? [ticket] : Array.from(population.ticket ?? []).flatMap((of, row) => (of === ticket ? [row] : []));
  const inside = new Set(rowsInPeriod);
  return rows.map((row): Outcome => {
    const value = measure.rowValue?.(row) ?? Number.NaN;
    const reached = inside.has(row) ? stages.filter(({ rows: some }) => some?.includes(row)) : [];
    const dated = at === null || isUnbounded(period) || !Number.isNaN(at[row]!);
    return {
      clock: measure.clock,
      what: counted.replace(/s$/, ''),
      at: at === null ? null : isoOrNull(at[row]!),
      fate: inside.has(row) ? 'counted' : mask && mask[row] !== 1 ? 'condition' : dated ? 'outside' : 'undated',
      stages: reached.map(({ name, says }: FunnelStage) => ({ name, says })),
      value: Number.isNaN(value) ? null : value,
      inBase: reached.some(({ base }) => base),
    };
  });
}
