#!/usr/bin/env node
// Puts the command line's several hundred modules into a few files, in place: dist/cli/main.js and the chunks beside it that
// it loads when a command needs them. Node spends a fifth of a millisecond on every file that it loads, more than a small report takes.
// Packages stay outside, the library (dist/index.js) stays as the compiler wrote it, and without this step everything works, only later.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));

const bundle = await rolldown({
  input: { main: `${dist}/cli/main.js` },
  platform: 'node',
  external: (id) => !/^[./]|^[A-Za-z]:/.test(id),
});
const options = { dir: join(dist, 'cli'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' };
await bundle.generate(options);
// What an earlier build left behind.
for (const name of readdirSync(options.dir)) if (name.startsWith('chunk-')) rmSync(join(options.dir, name));
await bundle.write(options);
await bundle.close();
