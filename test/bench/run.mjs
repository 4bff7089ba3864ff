#!/usr/bin/env node
// Measures the built program as its users meet it: whole processes, from the command to the end.
//
//   npm run build && npm run bench [-- --quick | --large]
//
// Beside the same job in DuckDB (both cores), a plain csv-parse script, pandas where it is installed, and JSON.parse line by line.
// Rivals take turns and medians of five are compared, so that a machine that is busy for a while is busy for all of them. Peak memory
// comes from runs of their own. Values must be those of the plain script and of DuckDB (where the definitions agree) to nine digits.
// --quick: 100,000 rows only. --large: ten million rows too (3 GB). A run that is not quick writes its figures to docs/performance.md.
// Exit code 1 when a value differs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { differencesFromDuckdb, differencesFromPlain } from './compare-values.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(root, '.bench');
const happiness = join(root, 'bin', 'happiness.js');
const reportOf = (file) => [happiness, 'report', file, '--by', 'channel', '--format', 'json'];
const scriptOf = (name) => (file) => [join(here, name), file];
const [duckdbOf, plainOf, parseOf] = ['duckdb.mjs', 'plain.mjs', 'parse-lines.mjs'].map(scriptOf);
const ROUNDS = 5;

function run(args, { env = {}, program = process.execPath } = {}) {
  const started = process.hrtime.bigint();
  const child = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: 'UTC', NO_COLOR: '1', ...env },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.status !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${child.status ?? child.signal}: ${child.stderr?.slice(0, 500)}`);
  return { seconds, stdout: child.stdout };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Medians of the rivals' wall times, which are started in turn. */
function race(rivals, rounds = ROUNDS) {
  const times = rivals.map(() => []);
  for (let round = 0; round < rounds; round++) rivals.forEach((args, place) => times[place].push(run(args).seconds));
  return times.map(median);
}

/** Median of three runs: when garbage is collected differs from run to run. */
const peakBytes = (args) => median(Array.from({ length: 3 }, () => peakOf(args)));

function peakOf(args) {
  const file = join(cache, 'peak-memory');
  run(['--import', pathToFileURL(join(here, 'memory.mjs')).href, ...args], { env: { BENCH_MEMORY: file } });
  const bytes = Number(readFileSync(file, 'utf8'));
  rmSync(file);
  return bytes;
}

function made(name, rows, generator) {
  const file = join(cache, name);
  if (!existsSync(file)) run([join(here, generator), String(rows), file]);
  return file;
}

const lines = [];
const seconds = (value) => `${value.toFixed(2)} s`;
const ms = (value) => `${(value * 1000).toFixed(0)} ms`;
const megabytes = (value) => `${(value / 1e6).toFixed(0)} MB`;
/** One line of the table: what was measured, against what, the ratio and the two bars. */
function line(what, { own, other, ratio, must, aim, unit = '' }) {
  const figure = typeof ratio === 'number' ? ratio.toFixed(ratio < 10 ? 2 : 0) + unit : '–';
  const state = ratio <= aim ? 'aim' : ratio <= must ? 'must' : 'missed';
  lines.push([what, own, other, figure, `≤ ${must}${unit}`, `≤ ${aim}${unit}`, state]);
}

mkdirSync(cache, { recursive: true });
const [quick, large] = ['--quick', '--large'].map((flag) => process.argv.includes(flag));
const small = made('tickets-100000.csv', 100_000, 'generate.mjs');
const usual = quick ? null : made('tickets-1000000.csv', 1_000_000, 'generate.mjs');
const ndjson = made('tickets-100000.ndjson', 100_000, 'generate-ndjson.mjs');
const tiny = made('tickets-1000.csv', 1000, 'generate.mjs');
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 1e9).toFixed(0)} GB`;
const loadBefore = loadavg()[0].toFixed(1);
console.log(`${machine}; load before: ${loadBefore}\n`);

const wrong = [];
for (const file of [small, usual].filter((one) => one !== null)) {
  const report = JSON.parse(run(reportOf(file)).stdout);
  wrong.push(...differencesFromPlain(JSON.parse(run(plainOf(file)).stdout), report));
  wrong.push(...differencesFromDuckdb(JSON.parse(run(duckdbOf(file)).stdout), report));
}

