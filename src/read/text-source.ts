import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { ByteRange, ByteSource } from './byte-source.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import type { OpenOptions, ReadProgress } from './reading.ts';
import { undecodableIn } from './undecodable.ts';

/** The text of one input, its byte order mark taken off (also one that was decoded twice). */
export interface TextSource {
  readonly path: string;
  /** See `ByteSource`. */
  readonly location: string | null;
  readonly encoding: Encoding;
  readonly head: string;
  /** True when `head` is all of it. */
  readonly whole: boolean;
  readonly totalBytes: number | null;
  readonly repeatable: boolean;
  /** Characters that the bytes did not give, read as U+FFFD, in the last pass. */
  undecodable(): number;
  /** One pass over the text. `records` tells the progress how far the reader is. */
  chunks(records: () => number): AsyncIterable<string>;
  /** The same as bytes of UTF-8, the mark taken off; `null` for other encodings. They are not looked at: some may be no UTF-8. */
  readonly utf8: Utf8Chunks | null;
}

/** A range may be asked for where there is a `location`. */
export type Utf8Chunks = (records: () => number, range?: ByteRange) => AsyncIterable<Buffer>;

export async function openText(bytes: ByteSource, options: OpenOptions): Promise<TextSource> {
  const encoding = await detectEncoding(bytes, { forced: options.encoding, mayGuess: options.mayGuessEncoding === true });
  const decoder = await makeDecoder(encoding.name);
  const head = withoutMark(bytes.whole ? decoder.write(bytes.head) + decoder.end() : decoder.write(bytes.head));
  let undecodable = 0;
  async function* chunks(records: () => number): AsyncGenerator<string> {
    const { write, end } = await makeDecoder(encoding.name);
    undecodable = 0;
    let started = false;
    for await (const chunk of bytes.chunks()) {
      const text = write(chunk);
      if (encoding.name === 'utf-8' && !isUtf8(chunk)) undecodable += undecodableIn(text, chunk);
      yield started ? text : withoutMark(text);
      started ||= text.length > 0;
      report(options.onProgress, bytes, records(), undefined);
    }
    const rest = end();
    undecodable += undecodableIn(rest, Buffer.alloc(0));
    if (rest !== '') yield rest;
  }
  async function* utf8(records: () => number, range: ByteRange = { from: 0 }): AsyncGenerator<Buffer> {
    let started = range.from > 0;
    for await (const chunk of bytes.chunks(range)) {
      // No chunk but an empty one is shorter than a mark: the first is the head.
      yield started ? chunk : chunk.subarray(markLength(chunk));
      started ||= chunk.length > 0;
      report(options.onProgress, bytes, records(), range.to);
    }
  }
  const { path, location, whole, totalBytes, repeatable } = bytes;
  return {
    path,
    location,
    encoding,
    head,
    whole,
    totalBytes,
    repeatable,
    undecodable: () => undecodable,
    chunks,
    utf8: encoding.name === 'utf-8' ? utf8 : null,
  };
}

/** `until`: where somebody else goes on, who will be done by then. */
function report(onProgress: ReadProgress | undefined, bytes: ByteSource, records: number, until: number | undefined): void {
  onProgress?.({ path: bytes.path, records, bytes: bytes.bytesRead(), totalBytes: until ?? bytes.totalBytes });
}

function markLength(chunk: Buffer): number {
  const start = chunk.toString('utf8', 0, 6);
  return Buffer.byteLength(start.slice(0, start.length - withoutMark(start).length));
}

/** `ï»¿` is the mark of UTF-8 read as windows-1252 and written as UTF-8 again (Salesforce). */
function withoutMark(text: string): string {
  if (text.startsWith('\uFEFF')) return text.slice(1);
  return text.startsWith('ï»¿') ? text.slice(3) : text;
}

interface Decoder {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
}

/** iconv-lite, because Node 20 decodes windows-1252 as if it were Latin 1. */
async function makeDecoder(encoding: string): Promise<Decoder> {
  if (encoding === 'utf-8' || encoding === 'utf-16le') {
    const decoder = new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le');
    return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() };
  }
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(encoding);
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
}
