import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnOfLists, listsOf } from '../../src/model/lists.ts';
import { emptyTable, type Dataset } from '../../src/model/dataset.ts';
import { TABLE_KINDS, type TableKind } from '../../src/model/kinds.ts';
import { receiveDataset, shareDataset } from '../../src/model/shared-dataset.ts';
import { takeRows } from '../../src/normalize/dataset/take.ts';
import type { CodesColumn, Column } from '../../src/model/columns.ts';

const VALUES = ['', 'a', 'b', 'c', 'd'];
const lists = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 6 });
const given = lists.chain((some) => fc.record({ some: fc.constant(some), numbers: fc.array(fc.nat(some.length - 1), { maxLength: 30 }) }));

function columnOf(some: readonly (readonly number[])[], numbers: readonly number[]): CodesColumn {
  let end = 0;
  const ends = Uint32Array.from(some, (list) => (end += list.length));
  return columnOfLists({ numbers: Uint32Array.from(numbers), codes: Uint32Array.from(some.flat()), ends }, VALUES);
}

function listsByRow(column: Column): number[][] {
  if (column.type !== 'codes') throw new TypeError(column.type);
  return Array.from({ length: column.offsets.length - 1 }, (_, row) => [
    ...column.codes.subarray(column.offsets[row], column.offsets[row + 1]),
  ]);
}

it('the codes of each row are those of its list', () => {
  fc.assert(
    fc.property(given, ({ some, numbers }) => {
      const column = columnOf(some, numbers);
      expect(listsByRow(column)).toEqual(numbers.map((list) => some[list]));
      expect(column.codes).toHaveLength(numbers.reduce((sum, list) => sum + some[list]!.length, 0));
    }),
  );
});

it('they are of other rows where other rows are taken, and of none of its lists in a copy', () => {
  fc.assert(
    fc.property(given, fc.array(fc.nat()), ({ some, numbers }, picked) => {
      const column = columnOf(some, numbers);
      const rows = numbers.length === 0 ? [] : picked.map((row) => row % numbers.length);
      expect(listsByRow(takeRows(column, Uint32Array.from(rows)))).toEqual(rows.map((row) => some[numbers[row]!]));
      expect(listsOf({ ...column, offsets: column.offsets.subarray(0, 1) })).toBeUndefined();
    }),
  );
});

it('another thread makes the same', () => {
  const column = columnOf([[], [1, 2], [3]], [1, 0, 2, 1]);
  const tables = Object.fromEntries(TABLE_KINDS.map((kind) => [kind, emptyTable(kind)])) as Dataset['tables'];
  const dataset: Dataset = {
    tables: { ...tables, tickets: { kind: 'tickets' satisfies TableKind, rows: 4, columns: new Map([['tags', column]]) } },
  };
  const received = receiveDataset(structuredClone(shareDataset(dataset))).tables.tickets.columns.get('tags')!;
  expect(listsByRow(received)).toEqual([[1, 2], [], [3], [1, 2]]);
  expect(received).toMatchObject({ values: VALUES });
});
