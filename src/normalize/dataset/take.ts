import type { Codes, Column, Numbers } from '../../model/columns.ts';
import { columnOfLists, listsOf } from '../../model/lists.ts';
import { withCodes } from '../../model/texts.ts';

/** The column's values of the given rows, in their order. */
export function takeRows(column: Column, rows: Uint32Array): Column {
  const count = rows.length;
  switch (column.type) {
    case 'time': {
      return { ...column, values: take(column.values, rows) };
    }
    case 'number': {
      return { ...column, values: take(column.values, rows) };
    }
    case 'flag': {
      const values = new Uint8Array(count);
      for (let row = 0; row < count; row++) values[row] = column.values[rows[row]!]!;
      return { ...column, values };
    }
    case 'code': {
      return withCodes(column, take(column.codes, rows));
    }
    case 'link': {
      const links = new Int32Array(count);
      for (let row = 0; row < count; row++) links[row] = column.rows[rows[row]!]!;
      return { ...column, rows: links };
    }
    case 'codes': {
      const lists = listsOf(column);
      if (lists !== undefined) return columnOfLists({ ...lists, numbers: take(lists.numbers, rows) }, column.values);
      const offsets = new Uint32Array(count + 1);
      for (let row = 0; row < count; row++)
        offsets[row + 1] = offsets[row]! + column.offsets[rows[row]! + 1]! - column.offsets[rows[row]!]!;
      const codes = new Uint32Array(offsets[count]!);
      for (let row = 0; row < count; row++)
        codes.set(column.codes.subarray(column.offsets[rows[row]!], column.offsets[rows[row]! + 1]), offsets[row]);
      return { ...column, offsets, codes };
    }
  }
}

function take<T extends Numbers | Codes>(values: T, rows: Uint32Array): T {
  const taken = new (values.constructor as new (rows: number) => T)(rows.length);
  for (let row = 0; row < rows.length; row++) taken[row] = values[rows[row]!]!;
  return taken;
}
