#!/usr/bin/env node
// Puts the command line's several hundred modules, and what it uses of other packages, into a few files: dist/program/main.cjs and the
// chunks beside it that it loads when a command needs them. Node spends a fifth of a millisecond on every file that it loads, more than a
// small report takes. The library (dist/index.js) stays as the compiler wrote it.
// Then `compile.mjs` keeps what V8 made of these files.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** What is started by name: name of the file in dist/program and the module that it begins with. */
const ENTRIES = { main: 'cli/main.js', thread: 'cli/thread.js' };

/**
 * Modules that are loaded when they are first called: who imports them, and what of them is called or, by a capital letter, made with `new`.
 * Packages among them get a file of their own. string-width compiles a regular expression of all emoji, which takes longer than the rest
 * of `--help`; commander could start other programs, which we have none of.
 */
const ON_CALL = [
  { id: 'string-width', importer: /dist.lib.text/, names: { default: 'stringWidth' } },
  { id: 'chalk', importer: /dist.formats/, names: { Chalk: 'Chalk' } },
  { id: 'cli-table3', importer: /dist.formats/, names: { default: 'Table' } },
  { id: 'csv-stringify/sync', importer: /dist.formats/, names: { stringify: 'stringify' } },
  { id: 'csv-parse/sync', importer: /dist.read/, names: { parse: 'parse' } },
  { id: 'node:crypto', importer: /dist/, names: { createHash: 'createHash', createHmac: 'createHmac' } },
  { id: 'node:net', importer: /dist/, names: { Socket: 'Socket' } },
  { id: 'node:v8', importer: /dist.cli/, names: { setFlagsFromString: 'setFlagsFromString' } },
  { id: 'node:zlib', importer: /dist.read/, names: { createGunzip: 'createGunzip' } },
  { id: 'node:child_process', importer: /commander/, names: { spawn: 'spawn' } },
];

/**
 * Modules that stay together with all that they import, the first rule first: every file that is loaded costs time. A thread loads `shared`, a report all of
 * them; what `--version` needs stands alone, and so does what threads need of the command line.
 */
const TOGETHER = [
  { name: 'version', test: /dist.(?:cli.(?:version|exit-codes|crew.worth-a-helper)|read.size-of)\.js$/ },
  { name: 'model', test: /dist.(?:model.(?:kinds|user-error)|lib.text.suggest)\.js$/ },
  { name: 'command-line', test: /dist.cli.run\.js$/ },
  { name: 'shared', test: /dist.cli.crew.(?:answer-share|compile-flags)\.js$/ },
  { name: 'records', test: /dist.(?:normalize.json.records-elsewhere|presets.index)\.js$/ },
  { name: 'report', test: /dist.(?:cli.report.run-report|read.csv-input)\.js$/ },
];

const root = realpathSync(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const dist = join(root, 'dist');
const program = join(dist, 'program');

rmSync(program, { recursive: true, force: true });
const onCall = ON_CALL.filter(({ id }) => !id.startsWith('node:'));
const packages = await bundled(Object.fromEntries(onCall.map(({ id }) => [id.replaceAll('/', '-'), id])), '[name]-[hash].cjs');
const fileOf = (id) => packages.find(({ name, isEntry }) => isEntry && name === id.replaceAll('/', '-'))?.fileName;
const standIns = {
  name: 'on-call',
  resolveId(id, importer = '') {
    if (packages.some(({ fileName }) => id === `./${fileName}`)) return { id, external: true };
    return ON_CALL.some((module) => module.id === id && module.importer.test(importer)) ? `\0${id}` : undefined;
  },
  load(id) {
    const module = ON_CALL.find((one) => `\0${one.id}` === id);
    if (module === undefined) return undefined;
    const file = fileOf(module.id);
    const loaded = `require(${JSON.stringify(file === undefined ? module.id : `./${file}`)})`;
    const functions = Object.entries(module.names).map(([name, local]) => {
      // A CommonJS package is its default export itself.
      const called = name === 'default' ? '(loaded.default ?? loaded)' : `loaded.${name}`;
      const start = /^[A-Z]/.test(local) ? 'new ' : '';
      return `function ${local}(...args) { const loaded = ${loaded}; return ${start}${called}(...args); }\nexport { ${local} as ${name} };`;
    });
    return functions.join('\n');
  },
};
/** Functions for WebAssembly are assembled here and now: the program only joins them. */
const assembled = {
  name: 'assembled',
  async transform(code, id) {
    if (!id.startsWith(join(dist, 'lib', 'wasm'))) return undefined;
    const exported = await import(pathToFileURL(id));
    return code.replace(/^export const (\w+) = (defineFunction\()/gm, (_, name, call) => {
      const { name: own, parameters, code: bytes } = exported[name];
      const text = Buffer.from(bytes()).toString('base64');
      const made = `{ name: '${own}', parameters: ${JSON.stringify(parameters)}, code: () => Buffer.from('${text}', 'base64') }`;
      return `export const ${name} = ${made};\nconst ${name}Source = /* @__PURE__ */ ${call}`;
    });
  },
};
/** The version as it is: finding and reading the manifest takes half a millisecond. */
const version = {
  name: 'version',
  transform(code, id) {
    if (id !== join(dist, 'cli', 'version.js')) return undefined;
    const { version: said } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const reading = "createRequire(import.meta.url)('../../package.json')";
    if (!code.includes(reading)) throw new Error('version.js does not read the manifest');
    return code.replace(reading, JSON.stringify({ version: said }));
  },
};
const entries = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(dist, path)]));
const output = [...packages, ...(await bundled(entries, '[name].cjs', { plugins: [standIns, assembled, version], groups: TOGETHER }))];
writeFileSync(join(program, 'LICENSES.md'), licenses(output.flatMap(({ moduleIds = [] }) => moduleIds)));

// Without compiled code everything works, only later.
const compiling = fileURLToPath(new URL('compile.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [compiling, root], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.stderr.write('the program starts more slowly: its compiled code could not be kept\n');

async function bundled(input, entryFileNames, { plugins = [], groups = [] } = {}) {
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    plugins,
    // Of a folder of modules, the index that a lazy import names is mostly loaded already.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output: files } = await bundle.write({
    dir: program,
    format: 'cjs',
    exports: 'named',
    entryFileNames,
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups: groups.map((group, at) => ({ ...group, priority: groups.length - at })) },
    // Text of bytes needs no decoding: `bin/load.js` counts on it.
    charset: 'ascii',
    comments: false,
  });
  await bundle.close();
  const foreign = files.find(({ code }) => /[^\x00-\x7f]/.test(code));
  if (foreign !== undefined) throw new Error(`${foreign.fileName} holds more than ASCII`);
  return files;
}

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
