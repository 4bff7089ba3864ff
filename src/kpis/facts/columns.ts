import { firstKnown } from '../../lib/judge-rows.ts';
import { column } from '../../model/dataset.ts';
import type { CodeColumn, CodesColumn, Numbers } from '../../model/columns.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Population } from '../measure.ts';

/** A table's own rows as a population. */
export function rowsOf(context: KpiContext, table: TableKind): Population {
  return { table, rows: context.dataset.tables[table].rows };
}

/** Times of a column, epoch ms; all `NaN` where the table lacks it. */
export function times(context: KpiContext, table: TableKind, field: string): Float64Array {
  return context.memo(`${table}.${field} times`, () => timesOrUndefined(context, table, field) ?? none(context, table));
}

export function timesOrUndefined(context: KpiContext, table: TableKind, field: string): Float64Array | undefined {
  return column(context.dataset.tables[table], field, 'time')?.values;
}

export function numbers(context: KpiContext, table: TableKind, field: string): Float64Array | undefined {
  const found = counts(context, table, field);
  return found instanceof Float32Array ? context.memo(`long ${table}.${field}`, () => new Float64Array(found)) : found;
}

/** The numbers as they lie, which may be in 32 bits: not to reckon with in an array of their kind. */
export function counts(context: KpiContext, table: TableKind, field: string): Numbers | undefined {
  return column(context.dataset.tables[table], field, 'number')?.values;
}

export function codes(context: KpiContext, table: TableKind, field: string): CodeColumn | undefined {
  return column(context.dataset.tables[table], field, 'code');
}

export function flags(context: KpiContext, table: TableKind, field: string): Uint8Array | undefined {
  return column(context.dataset.tables[table], field, 'flag')?.values;
}

/** Row in the linked table, -1 where none; all -1 where the tables are not joined. */
export function links(context: KpiContext, table: TableKind, to: 'ticket' | 'customer'): Int32Array {
  return context.memo(
    `${table}.${to} links`,
    () => column(context.dataset.tables[table], to, 'link')?.rows ?? new Int32Array(context.dataset.tables[table].rows).fill(-1),
  );
}

/** Nothing known of any row. Nobody may write to it. */
export function none(context: KpiContext, table: TableKind): Float64Array {
  return context.memo(`${table} without times`, () => new Float64Array(context.dataset.tables[table].rows).fill(Number.NaN));
}

/** The first of several times or numbers that is there, row by row. Nobody may write to it: where one of them tells of every row that there is, it is that one. */
export function either<T extends Numbers>(best: T, ...others: readonly (T | undefined)[]): T | Float64Array {
  const telling = [best, ...others].filter((some) => some !== undefined && !saysNothing(some)) as T[];
  const [first = best, ...rest] = telling;
  if (rest.length === 0 || !hasGaps(first)) return first;
  return rest.reduce<T | Float64Array>((found, other) => firstKnown(found, other), first);
}

function hasGaps(times: Numbers): boolean {
  for (let row = 0; row < times.length; row++) if (Number.isNaN(times[row]!)) return true;
  return false;
}

function saysNothing(times: Numbers): boolean {
  for (let row = 0; row < times.length; row++) if (!Number.isNaN(times[row]!)) return false;
  return true;
}

/** Codes of the dictionary whose text (lower case) passes. */
export function codesWhere(found: CodeColumn | CodesColumn | undefined, passes: (text: string) => boolean): ReadonlySet<number> {
  const passing = new Set<number>();
  found?.values.forEach((text, code) => {
    if (code > 0 && passes(text.toLowerCase())) passing.add(code);
  });
  return passing;
}

/** Whether a column is there and says anything at all. */
export function columnUsed(context: KpiContext, table: TableKind, field: string): boolean {
  const found = context.dataset.tables[table].columns.get(field);
  switch (found?.type) {
    case 'time':
    case 'number':
      return found.values.some((value) => !Number.isNaN(value));
    case 'code':
      return found.codes.some((code) => code > 0);
    case 'flag':
      return found.values.some((value) => value !== 2);
    default:
      return found !== undefined;
  }
}
