import type { RecordRun } from '../reading.ts';
import { firstFrom, holdsText, undouble } from './cell-bytes.ts';
import { makeMarkFinder, type MarkFinder } from './mark-finder.ts';
import type { RunScannerOptions } from './run-options.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** Rows that are handed on together: their cells' places should stay in the processor's cache. */
const RUN_ROWS = 512;
const USUAL_CAPACITY = 256 * 1024;
const MADE_BYTES = 64 * 1024;
/** The search for marks may blank so many bytes behind the text. */
const BLANKED = 16;

/** Why a scan stopped. `irregular`: the record at `at` is for the strict reader; `full`: the run must be taken first; `more`: the text ends within a record. */
export type ScanStop = 'more' | 'full' | 'irregular';

/**
 * Finds the cells of well-formed CSV records in bytes (RFC 4180; LF, CRLF or CRCRLF; quotes as in `RecordScanner`), without making a string.
 * Whatever is not plainly regular it leaves to the reader that csv-parse stands behind.
 */
export class RunScanner {
  /** Where the next record starts, and its line. */
  at = 0;
  line = 1;
  /** After `irregular`: where that record ends, -1 when it is broken; and its line ends. */
  recordEnd = -1;
  recordLineEnds = 0;
  /** End of the text in `bytes`. */
  length = 0;
  readonly bytes: Buffer;
  readonly capacity: number;

  readonly #finder: MarkFinder;
  readonly #delimiter: number;
  readonly #slots: Int32Array;
  readonly #least: number;
  readonly #isOrdinary: (firstCell: string) => boolean;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #lines = new Uint32Array(RUN_ROWS);
  #rows = 0;
  /** End of the cells that were made because their quotes were doubled. */
  #made: number;
  #mark = 0;
  #marks = 0;
  #recordMark = 0;

  constructor({ delimiter, wanted, least, isOrdinary, capacity = USUAL_CAPACITY }: RunScannerOptions) {
    this.capacity = capacity;
    this.#made = capacity + BLANKED;
    this.#finder = makeMarkFinder({ capacity, slack: BLANKED + MADE_BYTES, delimiter });
    const { bytes } = this.#finder;
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#delimiter = delimiter;
    let slots = 0;
    this.#slots = Int32Array.from(wanted, (isWanted) => (isWanted ? slots++ : -1));
    this.#starts = new Int32Array(slots * RUN_ROWS);
    this.#ends = new Int32Array(slots * RUN_ROWS);
    this.#least = least;
    this.#isOrdinary = isOrdinary;
  }

  /** To be called when the text in `bytes` has changed; it is searched from `at` on. */
  search(): void {
    this.#marks = this.#finder.find(this.at, this.length);
    this.#mark = 0;
  }

  /** Goes on at another place of the text that has been searched. */
  jump(at: number): void {
    this.at = at;
    this.#mark = firstFrom(this.#finder.marks, this.#marks, at);
  }

  /** Leaves the irregular record behind: somebody else has read it. */
  skipRecord(): void {
    this.at = this.recordEnd;
    this.#mark = this.#recordMark;
    this.line += this.recordLineEnds;
  }

