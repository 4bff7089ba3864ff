import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { JsonObject } from '../../src/model/json.ts';
import { openInput } from '../../src/read/open-input.ts';
import type { JsonInput, OpenedInput, OpenOptions, ReadOutcome, TableInput } from '../../src/read/reading.ts';

const KNOWN =
  /^(id|ticket id|issue key|subject|status|priority|created at|date|agent name|rating|respondent id|collector id|responseid|case number|comment|labels)$/i;

/** Stands in for the presets: how many names of the row are known. */
const headerScore = (cells: readonly string[]): number => cells.filter((cell) => KNOWN.test(cell.trim())).length;

export const options = (more: Partial<OpenOptions> = {}): OpenOptions => ({ headerScore, ...more });

export async function fileOf(content: string | Buffer, name = 'export.csv'): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'happiness-read-')), name);
  await writeFile(path, content);
  return path;
}

export async function openContent(content: string | Buffer, more: Partial<OpenOptions> = {}): Promise<OpenedInput> {
  const path = await fileOf(content);
  return openInput({ path, location: path }, options(more));
}

/** The same bytes through standard input, in chunks of `size`. */
export async function openPiped(content: string | Buffer, size: number): Promise<OpenedInput> {
  const bytes = Buffer.from(content);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
  return openInput({ path: '-', location: '-' }, options({ stdin: Readable.from(chunks, { objectMode: false }) }));
}

export interface ReadTable {
  readonly input: TableInput;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly outcome: ReadOutcome;
}

export async function readTable(input: OpenedInput): Promise<ReadTable> {
  if (!('header' in input)) throw new Error(`expected a table, got ${input.format}`);
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  const outcome = await input.read({
    cells: input.header.map(() => (text: string) => row.push(text)),
    endRecord(line) {
      rows.push(row);
      lines.push(line);
      row = [];
    },
  });
  return { input, rows, lines, outcome };
}

export interface ReadLists {
  readonly input: JsonInput;
  readonly records: readonly (readonly [list: string, record: JsonObject, place: number])[];
  readonly outcome: ReadOutcome;
}

export async function readLists(input: OpenedInput): Promise<ReadLists> {
  if (!('lists' in input)) throw new Error(`expected JSON, got ${input.format}`);
  const records: [string, JsonObject, number][] = [];
  const outcome = await input.read({ record: (list, record, place) => records.push([list, record, place]) });
  return { input, records, outcome };
}

export const tableOf = async (content: string | Buffer, more: Partial<OpenOptions> = {}): Promise<ReadTable> =>
  readTable(await openContent(content, more));
export const listsOf = async (content: string | Buffer): Promise<ReadLists> => readLists(await openContent(content));
