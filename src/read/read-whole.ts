import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** Larger than any report of ours. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A text file as it is, for what we wrote ourselves (stored reports). @throws UserError `unreadable-file`. */
export async function readWhole(path: string, cwd: string): Promise<string> {
  const location = resolve(cwd, path);
  try {
    const found = await stat(location);
    if (found.isDirectory()) throw new UserError('unreadable-file', `cannot read ${path}: it is a folder`, { file: path });
    if (found.size > MOST_BYTES)
      throw new UserError('unreadable-file', `cannot read ${path}: it is too large for a report`, { file: path });
    return await readFile(location, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UserError('unreadable-file', `cannot read ${path}: ${REASONS.get(code) ?? (code === '' ? 'unknown reason' : code)}`, {
      file: path,
    });
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'permission denied'],
  ['ENOTDIR', 'a part of its path is not a folder'],
]);
