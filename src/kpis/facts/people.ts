import { allRows } from '../../lib/row-parts.ts';
import type { CodeColumn } from '../../model/columns.ts';
import { column } from '../../model/dataset.ts';
import type { TableKind } from '../../model/kinds.ts';
import { dictionarySize } from '../../model/texts.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';
import { codes } from './columns.ts';

/** The tables whose rows are about a customer, in the order in which those who are in no customers table get their numbers. */
const NAMING = ['tickets', 'subscriptions', 'events', 'surveys'] as const;

/** Everyone who appears anywhere, each under one number: first the rows of the customers table, then whom only other tables name. */
export interface People {
  readonly count: number;
  /** One row a person, joined to the customers table. */
  readonly population: Population;
  /** Who each row of a table is about; -1 where it names nobody. */
  readonly of: ReadonlyMap<TableKind, Int32Array>;
}

export function people(context: KpiContext): People {
  return context.memo('people', () => {
    const known = context.dataset.tables.customers.rows;
    // With one table that names anybody, the codes of its dictionary tell people apart, and no name need be made.
    const alone = NAMING.filter((table) => context.dataset.tables[table].rows > 0).length === 1;
    let unnamed = 0;
    const others = new Map<string, number>();
    const numberFor = (code: number, named: CodeColumn): number =>
      alone ? known + unnamed++ : numberOf(others, named.values[code]!, known);
    const of = new Map<TableKind, Int32Array>([['customers', allRows(known)]]);
    for (const table of NAMING) {
      const inOrder = alone ? numberedByWords(context, table, known) : null;
      of.set(table, inOrder?.numbers ?? numbered(context, table, numberFor));
      unnamed += inOrder?.met ?? 0;
    }
    const count = known + others.size + unnamed;
    return {
      count,
      of,
      population: { table: 'customers', rows: count, customer: joined(known, count) },
    };
  });
}

/** The first people are the rows of the customers table; the others have none. */
function joined(known: number, count: number): Int32Array {
  const rows = new Int32Array(count).fill(-1);
  rows.set(allRows(known));
  return rows;
}

/**
 * One number for every customer who appears anywhere: rows of the customers table by its join, others by the id (or, without id, the e-mail address)
 * that their own table gives. -1 where a row names nobody.
 */
export function personOf(context: KpiContext, table: TableKind): Int32Array {
  return people(context).of.get(table) ?? new Int32Array(context.dataset.tables[table].rows).fill(-1);
}

/** A dictionary in the order in which the rows name its words numbers people as it is; `null` for others, and where rows are joined to customers. */
function numberedByWords(
  context: KpiContext,
  table: TableKind,
  known: number,
): { readonly numbers: Int32Array; readonly met: number } | null {
  const named = keysOf(context, table);
  if (!named || column(context.dataset.tables[table], 'customer', 'link')) return null;
  const numbers = new Int32Array(named.codes.length);
  let met = 0;
  for (let row = 0; row < numbers.length; row++) {
    const code = named.codes[row]!;
    if (code > met && ++met !== code) return null;
    numbers[row] = code > 0 ? known + code - 1 : -1;
  }
  return { numbers, met };
}

function keysOf(context: KpiContext, table: TableKind): CodeColumn | undefined {
  return codes(context, table, 'customerKey') ?? codes(context, table, 'customerId') ?? codes(context, table, 'customerEmail');
}

function numbered(context: KpiContext, table: (typeof NAMING)[number], numberFor: (code: number, named: CodeColumn) => number): Int32Array {
  const linked = column(context.dataset.tables[table], 'customer', 'link')?.rows;
  const named = keysOf(context, table);
  const numbers = new Int32Array(context.dataset.tables[table].rows);
  if (!named) {
    for (let row = 0; row < numbers.length; row++) numbers[row] = Math.max(linked?.[row] ?? -1, -1);
    return numbers;
  }
  const byCode = new Int32Array(dictionarySize(named)).fill(-1);
  for (let row = 0; row < numbers.length; row++) {
    const customer = linked === undefined ? -1 : linked[row]!;
    const code = customer >= 0 ? 0 : named.codes[row]!;
    if (code > 0 && byCode[code] === -1) byCode[code] = numberFor(code, named);
    numbers[row] = code > 0 ? byCode[code]! : Math.max(customer, -1);
  }
  return numbers;
}

function numberOf(others: Map<string, number>, name: string, known: number): number {
  const found = others.get(name);
  if (found !== undefined) return found;
  others.set(name, known + others.size);
  return known + others.size - 1;
}
