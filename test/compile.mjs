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
const { stderr } = process;
let said = '';
for (const stream of ['stdout', 'stderr']) {
  const write = (chunk, _encoding, done) => {
    if (stream === 'stderr') said += chunk;
    done();
  };
  Object.defineProperty(process, stream, { value: new Writable({ write }) });
}
for (const argv of RUNS) {
  process.argv.splice(2, Infinity, ...argv);
  await main((url) => import(url));
  if (process.exitCode === 0) continue;
  stderr.write(`${argv.join(' ')}: ${said}`);
  process.exit();
}

rmSync(COMPILED, { recursive: true, force: true });
mkdirSync(COMPILED, { recursive: true });
for (const [name, script] of scripts) if (name !== 'main.cjs') writeFileSync(join(COMPILED, name), script.createCachedData());
