#!/usr/bin/env node
// Puts the command line's several hundred modules, and what it uses of other packages, into a few files: dist/program/main.cjs and the
// chunks beside it that it loads when a command needs them. Node spends a fifth of a millisecond on every file that it loads, more than a
// small report takes. The library (dist/index.js) stays as the compiler wrote it.
// Then `compile.mjs` keeps what V8 made of these files.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** What is started by name: name of the file in dist/program and the module that it begins with. */
const ENTRIES = { main: 'cli/main.js', thread: 'cli/thread.js' };

/**
 * Modules that are loaded when they are first called, who imports them, and what stands in for them until then. string-width compiles a
 * regular expression of all emoji, which takes longer than the rest of `--help`; commander could start other programs, which we have none of.
 */
const ON_CALL = [
  { id: 'string-width', importer: /dist.lib.text/, code: "export default (...args) => require('string-width').default(...args);" },
  { id: 'chalk', importer: /dist.formats/, code: "export function Chalk(...args) { return new (require('chalk').Chalk)(...args); }" },
  {
    id: 'cli-table3',
    importer: /dist.formats/,
    code: "export default function Table(...args) { return new (require('cli-table3'))(...args); }",
  },
  { id: 'csv-stringify/sync', importer: /dist.formats/, code: called('csv-stringify/sync', 'stringify') },
  { id: 'csv-parse/sync', importer: /dist.read/, code: called('csv-parse/sync', 'parse') },
  { id: 'node:crypto', importer: /dist/, code: called('node:crypto', 'createHash', 'createHmac') },
  { id: 'node:net', importer: /dist/, code: "export function Socket(...args) { return new (require('node:net').Socket)(...args); }" },
  { id: 'node:zlib', importer: /dist.read/, code: called('node:zlib', 'createGunzip') },
  { id: 'node:child_process', importer: /commander/, code: "exports.spawn = (...args) => require('node:child_process').spawn(...args);" },
];

function called(id, ...names) {
  return names.map((name) => `export const ${name} = (...args) => require('${id}').${name}(...args);`).join('\n');
}

const onCall = {
  name: 'on-call',
  resolveId: (id, importer = '') => (ON_CALL.some((module) => module.id === id && module.importer.test(importer)) ? `\0${id}` : undefined),
  load: (id) => ON_CALL.find((module) => `\0${module.id}` === id)?.code,
};

const root = realpathSync(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const dist = join(root, 'dist');
const program = join(dist, 'program');

rmSync(program, { recursive: true, force: true });
const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(dist, path)])),
  platform: 'node',
  plugins: [onCall],
  // Of a folder of modules, the index that a lazy import names is mostly loaded already.
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.write({
  dir: program,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});
await bundle.close();
writeFileSync(join(program, 'LICENSES.md'), licenses(output.flatMap(({ moduleIds = [] }) => moduleIds)));

// Without compiled code everything works, only later.
const compiling = fileURLToPath(new URL('compile.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [compiling, root], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.stderr.write('the program starts more slowly: its compiled code could not be kept\n');

/** The licences of the packages that these modules belong to. */
function licenses(modules) {
  const folders = [...new Set(modules.flatMap((id) => packageFolder(id) ?? []))].toSorted();
  const texts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no file with its licence`);
    return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return ['# Packages within these files\n', ...texts].join('\n');
}

function packageFolder(id) {
  const from = id.lastIndexOf(`${sep}node_modules${sep}`);
  if (from === -1 || id.startsWith(dist)) return undefined;
  let folder = dirname(id);
  while (folder.length > from) {
    const manifest = readdirSync(folder).includes('package.json') ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) : {};
    if (manifest.name !== undefined && manifest.version !== undefined) return folder;
    folder = dirname(folder);
  }
  return undefined;
}
