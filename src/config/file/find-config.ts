import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lilconfig, type Loader } from 'lilconfig';

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

export interface ConfigText {
  readonly path: string;
  readonly text: string;
}

const asText: Loader = (path, text): ConfigText => ({ path, text });

/** A package without our key is no config, and neither is one that cannot be read: that is for npm to say. */
const packageText: Loader = (path, text) => {
  if (!/"happiness"\s*:/.test(text)) return {};
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && Object.hasOwn(found, 'happiness') ? { happiness: asText(path, text) } : {};
  } catch {
    return {};
  }
};

/**
 * The config for a folder: its own, or that of the nearest folder above up to the root of the repository (where `.git` is), never above
 * `home`. Outside of repositories only the folder itself is looked at: what lies above it may be anybody's.
 */
export async function findConfig({ cwd, home }: { readonly cwd: string; readonly home: string | undefined }): Promise<ConfigText | null> {
  const { search } = lilconfig('happiness', {
    searchPlaces: [...SEARCH_PLACES],
    stopDir: await lastFolder(cwd, home),
    ignoreEmptySearchPlaces: false,
    cache: false,
    // `.json` is only asked for package.json apart from our own files, and `packageProp` is only looked at there.
    loaders: { '.json': (path, text) => (path.endsWith('package.json') ? packageText(path, text) : asText(path, text)), '.yaml': asText, '.yml': asText, noExt: asText },
  });
  const found = await search(cwd);
  if (found === null) return null;
  return found.isEmpty === true ? { path: found.filepath, text: '' } : (found.config as ConfigText);
}

async function lastFolder(cwd: string, home: string | undefined): Promise<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) return folder;
    if (folder === home || folder === dirname(folder)) return cwd;
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
