import { readRestOfTable } from '../read/index.ts';
import type { CellWriter, RestOfTable, TableSink } from '../read/reading.ts';
import { readOrLeft, type Elsewhere, type PartRead } from './elsewhere.ts';
import { NeedlessCells } from './needless-cells.ts';
import { TableBuilder, type BuiltColumn, type TablePart } from './staging/table-builder.ts';
import { Findings } from './warnings.ts';
import type { ColumnWriter } from './writers/writer.ts';

/** A column with its place in the header. */
export interface PlacedColumn {
  readonly index: number;
  readonly column: BuiltColumn;
  /** Place of a column beside which this one is needless: it is watched instead of read. See `NeedlessCells`. */
  readonly needlessBeside?: number;
}

/** The last rows of a table, to be read by another thread. */
export interface RowsRequest {
  readonly table: RestOfTable;
  readonly columns: readonly PlacedColumn[];
}

export type RowsRead = PartRead<TablePart>;
export type ReadElsewhere = Elsewhere<RowsRequest, TablePart>;

/** Reads the rows of the request. See `readOrLeft`. */
export function readRows({ table, columns }: RowsRequest): Promise<RowsRead | null> {
  // What the columns say is for the table that they are added to.
  const builder = new TableBuilder({ file: table.path, findings: new Findings(), zone: undefined, dateOrder: undefined });
  const { expectedRecords, found } = table;
  return readOrLeft(async () => {
    const outcome = await readRestOfTable(table, sinkFor(columns, { header: found.header, expectedRecords }, builder));
    return { part: builder.part(), outcome };
  });
}

/** A head that is unlike the rest must not claim all the memory. */
const MOST_EXPECTED = 20_000_000;

/** What takes a table's cells to the writers of its columns; there is room for the rows that are expected. @throws CellNeeded while cells are taken */
export function sinkFor(
  columns: readonly PlacedColumn[],
  { header, expectedRecords = 0 }: { readonly header: readonly string[]; readonly expectedRecords?: number | undefined },
  builder: TableBuilder,
): TableSink {
  const read = columns.filter(({ needlessBeside }) => needlessBeside === undefined);
  const writers = new Map<number, ColumnWriter>(read.map(({ index, column }) => [index, builder.add(column)]));
  builder.reserve(Math.min(expectedRecords, MOST_EXPECTED));
  const cells = header.map((_, index) => writers.get(index)?.write ?? null);
  const watches = columns.flatMap(({ index, needlessBeside }) =>
    needlessBeside === undefined ? [] : [watch(cells, index, needlessBeside)],
  );
  const wanted = [...cells.keys()].filter((index) => cells[index] !== null);
  const slots = wanted.map((index) => writers.get(index));
  return {
    cells,
    endRecord: (line) => builder.endRecord(line),
    takeRun(run) {
      for (const { needless, own, other } of watches) needless.checkRun(run, { own: wanted.indexOf(own), other: wanted.indexOf(other) });
      builder.takeRun(run, slots);
    },
  };
}

interface Watch {
  readonly needless: NeedlessCells;
  readonly own: number;
  readonly other: number;
}

function watch(cells: (CellWriter | null)[], own: number, other: number): Watch {
  const needless = new NeedlessCells();
  const write = cells[other]!;
  cells[own] = needless.writeOwn;
  cells[other] = (text) => {
    write(text);
    needless.writeOther(text);
  };
  return { needless, own, other };
}
