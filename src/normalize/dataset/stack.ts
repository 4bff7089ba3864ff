import type { CodeColumn, CodesColumn, Column, ColumnType, FlagColumn, LinkColumn, NumberColumn, TimeColumn } from '../../model/columns.ts';
import type { TableKind } from '../../model/kinds.ts';
import { joinDictionaries } from '../staging/combine.ts';
import type { Part } from '../staging/part.ts';

/** The parts of one kind under one another, every row with where it came from. */
export interface Stacked {
  readonly kind: TableKind;
  readonly rows: number;
  readonly columns: Map<string, Column>;
  readonly parts: readonly Part[];
  /** By row: place in `parts`. */
  readonly part: Uint16Array;
  readonly lines: Uint32Array;
}

export function stack(kind: TableKind, parts: readonly Part[]): Stacked {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const [only, ...others] = parts;
  const { part, lines } =
    only !== undefined && others.length === 0 ? { part: new Uint16Array(rows), lines: only.lines } : originsOf(parts, rows);
  const names = new Set(parts.flatMap((one) => [...one.columns.keys()]));
  const columns = new Map([...names].map((name) => [name, stackColumn(name, parts)]));
  return { kind, rows, columns, parts, part, lines };
}

function originsOf(parts: readonly Part[], rows: number): Pick<Stacked, 'part' | 'lines'> {
  const part = new Uint16Array(rows);
  const lines = new Uint32Array(rows);
  let start = 0;
  parts.forEach((one, place) => {
    part.fill(place, start, start + one.rows);
    lines.set(one.lines, start);
    start += one.rows;
  });
  return { part, lines };
}

interface Piece<C extends Column> {
  readonly start: number;
  readonly column: C;
}

function stackColumn(name: string, parts: readonly Part[]): Column {
  const pieces: Piece<Column>[] = [];
  let rows = 0;
  for (const part of parts) {
    const column = part.columns.get(name);
    if (column !== undefined) pieces.push({ start: rows, column });
    rows += part.rows;
  }
  const first = pieces[0]!.column;
  if (parts.length === 1) return first;
  const same = pieces.filter((piece) => piece.column.type === first.type);
  return STACKERS[first.type](same as never, rows);
}

const STACKERS: { readonly [T in ColumnType]: (pieces: readonly Piece<Extract<Column, { type: T }>>[], rows: number) => Column } = {
  time: (pieces: readonly Piece<TimeColumn>[], rows) => ({
    type: 'time',
    values: stackNumbers(pieces, rows),
    dateOnly: pieces.some(({ column }) => column.dateOnly),
  }),
  number: (pieces: readonly Piece<NumberColumn>[], rows) => ({ type: 'number', values: stackNumbers(pieces, rows) }),
  flag: (pieces: readonly Piece<FlagColumn>[], rows) => {
    const values = new Uint8Array(rows).fill(2);
    for (const { start, column } of pieces) values.set(column.values, start);
    return { type: 'flag', values };
  },
  link: (pieces: readonly Piece<LinkColumn>[], rows) => {
    const links = new Int32Array(rows).fill(-1);
    for (const { start, column } of pieces) links.set(column.rows, start);
    return { type: 'link', rows: links };
  },
  code: (pieces: readonly Piece<CodeColumn>[], rows) => {
    const codes = new Uint32Array(rows);
    let values: readonly string[] = [''];
    for (const { start, column } of pieces) {
      const joined = joinDictionaries(values, column.values);
      values = joined.values;
      for (let row = 0; row < column.codes.length; row++) codes[start + row] = joined.codes[column.codes[row]!]!;
    }
    return { type: 'code', codes, values };
  },
  codes: (pieces: readonly Piece<CodesColumn>[], rows) => {
    const offsets = new Uint32Array(rows + 1);
    const codes = new Uint32Array(pieces.reduce((sum, { column }) => sum + column.codes.length, 0));
    let values: readonly string[] = [''];
    let filled = 0;
    let row = 0;
    for (const { start, column } of pieces) {
      const joined = joinDictionaries(values, column.values);
      values = joined.values;
      for (; row < start; row++) offsets[row + 1] = filled;
      for (let own = 0; own < column.offsets.length - 1; own++) {
        for (let at = column.offsets[own]!; at < column.offsets[own + 1]!; at++) codes[filled++] = joined.codes[column.codes[at]!]!;
        offsets[++row] = filled;
      }
    }
    for (; row < rows; row++) offsets[row + 1] = filled;
    return { type: 'codes', offsets, codes, values };
  },
};

function stackNumbers(pieces: readonly Piece<TimeColumn | NumberColumn>[], rows: number): Float64Array {
  const values = new Float64Array(rows).fill(NaN);
  for (const { start, column } of pieces) values.set(column.values, start);
  return values;
}
