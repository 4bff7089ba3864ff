import { isAscii, isUtf8 } from 'node:buffer';
import { IDENTITY } from '../../json-envelope.ts';
import type { ViewSink } from '../../reading.ts';
import { firstFrom } from '../cell-bytes.ts';
import { ByteRecord } from './byte-record.ts';
import { JsonBuffer } from './json-buffer.ts';
import { BLANK, OPEN_OBJECT } from './json-codes.ts';
import { LongLine } from './long-line.ts';
import type { Member } from './member-set.ts';
import { ESCAPED_TEXT, NUMBER, OBJECT, ODD_NUMBER, TEXT } from './record-shape.ts';
import { RecordScanner } from './record-scanner.ts';

const LF = 10;
const CR = 13;
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
  readonly #options: LineReaderOptions;
  readonly #buffer: JsonBuffer;
  readonly #scanner: RecordScanner;
  readonly #capacity: number;
  #length = 0;
  #line = 0;
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
    const { bytes } = this.#scanner;
    for (let at = 0; at < chunk.length;) {
      if (this.#long !== null) {
        at = this.#pushLong(chunk, at);
        continue;
      }
      const taken = Math.min(chunk.length - at, this.#capacity - this.#length);
      chunk.copy(bytes, this.#length, at, at + taken);
      at += taken;
      this.#length += taken;
      this.#read();
    }
  }

  end(): void {
    if (this.#long !== null) this.#finishLong();
    else if (this.#length > 0) {
      this.#scanner.bytes[this.#length++] = LF;
      this.#read();
    }
  }

  /** Reads the whole lines in the buffer and moves the rest to its front. */
  #read(): void {
    const { bytes } = this.#scanner;
    const end = bytes.lastIndexOf(LF, this.#length - 1) + 1;
    if (end === 0 && this.#length < this.#capacity) return;
    if (end === 0) {
      this.#long = new LongLine();
      this.#long.add(bytes.subarray(0, this.#length));
      this.#length = 0;
      return;
    }
    this.#readLines(end);
    this.#options.views.flush();
    bytes.copyWithin(0, end, this.#length);
    this.#length -= end;
  }

  #readLines(end: number): void {
    const scanner = this.#scanner;
    const { bytes } = scanner;
    const lines = bytes.subarray(0, end);
    const isSound = isAscii(lines) || isUtf8(lines);
    const marks = this.#buffer.findMarks(this.#length);
    scanner.mark = 0;
    for (let at = 0; at < end;) {
      this.#line++;
      scanner.at = at;
      const next = isSound && bytes[at] === OPEN_OBJECT && scanner.record() && this.#isRecord() ? this.#nextLine() : -1;
      if (next !== -1) {
        this.#options.views.record(new ByteRecord(scanner.root, 0), this.#line);
        this.records++;
        at = next;
        continue;
      }
      const lineEnd = bytes.indexOf(LF, at);
      const text = bytes.toString('utf8', at, lineEnd);
      if (!isSound && !isUtf8(bytes.subarray(at, lineEnd))) this.undecodable += text.split('\uFFFD').length - 1;
      this.#options.lines.take(text, this.#line);
      at = lineEnd + 1;
      scanner.mark = firstFrom(this.#buffer.marks, marks, at);
    }
  }

  /** Whether what was scanned is a record of the main list as it stands, no envelope. */
  #isRecord(): boolean {
    const { kinds } = this.#scanner.root;
    if (kinds[this.#source.slot] === OBJECT) return false;
    for (const { slot } of this.#identity) {
      const kind = kinds[slot];
      if (kind === NUMBER || kind === TEXT || kind === ODD_NUMBER || kind === ESCAPED_TEXT) return true;
    }
    return false;
  }

  /** The start of the next line where nothing but blanks follows on this one, else -1. */
  #nextLine(): number {
    const scanner = this.#scanner;
    const { bytes } = scanner;
    let { at } = scanner;
    while (bytes[at] === BLANK || bytes[at] === CR) if (bytes[at++] === CR) scanner.mark++;
    if (bytes[at] !== LF) return -1;
    scanner.mark++;
    return at + 1;
  }

  #pushLong(chunk: Buffer, at: number): number {
    const lineEnd = chunk.indexOf(LF, at);
    this.#long!.add(chunk.subarray(at, lineEnd === -1 ? chunk.length : lineEnd));
    if (lineEnd === -1) return chunk.length;
    this.#finishLong();
    return lineEnd + 1;
  }

  #finishLong(): void {
    this.#line++;
    const text = this.#long!.text();
    this.undecodable += this.#long!.undecodable;
    this.#long = null;
    if (text === null) this.#options.lines.skip(this.#line);
    else this.#options.lines.take(text, this.#line);
  }
}
