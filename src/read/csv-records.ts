import { parse } from 'csv-parse/sync';
import { cutCells } from './cut-cells.ts';
import { type Dialect, type LineEnd, type QuoteFault, RecordScanner, type ScanResult } from './scan-record.ts';

export type Fault = QuoteFault | 'quote not closed within 4 MiB' | 'longer than 4 MiB';

export interface RecordHandler {
  /** A well-formed record, blank lines included (one empty cell). `line` is the 1-based line on which it starts. */
  record(cells: readonly string[], line: number): void;
  /** A line that is left behind because its quotes are broken; `line` is where the broken cell starts. */
  fault(reason: Fault, line: number): void;
}

/** Characters of one record that are held while its end is looked for. */
const MAX_RECORD_CHARACTERS = 4 * 1024 * 1024;
const BLOCK_CHARACTERS = 256 * 1024;
const MAX_PROBED_LINES = 200;

/**
 * Cuts CSV text that comes in chunks of any size into records and hands them on in order.
 * Cells are made, strictly, from runs of records that the scanner has found to be whole, by csv-parse where blanks may stand around
 * quotes; after a broken quote reading goes on at the line after the cell that broke.
 */
export class CsvRecords {
  readonly #scanner: RecordScanner;
  readonly #probe: RecordScanner;
  readonly #handler: RecordHandler;
  readonly #dialect: Dialect;
  readonly #lineEnd: LineEnd;
  readonly #width: number | null;
  readonly #blockCharacters: number;
  readonly #parseOptions;
  #text = '';
  #line = 1;
  /** Inside a line that is left behind and whose end has not come yet. */
  #discarding = false;
  /** Length that the text must have before a record that did not end is scanned again: doubling keeps that linear. */
  #wanted = 0;

