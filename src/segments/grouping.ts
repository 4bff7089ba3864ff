import type { CodeColumn, CodesColumn } from '../model/columns.ts';
import { column, type Dataset } from '../model/dataset.ts';
import type { TableKind } from '../model/kinds.ts';
import type { Grouping } from './dimension.ts';
import { linkedRows } from './links.ts';

/** A field of a table as the groups of another table's rows (or its own); `null` where the data does not carry it for them. */
export function fieldGroups(
  dataset: Dataset,
  { from, of, field }: { readonly from: TableKind; readonly of: TableKind; readonly field: string },
): Grouping | null {
  const single = column(dataset.tables[of], field, 'code');
  const several = column(dataset.tables[of], field, 'codes');
  if (single === undefined && several === undefined) return null;
  const rows = linkedRows(dataset, { from, to: of });
  if (rows === null) return null;
  return several === undefined ? throughLink(single!, rows) : listsThroughLink(several, rows);
}

/** A code for each row. A plain loop: `Uint32Array.from` with a function takes five times as long. */
export function codesFor(rows: number, codeOf: (row: number) => number): Uint32Array {
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = codeOf(row);
  return codes;
}

/** The groups of linked rows; without a link (−1) a row is in group 0, "(none)". */
export function throughLink({ codes, values }: Pick<CodeColumn, 'codes' | 'values'>, rows: Int32Array | 'own'): Grouping {
  return { values, codes: rows === 'own' ? codes : codesFor(rows.length, (index) => (rows[index] === -1 ? 0 : codes[rows[index]!]!)) };
}

/** Lists of values: one that is twice in a row's list counts once, an empty list is group 0. */
function listsThroughLink({ offsets, codes, values }: CodesColumn, rows: Int32Array | 'own'): Grouping {
  const size = rows === 'own' ? offsets.length - 1 : rows.length;
  const starts = new Uint32Array(size + 1);
  const list: number[] = [];
  for (let index = 0; index < size; index++) {
    const row = rows === 'own' ? index : rows[index]!;
    const first = list.length;
    for (let at = row === -1 ? 0 : offsets[row]!, end = row === -1 ? 0 : offsets[row + 1]!; at < end; at++) {
      const code = codes[at]!;
      if (code !== 0 && !list.includes(code, first)) list.push(code);
    }
    if (list.length === first) list.push(0);
    starts[index + 1] = list.length;
  }
  return { values, codes: Uint32Array.from(list), offsets: starts };
}

/** Row by row the first grouping that has a value. Groups with the same text are one. */
export function firstKnown(groupings: readonly Grouping[]): Grouping | null {
  return groupings.reduce<Grouping | null>((known, next) => (known === null ? next : filledIn(known, next)), null);
}

function filledIn(known: Grouping, next: Grouping): Grouping {
  const values = [...known.values];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const translated = Uint32Array.from(next.values, (value, code) => {
    if (code === 0) return 0;
    const found = codeOf.get(value);
    if (found !== undefined) return found;
    codeOf.set(value, values.length);
    return values.push(value) - 1;
  });
  // Not `map`: codes of few words may be bytes, which the words of both do not fit.
  return { values, codes: codesFor(known.codes.length, (row) => known.codes[row]! || translated[next.codes[row]!]!) };
}
