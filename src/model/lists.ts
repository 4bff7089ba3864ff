import type { Codes, CodesColumn } from './columns.ts';

/** Lists that rows share, where the same ones come back. */
export interface Lists {
  /** By row: the number of its list. */
  readonly numbers: Codes;
  /** The codes of all lists one after another, and by number where those of each end. */
  readonly codes: Uint32Array;
  readonly ends: Uint32Array;
}

type CodesByRow = Pick<CodesColumn, 'offsets' | 'codes'>;

/** By column, and not in it: a copy with other rows has other lists. */
const known = new WeakMap<CodesColumn, Lists>();

/** A column whose codes by row are made when they are first read: hardly anybody asks for tags. */
export function columnOfLists(lists: Lists, values: readonly string[]): CodesColumn {
  let made: CodesByRow | undefined;
  const byRow = (): CodesByRow => (made ??= codesByRow(lists));
  const column: CodesColumn = {
    type: 'codes',
    values,
    get offsets() {
      return byRow().offsets;
    },
    get codes() {
      return byRow().codes;
    },
  };
  known.set(column, lists);
  return column;
}

/** What the column's codes are made from; `undefined` where they have been there from the beginning. */
export function listsOf(column: CodesColumn): Lists | undefined {
  return known.get(column);
}

/** The codes of every row. For as long as somebody needs them, where the column itself would keep them. */
export function codesByRow({ numbers, codes: all, ends }: Lists): CodesByRow {
  const rows = numbers.length;
  const starts = Uint32Array.from(ends, (_, list) => ends[list - 1] ?? 0);
  const longest = ends.reduce((most, end, list) => Math.max(most, end - starts[list]!), 0);
  const offsets = new Uint32Array(rows + 1);
  let codes: Uint32Array = new Uint32Array(rows * 2 + longest);
  let size = 0;
  for (let row = 0; row < rows; row++) {
    const list = numbers[row]!;
    const end = ends[list]!;
    if (size + longest > codes.length) codes = withRoom(codes, size * 2 + longest);
    for (let at = starts[list]!; at < end; at++) codes[size++] = all[at]!;
    offsets[row + 1] = size;
  }
  return { offsets, codes: codes.subarray(0, size) };
}

function withRoom(codes: Uint32Array, size: number): Uint32Array {
  const larger = new Uint32Array(size);
  larger.set(codes);
  return larger;
}
