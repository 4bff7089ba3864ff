import { isTotalWord } from '../lib/text/total-word.ts';
import { isBlank } from './dialect.ts';
import type { FoundHeader } from './find-header.ts';
import type { CellWriter, ReadOutcome, RecordRun, TableSink } from './reading.ts';
import type { ShortRows } from './short-rows.ts';
import { SkipTally } from './skip-tally.ts';

/** Lines that stand below a table and are none of its rows; the other cells of such a line are empty. */
const TRAILER =
  /^(grand totals?|totals?|subtotals?|confidential information|copyright|generated (by|on|at)|report(ing)? period|filtered by|as of|end of report)\b/i;
/** Beside the word in a row of sums: numbers, shares, amounts of money, clock times, but no dates. */
const SUM = /^\s*[-+−]?\s*[€$£]?\s*(?:\d[\d.,'’\u00a0\u202f]*|\d+:\d\d(?::\d\d)?)\s*(?:%|€|\$|£)?\s*$|^[\s\-–—]*$/;
const DATE = /^\s*\d{1,4}([./-])\d{1,2}\1\d/;
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
  readonly #shortRows: ShortRows | undefined;
  #waiting: Waiting[] = [];
  /** A row without its last cells: none if the next line turns out to be its rest. */
  #short: { readonly line: number; readonly cells: readonly string[] } | null = null;

  constructor(options: FoundHeader & { readonly sink: TableSink; readonly shortRows?: ShortRows }) {
    this.#shortRows = options.shortRows;
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

  /** Whether nothing waits for what follows. */
  get isSettled(): boolean {
    return this.#waiting.length === 0 && this.#short === null;
  }

  /** Whether a record of the right width that begins with this cell, and is not blank, is a row whatever follows. */
  isOrdinary(firstCell: string): boolean {
    const text = firstCell.trim();
    return text !== this.#found.header[0] && !TRAILER.test(text) && !isTotalWord(text);
  }

  /** Rows that are ordinary, of the right width and below the header. */
  run(run: RecordRun): void {
    this.#settle();
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
    else if (this.#isRestOfShort(cells, line)) this.#skipBoth(cells, line);
    else if (this.#looksLikeTrailer(cells)) this.#wait({ line, reason: this.#reason(cells) });
    else if (this.#looksLikeTotals(cells))
      this.#wait(this.#wrongWidth(cells) ? { line, reason: this.#reason(cells) } : { line, reason: '', cells });
    else if (this.#shortRows?.fits(cells) === true) {
      this.#settle();
      this.#short = { line, cells };
    } else if (this.#wrongWidth(cells)) this.skip(this.#reason(cells), line);
    else if (
      cells[0]!.trim() === header[0] &&
      cells.length === header.length &&
      cells.every((cell, column) => cell.trim() === header[column])
    )
      this.#tally.furniture(line);
    else this.#write(cells, line);
  }

  outcome(): ReadOutcome {
    this.#passShort();
    if (this.#waiting.length > MAX_TRAILER_LINES) this.#settle();
    for (const { line } of this.#waiting) this.#tally.furniture(line);
    this.#waiting = [];
    return this.#tally.outcome();
  }

  #write(cells: readonly string[], line: number): void {
    this.#settle();
    this.#pass(cells, line);
  }

  #wait(waiting: Waiting): void {
    this.#passShort();
    this.#waiting.push(waiting);
  }

  #passShort(): void {
    if (this.#short === null) return;
    const { cells, line } = this.#short;
    this.#short = null;
    this.#tally.short(line);
    this.#pass(cells, line);
  }

  /** A line that is no row itself right below one that ended too early: a line end within a cell has parted them. */
  #isRestOfShort(cells: readonly string[], line: number): boolean {
    if (this.#short === null || line !== this.#short.line + 1 || cells.length >= this.least) return false;
    return this.#shortRows?.fits(cells) !== true && !TRAILER.test(cells[0]!.trim()) && !isTotalWord(cells[0]!);
  }

  #skipBoth(cells: readonly string[], line: number): void {
    const { cells: first, line: firstLine } = this.#short!;
    this.#short = null;
    this.#tally.skip(this.#reason(first), firstLine);
    this.#tally.skip(this.#reason(cells), line);
  }

  #pass(cells: readonly string[], line: number): void {
    const writers = this.#writers;
    for (let column = 0; column < writers.length; column += 1) writers[column]?.(cells[column] ?? '');
    this.#sink.endRecord(line);
    this.#tally.read += 1;
  }

  /** Something that is no trailer followed: what waited were rows after all. */
  #settle(): void {
    this.#passShort();
    if (this.#waiting.length === 0) return;
    for (const { reason, line, cells } of this.#waiting) {
      if (cells === undefined) this.#tally.skip(reason, line);
      else this.#pass(cells, line);
    }
    this.#waiting = [];
  }

  #looksLikeTotals(cells: readonly string[]): boolean {
    return isTotalWord(cells[0]!) && cells.every((cell, column) => column === 0 || (SUM.test(cell) && !DATE.test(cell)));
  }

  #looksLikeTrailer(cells: readonly string[]): boolean {
    if (this.#width < 2) return false;
    if (cells.length > 1 && !isBlank(cells.slice(1))) return false;
    return cells.length === 1 || TRAILER.test(cells[0]!.trim()) || isTotalWord(cells[0]!);
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