  /** With `width`, the header's number of cells, a quote that swallowed whole rows is found by their having that number. */
  constructor(options: {
    readonly dialect: Dialect;
    readonly handler: RecordHandler;
    readonly width?: number | undefined;
    readonly blockCharacters?: number;
  }) {
    const { delimiter, lineEnd } = options.dialect;
    this.#scanner = new RecordScanner(options.dialect);
    this.#probe = new RecordScanner(options.dialect);
    this.#handler = options.handler;
    this.#dialect = options.dialect;
    this.#lineEnd = lineEnd;
    this.#width = options.width ?? null;
    this.#blockCharacters = options.blockCharacters ?? BLOCK_CHARACTERS;
    this.#parseOptions = {
      delimiter,
      record_delimiter: lineEnd === 'cr' ? ['\r'] : ['\r\r\n', '\r\n', '\n'],
      relax_column_count: true,
      trim: true,
    };
  }

  /** The line on which the text that is still held starts; may be set while none is. */
  get line(): number {
    return this.#line;
  }

  set line(line: number) {
    this.#line = line;
  }

  /** Text of a record whose end has not come yet. */
  get held(): string {
    return this.#text;
  }

  /** True while a line is being left behind. */
  get discarding(): boolean {
    return this.#discarding;
  }

  /** Gives up the text that is held: somebody else reads on from there. */
  release(): void {
    this.#text = '';
    this.#wanted = 0;
  }

  push(chunk: string): void {
    this.#text += chunk;
    if (this.#text.length >= this.#wanted) this.#drain(false);
  }

  /** Nothing follows: what is left is the last record. */
  end(): void {
    // Half a line end, where CRLF was cut.
    if (this.#lineEnd === 'lf') this.#text = this.#text.replace(/\r{1,2}$/, '');
    this.#drain(true);
  }

  #drain(final: boolean): void {
    const text = this.#text;
    const scanner = this.#scanner;
    scanner.feed(text, final);
    let at = this.#discarding ? this.#discard(0) : 0;
    let blockStart = at;
    let lines: number[] = [];
    const flush = (): void => {
      if (lines.length > 0) this.#emit(text.slice(blockStart, at), lines);
      lines = [];
    };
    while (at < text.length) {
      const result = scanner.scan(at);
      if (result === 'more' && text.length - at <= MAX_RECORD_CHARACTERS) break;
      const isOdd = result === 'fault' || (result === 'record' && scanner.cells !== this.#width);
      const limit = result === 'record' ? scanner.next : scanner.faultAt;
      const swallowed = isOdd && this.#swallowedRows(text, { final, limit });
      if (swallowed === 'more' && text.length - at <= MAX_RECORD_CHARACTERS) break;
      if (result === 'record' && swallowed !== true && scanner.next - at <= MAX_RECORD_CHARACTERS) {
        lines.push(this.#line);
        this.#line += scanner.lineEnds;
        at = scanner.next;
        if (at - blockStart >= this.#blockCharacters) {
          flush();
          blockStart = at;
        }
        continue;
      }
      flush();
      at = this.#leaveBehind(at, swallowed === true ? 'swallowed' : result);
      blockStart = at;
    }
    flush();
    this.#text = text.slice(at);
    this.#wanted = this.#text.length * 2;
  }

  /** Reports the cell that broke and gives the place to go on from: the line after the one on which it starts. */
  #leaveBehind(from: number, result: ScanResult | 'swallowed'): number {
    const { fault, faultAt, faultLineEnds, firstMultiline, firstMultilineLineEnds } = this.#scanner;
    if (result === 'swallowed') return this.#report('unclosed quote', firstMultiline, firstMultilineLineEnds);
    if (result === 'fault') return this.#report(fault, faultAt, faultLineEnds);
    if (result === 'more' && faultAt !== -1) return this.#report('quote not closed within 4 MiB', faultAt, faultLineEnds);
    if (firstMultiline !== -1) return this.#report('quote not closed within 4 MiB', firstMultiline, firstMultilineLineEnds);
    return this.#report('longer than 4 MiB', from, 0);
  }

  #report(reason: Fault, at: number, lineEndsBefore: number): number {
    this.#line += lineEndsBefore;
    this.#handler.fault(reason, this.#line);
    return this.#discard(at);
  }

  #discard(from: number): number {
    const next = this.#scanner.nextLine(from);
    this.#discarding = next === -1;
    if (next === -1) return this.#text.length;
    this.#line += 1;
    return next;
  }

  /**
   * True when a record that is broken, or has the wrong number of cells, holds a line that is a whole row by itself: its
   * first quote that spans lines was never meant to. `limit` is where the record ends or breaks. `more` when the text ends within such a line.
   */
  #swallowedRows(text: string, { final, limit }: { readonly final: boolean; readonly limit: number }): boolean | 'more' {
    const { firstMultiline } = this.#scanner;
    if (firstMultiline === -1 || this.#width === null || this.#width < 2) return false;
    this.#probe.feed(text, final);
    let line = this.#probe.nextLine(firstMultiline);
    for (let probed = 0; probed < MAX_PROBED_LINES && line !== -1 && line < limit; probed += 1) {
      const result = this.#probe.scan(line);
      if (result === 'more') return 'more';
      if (result === 'record' && this.#probe.cells === this.#width) return true;
      line = this.#probe.nextLine(line);
    }
    return false;
  }

  #emit(block: string, lines: readonly number[]): void {
    const end = this.#lineEnd === 'lf' ? '\n' : '\r';
    // csv-parse sees no record in a last line of blanks only, unless it is ended.
    const ended = block.endsWith(end) ? block : block + end;
    const records = this.#dialect.padded ? parse(ended, this.#parseOptions) : cutCells(ended, this.#dialect);
    if (records.length !== lines.length)
      throw new Error(`${records.length} records were made of ${lines.length} in lines ${lines[0]}–${lines.at(-1)}`);
    for (let i = 0; i < records.length; i += 1) this.#handler.record(records[i]!, lines[i]!);
  }
}
