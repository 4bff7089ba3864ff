import type { JsonObject } from '../../src/model/json.ts';
import type { Column } from '../../src/model/columns.ts';
import type { TableKind } from '../../src/model/kinds.ts';
import type { InputToNormalize, NormalizeOptions, Normalized } from '../../src/normalize/options.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import type { JsonInput, TableInput } from '../../src/read/reading.ts';

/** A table in memory: the header and the rows as one comma-separated text each, so that tests read like files. */
export function table(path: string, ...lines: string[]): TableInput {
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return tableOf(path, header, rows);
}

export function tableOf(path: string, header: readonly string[], rows: readonly (readonly string[])[]): TableInput {
  return {
    path,
    encoding: 'utf-8',
    encodingAssumed: false,
    encodingIsGuess: false,
    format: 'csv',
    delimiter: ',',
    header,
    headerLine: 1,
    sample: rows.slice(0, 200),
    read: async (sink) => {
      rows.forEach((row, index) => {
        sink.cells.forEach((write, column) => write?.(row[column] ?? ''));
        sink.endRecord(index + 2);
      });
      return { records: rows.length, skipped: [], furniture: 0, furnitureLines: [] };
    },
  };
}

export function json(path: string, lists: Readonly<Record<string, readonly JsonObject[]>>): JsonInput {
  return {
    path,
    encoding: 'utf-8',
    encodingAssumed: false,
    encodingIsGuess: false,
    format: 'json',
    lists: new Map(Object.entries(lists)),
    read: async (sink) => {
      let records = 0;
      for (const [list, all] of Object.entries(lists)) {
        all.forEach((one, index) => sink.record(list, one, index + 1));
        records += all.length;
      }
      return { records, skipped: [], furniture: 0, furnitureLines: [] };
    },
  };
}

/** 2026-01-01: every time stamp in the tests is before it unless the test is about that. */
export const WALL_CLOCK = Date.UTC(2026, 0, 1);

export function run(
  inputs: readonly (InputToNormalize['input'] | InputToNormalize)[],
  options: Partial<NormalizeOptions> = {},
): Promise<Normalized> {
  return normalize(
    inputs.map((input) => ('input' in input ? input : { input })),
    { presets: [], wallClock: WALL_CLOCK, ...options },
  );
}

/** A column as plain values: times as ISO text, codes as words, flags as booleans, missing as null. */
export function values({ dataset }: Normalized, kind: TableKind, name: string): unknown[] {
  const { columns, rows } = dataset.tables[kind];
  const column = columns.get(name);
  if (column === undefined) throw new Error(`${kind} have no ${name}, only ${[...columns.keys()].join(', ')}`);
  return Array.from({ length: rows }, (_, row) => valueOf(column, row));
}

function valueOf(column: Column, row: number): unknown {
  switch (column.type) {
    case 'time':
      return Number.isNaN(column.values[row]) ? null : new Date(column.values[row]!).toISOString().replace('.000Z', 'Z');
    case 'number':
      return Number.isNaN(column.values[row]) ? null : column.values[row];
    case 'code':
      return column.codes[row] === 0 ? null : column.values[column.codes[row]!];
    case 'codes':
      return Array.from(column.codes.subarray(column.offsets[row], column.offsets[row + 1]), (code) => column.values[code]);
    case 'flag':
      return [false, true, null][column.values[row]!];
    case 'link':
      return column.rows[row];
  }
}

export function warning({ warnings }: Normalized, code: string) {
  return warnings.find((one) => one.code === code);
}
