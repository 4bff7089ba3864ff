import type { ColumnContent, InspectedColumn, InspectedFile } from '../../model/inspection.ts';
import type { ReportInput } from '../../model/report.ts';
import { likelyKind } from '../../normalize/recognise/likely-map.ts';
import { guessedFields } from '../../normalize/recognise/name-guess.ts';
import { sourceColumns } from '../../normalize/table-input.ts';
import type { JsonObject } from '../../model/json.ts';
import type { OpenedInput } from '../../read/reading.ts';

const SAMPLES = 3;

/** Column by column what it feeds and what it looks like; what a table that nobody recognised most likely is. */
export function inspectColumns(
  input: OpenedInput,
  reports: readonly ReportInput[],
  withSamples: boolean,
): Pick<InspectedFile, 'columns' | 'likelyKind'> {
  const feeds = new Map<string, string[]>();
  for (const { kind, columns } of reports) {
    for (const [field, name] of Object.entries(columns)) feeds.set(name, [...(feeds.get(name) ?? []), `${kind}.${field}`]);
  }
  if (!('header' in input)) return { columns: memberColumns(input.lists, { feeds, reports, withSamples }) };
  const sources = sourceColumns(input.header, input.sample);
  const known = reports[0]?.kind;
  const kind = known ?? likelyKind(sources);
  const columns = sources.map((source): InspectedColumn => {
    const { header, index, content } = source;
    const fed = feeds.get(header) ?? [];
    const guess =
      kind === undefined || fed.length > 0
        ? undefined
        : guessedFields(kind, source, known !== undefined).find((field) => reports.every(({ columns: own }) => !Object.hasOwn(own, field)));
    return {
      name: header,
      feeds: fed,
      holds: contentName(content),
      ...(guess === undefined ? {} : { guess }),
      ...(withSamples ? { samples: distinct(input.sample.map((row) => row[index] ?? '')) } : {}),
    };
  });
  return { columns, ...(known === undefined && kind !== undefined ? { likelyKind: kind } : {}) };
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
