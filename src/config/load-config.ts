import { basename, dirname, extname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UserError } from '../model/user-error.ts';
import { findProblems, type Known } from './check/find-problems.ts';
import { configError } from './config-error.ts';
import { parseConfigText, type ConfigDocument, type Position } from './file/config-document.ts';
import { findConfig } from './file/find-config.ts';
import { readConfigText, unreadable } from './file/read-text.ts';
import type { ConfigPath, Problem } from './problem.ts';

export interface LoadRequest {
  readonly cwd: string;
  /** `--config`: a file, `none`, or `undefined` to look for one. */
  readonly configPath: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly known: Known;
  /** How a module is loaded; by `import` unless given. */
  readonly importModule?: ((url: string) => Promise<unknown>) | undefined;
}

/** A config that is right, as it was written and as it is to be understood. */
export interface LoadedConfig {
  /** Absolute; `null` where there is no config. */
  readonly path: string | null;
  /** The same for people: relative to the current folder. */
  readonly file: string;
  /** What paths in the config are relative to. */
  readonly folder: string;
  /** As written. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly positionOf: (path: ConfigPath, at: 'key' | 'value') => Position | undefined;
}

/** Runs when it is named, never because it was found. */
const CODE: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs']);
const OTHER: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts', '.toml', '.ini']);

/**
 * The config that holds here: the one that `--config` or `HAPPINESS_CONFIG` names, else one found (see `findConfig`), else none.
 * Paths are relative to `cwd`. JavaScript runs only when it is named.
 * @throws UserError `bad-config` with file, line and column of every problem.
 */
export async function loadConfig({ cwd, configPath, env, known, importModule = plainImport }: LoadRequest): Promise<LoadedConfig> {
  const named = configPath ?? (env['HAPPINESS_CONFIG'] === '' ? undefined : env['HAPPINESS_CONFIG']);
  if (named === 'none') return nothing(cwd);
  const path = named === undefined ? search(cwd, env) : resolve(cwd, named);
  if (path === null) return nothing(cwd);
  const file = named ?? relative(cwd, path);
  const isCode = named !== undefined && CODE.has(extname(named));
  const document = isCode ? await runModule(path, file, importModule) : await readDocument(path, file);
  return await checked({ path, file, named: named !== undefined, document, known });
}

/** What is no code is YAML, of which JSON is a part. */
async function readDocument(path: string, file: string): Promise<ConfigDocument> {
  if (OTHER.has(extname(path))) {
    throw configError(file, [
      { message: `${extname(path)} files cannot be configs`, hint: 'write it as .yaml or .json, or as .mjs and name it with --config' },
    ]);
  }
  return await parseConfigText(await readConfigText(path, file, { hint: '--config none goes without a config' }), file);
}

function nothing(cwd: string): LoadedConfig {
  return { path: null, file: 'none', folder: cwd, written: {}, positionOf: () => undefined };
}

function search(cwd: string, env: LoadRequest['env']): string | null {
  try {
    return findConfig({ cwd, home: env['HOME'] ?? env['USERPROFILE'] });
  } catch (error) {
    throw unreadable(error);
  }
}

function plainImport(url: string): Promise<unknown> {
  return import(url);
}

async function runModule(path: string, file: string, importModule: (url: string) => Promise<unknown>): Promise<ConfigDocument> {
  await readConfigText(path, file);
  try {
    const module = (await importModule(pathToFileURL(path).href)) as { readonly default?: unknown };
    return { value: module.default, positionOf: () => undefined };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n');
    throw configError(file, [{ message: `cannot be run: ${reason}` }]);
  }
}

interface Found {
  readonly path: string;
  readonly file: string;
  /** By the user, who then means it. */
  readonly named: boolean;
  readonly document: ConfigDocument;
  readonly known: Known;
}

/** The config within a file: all of it, or the `happiness` of a package.json. */
async function checked({ path, file, named, document, known }: Found): Promise<LoadedConfig> {
  const within: ConfigPath = basename(path) === 'package.json' ? ['happiness'] : [];
  const value = within.length === 0 ? document.value : memberOf(document.value, 'happiness');
  const positionOf: LoadedConfig['positionOf'] = (at, what) => document.positionOf([...within, ...at], what);
  if (named && value === undefined) {
    throw configError(file, [
      {
        message: within.length > 0 ? 'has no "happiness"' : 'exports no config',
        hint: within.length > 0 ? undefined : 'write: export default { … }',
      },
    ]);
  }
  const problems = value === null || value === undefined ? [] : await findProblems(value, known);
  if (problems.length > 0) throw problemsError(file, problems, positionOf);
  return { path, file, folder: dirname(path), written: (value ?? {}) as LoadedConfig['written'], positionOf };
}

/** Problems as one error, each with its place. */
export function problemsError(file: string, problems: readonly Problem[], positionOf: LoadedConfig['positionOf']): UserError {
  return configError(
    file,
    problems.map(({ path, at, message, hint }) => ({ message, hint, ...positionOf(path, at) })),
  );
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
