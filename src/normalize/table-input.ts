import { receiveColumn } from '../model/shared-dataset.ts';
import type { ReadOutcome, TableInput } from '../read/reading.ts';
import { contentOf } from './plan/content.ts';
import { headerForms } from './plan/header.ts';
import type { ColumnPlan, SourceColumn } from './plan/plan.ts';
import type { BuilderOptions, BuiltTable } from './staging/table-builder.ts';
import { TableBuilder } from './staging/table-builder.ts';
import { sinkFor, type ColumnsRead, type PlacedColumn, type ReadElsewhere } from './columns-elsewhere.ts';
import { dividedColumns } from './divided-columns.ts';
import type { ColumnWriter, WrittenColumn } from './writers/writer.ts';

/** What the header and the sampled rows tell of each column. */
export function sourceColumns(header: readonly string[], sample: readonly (readonly string[])[]): SourceColumn[] {
  return header.map((name, index) => ({ ...headerForms(name), index, content: contentOf(sample.map((row) => row[index] ?? '')) }));
}

/** No KPI reads these: their cells are not even made strings unless they are asked for. */
const TEXTS: ReadonlySet<string> = new Set(['subject', 'ratingComment']);

type ReadOptions = BuilderOptions & { readonly withText: boolean; readonly readElsewhere: ReadElsewhere | undefined };
type Read = { readonly built: BuiltTable; readonly outcome: ReadOutcome };

/** Reads the planned cells of a table into columns, some of them elsewhere where that is worth it. */
export async function readTable(input: TableInput, plan: ColumnPlan, options: ReadOptions): Promise<Read> {
  const columns = plan.planned
    .filter(({ mapping }) => !TEXTS.has(mapping.field) || options.withText)
    .map(({ target, type, mapping, source }) => ({
      index: source.index,
      column: { target, type, mapping, label: source.header, zone: source.zone },
    }));
  const division = divided(columns, input, options);
  const read = division === null ? null : await readWith(division, input, options);
  return read ?? (await readAll(columns, input, options));
}

/** `null` where nobody else reads any. */
function divided(columns: readonly PlacedColumn[], { reopen, sample }: TableInput, { readElsewhere }: ReadOptions): Division | null {
  if (reopen === undefined || readElsewhere === undefined) return null;
  const others = dividedColumns(columns, sample);
  const reading = others.length === 0 ? null : readElsewhere({ table: reopen, columns: others });
  return reading && { columns, others, reading };
}

async function readAll(columns: readonly PlacedColumn[], input: TableInput, options: ReadOptions): Promise<Read> {
  const builder = new TableBuilder(options);
  const writers = new Map(columns.map(({ index, column }) => [index, builder.add(column)]));
  const outcome = await input.read(sinkFor(input, builder, writers));
  return { built: builder.finish(), outcome };
}

interface Division {
  readonly columns: readonly PlacedColumn[];
  /** Those that are read elsewhere. */
  readonly others: readonly PlacedColumn[];
  readonly reading: Promise<ColumnsRead | null>;
}

/** `null` when the others were not read, or not from the same rows (a file that is being written): then all must be read at once. */
async function readWith({ columns, others, reading }: Division, input: TableInput, options: ReadOptions): Promise<Read | null> {
  const builder = new TableBuilder(options);
  const writers = new Map<number, ColumnWriter>();
  const expected: ((written: WrittenColumn) => void)[] = [];
  for (const placed of columns) {
    if (others.includes(placed)) expected.push(builder.expect(placed.column));
    else writers.set(placed.index, builder.add(placed.column));
  }
  const outcome = await input.read(sinkFor(input, builder, writers));
  const read = await reading;
  if (read === null || read.rows !== builder.row || JSON.stringify(read.outcome) !== JSON.stringify(outcome)) return null;
  expected.forEach((take, at) => take({ ...read.columns[at]!, column: receiveColumn(read.columns[at]!.column) }));
  return { built: builder.finish(), outcome };
}

/** Our field → the source's column, as the report shows it. */
export function columnLabels(plan: ColumnPlan): Record<string, string> {
  const labels: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { target, source } of plan.planned) labels[target] ??= source.header;
  return labels;
}
