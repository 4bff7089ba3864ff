import type { ByteHeap } from '../lib/wasm/byte-heap.ts';
import type { JsonObject } from '../model/json.ts';
import type { FoundHeader } from './find-header.ts';
import type { Dialect } from './scan-record.ts';
import type { ByteRecord } from './bytes/json/byte-record.ts';

/**
 * What reading promises to the layers above: an opened input shows its head (what a plan is made from),
 * then pushes its records into the sink of that plan. No record object outlives the push, so a file is never held whole.
 * A faster reader may take the place of any part of this as long as it pushes the same cells.
 */
export type OpenedInput = TableInput | JsonInput;

interface InputBase {
  /** As the user wrote it (`-` for stdin): for messages and the report. */
  readonly path: string;
  /** As detected or forced: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`. */
  readonly encoding: string;
  /** True when the encoding is a fallback that nothing in the file proves. */
  readonly encodingAssumed: boolean;
  /** True when only the head was looked at: if reading finds characters that cannot be decoded, the input must be opened again, without a guess. */
  readonly encodingIsGuess: boolean;
}

/** Rows and columns: CSV in any delimiter, spreadsheet XML. */
export interface TableInput extends InputBase {
  readonly format: 'csv' | 'spreadsheet-xml';
  readonly delimiter: string | null;
  /** As in the file, BOM and surrounding blanks stripped; duplicates kept in place. */
  readonly header: readonly string[];
  /** 1-based line of the header. */
  readonly headerLine: number;
  /** Up to 200 records after the header, for recognising content. */
  readonly sample: readonly (readonly string[])[];
  /** About how many records there are, by the first ones and the size of the file; absent where that is unknown. */
  readonly expectedRecords?: number;
  /** Of a file: the rows behind about that share of it, for another thread; `null` where none seems to begin there. Absent where all must be read from the start. */
  readonly restFrom?: (share: number) => RestOfTable | null;
  /** With `rest`, the rows from its place on are somebody else's. */
  read(sink: TableSink, rest?: RestElsewhere): Promise<ReadOutcome>;
}

/** How a table is cut into rows and cells. */
export interface TableLayout {
  readonly path: string;
  readonly dialect: Dialect;
  readonly found: FoundHeader;
  /** Cells of the first records below the header, whole or not. */
  readonly head: readonly (readonly string[])[];
}

/** What a file holds from a byte on. It can be sent to another thread. */
export interface RestOfFile {
  readonly path: string;
  readonly location: string;
  readonly from: number;
  readonly totalBytes: number;
}

/** The same of a table: rows. */
export interface RestOfTable extends RestOfFile, TableLayout {
  /** About how many rows these are. */
  readonly expectedRecords: number | undefined;
}

/** Rows or lines from a byte on that somebody else reads, as long as one begins right there: whoever reads up to it can tell. */
export interface RestElsewhere {
  readonly from: number;
  /** What was read of them, and what takes them behind the rows so far; `null` where they could not be had, and must be read after all. */
  read(): Promise<{ readonly outcome: ReadOutcome; readonly take: (linesBefore: number) => void } | null>;
}

/** Objects: JSON in any envelope, NDJSON. */
export interface JsonInput extends InputBase {
  readonly format: 'json' | 'ndjson';
  /** Name of each list of records found → its first records (up to 100). The main list of a bare array or of NDJSON is `''`; wrappers such as `{"ticket": {…}}` are taken off and name the list in the plural (`tickets`). */
  readonly lists: ReadonlyMap<string, readonly JsonObject[]>;
  /** Of a file of lines: those behind about that share of it, for another thread; `null` where none begins there. Absent where all must be read from the start. */
  readonly restFrom?: (share: number) => RestOfFile | null;
  /** With `rest`, the lines from its place on are somebody else's. They are asked for where the sink takes views only. */
  read(sink: JsonSink, rest?: RestElsewhere): Promise<ReadOutcome>;
}

/** Takes one cell's text. The text is the cell as written, unquoted and undoubled; '' when empty. */
export type CellWriter = (text: string) => void;

export interface TableSink {
  /** By column index: who takes the cell, or `null` to skip it (the reader need not even make its string). */
  readonly cells: readonly (CellWriter | null)[];
  /** Called after a record's planned cells were written. `line` is the 1-based line on which the record starts. */
  endRecord(line: number): void;
  /** Takes many records at once, as bytes; a reader that can give them so does where every cell is plainly regular. */
  takeRun?(run: RecordRun): void;
}

/** Records in a row, their wanted cells as bytes. Everything is overwritten after the call. */
export interface RecordRun {
  readonly rows: number;
  /** UTF-8. */
  readonly bytes: Buffer;
  /** Of the run's row `r` and the `n`-th column that has a writer: the cell, unquoted and undoubled, lies in `bytes` from `starts[n * stride + r]` to `ends[…]`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly stride: number;
  /** By row of the run: the 1-based line on which it starts. */
  readonly lines: Int32Array;
  /** Where the run lies in WebAssembly's memory, if it does: faster still. The views above are taken anew when that grows. */
  readonly heap?: RunHeap | undefined;
}

export interface RunHeap {
  readonly memory: ByteHeap;
  /** Where `bytes`, `starts` and `ends` lie in it. */
  readonly text: number;
  readonly starts: number;
  readonly ends: number;
}

export interface JsonSink {
  /** `place` is the 1-based line for NDJSON, else the 1-based index in the list. */
  record(list: string, record: JsonObject, place: number): void;
  /** Takes records of the main list as they lie in the bytes; a reader that can give them so does where they are plainly regular. */
  readonly views?: ViewSink;
}

export interface ViewSink {
  record(record: ByteRecord, place: number): void;
  /** The bytes of all records so far are about to go. */
  flush(): void;
}

/** Why a record was left behind; counted, with the first places. Never holds cell contents. */
export interface SkippedRecords {
  /** One short phrase: "4 cells where the header has 6", "unclosed quote", "not JSON". */
  readonly reason: string;
  readonly count: number;
  /** Up to five 1-based lines (or indexes). */
  readonly lines: readonly number[];
}

export interface ReadOutcome {
  /** Records read, skipped ones included, furniture not. */
  readonly records: number;
  readonly skipped: readonly SkippedRecords[];
  /** Lines before the header and after the data that are not records (titles, totals, confidentiality notes). Blank lines are not counted. */
  readonly furniture: number;
  readonly furnitureLines: readonly number[];
  /** Records that end before the header does, read as if the cells that they lack were empty: their count and up to five lines. */
  readonly short?: { readonly count: number; readonly lines: readonly number[] };
  /** Characters that the bytes did not give in the file's encoding, read as U+FFFD: 0 or absent for a sound file. */
  readonly undecodable?: number;
}

export interface ReadProgress {
  (progress: { readonly path: string; readonly records: number; readonly bytes: number; readonly totalBytes: number | null }): void;
}

export interface OpenOptions {
  readonly encoding?: string | undefined;
  /** The encoding of a file need not be certain yet: see `encodingIsGuess`. */
  readonly mayGuessEncoding?: boolean | undefined;
  readonly delimiter?: string | undefined;
  /** How much a row looks like a header, 0 = not at all: the reader takes the best of the first lines. */
  readonly headerScore: (cells: readonly string[]) => number;
  readonly onProgress?: ReadProgress | undefined;
  /** Standard input, for the path `-`; tests give their own. */
  readonly stdin?: NodeJS.ReadableStream | undefined;
}
