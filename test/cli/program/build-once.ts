import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The binary under test is the one of these sources. Type errors are the business of `npm run typecheck`; what cannot be emitted fails here. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: root, encoding: 'utf8' });
  if (built.error) throw built.error;
  if (built.status !== 0) process.stderr.write(built.stdout);
}
