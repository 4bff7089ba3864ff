import type { Fates } from './fate.ts';
import type { Stacked } from './stack.ts';
import { takeRows } from './take.ts';

/** The table without the rows that left it. */
export function compact(table: Stacked, fates: Fates): Stacked {
  const kept = fates.kept();
  return kept === null ? table : reorder(table, kept);
}

/** The table with the given rows in the given order. */
export function reorder(table: Stacked, rows: Uint32Array): Stacked {
  const part = new Uint16Array(rows.length);
  const lines = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    part[row] = table.part[rows[row]!]!;
    lines[row] = table.lines[rows[row]!]!;
  }
  const columns = new Map([...table.columns].map(([name, column]) => [name, takeRows(column, rows)]));
  return { kind: table.kind, rows: rows.length, columns, parts: table.parts, part, lines };
}
