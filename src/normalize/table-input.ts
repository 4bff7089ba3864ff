import type { ReadOutcome, TableInput } from '../read/reading.ts';
import { contentOf } from './plan/content.ts';
import { headerForms } from './plan/header.ts';
import type { ColumnPlan, PlannedColumn, SourceColumn } from './plan/plan.ts';
import type { BuilderOptions, BuiltTable } from './staging/table-builder.ts';
import { TableBuilder } from './staging/table-builder.ts';
import type { ColumnWriter } from './writers/writer.ts';

/** What the header and the sampled rows tell of each column. */
export function sourceColumns(header: readonly string[], sample: readonly (readonly string[])[]): SourceColumn[] {
  return header.map((name, index) => ({ ...headerForms(name), index, content: contentOf(sample.map((row) => row[index] ?? '')) }));
}

/** No KPI reads these: their cells are not even made strings unless they are asked for. */
const TEXTS: ReadonlySet<string> = new Set(['subject', 'ratingComment']);

/** A head that is unlike the rest must not claim all the memory. */
const MOST_EXPECTED = 20_000_000;

/** Reads the planned cells of a table into columns. */
export async function readTable(
  input: TableInput,
  plan: ColumnPlan,
  options: BuilderOptions & { readonly withText: boolean },
): Promise<{ built: BuiltTable; outcome: ReadOutcome }> {
  const builder = new TableBuilder(options);
  const writers: (ColumnWriter | null)[] = input.header.map(() => null);
  for (const column of plan.planned) {
    if (TEXTS.has(column.mapping.field) && !options.withText) continue;
    writers[column.source.index] = builder.add(built(column));
  }
  builder.reserve(Math.min(input.expectedRecords ?? 0, MOST_EXPECTED));
  const present = writers.filter((writer) => writer !== null);
  const outcome = await input.read({
    cells: writers.map((writer) => writer?.write ?? null),
    endRecord: (line) => builder.endRecord(line),
    takeRun: (run) => builder.takeRun(run, present),
  });
  return { built: builder.finish(), outcome };
}

function built({ target, type, mapping, source }: PlannedColumn): Parameters<TableBuilder['add']>[0] {
  return { target, type, mapping, label: source.header, zone: source.zone };
}

/** Our field → the source's column, as the report shows it. */
export function columnLabels(plan: ColumnPlan): Record<string, string> {
  const labels: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { target, source } of plan.planned) labels[target] ??= source.header;
  return labels;
}
