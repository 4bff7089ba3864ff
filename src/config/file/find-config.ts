import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lilconfigSync, type LoaderSync } from 'lilconfig';

/** Where a config may stand, in each folder, the first one found wins. JavaScript is not among them: finding a file must never run it. */
export const SEARCH_PLACES: readonly string[] = [
  'happiness.config.yaml',
  'happiness.config.yml',
  'happiness.config.json',
  '.happinessrc',
  '.happinessrc.yaml',
  '.happinessrc.yml',
  '.happinessrc.json',
  '.config/happiness.config.yaml',
  '.config/happiness.config.yml',
  '.config/happiness.config.json',
  '.config/happinessrc',
  '.config/happinessrc.yaml',
  '.config/happinessrc.yml',
  '.config/happinessrc.json',
  'package.json',
];

/** Whatever it holds: it is read when it is the one. */
const found: LoaderSync = (path) => path;

/** A package without our key is no config, and neither is one that cannot be read: that is for npm to say. */
const packageWithConfig: LoaderSync = (path, text) => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'happiness') ? { happiness: path } : {};
  } catch {
    return {};
  }
};

/**
 * The config for a folder: its own, or that of the nearest folder above up to the root of the repository (where `.git` is), never above
 * `home`. Outside of repositories only the folder itself is looked at: what lies above it may be anybody's.
 */
export function findConfig({ cwd, home }: { readonly cwd: string; readonly home: string | undefined }): string | null {
  const finder = lilconfigSync('happiness', {
    searchPlaces: [...SEARCH_PLACES],
    stopDir: lastFolder(cwd, home),
    ignoreEmptySearchPlaces: false,
    cache: false,
    loaders: {
      '.json': (path, text) => (basename(path) === 'package.json' ? (packageWithConfig(path, text) as unknown) : found(path, text)),
      '.yaml': found,
      '.yml': found,
      noExt: found,
    },
  });
  return finder.search(cwd)?.filepath ?? null;
}

function lastFolder(cwd: string, home: string | undefined): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === home || folder === dirname(folder)) return cwd;
  }
}
