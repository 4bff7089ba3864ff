import { detectDialect, givenDialect, headRecords, type HeadRecord } from './dialect.ts';
import { findHeader } from './find-header.ts';
import type { OpenOptions, RestOfTable, TableInput, TableLayout } from './reading.ts';
import { isUsual, RowsReader } from './read-rows.ts';
import { likelyRowStart } from './rest-of-table.ts';
import type { Dialect } from './scan-record.ts';
import type { TextSource } from './text-source.ts';

const SAMPLE_RECORDS = 200;

export function openCsv(source: TextSource, options: OpenOptions): TableInput {
  const { path, head, whole, encoding } = source;
  const dialect = dialectOf(source, options);
  const records = headRecords(head, { dialect, whole, most: SAMPLE_RECORDS + 30 });
  const found = findHeader(records, { path, headerScore: options.headerScore });
  const { header, line: headerLine, subHeaderLines } = found;
  const below = records.filter(({ line, cells }) => line > headerLine && cells.length > 0 && !subHeaderLines.has(line));
  const after = below.filter(({ cells }) => cells.length >= header.length);
  const layout: TableLayout = { path, dialect, found, head: below.map(({ cells }) => cells) };
  const expectedRecords = expectation(source, after);
  const restFrom = rest(source, { layout, expectedRecords });
  return {
    path,
    format: 'csv',
    encoding: encoding.name,
    encodingAssumed: encoding.assumed,
    encodingIsGuess: encoding.isGuess,
    delimiter: dialect.delimiter,
    header,
    headerLine,
    sample: after.slice(0, SAMPLE_RECORDS).map(({ cells }) => cells),
    ...(expectedRecords === undefined ? {} : { expectedRecords }),
    ...(restFrom === null ? {} : { restFrom }),
    read: (sink, elsewhere) => new RowsReader(layout, sink).read(source, elsewhere),
  };
}

function rest(
  { location, totalBytes, utf8 }: TextSource,
  { layout, expectedRecords }: { readonly layout: TableLayout; readonly expectedRecords: number | undefined },
): ((share: number) => RestOfTable | null) | null {
  if (location === null || totalBytes === null || utf8 === null || !isUsual(layout.dialect)) return null;
  return (share) => {
    const from = likelyRowStart(location, Math.floor(totalBytes * share), layout);
    if (from === null) return null;
    const expected = expectedRecords === undefined ? undefined : Math.ceil((expectedRecords * (totalBytes - from)) / totalBytes);
    return { ...layout, location, from, totalBytes, expectedRecords: expected };
  };
}

function dialectOf({ head, whole, path }: TextSource, { delimiter, headerScore }: OpenOptions): Dialect {
  return delimiter === undefined ? detectDialect(head, { whole, headerScore }) : givenDialect(head, { delimiter, whole, path });
}

/** A few in a hundred more than the first records make likely: room that is not used costs nothing, moving all rows to a larger place does. */
function expectation({ head, whole, totalBytes }: TextSource, records: readonly HeadRecord[]): number | undefined {
  const [first, last] = [records[0], records.at(-1)];
  if (whole || totalBytes === null || first === undefined || last === undefined || last === first) return undefined;
  const recordsPerLine = (records.length - 1) / (last.line - first.line);
  const linesPerCharacter = (head.split('\n').length - 1) / head.length;
  return Math.ceil(totalBytes * linesPerCharacter * recordsPerLine * 1.03);
}
