import { column, type Dataset } from '../model/dataset.ts';
import type { TableKind } from '../model/kinds.ts';

/** Ways from a table to the two that others are joined to, by its own link columns; the first that leads somewhere counts, row by row. */
const WAYS: Readonly<
  Record<'tickets' | 'customers', Readonly<Partial<Record<TableKind, readonly (readonly ('ticket' | 'customer')[])[]>>>>
> = {
  tickets: { messages: [['ticket']], changes: [['ticket']], surveys: [['ticket']] },
  customers: {
    tickets: [['customer']],
    messages: [['ticket', 'customer']],
    changes: [['ticket', 'customer']],
    surveys: [['customer'], ['ticket', 'customer']],
    subscriptions: [['customer']],
    events: [['customer']],
  },
};

/**
 * The row in `to` of each row in `from`, −1 where none; `'own'` when they are the same table;
 * `null` when the data does not join them (no such link, or one that leads nowhere for every row).
 */
export function linkedRows(
  dataset: Dataset,
  { from, to }: { readonly from: TableKind; readonly to: TableKind },
): Int32Array | 'own' | null {
  if (from === to) return 'own';
  if (to !== 'tickets' && to !== 'customers') return null;
  const found = (WAYS[to][from] ?? []).flatMap((way) => follow(dataset, from, way) ?? []);
  if (found.length === 0) return null;
  const rows = found.length === 1 ? found[0]! : found[0]!.map((row, index) => (row === -1 ? found[1]![index]! : row));
  return rows.some((row) => row !== -1) ? rows : null;
}

function follow(dataset: Dataset, from: TableKind, way: readonly ('ticket' | 'customer')[]): Int32Array | null {
  let rows: Int32Array | null = null;
  let table = dataset.tables[from];
  for (const step of way) {
    const link = column(table, step, 'link')?.rows;
    if (link === undefined) return null;
    rows = rows === null ? link : rows.map((row) => (row === -1 ? -1 : link[row]!));
    table = dataset.tables[step === 'ticket' ? 'tickets' : 'customers'];
  }
  return rows;
}
