import type { KpiContext } from '../define-kpi.ts';
import type { TableKind } from '../../model/kinds.ts';
import { codes, links } from './columns.ts';

/**
 * One number for every customer who appears anywhere: rows of the customers table by its join, others by the id (or, without id, the e-mail address)
 * that their own table gives. -1 where a row names nobody.
 */
export function personOf(context: KpiContext, table: TableKind): Int32Array {
  const known = context.memo('people', () => new Map<string, number>());
  return context.memo(`people of ${table}`, () => {
    const { rows } = context.dataset.tables[table];
    if (table === 'customers') return Int32Array.from({ length: rows }, (_, row) => numberOf(known, `row ${row}`));
    const linked = links(context, table, 'customer');
    const named = codes(context, table, 'customerKey') ?? codes(context, table, 'customerId') ?? codes(context, table, 'customerEmail');
    const byCode = new Map<number, number>();
    return Int32Array.from({ length: rows }, (_, row) => {
      if (linked[row]! >= 0) return numberOf(known, `row ${linked[row]!}`);
      const code = named?.codes[row] ?? 0;
      if (code === 0) return -1;
      let person = byCode.get(code);
      if (person === undefined) byCode.set(code, (person = numberOf(known, `id ${named!.values[code]!}`)));
      return person;
    });
  });
}

function numberOf(known: Map<string, number>, key: string): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, known.size);
  return known.size - 1;
}
