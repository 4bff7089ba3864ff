import { constants } from 'node:fs';
import { access, appendFile, open, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { refuseForeign } from './foreign-files.ts';
import { systemCode, systemReason } from '../terminal/write-out.ts';
import { writePipe } from './write-pipe.ts';

/** A file to write: as the user named it, and where it is (absolute). */
export interface OutputFile {
  readonly path: string;
  readonly location: string;
}

/**
 * Says before the long read what would otherwise be said after it.
 * @throws UserError `output-failed` where the path is a folder, its folder is missing, or writing is not allowed; `foreign-output` for files of other programs.
 */
export async function checkWritable({ path, location }: OutputFile): Promise<void> {
  refuseForeign(path);
  const folder = dirname(location);
  try {
    const found = await statOrNull(location);
    if (found?.isDirectory())
      throw new UserError('output-is-folder', `cannot write ${path}: it is a folder`, {
        hint: `name a file in it: ${join(path, 'report.md')}`,
      });
    // A file is replaced by renaming, for which its folder must be writable.
    if (found === null || found.isFile()) await access(folder, constants.W_OK);
    if (found !== null) await access(location, constants.W_OK);
    if (found === null && !(await stat(folder)).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  } catch (error) {
    throw error instanceof UserError ? error : cannotWrite(path, error);
  }
}

/**
 * The old file or the whole new one, never half: a temporary file beside it, synced, then renamed. Its mode is kept.
 * Devices and pipes (`/dev/null`, a FIFO) are written to as they are: replacing one by a file would be a disaster.
 */
export async function writeWhole({ path, location }: OutputFile, text: string): Promise<void> {
  try {
    const found = await statOrNull(location);
    if (found === null || found.isFile()) {
      const { default: writeFileAtomic } = await import('write-file-atomic');
      await writeFileAtomic(location, text);
      return;
    }
    if (found.isFIFO()) {
      await writePipe(location, text);
      return;
    }
    const handle = await open(location, 'w');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** Writes a file that is not there yet. @throws UserError `output-exists` where one is, `output-failed`. */
export async function writeNew({ path, location }: OutputFile, text: string): Promise<void> {
  try {
    await writeFile(location, text, { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw cannotWrite(path, error);
    throw new UserError('output-exists', `${path} exists already and is left as it is`, {
      file: path,
      hint: 'name another file, or take it away first',
    });
  }
}

/** Adds to what the file holds, which may be nothing. @throws UserError `output-failed`. */
export async function append({ path, location }: OutputFile, text: string): Promise<void> {
  try {
    await appendFile(location, text);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** Bytes that the file holds; 0 where there is none. */
export async function sizeOf({ location }: OutputFile): Promise<number> {
  return Number((await statOrNull(location))?.size ?? 0);
}

/** The file behind all links, also for a file that is not there yet: two names of one file compare equal. */
export async function trueName(location: string): Promise<string> {
  try {
    return await realpath(location);
  } catch {
    // Not there yet: its folder decides.
    const folder = dirname(location);
    return join(await realpath(folder).catch(() => folder), basename(location));
  }
}

async function statOrNull(location: string): Promise<Awaited<ReturnType<typeof stat>> | null> {
  try {
    return await stat(location);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function cannotWrite(path: string, error: unknown): UserError {
  const code = systemCode(error);
  const hint = code === 'ENOENT' ? `make the folder first: ${dirname(path)}` : undefined;
  return new UserError('output-failed', `cannot write ${path}: ${systemReason(error)}`, { file: path, hint });
}
