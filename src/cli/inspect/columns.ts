import type { ColumnContent, InspectedColumn } from '../../model/inspection.ts';
import type { ReportInput } from '../../model/report.ts';
import { sourceColumns } from '../../normalize/table-input.ts';
import type { JsonObject } from '../../model/json.ts';
import type { OpenedInput, TableInput } from '../../read/reading.ts';

const SAMPLES = 3;

/** Column by column what it feeds and what it looks like. */
export function inspectColumns(input: OpenedInput, reports: readonly ReportInput[], withSamples: boolean): readonly InspectedColumn[] {
  const feeds = new Map<string, string[]>();
  for (const { kind, columns } of reports) {
    for (const [field, name] of Object.entries(columns)) feeds.set(name, [...(feeds.get(name) ?? []), `${kind}.${field}`]);
  }
  return 'header' in input ? tableColumns(input, feeds, withSamples) : memberColumns(input.lists, { feeds, reports, withSamples });
}

function tableColumns(input: TableInput, feeds: ReadonlyMap<string, readonly string[]>, withSamples: boolean): InspectedColumn[] {
  return sourceColumns(input.header, input.sample).map(({ header, index, content }) => ({
    name: header,
    feeds: feeds.get(header) ?? [],
    holds: contentName(content),
    ...(withSamples ? { samples: distinct(input.sample.map((row) => row[index] ?? '')) } : {}),
  }));
}

interface Members {
  readonly feeds: ReadonlyMap<string, readonly string[]>;
  readonly reports: readonly ReportInput[];
  readonly withSamples: boolean;
}

function memberColumns(lists: ReadonlyMap<string, readonly JsonObject[]>, { feeds, reports, withSamples }: Members): InspectedColumn[] {
  const unused =
    reports.length === 0
      ? [...new Set([...lists.values()].flatMap((records) => records.flatMap((record) => Object.keys(record))))]
      : reports.flatMap(({ unmapped }) => unmapped);
  const names = [...new Set([...feeds.keys(), ...unused])];
  return names.map((name) => ({
    name,
    feeds: feeds.get(name) ?? [],
    holds: null,
    ...(withSamples
      ? { samples: distinct([...lists.values()].flatMap((records) => records.map((record) => memberText(record, name)))) }
      : {}),
  }));
}

/** `via.channel` of a record; '' for what is no plain value. */
function memberText(record: JsonObject, path: string): string {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return '';
    value = (value as { readonly [key: string]: unknown })[key];
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function distinct(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, SAMPLES);
}

/** What most of the cells can be read as. */
function contentName(content: ReturnType<typeof sourceColumns>[number]['content']): ColumnContent {
  const { cells, times, epochs, durations, numbers, flags, emails } = content;
  const most = (hits: number): boolean => hits * 2 > cells;
  if (cells === 0) return 'nothing';
  if (most(emails)) return 'e-mail addresses';
  if (most(times)) return 'times';
  if (most(durations)) return 'durations';
  if (most(flags)) return 'yes or no';
  if (most(numbers)) return epochs === cells && epochs === numbers ? 'times' : 'numbers';
  return 'text';
}
