import type { RecordRun } from '../reading.ts';
import { ByteHeap } from '../../lib/wasm/byte-heap.ts';
import { beginsLikeRow, firstFrom, lineEndLength, undouble } from './cell-bytes.ts';
import type { RunScannerOptions } from './run-options.ts';
import { ScanBuffers } from './scan-buffers.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** Rows that are handed on together: their cells' places should stay in the processor's cache. */
const RUN_ROWS = 512;
const USUAL_CAPACITY = 256 * 1024;
const MADE_BYTES = 64 * 1024;
/** The search for marks may blank so many bytes behind the text. */
const BLANKED = 64;

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
  readonly capacity: number;

  readonly #buffers: ScanBuffers;
  readonly #slots: Int32Array;
  readonly #options: RunScannerOptions;
  #rows = 0;
  /** End of the cells that were made because their quotes were doubled. */
  #made: number;
  /** Marks that were found, where anybody has looked for them. */
  #marks = 0;
  #searched = false;

  constructor(options: RunScannerOptions) {
    const { delimiter, wanted, capacity = USUAL_CAPACITY, plain = false } = options;
    this.capacity = capacity;
    this.#made = capacity + BLANKED;
    let slots = 0;
    this.#slots = Int32Array.from(wanted, (isWanted) => (isWanted ? slots++ : -1));
    const heap = plain ? null : ByteHeap.make();
    this.#buffers = new ScanBuffers({ capacity, slack: BLANKED + MADE_BYTES, delimiter, slots: this.#slots, rows: RUN_ROWS, heap });
    this.#options = options;
  }

  get bytes(): Buffer {
    return this.#buffers.bytes;
  }

  /** To be called when the text in `bytes` has changed. */
  search(): void {
    this.#searched = false;
    // Many bytes are looked at together: nothing behind the text may look like a mark.
    this.bytes.fill(0, this.length, this.length + BLANKED);
  }

  /** Leaves the irregular record behind: somebody else has read it. */
  skipRecord(): void {
    this.at = this.recordEnd;
    this.line += this.recordLineEnds;
  }

  /** The records found since the last call; to be taken before anything else is read. */
  takeRun(): RecordRun | null {
    const rows = this.#rows;
    if (rows === 0) return null;
    this.#rows = 0;
    this.#made = this.capacity + BLANKED;
    return this.#buffers.run(rows);
  }

  /** Reads records until the text ends, the run is full or a record is irregular. */
  scan(): ScanStop {
    if (this.#buffers.heap === undefined) return this.#scanUpTo(RUN_ROWS);
    for (;;) {
      const { at, line, rows, ended } = this.#buffers.scanRecords({ at: this.at, line: this.line, rows: this.#rows }, this.length);
      this.at = at;
      this.line = line;
      this.#rows = rows;
      if (ended) return 'more';
      if (rows === RUN_ROWS) return 'full';
      const stop = this.#scanUpTo(rows + 1);
      if (stop !== 'full' || this.#rows <= rows) return stop;
    }
  }

  /** Any record, until there are so many rows. */
  #scanUpTo(most: number): ScanStop {
    if (!this.#searched) this.#marks = this.#buffers.findMarks(0, this.length);
    this.#searched = true;
    const { bytes, marks, starts, ends, lines } = this.#buffers;
    const slots = this.#slots;
    const width = slots.length;
    const { delimiter, least } = this.#options;
    const end = this.length;
    const count = this.#marks;
    let mark = firstFrom(marks, count, this.at);
    let { at, line } = this;
    let rows = this.#rows;
    let stop: ScanStop = 'full';
    while (rows < most) {
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
        const length = lineEndLength(bytes, at, end);
        if (length === -1) broken = 'more';
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
      if (column < least || column > width || !beginsLikeRow(this.bytes, { start: recordStart, firstEnd, end: at }, this.#options)) {
        this.recordEnd = at;
        this.recordLineEnds = lineEnds;
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
      lines[rows] = line;
      line += lineEnds;
      rows++;
    }
    this.#rows = rows;
    this.at = at;
    this.line = line;
    return stop;
  }

  /** Where the cell lies without its doubled quotes, -1 where there is no room for it; it ends at `#made`. */
  #undouble(from: number, to: number): number {
    const start = this.#made;
    if (start + to - from > this.bytes.length) return -1;
    this.#made = undouble(this.bytes, { from, to, start });
    return start;
  }
}
