import { UserError } from '../model/user-error.ts';
import { type HeadRecord, isBlank } from './dialect.ts';
import { findHeader } from './find-header.ts';
import type { OpenOptions, ReadOutcome, TableInput, TableSink } from './reading.ts';
import { type SpreadsheetRow, SpreadsheetRows } from './spreadsheet-rows.ts';
import { TableRows } from './table-rows.ts';
import type { TextSource } from './text-source.ts';

const SAMPLE_RECORDS = 200;
const OTHER_WORKSHEET = 'on another worksheet than the first';

/** Spreadsheet XML: the first worksheet that has rows. Lines are the spreadsheet's row numbers. */
export function openSpreadsheet(source: TextSource, options: OpenOptions): TableInput {
  const { path, encoding } = source;
  const records: HeadRecord[] = [];
  let first: number | null = null;
  const sampler = new SpreadsheetRows(({ cells, row, worksheet }) => {
    if (isBlank(cells)) return;
    first ??= worksheet;
    if (worksheet === first && records.length < SAMPLE_RECORDS + 30) records.push({ cells, line: row });
  });
  sampler.push(source.head);
  if (records.length === 0) throw new UserError('empty-file', 'the spreadsheet holds no rows', { file: path, hint: 'Export it again.' });
  const width = Math.max(...records.map(({ cells }) => cells.length));
  const padded = records.map(({ cells, line }) => ({ cells: pad(cells, width), line }));
  const found = findHeader(padded, { path, headerScore: options.headerScore });
  const { header, line: headerLine, subHeaderLines } = found;
  const sample = padded.filter(({ line }) => line > headerLine && !subHeaderLines.has(line)).map(({ cells }) => cells);

  async function read(sink: TableSink): Promise<ReadOutcome> {
    const rows = new TableRows({ ...found, sink });
    const take = ({ cells, row, worksheet }: SpreadsheetRow): void => {
      if (isBlank(cells)) return;
      if (worksheet === first) rows.record(pad(cells, header.length), row);
      else rows.skip(OTHER_WORKSHEET, row);
    };
    const reader = new SpreadsheetRows(take);
    for await (const chunk of source.chunks(() => rows.good)) reader.push(chunk);
    if (!reader.complete) {
      throw new UserError('bad-xml', 'the spreadsheet ends in the middle of its rows', {
        file: path,
        hint: 'It is cut off, perhaps by a broken download: export it again.',
      });
    }
    return { ...rows.outcome(), undecodable: source.undecodable() };
  }
  return {
    path,
    format: 'spreadsheet-xml',
    encoding: encoding.name,
    encodingAssumed: encoding.assumed,
    encodingIsGuess: encoding.isGuess,
    delimiter: null,
    header,
    headerLine,
    sample: sample.slice(0, SAMPLE_RECORDS),
    read,
  };
}

/** Empty cells at the end of a row are not written in this format. */
function pad(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];
}
