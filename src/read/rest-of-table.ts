import { bytesAt, inChunks, readError } from './byte-source.ts';
import { RowsReader } from './read-rows.ts';
import type { ReadOutcome, RestOfTable, TableLayout, TableSink } from './reading.ts';
import { RecordScanner } from './scan-record.ts';

/** Reads the rows from a byte on. Lines count from the header's: nobody knows how many lie between. */
export async function readRestOfTable(table: RestOfTable, sink: TableSink): Promise<ReadOutcome> {
  try {
    return await new RowsReader(table, sink).readRest(inChunks(table.location, table));
  } catch (error) {
    throw readError(error, table.path);
  }
}

/** Bytes in which a row should begin. */
const LOOKED_AT = 256 * 1024;
/** So many whole records in a row, and they are no text within quotes. */
const IN_A_ROW = 4;

/** Where a row begins at or after a byte of the file, as far as a few records there show; `null` where none seems to. */
export function likelyRowStart(location: string, at: number, { dialect, found }: TableLayout): number | null {
  // A character a byte: what cuts records is ASCII.
  const text = bytesAt(location, at, LOOKED_AT).toString('latin1');
  const scanner = new RecordScanner(dialect);
  scanner.feed(text, false);
  const width = found.header.length;
  const areRows = (from: number): boolean => {
    let start = from;
    for (let record = 0; record < IN_A_ROW; record++) {
      if (start >= text.length || scanner.scan(start) !== 'record' || scanner.cells !== width) return false;
      start = scanner.next;
    }
    return true;
  };
  for (let start = scanner.nextLine(0); start !== -1; start = scanner.nextLine(start)) if (areRows(start)) return at + start;
  return null;
}
