import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../model/user-error.ts';
import { type InputFile, STDIN_PATH } from './input-file.ts';
import { openPipe } from './open-pipe.ts';

/** The decompressed bytes of one input, whose head can be looked at before anything is read. */
export interface ByteSource {
  readonly path: string;
  /** Of a file that holds the bytes as they are: where it can be opened again. */
  readonly location: string | null;
  /** The first bytes, up to `HEAD_BYTES`; all of them when `whole`. */
  readonly head: Buffer;
  readonly whole: boolean;
  /** Bytes on disk, before decompression; `null` for a stream. */
  readonly totalBytes: number | null;
  /** Only files can be read more than once; a stream gives its bytes once. */
  readonly repeatable: boolean;
  /** Bytes taken from disk so far in the running pass. */
  bytesRead(): number;
  /** A chunk is good until the next is asked for. A range may be asked for where there is a `location`. */
  chunks(range?: ByteRange): AsyncIterable<Buffer>;
}

/** Up to the byte before `to`, to the end without it. */
export interface ByteRange {
  readonly from: number;
  readonly to?: number;
}

const HEAD_BYTES = 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;
const CHUNKS_AT_A_STRETCH = 16;
const MAX_UNPACKED_FREELY = 256 * 1024 * 1024;
const MAX_RATIO = 200;

/** Opens a file, a pipe or standard input. Gzip is recognised by its first bytes. */
export async function openBytes(file: InputFile, stdin: NodeJS.ReadableStream | undefined): Promise<ByteSource> {
  if (file.path === STDIN_PATH) {
    if (stdin === undefined)
      throw new UserError('no-input', 'there is no standard input to read', {
        file: file.path,
        hint: 'Pipe a file into the command, or name one.',
      });
    return streamSource(file.path, stdin as AsyncIterable<Buffer | string>);
  }
  try {
    const info = statSync(file.location);
    if (info.isDirectory()) throw new UserError('not-a-file', 'is a folder, not a file', { file: file.path });
    if (info.isFIFO()) return await streamSource(file.path, await openPipe(file.location));
    if (!info.isFile()) return await streamSource(file.path, createReadStream(file.location, { highWaterMark: CHUNK_BYTES }));
    return await fileSource(file, info.size);
  } catch (error) {
    throw readError(error, file.path);
  }
}

async function fileSource(file: InputFile, size: number): Promise<ByteSource> {
  let read = 0;
  const first = bytesAt(file.location, 0, Math.min(size, 4));
  async function* chunks(range: ByteRange = { from: 0 }): AsyncGenerator<Buffer> {
    read = range.from;
    try {
      const count = (bytes: number): void => {
        read += bytes;
      };
      if (isGzip(first)) yield* gunzip(counted(createReadStream(file.location, { highWaterMark: CHUNK_BYTES }), count), file.path);
      else yield* counted(inChunks(file.location, range), count);
    } catch (error) {
      throw readError(error, file.path);
    }
  }
  const head: Buffer[] = [];
  let length = 0;
  let whole = true;
  for await (const chunk of chunks()) {
    if (length >= HEAD_BYTES) {
      whole = false;
      break;
    }
    head.push(Buffer.from(chunk));
    length += chunk.length;
  }
  const location = isGzip(first) ? null : file.location;
  return { path: file.path, location, head: Buffer.concat(head), whole, totalBytes: size, repeatable: true, bytesRead: () => read, chunks };
}

/**
 * The bytes of a file in one buffer, over and over. The file's cache gives a chunk sooner than another thread could be asked for it; every few chunks
 * whatever else waits gets its turn (an interrupt, a spinner).
 */
