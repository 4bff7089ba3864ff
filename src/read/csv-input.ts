import { UserError } from '../model/user-error.ts';
import { RunReader } from './bytes/read-runs.ts';
import { CsvRecords, type Fault } from './csv-records.ts';
import { detectDialect, givenDialect, headRecords, type HeadRecord } from './dialect.ts';
import { findHeader } from './find-header.ts';
import type { KnownTable, OpenOptions, ReadOutcome, TableInput, TableSink } from './reading.ts';
import { TableRows } from './table-rows.ts';
import type { Dialect } from './scan-record.ts';
import { ShortRows } from './short-rows.ts';
import type { TextSource } from './text-source.ts';

const SAMPLE_RECORDS = 200;
/** Beyond these, and when more than one row in ten is broken, the file is no CSV, or of another delimiter. */
const MAX_FAULTS = 1000;

export function openCsv(source: TextSource, options: OpenOptions): TableInput {
  const { path, head, whole, encoding } = source;
  const dialect = options.known?.dialect ?? dialectOf(source, options);
  const records = headRecords(head, { dialect, whole, most: SAMPLE_RECORDS + 30 });
  const found = options.known?.found ?? findHeader(records, { path, headerScore: options.headerScore });
  const { header, line: headerLine, subHeaderLines } = found;
  const below = records.filter(({ line, cells }) => line > headerLine && cells.length > 0 && !subHeaderLines.has(line));
  const after = below.filter(({ cells }) => cells.length >= header.length);
  const shortRows = new ShortRows(
    header.findLastIndex((name) => name !== '') + 1,
    below.map(({ cells }) => cells),
  );

  /** Bytes where they are UTF-8 and the dialect is the usual one, else text; the same either way. Gives the characters that could not be decoded. */
  async function readAll(records: CsvRecords, rows: TableRows, sink: TableSink): Promise<number> {
    const utf8 = sink.takeRun !== undefined && rows.least > 1 && isUsual(dialect) ? source.utf8 : null;
    if (utf8 === null) {
      for await (const chunk of source.chunks(() => rows.good)) records.push(chunk);
      records.end();
      return source.undecodable();
    }
    const runs = new RunReader({
      delimiter: dialect.delimiter.charCodeAt(0),
      wanted: header.map((_, column) => (sink.cells[column] ?? null) !== null),
      least: rows.least,
      isOrdinary: (cell) => rows.isOrdinary(cell),
      records,
      strictUntil: Math.max(headerLine, ...subHeaderLines),
      takeRun: (run) => rows.run(run),
    });
    for await (const chunk of utf8(() => rows.good)) runs.push(chunk);
    runs.end();
    return runs.undecodable;
  }

  async function read(sink: TableSink): Promise<ReadOutcome> {
    const rows = new TableRows({ ...found, sink, shortRows });
    let faults = 0;
    let first: { readonly reason: Fault; readonly line: number } | null = null;
    const giveUp = (what: string): never => {
      throw new UserError('bad-csv', `${what}; the first: ${first?.reason}`, {
        file: path,
        line: first?.line,
        hint: 'Export the file again; if another delimiter than the detected one divides the cells, name it with --delimiter.',
      });
    };
    const reader = new CsvRecords({
      dialect,
      width: header.length,
      handler: {
        record: (cells, line) => rows.record(cells, line),
        fault(reason, line) {
          faults += 1;
          first ??= { reason, line };
          if (faults > MAX_FAULTS && faults > rows.good / 10) giveUp(`more than ${MAX_FAULTS} rows have broken quotes`);
          rows.fault(reason, line);
        },
      },
    });
    const undecodable = await readAll(reader, rows, sink);
    if (faults > 0 && rows.good === 0) giveUp('no row can be read, the quotes are broken');
    return { ...rows.outcome(), undecodable };
  }

  return {
    path,
    format: 'csv',
    encoding: encoding.name,
    encodingAssumed: encoding.assumed,
    delimiter: dialect.delimiter,
    header,
    headerLine,
    sample: after.slice(0, SAMPLE_RECORDS).map(({ cells }) => cells),
    ...expectation(source, after),
    ...reopening(source, { dialect, found }),
    read,
  };
}

function reopening(
  { path, location, totalBytes, encoding }: TextSource,
  known: Pick<KnownTable, 'dialect' | 'found'>,
): { readonly reopen?: KnownTable } {
  return location === null || totalBytes === null
    ? {}
    : { reopen: { path, location, bytes: totalBytes, encoding: encoding.name, ...known } };
}

function dialectOf({ head, whole, path }: TextSource, { delimiter, headerScore }: OpenOptions): Dialect {
  return delimiter === undefined ? detectDialect(head, { whole, headerScore }) : givenDialect(head, { delimiter, whole, path });
}

/** A few in a hundred more than the first records make likely: room that is not used costs nothing, moving all rows to a larger place does. */
function expectation({ head, whole, totalBytes }: TextSource, records: readonly HeadRecord[]): { expectedRecords?: number } {
  const [first, last] = [records[0], records.at(-1)];
  if (whole || totalBytes === null || first === undefined || last === undefined || last === first) return {};
  const recordsPerLine = (records.length - 1) / (last.line - first.line);
  const linesPerCharacter = (head.split('\n').length - 1) / head.length;
  return { expectedRecords: Math.ceil(totalBytes * linesPerCharacter * recordsPerLine * 1.03) };
}

/** What the scanner of bytes knows. */
function isUsual({ delimiter, lineEnd, padded }: Dialect): boolean {
  return lineEnd === 'lf' && !padded && delimiter.charCodeAt(0) < 128;
}
