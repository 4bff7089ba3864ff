#!/usr/bin/env node
// Measures the built program as its users meet it: whole processes, from the command to the end.
//
//   node test/bench/run.mjs [--quick]
//
// Writes 100,000 and 1,000,000 rows into .bench/ once (--quick: the first only), checks that the report's values are those
// of plain.mjs, and prints medians of five runs (three of the large file). Peak memory comes from a run of its own.
// Exit code 1 when a value differs or a program fails. Nothing is written but .bench/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(root, '.bench');
const happiness = join(root, 'bin', 'happiness.js');
const reportOf = (file) => [happiness, 'report', file, '--by', 'channel', '--format', 'json'];
const plainOf = (file) => [join(here, 'plain.mjs'), file];

function run(args, env = {}) {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: 'UTC', NO_COLOR: '1', ...env },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.status !== 0)
    throw new Error(`node ${args.join(' ')} ended with ${child.status ?? child.signal}: ${child.stderr.slice(0, 500)}`);
  return { seconds, stdout: child.stdout };
}

const medianSeconds = (args, times) => Array.from({ length: times }, () => run(args).seconds).sort((a, b) => a - b)[times >> 1];

function peakBytes(args) {
  const file = join(cache, 'peak-memory');
  run(['--import', pathToFileURL(join(here, 'memory.mjs')).href, ...args], { BENCH_MEMORY: file });
  const bytes = Number(readFileSync(file, 'utf8'));
  rmSync(file);
  return bytes;
}

/** Every number of `plain` that the report gives otherwise, to nine digits. */
function differences(plain, report) {
  const found = [];
  const compare = (where, kpis, expected) => {
    for (const [id, facts] of Object.entries(expected)) {
      const got = kpis.find((kpi) => kpi.id === id);
      for (const [name, want] of Object.entries(facts)) {
        const value = name === 'n' || name === 'value' ? got?.[name] : got?.stats?.[name];
        if (typeof value !== 'number' || Math.abs(value - want) > 1e-9 * Math.max(1, Math.abs(want)))
          found.push(`${where} ${id}.${name}: ${value}, expected ${want}`);
      }
    }
  };
  compare('all', report.kpis, plain.all);
  const groups = report.breakdowns.find((breakdown) => breakdown.by === 'channel')?.groups ?? [];
  // Channels are compared by their own names: the report's are canonical (Mail is email).
  const keyOf = (channel) => ({ Mail: 'email', Web: 'web', Chat: 'chat', Phone: 'phone', Facebook: 'facebook' })[channel];
  for (const [channel, expected] of Object.entries(plain.byChannel)) {
    const group = groups.find((one) => one.key === keyOf(channel) || one.key === channel);
    compare(channel, group?.kpis ?? [], expected);
  }
  return found;
}

const cell = (text, width) => (typeof text === 'string' && !/^[\d.,]/.test(text) ? text.padEnd(width) : String(text).padStart(width));
const table = (lines) => {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines)
    console.log(
      line
        .map((text, column) => cell(text, widths[column]))
        .join('  ')
        .trimEnd(),
    );
};
const ms = (seconds) => `${(seconds * 1000).toFixed(0)} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

mkdirSync(cache, { recursive: true });
const sizes = process.argv.includes('--quick') ? [100_000] : [100_000, 1_000_000];
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 1e9).toFixed(0)} GB\n`,
);

const empty = medianSeconds(['--eval', ''], 9);
const version = medianSeconds([happiness, '--version'], 9);
table([
  ['start', 'wall'],
  ['node alone', ms(empty)],
  ['happiness --version', ms(version)],
]);

const lines = [['report --by channel --format json', 'file', 'wall', 'rows/s', 'MB/s', 'peak memory']];
let wrong = [];
for (const rows of sizes) {
  const file = join(cache, `tickets-${rows}.csv`);
  if (!existsSync(file)) run([join(here, 'generate.mjs'), String(rows), file]);
  const bytes = statSync(file).size;
  const times = rows > 500_000 ? 3 : 5;
  wrong = [...wrong, ...differences(JSON.parse(run(plainOf(file)).stdout), JSON.parse(run(reportOf(file)).stdout))];
  for (const { name, args } of [
    { name: 'happiness', args: reportOf(file) },
    { name: 'plain csv-parse script', args: plainOf(file) },
  ]) {
    const seconds = medianSeconds(args, times);
    lines.push([
      `${name}, ${rows.toLocaleString('en-US')} rows`,
      mb(bytes),
      `${seconds.toFixed(2)} s`,
      Math.round(rows / seconds).toLocaleString('en-US'),
      (bytes / 1e6 / seconds).toFixed(0),
      mb(peakBytes(args)),
    ]);
  }
}
console.log('');
table(lines);

console.log(
  wrong.length === 0
    ? '\nEvery value agrees with the plain script to nine digits.'
    : `\n${wrong.length} values differ:\n  ${wrong.slice(0, 40).join('\n  ')}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