  /** The records found since the last call; to be taken before anything else is read. */
  takeRun(): RecordRun | null {
    const rows = this.#rows;
    if (rows === 0) return null;
    this.#rows = 0;
    this.#made = this.capacity + BLANKED;
    return { rows, bytes: this.bytes, starts: this.#starts, ends: this.#ends, stride: RUN_ROWS, lines: this.#lines };
  }

  /** Reads records until the text ends, the run is full or a record is irregular. */
  scan(): ScanStop {
    const { bytes, marks } = this.#finder;
    const slots = this.#slots;
    const width = slots.length;
    const delimiter = this.#delimiter;
    const starts = this.#starts;
    const ends = this.#ends;
    const end = this.length;
    const count = this.#marks;
    let mark = this.#mark;
    let { at, line } = this;
    let rows = this.#rows;
    let stop: ScanStop = 'full';
    while (rows < RUN_ROWS) {
      const recordStart = at;
      const recordMark = mark;
      let firstEnd = -1;
      let column = 0;
      let lineEnds = 0;
      /** Why the record has not been read to its end. */
      let broken: ScanStop | null = null;
      for (;;) {
        if (mark >= count) {
          broken = 'more';
          break;
        }
        let cellStart = at;
        let cellEnd: number;
        let doubled = false;
        if (bytes[at] === QUOTE) {
          cellStart++;
          mark++;
          cellEnd = -1;
          while (mark < count) {
            const place = marks[mark]!;
            const code = bytes[place];
            mark++;
            if (code === QUOTE) {
              if (mark < count && marks[mark] === place + 1 && bytes[place + 1] === QUOTE) {
                doubled = true;
                mark++;
                continue;
              }
              cellEnd = place;
              break;
            }
            if (code === LF) lineEnds++;
          }
          at = cellEnd + 1;
          if (cellEnd === -1 || at >= end) {
            broken = 'more';
            break;
          }
          if (mark >= count || marks[mark] !== at) {
            broken = 'irregular';
            break;
          }
        } else {
          at = marks[mark]!;
          cellEnd = at;
        }
        const code = bytes[at];
        if (code === delimiter || code === LF || code === CR) {
          if (column === 0) firstEnd = cellEnd;
          const slot = column < width ? slots[column]! : -1;
          if (slot >= 0) {
            const place = slot * RUN_ROWS + rows;
            if (doubled) {
              const made = this.#undouble(cellStart, cellEnd);
              if (made === -1) {
                // No room for the made cell: the run goes first. A cell larger than all the room is nobody's common case.
                broken = rows === 0 ? 'irregular' : 'full';
                break;
              }
              starts[place] = made;
              ends[place] = this.#made;
            } else {
              starts[place] = cellStart;
              ends[place] = cellEnd;
            }
          }
          column++;
          if (code === delimiter) {
            at++;
            mark++;
            continue;
          }
        }
        let length = 1;
        if (code === CR) {
          const next = at + 1 < end ? bytes[at + 1] : -1;
          const afterNext = at + 2 < end ? bytes[at + 2] : -1;
          length = next === LF ? 2 : next === CR && afterNext === LF ? 3 : 0;
          if (length === 0 && (next === -1 || (next === CR && afterNext === -1))) broken = 'more';
        }
        // A CR within a line, a quote within a cell.
        if (broken === null && (length === 0 || code === QUOTE)) broken = 'irregular';
        if (broken !== null) break;
        at += length;
        mark += length;
        lineEnds++;
        break;
      }
      if (broken !== null) {
        stop = broken;
        at = recordStart;
        mark = recordMark;
        this.recordEnd = -1;
        break;
      }
      if (column === 1 && firstEnd === recordStart) {
        line += lineEnds; // a blank line
        continue;
      }
      if (column < this.#least || column > width || !this.#begins(recordStart, { firstEnd, end: at })) {
        this.recordEnd = at;
        this.recordLineEnds = lineEnds;
        this.#recordMark = mark;
        stop = 'irregular';
        at = recordStart;
        mark = recordMark;
        break;
      }
      for (; column < width; column++) {
        const slot = slots[column]!;
        if (slot < 0) continue;
        starts[slot * RUN_ROWS + rows] = 0;
        ends[slot * RUN_ROWS + rows] = 0;
      }
      this.#lines[rows] = line;
      line += lineEnds;
      rows++;
    }
    this.#rows = rows;
    this.#mark = mark;
    this.at = at;
    this.line = line;
    return stop;
  }

  /** True for a record that begins like a row. */
  #begins(recordStart: number, { firstEnd, end }: { readonly firstEnd: number; readonly end: number }): boolean {
    const { bytes } = this;
    const start = bytes[recordStart] === QUOTE ? recordStart + 1 : recordStart;
    if (bytes[start]! >= 48 && bytes[start]! <= 57) return true;
    const text = bytes.toString('utf8', start, firstEnd);
    return this.#isOrdinary(text) && (text.trim() !== '' || holdsText(bytes.subarray(recordStart, end), this.#delimiter));
  }

  /** Where the cell lies without its doubled quotes, -1 where there is no room for it; it ends at `#made`. */
  #undouble(from: number, to: number): number {
    const start = this.#made;
    if (start + to - from > this.bytes.length) return -1;
    this.#made = undouble(this.bytes, { from, to, start });
    return start;
  }
}
