import type { KpiContext } from '../../kpis/define-kpi.ts';
import type { Population } from '../../kpis/measure.ts';
import { people } from '../../kpis/facts/people.ts';
import { column, type Dataset } from '../../model/dataset.ts';
import { TABLE_KINDS, type TableKind } from '../../model/kinds.ts';
import type { ListedId } from '../../model/explanation.ts';

/** The rows that one looks up by name: tickets, else customers, else the table's own. */
export interface Naming {
  readonly of: TableKind;
  /** `null` where the row has no id that may be shown. */
  readonly idOf: (row: number) => ListedId | null;
}

/** How to name the rows of a population: answers and waits by their ticket, deeds by their customer. An e-mail address is no id. */
export function namingOf(population: Population, context: KpiContext): Naming {
  const { dataset } = context;
  const { table, rows, ticket, customer } = population;
  const own = rows === dataset.tables[table].rows;
  if (table === 'tickets' && own) return { of: 'tickets', idOf: (row) => nameOf(dataset, 'tickets', row) };
  if (ticket && dataset.tables.tickets.rows > 0) return { of: 'tickets', idOf: (row) => nameOf(dataset, 'tickets', ticket[row]!) };
  if (customer) {
    const others = table === 'customers' ? namesOfOthers(context) : new Map<number, string>();
    return {
      of: 'customers',
      idOf(row) {
        const known = nameOf(dataset, 'customers', customer[row]!);
        const name = known === null ? others.get(row) : undefined;
        return name === undefined ? known : { id: name, system: null };
      },
    };
  }
  return { of: table, idOf: (row) => nameOf(dataset, table, own ? row : -1) };
}

function nameOf({ tables }: Dataset, table: TableKind, row: number): ListedId | null {
  if (row < 0) return null;
  const ids = column(tables[table], 'id', 'code') ?? column(tables[table], 'customerId', 'code');
  const systems = column(tables[table], 'system', 'code');
  const id = ids?.values[ids.codes[row]!] ?? '';
  return id === '' ? null : { id, system: systems?.values[systems.codes[row]!] ?? null };
}

/** Ids of people whom only other tables name, by person. */
function namesOfOthers(context: KpiContext): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const table of TABLE_KINDS) {
    const of = people(context).of.get(table);
    const ids = column(context.dataset.tables[table], 'customerId', 'code');
    if (!of || !ids || table === 'customers') continue;
    of.forEach((person, row) => {
      const id = ids.values[ids.codes[row]!]!;
      if (person >= 0 && id !== '' && !names.has(person)) names.set(person, id);
    });
  }
  return names;
}
