const QUOTE = 34;
const LF = 10;
const CR = 13;
const BLANK = 32;

/** How text is cut into cells. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  /** Blanks may stand between a delimiter and a quote (`"a", "b"`); then those around any cell are no part of it. */
  readonly padded: boolean;
}

/** What ends a line: LF with any CRs before it, or (files of old Macs) a CR alone. */
export type LineEnd = 'lf' | 'cr';

export type ScanResult = 'record' | 'more' | 'fault';

export type QuoteFault = 'unclosed quote' | 'text after a closing quote' | 'quote inside an unquoted cell';

/**
 * Finds where a CSV record ends, strictly by RFC 4180: a quote opens a cell only as its first character, and only a
 * delimiter, a line end or the end of the file may follow a closing one. It makes no cells; it exists so that a broken
 * quote costs one line and not the rest of the file, and so that every record knows its line. In a file of LF line ends
 * a CR that no LF follows is an ordinary character.
 * One object is reused for all records of a file; the fields below describe the last one scanned.
 */
export class RecordScanner {
  /** Where the next record starts. */
  next = 0;
  /** Cells of the record. */
  cells = 0;
  /** Line ends in the record, its own included. */
  lineEnds = 0;
  /** Why the result is `fault`. */
  fault: QuoteFault = 'unclosed quote';
  /** Where the cell that broke starts, and how many line ends lie before it in the record. With `more`: the quote that is still open, or -1. */
  faultAt = -1;
  faultLineEnds = 0;
  /** Start of the first cell that holds a line end, or -1; and the line ends before it in the record. */
  firstMultiline = -1;
  firstMultilineLineEnds = 0;

  readonly #delimiter: number;
  readonly #lineEnd: LineEnd;
  readonly #padded: boolean;
  readonly #delimiters: MarkSearch;
  readonly #lineFeeds = new MarkSearch('\n');
  readonly #returns = new MarkSearch('\r');
  readonly #quotes = new MarkSearch('"');
  #text = '';
  #final = false;

  constructor({ delimiter, lineEnd, padded }: Dialect) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#delimiters = new MarkSearch(delimiter[0]!);
    this.#lineEnd = lineEnd;
    this.#padded = padded;
  }

  /** The text that positions refer to from now on; `final` when nothing follows it. */
  feed(text: string, final: boolean): void {
    this.#text = text;
    this.#final = final;
    for (const search of [this.#delimiters, this.#lineFeeds, this.#returns, this.#quotes]) search.feed(text);
  }

  /** Scans the record that starts at `from`, which must lie inside the text. */
  scan(from: number): ScanResult {
    const text = this.#text;
    const end = text.length;
    const delimiter = this.#delimiter;
    this.cells = 0;
    this.lineEnds = 0;
    this.firstMultiline = -1;
    this.faultAt = -1;
    let at = from;
    for (;;) {
      const cellStart = at;
      if (this.#padded) at = this.#openingQuote(at);
      if (text.charCodeAt(at) === QUOTE) {
        at = this.#closingQuote(at);
        if (at === -1) {
          this.#fail('unclosed quote', cellStart);
          return this.#final ? 'fault' : 'more';
        }
        const inside = this.#countLineEnds(cellStart, at);
        if (inside > 0) {
          if (this.firstMultiline === -1) {
            this.firstMultiline = cellStart;
            this.firstMultilineLineEnds = this.lineEnds;
          }
          this.lineEnds += inside;
        }
        at += 1;
        if (this.#padded) while (text.charCodeAt(at) === BLANK) at += 1;
      } else {
        at = this.#endOfPlainCell(at);
        if (text.charCodeAt(at) === QUOTE) return this.#fail('quote inside an unquoted cell', cellStart);
      }
      this.cells += 1;
      if (at === end) {
        if (!this.#final) return 'more';
        this.next = end;
        return 'record';
      }
      if (text.charCodeAt(at) === delimiter) {
        at += 1;
        continue;
      }
      const length = this.#lineEndAt(at);
      if (length === -1) return 'more';
      if (length === 0) {
        // Only a closing quote stops before something that is neither delimiter nor line end.
        this.cells -= 1;
        this.lineEnds = this.#countLineEnds(from, cellStart);
        return this.#fail('text after a closing quote', cellStart);
      }
      this.lineEnds += 1;
      this.next = at + length;
      return 'record';
    }
  }

  /** Where the line after the one that holds `from` starts, or -1 when the text ends first (the end itself when final). */
  nextLine(from: number): number {
    const at = this.#text.indexOf(this.#lineEnd === 'lf' ? '\n' : '\r', from);
    if (at !== -1) return at + 1;
    return this.#final ? this.#text.length : -1;
  }

  #fail(fault: QuoteFault, cellStart: number): ScanResult {
    this.fault = fault;
    this.faultAt = cellStart;
    this.faultLineEnds = this.lineEnds;
    return 'fault';
  }

  /** Where the quote stands that only blanks come before, else `from`. */
  #openingQuote(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === BLANK) at += 1;
    return this.#text.charCodeAt(at) === QUOTE ? at : from;
  }

  #closingQuote(open: number): number {
    const text = this.#text;
    let at = open + 1;
    for (;;) {
      at = text.indexOf('"', at);
      if (at === -1) return -1;
      if (at + 1 === text.length) return this.#final ? at : -1;
      if (text.charCodeAt(at + 1) !== QUOTE) return at;
      at += 2;
    }
  }

  /** Length of the line end at `at`: 0 when there is none, -1 when more text must decide. `\r\r\n` is CRLF converted twice. */
  #lineEndAt(at: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (this.#lineEnd === 'cr') return code === CR ? 1 : 0;
    if (code === LF) return 1;
    if (code !== CR) return 0;
    for (let length = 1; length <= 2; length += 1) {
      if (at + length === text.length) return this.#final ? 0 : -1;
      const after = text.charCodeAt(at + length);
      if (after === LF) return length + 1;
      if (after !== CR) return 0;
    }
    return 0;
  }

  #countLineEnds(from: number, to: number): number {
    const lineEnds = this.#lineEnd === 'lf' ? this.#lineFeeds : this.#returns;
    let count = 0;
    for (let at = lineEnds.from(from); at < to; at = lineEnds.from(at + 1)) count += 1;
    return count;
  }

  /** The first delimiter, line end or quote at or after `from`, else the end of the text. */
  #endOfPlainCell(from: number): number {
    const end = Math.min(this.#delimiters.from(from), this.#lineFeeds.from(from), this.#quotes.from(from), this.#text.length);
    let at = this.#returns.from(from);
    while (at < end && this.#lineEndAt(at) === 0) at = this.#returns.from(at + 1);
    return Math.min(at, end);
  }
}

/** Where a character stands next, remembered: many cells would otherwise search the same stretch again and again. */
class MarkSearch {
  readonly #mark: string;
  #text = '';
  #searchedFrom = 0;
  #found = -1;

  constructor(mark: string) {
    this.#mark = mark;
  }

  feed(text: string): void {
    this.#text = text;
    this.#searchedFrom = 0;
    this.#found = -1;
  }

  /** The first at or after a place, `Infinity` where there is none. */
  from(from: number): number {
    if (from < this.#searchedFrom || from > this.#found) {
      const at = this.#text.indexOf(this.#mark, from);
      this.#found = at === -1 ? Infinity : at;
      this.#searchedFrom = from;
    }
    return this.#found;
  }
}
