import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { readError } from './byte-source.ts';
import { type InputFile, STDIN_PATH } from './input-file.ts';

const DATA_FILE = /\.(csv|tsv|txt|json|ndjson|jsonl|xls)(\.gz)?$/i;
const CONFIG_FILE = /^happiness\.config\.|^(package|package-lock|tsconfig)\.json$/i;

/**
 * Files from what the user wrote: files as they are, the data files of a folder (its own, by name), globs, and `-`.
 * A path that exists is taken literally even if it could be a pattern. Each file is given once, where it is first named.
 */
export async function findInputs(paths: readonly string[], options: { readonly cwd: string }): Promise<readonly InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await expand(path, options.cwd)) if (!found.has(file.location)) found.set(file.location, file);
  }
  return [...found.values()];
}

async function expand(path: string, cwd: string): Promise<readonly InputFile[]> {
  if (path === STDIN_PATH) return [{ path, location: path }];
  const location = resolve(cwd, path);
  try {
    const info = await stat(location);
    return info.isDirectory() ? await folder(path, location) : [{ path, location }];
  } catch (error) {
    const mended = readError(error, path);
    if (!(mended instanceof UserError) || mended.code !== 'missing-file' || !/[*?[\]{}!]/.test(path)) throw mended;
  }
  const { glob } = await import('tinyglobby');
  const matches = await glob(path, { cwd, onlyFiles: true, expandDirectories: false, dot: false });
  const files = matches.filter((match) => !CONFIG_FILE.test(basename(match))).sort(byName);
  if (files.length === 0)
    throw new UserError('no-input', 'no file matches this pattern', {
      file: path,
      hint: 'Patterns are relative to the current folder; ** matches folders within folders.',
    });
  return files.map((match) => ({ path: match, location: resolve(cwd, match) }));
}

async function folder(path: string, location: string): Promise<readonly InputFile[]> {
  const entries = await readdir(location, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && DATA_FILE.test(entry.name) && !CONFIG_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort(byName);
  if (names.length === 0) {
    throw new UserError('no-input', 'the folder holds no data files', {
      file: path,
      hint: 'Data files end in .csv, .tsv, .txt, .json, .ndjson, .jsonl or .xls, each also with .gz. Folders within it are not searched: use a pattern such as "exports/**/*.csv".',
    });
  }
  return names.map((name) => ({ path: join(path, name), location: join(location, name) }));
}

/** By code unit: the same order in every locale. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
