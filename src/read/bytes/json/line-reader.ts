import { undecodableIn } from '../../undecodable.ts';
import { isAscii, isUtf8 } from 'node:buffer';
import { IDENTITY } from '../../json-envelope.ts';
import type { ViewSink } from '../../reading.ts';
import { firstFrom } from '../cell-bytes.ts';
import { ByteRecord } from './byte-record.ts';
import { JsonBuffer } from './json-buffer.ts';
import { LF } from './json-codes.ts';
import { LongLine } from './long-line.ts';
import type { Member } from './member-set.ts';
import { ESCAPED_TEXT, NUMBER, OBJECT, ODD_NUMBER, TEXT } from './record-shape.ts';
import { RecordScanner } from './record-scanner.ts';

const USUAL_CAPACITY = 256 * 1024;

export interface LineTaker {
  /** Takes a line as text, and its number. */
  readonly take: (text: string, line: number) => void;
  /** Takes the number of a line that is too long. */
  readonly skip: (line: number) => void;
}

export interface LineReaderOptions {
  readonly views: ViewSink;
  /** Takes whatever is not plainly one record. */
  readonly lines: LineTaker;
  readonly capacity?: number;
}

/** Reads NDJSON from bytes of UTF-8, a line at a time. */
export class LineReader {
  /** Characters that the bytes did not give. */
  undecodable = 0;
  /** Records handed on as views. */
  records = 0;
  /** Lines so far. */
  lines = 0;
  readonly #options: LineReaderOptions;
  readonly #buffer: JsonBuffer;
  readonly #scanner: RecordScanner;
  readonly #capacity: number;
  #length = 0;
  readonly #identity: readonly Member[];
  readonly #source: Member;
  /** A line that is larger than the buffer. */
  #long: LongLine | null = null;

  constructor(options: LineReaderOptions) {
    this.#options = options;
    this.#capacity = options.capacity ?? USUAL_CAPACITY;
    // A last line may lack its end.
    this.#buffer = new JsonBuffer(this.#capacity + 1);
    this.#scanner = new RecordScanner(this.#buffer);
    this.#identity = IDENTITY.map((name) => this.#scanner.root.want(name));
    this.#source = this.#scanner.root.want('_source');
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      if (this.#long !== null) {
        at = this.#pushLong(chunk, at);
        continue;
      }
      const taken = Math.min(chunk.length - at, this.#capacity - this.#length);
      chunk.copy(this.#buffer.bytes, this.#length, at, at + taken);
      at += taken;
      this.#length += taken;
      this.#read();
    }
  }

  end(): void {
    if (this.#long !== null) this.#finishLong();
    else if (this.#length > 0) {
      this.#buffer.bytes[this.#length++] = LF;
      this.#read();
    }
  }

  /** Reads the whole lines in the buffer and moves the rest to its front. */
  #read(): void {
    const { bytes } = this.#buffer;
    const end = bytes.lastIndexOf(LF, this.#length - 1) + 1;
    if (end === 0 && this.#length < this.#capacity) return;
    if (end === 0) {
      this.#long = new LongLine();
      this.#long.add(bytes.subarray(0, this.#length));
      this.#length = 0;
      return;
    }
    this.#readLines(end);
    this.#buffer.bytes.copyWithin(0, end, this.#length);
    this.#length -= end;
  }

  #readLines(end: number): void {
    const scanner = this.#scanner;
    const lines = this.#buffer.bytes.subarray(0, end);
    const isSound = isAscii(lines) || isUtf8(lines);
    const marks = this.#buffer.findMarks(this.#length);
    scanner.mark = 0;
    for (let at = 0; at < end;) {
      scanner.at = at;
      if (isSound) {
        const goesOn = scanner.records(end);
        this.#takeRecords();
        at = scanner.at;
        if (goesOn) continue;
      }
      this.lines++;
      at = this.#takeLine(at, isSound);
      scanner.mark = firstFrom(this.#buffer.marks, marks, at);
    }
  }

  #takeRecords(): void {
    const { root } = this.#scanner;
    const { views } = this.#options;
    for (let index = 0; index < root.count; index++) {
      this.lines++;
      const base = index * root.width;
      if (this.#isRecord(base)) {
        views.record(new ByteRecord(root, index), this.lines);
        this.records++;
      } else this.#takeLine(root.starts[base]!, true);
    }
    views.flush();
  }

  /** Hands on the line at `at` as text; gives the start of the next. */
  #takeLine(at: number, isSound: boolean): number {
    const { bytes } = this.#buffer;
    const lineEnd = bytes.indexOf(LF, at);
    const text = bytes.toString('utf8', at, lineEnd);
    const line = bytes.subarray(at, lineEnd);
    if (!isSound && !isUtf8(line)) this.undecodable += undecodableIn(text, line);
    this.#options.lines.take(text, this.lines);
    return lineEnd + 1;
  }

  /** Whether what was scanned is a record of the main list as it stands, no envelope. */
  #isRecord(base: number): boolean {
    const { kinds } = this.#scanner.root;
    if (kinds[base + this.#source.slot] === OBJECT) return false;
    for (const { slot } of this.#identity) {
      const kind = kinds[base + slot];
      if (kind === NUMBER || kind === TEXT || kind === ODD_NUMBER || kind === ESCAPED_TEXT) return true;
    }
    return false;
  }

  #pushLong(chunk: Buffer, at: number): number {
    const lineEnd = chunk.indexOf(LF, at);
    this.#long!.add(chunk.subarray(at, lineEnd === -1 ? chunk.length : lineEnd));
    if (lineEnd === -1) return chunk.length;
    this.#finishLong();
    return lineEnd + 1;
  }

  #finishLong(): void {
    this.lines++;
    const text = this.#long!.text();
    this.undecodable += this.#long!.undecodable;
    this.#long = null;
    if (text === null) this.#options.lines.skip(this.lines);
    else this.#options.lines.take(text, this.lines);
  }
}
