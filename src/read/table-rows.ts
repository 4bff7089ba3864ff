import { isBlank } from './dialect.ts';
import type { FoundHeader } from './find-header.ts';
import type { CellWriter, ReadOutcome, RecordRun, TableSink } from './reading.ts';
import { SkipTally } from './skip-tally.ts';

/** Lines that stand below a table and are none of its rows; the other cells of such a line are empty. */
const TRAILER =
  /^(grand totals?|totals?|subtotals?|confidential information|copyright|generated (by|on|at)|report(ing)? period|filtered by|as of|end of report)\b/i;
/** A row of sums: this in its first cell and nothing but numbers in the others. */
const TOTALS = /^(grand totals?|totals?|sum)( \(.*\))?:?$/i;
/** More of these in a row are rows that are too short, not a trailer. */
const MAX_TRAILER_LINES = 10;

interface Waiting {
  readonly line: number;
  readonly reason: string;
  /** Of a row of sums: it is a row like any other if rows follow. */
  readonly cells?: readonly string[];
}

/**
 * Decides for every record of a table what it is: furniture (before the header, sub-headers, a header repeated by joining
 * files, a trailer), a row for the sink, or a row with the wrong number of cells, which is left behind.
 * One-cell lines are trailer or broken rows depending on what follows, so they wait for it.
 */
export class TableRows {
  readonly #tally = new SkipTally();
  readonly #found: FoundHeader;
  readonly #width: number;
  /** Cells that a row must have: unnamed columns at the end may be missing. */
  readonly least: number;
  readonly #writers: readonly (CellWriter | null)[];
  readonly #sink: TableSink;
  #waiting: Waiting[] = [];

  constructor(options: FoundHeader & { readonly sink: TableSink }) {
    this.#found = options;
    this.#sink = options.sink;
    this.#width = options.header.length;
    this.least = options.header.findLastIndex((name) => name !== '') + 1;
    this.#writers = Array.from({ length: this.#width }, (_, column) => options.sink.cells[column] ?? null);
  }

  /** Rows that went to the sink. */
  get good(): number {
    return this.#tally.read;
  }

  /** Whether a record of the right width that begins with this cell, and is not blank, is a row whatever follows. */
  isOrdinary(firstCell: string): boolean {
    const text = firstCell.trim();
    return text !== this.#found.header[0] && !TRAILER.test(text) && !TOTALS.test(text);
  }

  /** Rows that are ordinary, of the right width and below the header. */
  run(run: RecordRun): void {
    if (this.#waiting.length > 0) this.#settle();
    this.#sink.takeRun!(run);
    this.#tally.read += run.rows;
  }

  fault(reason: string, line: number): void {
    if (line < this.#found.line) this.#tally.furniture(line);
    else this.skip(reason, line);
  }

  /** Leaves a record behind for a reason of the reader's own. */
  skip(reason: string, line: number): void {
    this.#settle();
    this.#tally.skip(reason, line);
  }

  record(cells: readonly string[], line: number): void {
    if (isBlank(cells)) return;
    const { header, line: headerLine, subHeaderLines } = this.#found;
    if (line === headerLine) return;
    if (line < headerLine || subHeaderLines.has(line)) this.#tally.furniture(line);
    else if (this.#looksLikeTrailer(cells)) this.#waiting.push({ line, reason: this.#reason(cells) });
    else if (this.#wrongWidth(cells)) this.skip(this.#reason(cells), line);
    else if (
      cells[0]!.trim() === header[0] &&
      cells.length === header.length &&
      cells.every((cell, column) => cell.trim() === header[column])
    )
      this.#tally.furniture(line);
    else if (this.#looksLikeTotals(cells)) this.#waiting.push({ line, reason: '', cells });
    else this.#write(cells, line);
  }

  outcome(): ReadOutcome {
    if (this.#waiting.length > MAX_TRAILER_LINES) this.#settle();
    for (const { line } of this.#waiting) this.#tally.furniture(line);
    this.#waiting = [];
    return this.#tally.outcome();
  }

  #write(cells: readonly string[], line: number): void {
    if (this.#waiting.length > 0) this.#settle();
    this.#pass(cells, line);
  }

  #pass(cells: readonly string[], line: number): void {
    const writers = this.#writers;
    for (let column = 0; column < writers.length; column += 1) writers[column]?.(cells[column] ?? '');
    this.#sink.endRecord(line);
    this.#tally.read += 1;
  }

  /** Something that is no trailer followed: what waited were rows after all. */
  #settle(): void {
    for (const { reason, line, cells } of this.#waiting) {
      if (cells === undefined) this.#tally.skip(reason, line);
      else this.#pass(cells, line);
    }
    this.#waiting = [];
  }

  #looksLikeTotals(cells: readonly string[]): boolean {
    return TOTALS.test(cells[0]!.trim()) && cells.every((cell, column) => column === 0 || /^[-+\d.,\s%]*$/.test(cell));
  }

  #looksLikeTrailer(cells: readonly string[]): boolean {
    if (this.#width < 2) return false;
    if (cells.length > 1 && !isBlank(cells.slice(1))) return false;
    return cells.length === 1 || TRAILER.test(cells[0]!.trim());
  }

  #wrongWidth(cells: readonly string[]): boolean {
    if (cells.length < this.least) return true;
    return cells.length > this.#width && !isBlank(cells.slice(this.#width));
  }

  #reason(cells: readonly string[]): string {
    if (!this.#wrongWidth(cells)) return 'a title or total line between the rows';
    return `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${this.#width}`;
  }
}
