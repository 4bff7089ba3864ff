import { createReadStream } from 'node:fs';
import { UserError } from '../../model/user-error.ts';

interface TextOptions {
  readonly strict?: boolean;
  /** What to do when it cannot be read. */
  readonly hint?: string | undefined;
}

/**
 * The text of a file that the user or the config names. `file` is its name for people. Without `strict` what is not UTF-8 becomes question marks.
 * @throws UserError
 */
export async function readConfigText(path: string, file: string, { strict = true, hint }: TextOptions = {}): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: strict }).decode(await readStart(path, { file, hint }));
  } catch (error) {
    throw unreadable(error, { file, hint });
  }
}

/** No config and no list of holidays is longer; a device such as /dev/zero never ends. */
const MOST_BYTES = 16 * 1024 * 1024;

async function readStart(path: string, place: { readonly file: string; readonly hint: string | undefined }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // `end` is the last byte that is read: one more than there may be.
  for await (const chunk of createReadStream(path, { end: MOST_BYTES })) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MOST_BYTES) throw new UserError('bad-config', `is longer than ${MOST_BYTES / 1024 / 1024} MiB`, place);
  return bytes;
}

/** What a file system error means for a config. Other errors as they are. */
export function unreadable(error: unknown, named: { readonly file?: string; readonly hint?: string | undefined } = {}): unknown {
  if (!(error instanceof Error)) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const place = { file: named.file ?? path, hint: named.hint };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new UserError('missing-file', 'there is no such file', place);
    case 'EISDIR':
      return new UserError('bad-config', 'is a folder, not a file', place);
    case 'EACCES':
    case 'EPERM':
      return new UserError('unreadable-file', 'may not be read', place);
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return new UserError('bad-config', 'is not UTF-8 text', place);
    default:
      return error;
  }
}
