import { openBytes, readError } from './byte-source.ts';
import { openCsv } from './csv-input.ts';
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
    if (format === 'csv') return openCsv(source, options);
    if (looksLikeNdjson(source.head, source.whole)) return openNdjson(source);
    return openJsonDocument(source, await allText(source));
  } catch (error) {
    throw readError(error, file.path);
  }
}

async function allText(source: TextSource): Promise<string> {
  if (source.whole) return source.head;
  const chunks: string[] = [];
  for await (const chunk of source.chunks(() => 0)) chunks.push(chunk);
  return chunks.join('');
}
