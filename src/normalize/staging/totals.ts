import { isTotalWord } from '../../lib/text/total-word.ts';
import type { CodeColumn, Column } from '../../model/columns.ts';
import { withCodes } from '../../model/texts.ts';
import { isMissingAt } from '../dataset/cells.ts';
import type { BuiltTable } from './table-builder.ts';

/** Sums, averages and shares below one another. */
const MOST_TOTALS = 5;
const NUMBER = /^\d+$/;
const WORD = /^\p{L}[^\d]{0,60}$/u;

/** The table without the sums and averages at its end that the reader could not know for such: their word stands where the id does. */
export function withoutTotals(built: BuiltTable): { readonly built: BuiltTable; readonly lines: readonly number[] } {
  let { rows } = built;
  while (rows > 1 && built.rows - rows < MOST_TOTALS && isTotals(built, rows - 1)) rows--;
  if (rows === built.rows) return { built, lines: [] };
  const columns = new Map([...built.columns].map(([name, column]) => [name, firstRows(column, rows)]));
  return { built: { rows, columns, lines: built.lines.subarray(0, rows) }, lines: [...built.lines.subarray(rows)] };
}

/** Nothing ever happened in it, it has no status, and it is named like a sum, or like nothing else in its column. */
function isTotals({ columns }: BuiltTable, row: number): boolean {
  for (const [name, column] of columns) if ((column.type === 'time' || name === 'status') && !isMissingAt(column, row)) return false;
  const id = columns.get('id');
  if (id?.type === 'code' && id.codes[row] !== 0) {
    const word = id.values[id.codes[row]!]!;
    return isTotalWord(word) || (hasEvents(columns) && WORD.test(word) && isAloneAmongNumbers(id, row));
  }
  return [...columns.values()].some((column) => column.type === 'code' && isTotalWord(column.values[column.codes[row]!]!));
}

function hasEvents(columns: BuiltTable['columns']): boolean {
  return columns.has('status') || [...columns.values()].some((column) => column.type === 'time');
}

function isAloneAmongNumbers({ codes, values }: CodeColumn, row: number): boolean {
  let numbers = 0;
  for (let before = 0; before < row; before++) {
    const value = values[codes[before]!]!;
    if (value === '') continue;
    if (!NUMBER.test(value)) return false;
    numbers++;
  }
  return numbers > 0;
}

function firstRows(column: Column, rows: number): Column {
  switch (column.type) {
    case 'code':
      return withCodes(column, column.codes.subarray(0, rows));
    case 'codes':
      return { ...column, offsets: column.offsets.subarray(0, rows + 1) };
    case 'link':
      return { ...column, rows: column.rows.subarray(0, rows) };
    case 'time':
      return { ...column, values: column.values.subarray(0, rows) };
    case 'number':
      return { ...column, values: column.values.subarray(0, rows) };
    case 'flag':
      return { ...column, values: column.values.subarray(0, rows) };
  }
}
