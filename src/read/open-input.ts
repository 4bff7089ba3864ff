import { UserError } from '../model/user-error.ts';
import { openBytes, readError } from './byte-source.ts';
import type { InputFile } from './input-file.ts';
import { openJsonDocument } from './json-input.ts';
import { looksLikeNdjson, openNdjson } from './ndjson-input.ts';
import type { OpenedInput, OpenOptions } from './reading.ts';
import { refuseBinary, sniffText } from './sniff-format.ts';
import { openText, type TextSource } from './text-source.ts';

/**
 * Opens one input: unpacks it if it is gzip, finds its encoding and format from its content, and shows its head.
 * Throws a `UserError` with the path for anything that cannot be read as records.
 */
export async function openInput(file: InputFile, options: OpenOptions): Promise<OpenedInput> {
  try {
    const bytes = await openBytes(file, options.stdin);
    refuseBinary(bytes.head, file.path);
    const source = await openText(bytes, options);
    const format = sniffText(source.head, { path: file.path, whole: source.whole });
    if (format === 'csv') return (await import('./csv-input.ts')).openCsv(source, options);
    if (format === 'spreadsheet-xml') return (await import('./spreadsheet-input.ts')).openSpreadsheet(source, options);
    if (looksLikeNdjson(source.head, source.whole)) return openNdjson(source);
    return await openJson(source);
  } catch (error) {
    throw readError(error, file.path);
  }
}

/** Characters of JSON that are parsed as a whole: a document of this size is some 200 MB of objects. */
const WHOLE_JSON_CHARACTERS = 32 * 1024 * 1024;
/** Strings end here; what comes through a pipe cannot be read twice, and so is held. */
const LONGEST_TEXT = 500_000_000;

async function openJson(source: TextSource): Promise<OpenedInput> {
  if (source.whole) return openJsonDocument(source, source.head);
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of source.chunks(() => 0)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > WHOLE_JSON_CHARACTERS && source.repeatable) return (await import('./json-stream.ts')).openLargeJson(source);
    if (length > LONGEST_TEXT) {
      throw new UserError('too-large', 'more than 500 million characters of JSON came through the pipe', {
        file: source.path,
        hint: 'Save it as a file and name that: a file is read piece by piece.',
      });
    }
  }
  return openJsonDocument(source, chunks.join(''));
}