export async function* inChunks(location: string, { from, to = Infinity }: ByteRange): AsyncGenerator<Buffer> {
  const file = openSync(location, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    for (let turn = 1, at = from; ; turn++) {
      const count = readSync(file, buffer, 0, Math.min(CHUNK_BYTES, to - at), at);
      if (count === 0) return;
      at += count;
      yield buffer.subarray(0, count);
      if (turn % CHUNKS_AT_A_STRETCH === 0) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/** The head is held and given again before the rest. */
async function streamSource(path: string, stream: AsyncIterable<Buffer | string>): Promise<ByteSource> {
  let read = 0;
  const raw = counted(stream, (bytes) => {
    read += bytes;
  })[Symbol.asyncIterator]();
  const start: Buffer[] = [];
  let started = 0;
  let source: AsyncIterator<Buffer> = raw;
  try {
    while (started < 2) {
      const { value, done } = await raw.next();
      if (done === true) break;
      start.push(value);
      started += value.length;
    }
    if (isGzip(Buffer.concat(start))) source = gunzip(resume(start.splice(0), raw), path)[Symbol.asyncIterator]();
    let length = start.reduce((sum, chunk) => sum + chunk.length, 0);
    let whole = false;
    while (length < HEAD_BYTES) {
      const { value, done } = await source.next();
      if (done === true) {
        whole = true;
        break;
      }
      start.push(value);
      length += value.length;
    }
    const head = Buffer.concat(start);
    let taken = false;
    async function* chunks(): AsyncGenerator<Buffer> {
      if (taken) throw new Error(`${path} can be read only once`);
      taken = true;
      try {
        yield* resume([head], source);
      } catch (error) {
        throw readError(error, path);
      }
    }
    return { path, location: null, head, whole, totalBytes: null, repeatable: false, bytesRead: () => read, chunks };
  } catch (error) {
    throw readError(error, path);
  }
}

async function* resume(held: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* held;
  for (;;) {
    const { value, done } = await rest.next();
    if (done === true) return;
    yield value;
  }
}

async function* counted(stream: AsyncIterable<Buffer | string>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    count(bytes.length);
    yield bytes;
  }
}

/** So many bytes of a file, or as many as there are. */
export function bytesAt(location: string, at: number, length: number): Buffer {
  const file = openSync(location, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  } finally {
    closeSync(file);
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks, and stops a file that unpacks to hundreds of times its size. */
async function* gunzip(packed: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let packedBytes = 0;
  let unpackedBytes = 0;
  const unzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const feed = async (): Promise<void> => {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      if (!unzip.write(chunk))
        await new Promise<void>((resolve) => {
          const goOn = (): void => {
            unzip.off('drain', goOn).off('close', goOn);
            resolve();
          };
          unzip.on('drain', goOn).on('close', goOn);
        });
      if (unzip.destroyed) return;
    }
    unzip.end();
  };
  feed().catch((error: unknown) => unzip.destroy(error as Error));
  for await (const chunk of unzip as AsyncIterable<Buffer>) {
    unpackedBytes += chunk.length;
    if (unpackedBytes > MAX_UNPACKED_FREELY && unpackedBytes > packedBytes * MAX_RATIO) {
      throw new UserError('gzip-bomb', `unpacks to more than ${MAX_RATIO} times its size`, {
        file: path,
        hint: 'If the file is what it should be, unpack it first (gunzip).',
      });
    }
    yield chunk;
  }
}

/** What the operating system or zlib says, as a sentence with the path; other errors pass. */
export function readError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const code = 'code' in error ? String(error.code) : '';
  const say = (name: string, message: string, hint?: string): UserError => new UserError(name, message, { file: path, hint });
  if (code === 'ENOENT') return say('missing-file', 'there is no such file');
  if (code === 'EACCES' || code === 'EPERM') return say('not-readable', 'no permission to read it');
  if (code === 'EISDIR') return say('not-a-file', 'is a folder, not a file');
  if (code === 'Z_BUF_ERROR') return say('bad-gzip', 'the gzip file is cut off', 'Copy or download it again.');
  if (code.startsWith('Z_')) return say('bad-gzip', 'the gzip file is damaged', 'Copy or download it again.');
  if (code.startsWith('E') && 'syscall' in error)
    return say('read-failed', `reading failed (${code})`, 'Check the disk or the connection, and try again.');
  return error;
}
