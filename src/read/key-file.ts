import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** A shorter key could be guessed, and with it every id. */
const LEAST_BYTES = 16;
/** No key is longer; a device such as /dev/zero never ends. */
const MOST_BYTES = 4096;
const HINT = 'make one with: openssl rand -hex 32 > key';

/** The bytes of a key file; a line end behind them does not count, so that `openssl rand -hex 32 > key` makes one. @throws UserError `bad-key`. */
export async function readKeyFile(path: string, cwd: string): Promise<Uint8Array> {
  const refuse = (problem: string): UserError => new UserError('bad-key', problem, { file: path, hint: HINT });
  const bytes = await readStart(resolve(cwd, path)).catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code === 'ENOENT' ? 'there is no such key file' : 'the key file cannot be read');
  });
  if (bytes.length > MOST_BYTES) throw refuse(`the file is longer than ${MOST_BYTES} bytes: it is no key`);
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  if (end < LEAST_BYTES) throw refuse(`the key is shorter than ${LEAST_BYTES} bytes`);
  return bytes.subarray(0, end);
}

/** No more than one byte beyond what a key may have. */
async function readStart(location: string): Promise<Uint8Array> {
  const file = await open(location, 'r');
  try {
    const buffer = new Uint8Array(MOST_BYTES + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}