let million;
if (usual !== null) {
  const [own, duckdb] = race([reportOf(usual), duckdbOf(usual)]);
  million = own;
  line('1,000,000 rows: wall time / DuckDB', { own: seconds(own), other: seconds(duckdb), ratio: own / duckdb, must: 0.6, aim: 0.4 });
}
const [ownSmall, duckdbSmall] = race([reportOf(small), duckdbOf(small)]);
line('100,000 rows: wall time / DuckDB', {
  own: seconds(ownSmall),
  other: seconds(duckdbSmall),
  ratio: ownSmall / duckdbSmall,
  must: 0.6,
  aim: 0.4,
});
if (usual !== null) {
  const [own, duckdb] = [peakBytes(reportOf(usual)), peakBytes(duckdbOf(usual))];
  line('1,000,000 rows: peak memory / DuckDB', {
    own: megabytes(own),
    other: megabytes(duckdb),
    ratio: own / duckdb,
    must: 0.75,
    aim: 0.5,
  });
  const [plain] = race([plainOf(usual)], 3);
  line('1,000,000 rows: wall time / plain csv-parse script', {
    own: seconds(million),
    other: seconds(plain),
    ratio: million / plain,
    must: 0.1,
    aim: 0.06,
  });
}
if (large && usual !== null) {
  const file = made('tickets-10000000.csv', 10_000_000, 'generate.mjs');
  const [own] = race([reportOf(file)], 3);
  line('10,000,000 rows: wall time / 10 × 1,000,000', {
    own: seconds(own),
    other: seconds(million * 10),
    ratio: own / (million * 10),
    must: 1.1,
    aim: 1,
  });
  const bytes = peakBytes(reportOf(file));
  line('10,000,000 rows: peak memory', { own: megabytes(bytes), other: '', ratio: bytes / 1e9, must: 1.5, aim: 1, unit: ' GB' });
}
const [ownLines, parsed] = race([reportOf(ndjson), parseOf(ndjson)]);
line('NDJSON, 100,000 tickets with comments / JSON.parse alone', {
  own: seconds(ownLines),
  other: seconds(parsed),
  ratio: ownLines / parsed,
  must: 1.3,
  aim: 1,
});
const [empty, version, help, tinyReport] = race([['--eval', ''], [happiness, '--version'], [happiness, '--help'], reportOf(tiny)], 9);
line('--version / empty Node start', { own: ms(version), other: ms(empty), ratio: version / empty, must: 1.5, aim: 1.25 });
line('--help / empty Node start', { own: ms(help), other: ms(empty), ratio: help / empty, must: 1.5, aim: 1.25 });
line('1,000 rows: beyond an empty Node start', {
  own: ms(tinyReport),
  other: ms(empty),
  ratio: (tinyReport - empty) * 1000,
  must: 200,
  aim: 120,
  unit: ' ms',
});
const hasPandas = spawnSync('python3', ['-c', 'import pandas'], { stdio: 'ignore' }).status === 0;
if (hasPandas && usual !== null) {
  const code = 'import pandas as pd, sys\nt = pd.read_csv(sys.argv[1])\nprint(t.groupby("Via").Replies.mean())';
  const taken = median(Array.from({ length: 3 }, () => run(['-c', code, usual], { program: 'python3' }).seconds));
  console.log(`pandas reads the 1,000,000 rows and takes one mean by channel in ${seconds(taken)}\n`);
} else if (!quick) console.log('pandas is not installed\n');

const table = [['', 'happiness', 'other', 'ratio', 'must', 'aim', ''], ...lines];
const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
for (const cells of table)
  console.log(cells.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  '));
const loads = `load before ${loadBefore}, after ${loadavg()[0].toFixed(1)}`;
const verdict =
  wrong.length === 0
    ? 'Every value is that of the plain script and of DuckDB to nine digits.'
    : `${wrong.length} values differ:\n  ${wrong.slice(0, 40).join('\n  ')}`;
console.log(`\n${loads}\n${verdict}`);
if (!quick && wrong.length === 0) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const day = new Date().toISOString().slice(0, 10);
  const figures = [`${day}, ${machine}; ${loads}. ${verdict}`, '', row(table[0]), row(table[0].map(() => '---')), ...lines.map(row)].join(
    '\n',
  );
  const page = join(root, 'docs', 'performance.md');
  const written = readFileSync(page, 'utf8').replace(/(<!-- figures -->\n).*(\n<!-- end of figures -->)/s, `$1\n${figures}\n$2`);
  writeFileSync(page, written);
}
process.exitCode = wrong.length === 0 ? 0 : 1;
