import type { Column } from '../../model/columns.ts';

export function isMissingAt(column: Column, row: number): boolean {
  switch (column.type) {
    case 'time':
    case 'number':
      return Number.isNaN(column.values[row]);
    case 'code':
      return column.codes[row] === 0;
    case 'codes':
      return column.offsets[row] === column.offsets[row + 1];
    case 'flag':
      return column.values[row] === 2;
    case 'link':
      return column.rows[row] === -1;
  }
}

/** Within one column. Lists of tags have no place of their own and stay. */
export function copyValue(column: Exclude<Column, { type: 'codes' }>, to: number, from: number): void {
  if (column.type === 'code') column.codes[to] = column.codes[from]!;
  else if (column.type === 'link') column.rows[to] = column.rows[from]!;
  else column.values[to] = column.values[from]!;
}
