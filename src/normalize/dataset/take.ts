import type { Column, Numbers } from '../../model/columns.ts';
import { withCodes } from '../../model/texts.ts';

/** The column's values of the given rows, in their order. */
export function takeRows(column: Column, rows: Uint32Array): Column {
  const count = rows.length;
  switch (column.type) {
    case 'time': {
      return { ...column, values: takeNumbers(column.values, rows) };
    }
    case 'number': {
      return { ...column, values: takeNumbers(column.values, rows) };
    }
    case 'flag': {
      const values = new Uint8Array(count);
      for (let row = 0; row < count; row++) values[row] = column.values[rows[row]!]!;
      return { ...column, values };
    }
    case 'code': {
      const codes = new Uint32Array(count);
      for (let row = 0; row < count; row++) codes[row] = column.codes[rows[row]!]!;
      return withCodes(column, codes);
    }
    case 'link': {
      const links = new Int32Array(count);
      for (let row = 0; row < count; row++) links[row] = column.rows[rows[row]!]!;
      return { ...column, rows: links };
    }
    case 'codes': {
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

function takeNumbers<T extends Numbers>(values: T, rows: Uint32Array): T {
  const taken = new (values.constructor as new (rows: number) => T)(rows.length);
  for (let row = 0; row < rows.length; row++) taken[row] = values[rows[row]!]!;
  return taken;
}
