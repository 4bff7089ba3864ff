import { UserError } from '../model/user-error.ts';
import { readRestOfTable } from '../read/index.ts';
import type { ReadOutcome, RestOfTable, TableSink } from '../read/reading.ts';
import { TableBuilder, type BuiltColumn, type TablePart } from './staging/table-builder.ts';
import { Findings } from './warnings.ts';
import type { ColumnWriter } from './writers/writer.ts';

/** A column with its place in the header. */
export interface PlacedColumn {
  readonly index: number;
  readonly column: BuiltColumn;
}

/** The last rows of a table, to be read by another thread. */
export interface RowsRequest {
  readonly table: RestOfTable;
  readonly columns: readonly PlacedColumn[];
}

export interface RowsRead {
  readonly part: TablePart;
  readonly outcome: ReadOutcome;
}

/** Has rows read elsewhere; `null` where nobody would, or whoever did has failed. */
export type ReadElsewhere = (request: RowsRequest) => Promise<RowsRead | null> | null;

/** Reads the rows of the request; `null` for what the program must read itself, where what is wrong will show. */
export async function readRows({ table, columns }: RowsRequest): Promise<RowsRead | null> {
  // What the columns say is for the table that they are added to.
  const builder = new TableBuilder({ file: table.path, findings: new Findings(), zone: undefined, dateOrder: undefined });
  try {
    const outcome = await readRestOfTable(table, sinkFor(columns, table, builder));
    return { part: builder.part(), outcome };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** A head that is unlike the rest must not claim all the memory. */
const MOST_EXPECTED = 20_000_000;

/** What takes a table's cells to the writers of its columns; there is room for the rows that are expected. */
export function sinkFor(
  columns: readonly PlacedColumn[],
  { header, expectedRecords = 0 }: { readonly header: readonly string[]; readonly expectedRecords?: number | undefined },
  builder: TableBuilder,
): TableSink {
  const writers = new Map<number, ColumnWriter>(columns.map(({ index, column }) => [index, builder.add(column)]));
  const places = header.map((_, index) => writers.get(index) ?? null);
  const present = places.filter((writer) => writer !== null);
  builder.reserve(Math.min(expectedRecords, MOST_EXPECTED));
  return {
    cells: places.map((writer) => writer?.write ?? null),
    endRecord: (line) => builder.endRecord(line),
    takeRun: (run) => builder.takeRun(run, present),
  };
}
