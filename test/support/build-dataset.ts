import type { Column } from '../../src/model/columns.ts';
import { emptyTable, type Dataset, type Table } from '../../src/model/dataset.ts';
import { FIELDS, TABLE_KINDS, type FieldType, type TableKind } from '../../src/model/kinds.ts';

export type CellValue = string | number | boolean | readonly string[] | null | undefined;
export type Row = Readonly<Record<string, CellValue>>;
export type Rows = Readonly<Partial<Record<TableKind, readonly Row[]>>>;

/** A Dataset straight from rows, without the normalizer: times are ISO text, `firstResponse.calendar` seconds, `system` the helpdesk where there are several, ratings good | bad | offered. */
export function buildDataset(rows: Rows): Dataset {
  const tickets = rows.tickets ?? [];
  const customers = rows.customers ?? [];
  const byId = (list: readonly Row[]): Map<CellValue, number> => new Map(list.map((row, index) => [row['id'], index]));
  const link = (kind: TableKind, field: string, to: Map<CellValue, number>): Column => ({
    type: 'link',
    rows: Int32Array.from(rows[kind] ?? [], (row) => to.get(row[field]) ?? -1),
  });
  const tables: Record<string, Table> = {};
  for (const kind of TABLE_KINDS) {
    const sorted = kind === 'messages' || kind === 'changes' ? byTicketAndTime(rows[kind] ?? [], byId(tickets)) : (rows[kind] ?? []);
    const given = { ...rows, [kind]: sorted };
    const columns = columnsOf(kind, sorted);
    if (kind === 'messages' || kind === 'changes' || kind === 'surveys') {
      columns.set('ticket', { type: 'link', rows: Int32Array.from(given[kind] ?? [], (row) => byId(tickets).get(row['ticketId']) ?? -1) });
    }
    if (kind !== 'customers' && kind !== 'messages' && kind !== 'changes' && customers.length > 0)
      columns.set('customer', link(kind, 'customerId', byId(customers)));
    if (kind === 'tickets' && (columns.has('customerId') || columns.has('customerEmail')))
      columns.set('customerKey', columns.get('customerId') ?? columns.get('customerEmail')!);
    tables[kind] = sorted.length === 0 ? emptyTable(kind) : { kind, rows: sorted.length, columns };
  }
  return { tables: tables as unknown as Dataset['tables'] };
}

function byTicketAndTime(list: readonly Row[], tickets: Map<CellValue, number>): readonly Row[] {
  const key = (row: Row): number => tickets.get(row['ticketId']) ?? -1;
  return list.toSorted((a, b) => key(a) - key(b) || Date.parse(String(a['at'])) - Date.parse(String(b['at'])));
}

function columnsOf(kind: TableKind, rows: readonly Row[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const name of new Set(rows.flatMap((row) => Object.keys(row)))) {
    const type = name === 'system' ? 'code' : (FIELDS[kind] as Readonly<Record<string, FieldType>>)[name.split('.')[0]!];
    if (type === undefined) throw new Error(`no field ${kind}.${name}`);
    columns.set(
      name,
      columnOf(
        type,
        rows.map((row) => row[name]),
      ),
    );
  }
  const rating = rows.map((row) => row['rating']);
  if (kind === 'tickets' && rating.some((value) => value !== undefined)) {
    columns.set('satisfied', {
      type: 'number',
      values: Float64Array.from(rating, (value) => (value === 'good' ? 1 : value === 'bad' ? 0 : Number.NaN)),
    });
    columns.set('ratingOffered', {
      type: 'flag',
      values: Uint8Array.from(rating, (value) => (value === 'good' || value === 'bad' || value === 'offered' ? 1 : 0)),
    });
  }
  return columns;
}

function columnOf(type: FieldType, cells: readonly CellValue[]): Column {
  const missing = (cell: CellValue): boolean => cell === null || cell === undefined || cell === '';
  switch (type) {
    case 'time':
      return {
        type: 'time',
        values: Float64Array.from(cells, (cell) => (missing(cell) ? Number.NaN : Date.parse(String(cell)))),
        dateOnly: false,
      };
    case 'number':
    case 'duration':
      return { type: 'number', values: Float64Array.from(cells, (cell) => (missing(cell) ? Number.NaN : Number(cell))) };
    case 'flag':
      return { type: 'flag', values: Uint8Array.from(cells, (cell) => (missing(cell) ? 2 : cell ? 1 : 0)) };
    case 'code': {
      const values = ['', ...new Set(cells.filter((cell) => !missing(cell)).map(String))];
      return { type: 'code', values, codes: Uint32Array.from(cells, (cell) => (missing(cell) ? 0 : values.indexOf(String(cell)))) };
    }
    case 'codes': {
      const lists = cells.map((cell) => (Array.isArray(cell) ? (cell as readonly string[]) : []));
      const values = ['', ...new Set(lists.flat())];
      const offsets = Uint32Array.from({ length: lists.length + 1 }, (_, row) =>
        lists.slice(0, row).reduce((sum, list) => sum + list.length, 0),
      );
      return { type: 'codes', values, offsets, codes: Uint32Array.from(lists.flat(), (tag) => values.indexOf(tag)) };
    }
  }
}
