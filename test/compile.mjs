#!/usr/bin/env node
// Runs the built program on the demo in this process and keeps the code that V8 compiled on the way, functions that were called included,
// for `bin/load.js`. Only for files with a hash of their content in their name, so that code never meets another source.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const root = process.argv[2];
const demo = fileURLToPath(new URL('../fixtures/demo', import.meta.url));
const tickets = join(demo, 'tickets.csv');
const RUNS = [
  ['--help'],
  ['report', '--help'],
  ['report', tickets, '--by', 'channel', '--format', 'json'],
  ['report', tickets, '--by', 'channel'],
  ['report', demo, '--period', '2025-10'],
];

const { COMPILED, load } = createRequire(import.meta.url)(join(root, 'bin', 'load.js'));
const scripts = new Map();
const { main } = load('main.cjs', (name, script) => scripts.set(name, script));
for (const stream of ['stdout', 'stderr']) {
  Object.defineProperty(process, stream, { value: new Writable({ write: (_chunk, _encoding, done) => done() }) });
}
for (const argv of RUNS) {
  process.argv.splice(2, Infinity, ...argv);
  await main((url) => import(url));
  if (process.exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${process.exitCode}`);
}

rmSync(COMPILED, { recursive: true, force: true });
mkdirSync(COMPILED, { recursive: true });
for (const [name, script] of scripts) if (name !== 'main.cjs') writeFileSync(join(COMPILED, name), script.createCachedData());
