import { bytesAt, inChunks, readError } from './byte-source.ts';
import type { JsonSink, ReadOutcome, RestOfFile, ViewSink } from './reading.ts';
import { RecordLines } from './record-lines.ts';

/** Reads the records from a byte on, where a line begins. Places count from there. */
export async function readRestOfLines(
  { path, location, from }: RestOfFile,
  sink: JsonSink & { readonly views: ViewSink },
): Promise<ReadOutcome> {
  try {
    const lines = new RecordLines(sink);
    for await (const chunk of inChunks(location, { from })) lines.push(chunk);
    return lines.end();
  } catch (error) {
    throw readError(error, path);
  }
}

/** Bytes in which a line should begin. */
const LOOKED_AT = 256 * 1024;
const LF = 10;

/** Where a line begins after a byte of the file; `null` where none does soon. */
export function lineStart(location: string, at: number): number | null {
  const end = bytesAt(location, at, LOOKED_AT).indexOf(LF);
  return end === -1 ? null : at + end + 1;
}
