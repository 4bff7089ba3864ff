import { realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { readError } from './byte-source.ts';
import { type InputFile, STDIN_PATH } from './input-file.ts';

const DATA_FILE = /\.(csv|tsv|txt|json|ndjson|jsonl|xls)(\.gz)?$/i;
const SPREADSHEET = /\.(xlsx|xlsm|xlsb|xls|ods|numbers)$/i;
const CONFIG_FILE = /^happiness\.config\.|^(package|package-lock|tsconfig)\.json$/i;

/** Files of a folder that are not read. */
export interface PassedOver {
  /** The folder as the user wrote it. */
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly reason: string }[];
}

export interface FindOptions {
  readonly cwd: string;
  /** Told once a folder that holds files of other kinds beside its data. */
  readonly onPassedOver?: ((passed: PassedOver) => void) | undefined;
}

/**
 * Files from what the user wrote: files as they are, the data files of a folder (its own, by name), globs, and `-`.
 * A path that exists is taken literally even if it could be a pattern. Each file is given once, where it is first named,
 * whatever links lead to it (`latest.csv -> 2025-10.csv`): rows without ids would count twice, and nobody would know.
 */
export async function findInputs(paths: readonly string[], options: FindOptions): Promise<readonly InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await expand(path, options)) {
      const place = trueLocation(file);
      if (!found.has(place)) found.set(place, file);
    }
  }
  return [...found.values()];
}

/** The file behind all links; of what cannot be followed, reading will tell. */
export function trueLocation({ location }: InputFile): string {
  if (location === STDIN_PATH) return location;
  try {
    return realpathSync.native(location);
  } catch {
    return location;
  }
}

async function expand(path: string, { cwd, onPassedOver }: FindOptions): Promise<readonly InputFile[]> {
  if (path === STDIN_PATH) return [{ path, location: path }];
  // It would mean the current folder: an unset variable in a script must not choose what is read.
  if (path === '')
    throw new UserError('no-input', 'the name of an input is empty', {
      hint: 'Name a file, a folder or a pattern; . is the current folder.',
    });
  const location = resolve(cwd, path);
  try {
    const info = statSync(location);
    return info.isDirectory() ? await folder(path, { location, onPassedOver }) : [{ path, location }];
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

async function folder(
  path: string,
  { location, onPassedOver }: { readonly location: string; readonly onPassedOver: FindOptions['onPassedOver'] },
): Promise<readonly InputFile[]> {
  const entries = await readdir(location, { withFileTypes: true });
  const all = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && !CONFIG_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort(byName);
  const names = all.filter((name) => DATA_FILE.test(name));
  const others = all.filter((name) => !DATA_FILE.test(name));
  if (names.length === 0) {
    throw new UserError('no-input', 'the folder holds no data files', {
      file: path,
      hint: `${others.some((name) => SPREADSHEET.test(name)) ? 'Spreadsheets must be saved as CSV first. ' : ''}Data files end in .csv, .tsv, .txt, .json, .ndjson, .jsonl or .xls, each also with .gz. Folders within it are not searched: use a pattern such as "exports/**/*.csv".`,
    });
  }
  if (others.length > 0) onPassedOver?.({ folder: path, files: others.map((name) => ({ name, reason: reasonFor(name) })) });
  return names.map((name) => ({ path: join(path, name), location: join(location, name) }));
}

function reasonFor(name: string): string {
  return SPREADSHEET.test(name) ? 'a spreadsheet, to be saved as CSV first' : 'no CSV or JSON by its name';
}

/** By code unit: the same order in every locale. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
