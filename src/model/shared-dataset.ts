import type { Codes, Column } from './columns.ts';
import type { Dataset, SpokenWords, Table } from './dataset.ts';
import { TABLE_KINDS, type TableKind } from './kinds.ts';
import { columnOfLists, listsOf, type Lists } from './lists.ts';
import { columnOfTexts, Texts, type TextStore } from './texts.ts';

/** A dataset as it can be sent to another thread; its arrays are shared, not copied. */
export interface SharedDataset {
  readonly tables: readonly SharedTable[];
  readonly words: SpokenWords | undefined;
}

interface SharedTable {
  readonly kind: TableKind;
  readonly rows: number;
  readonly columns: readonly (readonly [name: string, column: SharedColumn])[];
  readonly letGo?: ReadonlySet<string>;
}

/** A column as it can be sent to another thread. */
type SharedColumn =
  | Exclude<Column, { type: 'code' }>
  | { readonly type: 'code'; readonly codes: Codes; readonly texts: TextStore }
  | { readonly type: 'lists'; readonly lists: Lists; readonly values: readonly string[] };

/** Nobody may write to the arrays of either from then on. */
export function shareDataset({ tables, words }: Dataset): SharedDataset {
  return {
    tables: TABLE_KINDS.map((kind) => {
      const { columns, ...others } = tables[kind];
      return { ...others, columns: [...columns].map(([name, column]) => [name, shareColumn(column)] as const) };
    }),
    words,
  };
}

/** What `shareDataset` was given, in another thread. */
export function receiveDataset({ tables, words }: SharedDataset): Dataset {
  const received = tables.map(({ columns, ...others }): [TableKind, Table] => [
    others.kind,
    { ...others, columns: new Map(columns.map(([name, column]) => [name, receiveColumn(column)])) },
  ]);
  return { tables: Object.fromEntries(received) as Record<TableKind, Table>, ...(words === undefined ? {} : { words }) };
}

function shareColumn(column: Column): SharedColumn {
  switch (column.type) {
    case 'code': {
      const { texts } = column;
      const store: TextStore = texts === undefined ? { kind: 'list', values: column.values } : texts.store;
      return { type: 'code', codes: sharedArray(column.codes), texts: shareStore(store) };
    }
    case 'codes': {
      const lists = listsOf(column);
      if (lists !== undefined) return { type: 'lists', lists: { ...lists, numbers: sharedArray(lists.numbers) }, values: column.values };
      return { ...column, offsets: sharedArray(column.offsets), codes: sharedArray(column.codes) };
    }
    case 'link':
      return { ...column, rows: sharedArray(column.rows) };
    case 'time':
      return { ...column, values: sharedArray(column.values) };
    case 'number':
      return { ...column, values: sharedArray(column.values) };
    case 'flag':
      return { ...column, values: sharedArray(column.values) };
  }
}

function shareStore(store: TextStore): TextStore {
  switch (store.kind) {
    case 'list':
      return store;
    case 'numbers':
      return { ...store, numbers: sharedArray(store.numbers) };
    case 'bytes':
      return { ...store, bytes: sharedArray(store.bytes), starts: sharedArray(store.starts), lengths: sharedArray(store.lengths) };
  }
}

function receiveColumn(column: SharedColumn): Column {
  if (column.type === 'lists') return columnOfLists(column.lists, column.values);
  if (column.type !== 'code') return column;
  const { codes, texts } = column;
  return texts.kind === 'list' ? { type: 'code', codes, values: texts.values } : columnOfTexts(codes, new Texts(texts));
}

/** The array itself if threads can share it, else a copy that they can. */
function sharedArray<T extends TypedArray>(array: T): T {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const copy = new (array.constructor as new (buffer: SharedArrayBuffer) => T)(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}

type TypedArray = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;
