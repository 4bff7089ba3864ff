import { UserError } from '../../model/user-error.ts';
import type { OutputStream } from '../io.ts';

/**
 * Writes to standard output and waits until it is out. A reader that has gone (`| head`) is no error: what it wanted it has.
 * @throws UserError `output-failed` where the system refuses (a full disk behind `>`).
 */
export async function writeOut(stdout: OutputStream, text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => stdout.write(text, resolve));
  if (!error || isBrokenPipe(error)) return;
  throw new UserError('output-failed', `cannot write to standard output: ${systemReason(error)}`);
}

function isBrokenPipe(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}

/** The system's name of an error (`ENOSPC`), if it has one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space left on the device'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['EISDIR', 'it is a folder'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many open files'],
  ['ELOOP', 'too many symbolic links'],
  ['EBUSY', 'it is in use'],
  ['EIO', 'the device failed'],
]);

/** In words, without the path that Node puts into its own message. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  return (code && REASONS.get(code)) ?? code ?? 'unknown reason';
}
