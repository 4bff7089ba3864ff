import type { Population } from '../kpis/measure.ts';
import type { Dataset } from '../model/dataset.ts';
import type { TableKind } from '../model/kinds.ts';
import { fieldsOf, rowMask } from '../segments/conditions/row-mask.ts';
import type { Condition } from '../segments/conditions/condition.ts';
import type { DimensionContext } from '../segments/dimension.ts';

/** Which rows of a population pass the condition: one byte a row, `null` without a condition, `unknown` where it cannot speak of such rows. */
export interface MaskOf {
  (population: Population): Uint8Array | null | 'unknown';
  /** The fields that the condition asks for. */
  readonly fields: readonly string[];
}

export function conditionMasks(where: Condition | null, context: DimensionContext): MaskOf {
  if (where === null) return Object.assign(() => null, { fields: [] });
  const known = new Map<TableKind, Uint8Array | null>();
  const tableMask = (table: TableKind): Uint8Array | null => {
    if (!known.has(table)) known.set(table, rowMask(where, context, table));
    return known.get(table)!;
  };
  const maskOf = (population: Population): Uint8Array | 'unknown' => {
    const { table, ticket, customer } = population;
    const own = isOwnRows(population, context.dataset) ? tableMask(table) : null;
    if (own) return own;
    for (const [link, to] of [
      [ticket, 'tickets'],
      [customer, 'customers'],
    ] as const) {
      const mask = link && tableMask(to);
      if (link && mask) return Uint8Array.from(link, (row) => (row < 0 ? 0 : mask[row]!));
    }
    return 'unknown';
  };
  return Object.assign(maskOf, { fields: fieldsOf(where) });
}

/** Whether the rows are those of the table itself. Customers whom only other tables name may follow after it (`customerView`). */
export function isOwnRows({ table, rows, derived }: Population, dataset: Dataset): boolean {
  const own = dataset.tables[table].rows;
  return derived !== true && (rows === own || (table === 'customers' && rows < own));
}
