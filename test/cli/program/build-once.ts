import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built package: bin, dist and package.json. */
    readonly built: string;
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Builds the package once into a folder of this run, so that the program under test is that of these sources and no other build
 * disturbs it. Within node_modules, its dependencies are found as those of the real one are.
 * Type errors are the business of `npm run typecheck`: they are shown, and what could be built is tested.
 */
export function setup({ provide }: TestProject): () => void {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const built = mkdtempSync(join(cache, 'happiness-'));
  const compile = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json', '--outDir', join(built, 'dist')];
  const { error, status, stdout } = spawnSync(process.execPath, compile, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) process.stderr.write(stdout);
  for (const part of ['bin', 'package.json']) cpSync(join(root, part), join(built, part), { recursive: true });
  const bundle = spawnSync(process.execPath, [join(root, 'test/bundle.mjs'), built], { encoding: 'utf8' });
  if (bundle.status !== 0) throw new Error(bundle.stderr);
  // Also for the user that a test may become.
  chmodSync(built, 0o755);
  provide('built', built);
  return () => rmSync(built, { recursive: true, force: true });
}
