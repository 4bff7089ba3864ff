import { isAscii, isUtf8 } from 'node:buffer';
import { undecodableIn } from '../undecodable.ts';
import type { CsvRecords } from '../csv-records.ts';
import type { RecordRun } from '../reading.ts';
import type { RunScannerOptions } from './run-options.ts';
import { RunScanner } from './run-scanner.ts';

const LF = 10;
/** Text that the strict reader gets around a broken record before the scanner tries again. */
const ISLAND_BYTES = 4 * 1024;
/** So many irregular records within one buffer, and the strict reader takes all of it. */
const MANY_IRREGULAR = 64;

export interface ReadRunsOptions extends RunScannerOptions {
  /** The strict reader for everything irregular. */
  readonly records: CsvRecords;
  /** Lines up to this one are the strict reader's: what stands above the table, its header. */
  readonly strictUntil: number;
  /** Line on which the bytes begin. */
  readonly firstLine: number;
  readonly takeRun: (run: RecordRun) => void;
}

/**
 * Reads CSV from bytes of UTF-8 in two ways that take turns: the scanner finds the cells of plainly regular records,
 * and `CsvRecords`, which csv-parse stands behind, gets everything else, with the same lines and in the same order.
 */
export class RunReader {
  /** Characters that the bytes did not give. */
  undecodable = 0;
  readonly #scanner: RunScanner;
  readonly #records: CsvRecords;
  readonly #strictUntil: number;
  readonly #takeRun: (run: RecordRun) => void;
  /** True while the strict reader holds text whose end has not come yet. */
  #strict = true;
  /** Bytes of the text that it gets at once: line by line as long as all is above the rows. */
  #island = 0;
  /** Characters that it got since it took over. */
  #given = 0;

  constructor(options: ReadRunsOptions) {
    this.#scanner = new RunScanner(options);
    this.#scanner.line = options.firstLine;
    this.#records = options.records;
    this.#strictUntil = options.strictUntil;
    this.#takeRun = options.takeRun;
  }

  /** Where all records so far have ended: the line on which the next one begins; `null` within a record. */
  get nextLine(): number | null {
    const { line, discarding, held } = this.#records;
    if (this.#scanner.length > 0 || (this.#strict && (discarding || held !== ''))) return null;
    return this.#strict && this.#given > 0 ? line : this.#scanner.line;
  }

  push(chunk: Buffer): void {
    const scanner = this.#scanner;
    for (let at = 0; at < chunk.length;) {
      const taken = Math.min(chunk.length - at, scanner.capacity - scanner.length);
      chunk.copy(scanner.bytes, scanner.length, at, at + taken);
      at += taken;
      scanner.length += taken;
      this.#read();
    }
  }

  /** Nothing follows: what is left is the strict reader's, for it knows what an end may look like. */
  end(): void {
    this.#strictly(this.#scanner.length);
    this.#records.end();
  }

  /** Reads what is in the buffer and moves the rest of it to the front. */
  #read(): void {
    const scanner = this.#scanner;
    const { bytes } = scanner;
    const lastLine = bytes.lastIndexOf(LF, scanner.length - 1) + 1;
    const lines = bytes.subarray(0, lastLine);
    if (isAscii(lines) || isUtf8(lines)) this.#alternate(lastLine);
    else this.#strictly(lastLine);
    // A record that fills the buffer.
    if (scanner.at === 0 && scanner.length === scanner.capacity)
      this.#strictly(lastLine > 0 ? lastLine : wholeCharacters(scanner.bytes, scanner.length));
    // Taking a run may have moved the bytes.
    scanner.bytes.copyWithin(0, scanner.at, scanner.length);
    scanner.length -= scanner.at;
    scanner.at = 0;
  }

  #alternate(lastLine: number): void {
    const scanner = this.#scanner;
    let irregular = 0;
    scanner.search();
    for (;;) {
      while (this.#strict) {
        const to = this.#lineAfter(scanner.at + this.#island, lastLine);
        if (to <= scanner.at) return;
        this.#strictly(to);
        this.#tryScanner();
      }
      const stop = scanner.scan();
      this.#flush();
      if (stop === 'more') return;
      if (stop === 'full') continue;
      irregular++;
      if (irregular > MANY_IRREGULAR && lastLine > scanner.at) this.#strictly(lastLine);
      else if (scanner.recordEnd === -1) this.#strict = true;
      else this.#strictRecord();
      if (scanner.at >= lastLine) return this.#tryScanner();
    }
  }

  /** The start of the first line at or after `at`, at most `lastLine`. */
  #lineAfter(at: number, lastLine: number): number {
    if (at >= lastLine) return lastLine;
    const end = this.#scanner.bytes.indexOf(LF, at) + 1;
    return end === 0 || end > lastLine ? lastLine : end;
  }

  /** Gives one whole but irregular record to the strict reader. */
  #strictRecord(): void {
    const scanner = this.#scanner;
    const records = this.#records;
    const text = scanner.bytes.toString('utf8', scanner.at, scanner.recordEnd);
    records.line = scanner.line;
    scanner.skipRecord();
    records.push(text);
    if (records.held === '' && !records.discarding) return;
    this.#strict = true;
    this.#given = text.length;
    this.#tryScanner();
  }

  /** Gives the text up to `to`, where a line ends, to the strict reader. */
  #strictly(to: number): void {
    this.#flush();
    const scanner = this.#scanner;
    if (this.#given === 0 && !this.#records.discarding) this.#records.line = scanner.line;
    this.#strict = true;
    const slice = scanner.bytes.subarray(scanner.at, to);
    const text = scanner.bytes.toString('utf8', scanner.at, to);
    if (!isAscii(slice) && !isUtf8(slice)) this.undecodable += undecodableIn(text, slice);
    this.#given += text.length;
    scanner.at = to;
    this.#records.push(text);
  }

  /** Goes on with the scanner where the strict reader waits for more text, if that is in the buffer and it has got on at all. */
  #tryScanner(): void {
    const scanner = this.#scanner;
    const records = this.#records;
    const { held } = records;
    if (
      this.#given === 0 ||
      records.discarding ||
      records.line <= this.#strictUntil ||
      (held.length >= this.#given && held !== '') ||
      held.includes('\uFFFD')
    )
      return;
    const at = scanner.at - Buffer.byteLength(held);
    if (at < 0) return;
    records.release();
    scanner.line = records.line;
    scanner.at = at;
    this.#strict = false;
    this.#island = ISLAND_BYTES;
    this.#given = 0;
  }

  #flush(): void {
    const run = this.#scanner.takeRun();
    if (run !== null) this.#takeRun(run);
  }
}

/** Where the last whole character of a full buffer ends. */
function wholeCharacters(bytes: Buffer, length: number): number {
  let at = length;
  for (let back = 1; back <= 4; back++) {
    const code = bytes[at - back]!;
    if (code < 0x80) break;
    if (code >= 0xc0) {
      at -= back;
      break;
    }
  }
  return at;
}
