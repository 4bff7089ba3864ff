import type { ReadOutcome, RestElsewhere, TableInput } from '../read/reading.ts';
import { contentOf } from './plan/content.ts';
import { headerForms } from './plan/header.ts';
import type { ColumnPlan, SourceColumn } from './plan/plan.ts';
import { restOf } from './elsewhere.ts';
import { CellNeeded } from './needless-cells.ts';
import { sinkFor, type PlacedColumn, type ReadElsewhere } from './rows-elsewhere.ts';
import type { BuilderOptions, BuiltTable } from './staging/table-builder.ts';
import { TableBuilder } from './staging/table-builder.ts';

/** What the header and the sampled rows tell of each column. */
export function sourceColumns(header: readonly string[], sample: readonly (readonly string[])[]): SourceColumn[] {
  return header.map((name, index) => ({ ...headerForms(name), index, content: contentOf(sample.map((row) => row[index] ?? '')) }));
}

interface ReadOptions extends BuilderOptions {
  /** Fields whose cells are not even made strings. */
  readonly unread: ReadonlySet<string>;
  /** Who has an id need not be known by an address. */
  readonly idsSuffice: boolean;
  readonly readElsewhere: ReadElsewhere | undefined;
}

interface Read {
  readonly built: BuiltTable;
  readonly outcome: ReadOutcome;
}

/** The other thread begins later. */
const OWN_SHARE = 0.52;

/** Reads the planned cells of a table into columns, the last rows elsewhere where that is worth it. */
export async function readTable(input: TableInput, plan: ColumnPlan, options: ReadOptions): Promise<Read> {
  const columns = plan.planned
    .filter(({ mapping }) => !options.unread.has(mapping.field))
    .map(({ target, type, mapping, source }) => ({
      index: source.index,
      column: { target, type, mapping, label: source.header, zone: source.zone },
    }));
  const id = onlyPlace(columns, 'customerId');
  const address = onlyPlace(columns, 'customerEmail');
  if (!options.idsSuffice || input.restFrom === undefined || id === undefined || address === undefined)
    return readColumns(columns, input, options);
  try {
    const watched = columns.map((placed) => (placed.index === address ? { ...placed, needlessBeside: id } : placed));
    return await readColumns(watched, input, options);
  } catch (error) {
    if (!(error instanceof CellNeeded)) throw error;
    return readColumns(columns, input, { ...options, readElsewhere: undefined });
  }
}

/** `undefined` unless there is exactly one. */
function onlyPlace(columns: readonly PlacedColumn[], target: string): number | undefined {
  const [placed, ...others] = columns.filter(({ column }) => column.target === target);
  return others.length > 0 ? undefined : placed?.index;
}

async function readColumns(columns: readonly PlacedColumn[], input: TableInput, options: ReadOptions): Promise<Read> {
  const builder = new TableBuilder(options);
  const rest = restElsewhere(input, { columns, builder, readElsewhere: options.readElsewhere });
  const outcome = await input.read(sinkFor(columns, input, builder), rest);
  return { built: builder.finish(), outcome };
}

interface Division {
  readonly columns: readonly PlacedColumn[];
  /** That the rows are added to. */
  readonly builder: TableBuilder;
  readonly readElsewhere: ReadElsewhere | undefined;
}

function restElsewhere(input: TableInput, { columns, builder, readElsewhere }: Division): RestElsewhere | undefined {
  const table = readElsewhere && input.restFrom?.(OWN_SHARE);
  return table
    ? restOf(table.from, readElsewhere({ table, columns }), (part, linesBefore) => builder.append(part, linesBefore))
    : undefined;
}

/** Our field → the source's column, as the report shows it. */
export function columnLabels(plan: ColumnPlan): Record<string, string> {
  const labels: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { target, source } of plan.planned) labels[target] ??= source.header;
  return labels;
}
