import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** A shorter key could be guessed, and with it every id. */
const LEAST_BYTES = 16;

/** The bytes of a key file; a line end behind them does not count, so that `openssl rand -hex 32 > key` makes one. @throws UserError `bad-key`. */
export async function readKeyFile(path: string, cwd: string): Promise<Uint8Array> {
  const bytes = await readFile(resolve(cwd, path)).catch((error: NodeJS.ErrnoException) => {
    throw new UserError('bad-key', error.code === 'ENOENT' ? 'there is no such key file' : 'the key file cannot be read', {
      file: path,
      hint: HINT,
    });
  });
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  if (end < LEAST_BYTES) throw new UserError('bad-key', `the key is shorter than ${LEAST_BYTES} bytes`, { file: path, hint: HINT });
  return bytes.subarray(0, end);
}

const HINT = 'make one with: openssl rand -hex 32 > key';
