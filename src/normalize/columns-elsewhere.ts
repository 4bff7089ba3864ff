import { shareColumn, type SharedColumn } from '../model/shared-dataset.ts';
import { openInput } from '../read/index.ts';
import type { KnownTable, ReadOutcome, TableInput, TableSink } from '../read/reading.ts';
import { TableBuilder, type BuiltColumn } from './staging/table-builder.ts';
import { Findings } from './warnings.ts';
import type { ColumnWriter, Note } from './writers/writer.ts';

/** A column with its place in the header. */
export interface PlacedColumn {
  readonly index: number;
  readonly column: BuiltColumn;
}

/** Some columns of a table, to be read by another thread. */
export interface ColumnsRequest {
  readonly table: KnownTable;
  readonly columns: readonly PlacedColumn[];
}

export interface ColumnsRead {
  readonly rows: number;
  readonly outcome: ReadOutcome;
  /** In the order of the request. */
  readonly columns: readonly { readonly column: SharedColumn; readonly notes: readonly Note[] }[];
}

/** Has columns read elsewhere; `null` where nobody would, or whoever did has failed. */
export type ReadElsewhere = (request: ColumnsRequest) => Promise<ColumnsRead | null> | null;

/** Reads the columns of the request, and no others. What they say must not hang on other columns: words, lists of words, yes and no. */
export async function readColumns({ table, columns }: ColumnsRequest): Promise<ColumnsRead> {
  const { path, location, encoding } = table;
  const input = await openInput({ path, location }, { encoding, known: table, headerScore: () => 0 });
  if (input.format !== 'csv') throw new TypeError(`${path} is no table any more`);
  const builder = new TableBuilder({ file: path, findings: new Findings(), zone: undefined, dateOrder: undefined });
  const writers = new Map(columns.map(({ index, column }) => [index, builder.add(column)]));
  const outcome = await input.read(sinkFor(input, builder, writers));
  const read = builder.finishColumns().map(({ column, notes }) => ({ column: shareColumn(column), notes }));
  return { rows: builder.row, outcome, columns: read };
}

/** A head that is unlike the rest must not claim all the memory. */
const MOST_EXPECTED = 20_000_000;

/** What takes a table's cells to the writers of its columns, by place in the header; there is room for the rows that are expected. */
export function sinkFor(input: TableInput, builder: TableBuilder, writers: ReadonlyMap<number, ColumnWriter>): TableSink {
  const places = input.header.map((_, index) => writers.get(index) ?? null);
  const present = places.filter((writer) => writer !== null);
  builder.reserve(Math.min(input.expectedRecords ?? 0, MOST_EXPECTED));
  return {
    cells: places.map((writer) => writer?.write ?? null),
    endRecord: (line) => builder.endRecord(line),
    takeRun: (run) => builder.takeRun(run, present),
  };
}
