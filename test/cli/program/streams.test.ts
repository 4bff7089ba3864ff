import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, happiness } from './spawn.ts';
import { emptyFolder, kpiOf, ticketFolder, TICKETS } from './ticket-folder.ts';

const folder = ticketFolder();
const tickets = join(folder, 'tickets.csv');
// What would start a terminal sequence.
const ESCAPE = '\u001b';

describe('streams', () => {
  it.concurrent('keeps to 80 columns and writes no escapes into a pipe', async () => {
    const { code, out, err } = await happiness(['report', tickets, '--by', 'channel']);
    expect(code).toBe(0);
    expect(out + err).not.toContain(ESCAPE);
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it.concurrent.for([
    ['--color always', ['--color', 'always'], {}, true],
    ['--color=always before the command would do as well', ['--color=always'], {}, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR and FORCE_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['--no-color and FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ] as const)('colours with %s: %o', async ([, flags, env, colorful]) => {
    const { code, out } = await happiness([...flags, 'report', tickets], { env });
    expect(code).toBe(0);
    expect(out.includes(ESCAPE)).toBe(colorful);
  });

  it.concurrent('writes files and says so aside', async () => {
    const [json, md] = [join(folder, 'out.json'), join(folder, 'out.md')];
    const { code, out, err } = await happiness(['report', tickets, '-o', json, '-o', md]);
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^wrote .*out\.json \(json: \d+ KPIs, 40 tickets, all\)$/),
      expect.stringContaining('wrote '),
      '',
    ]);
    expect(kpiOf(readFileSync(json, 'utf8'), 'first-response-time')?.n).toBe(40);
    expect(readFileSync(md, 'utf8')).toMatch(/^#/);
  });

  it.concurrent('says nothing when quiet and done', async () => {
    expect(await happiness(['report', tickets, '-o', join(folder, 'quiet.md'), '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(existsSync(join(folder, 'quiet.md'))).toBe(true);
  });

  it.concurrent('writes colours to no file', async () => {
    await happiness(['report', tickets, '-o', join(folder, 'plain.txt'), '--color', 'always', '-q']);
    expect(readFileSync(join(folder, 'plain.txt'), 'utf8')).not.toContain(ESCAPE);
  });

  it.concurrent('tells more on request', async () => {
    const { err } = await happiness(['report', tickets, '--verbose', '--format', 'json']);
    expect(err).toMatch(/tickets\.csv: 40 tickets as \S+, utf-8\n/);
    expect(err).toMatch(/read in [\d.]+ s, analyzed in [\d.]+ s\n/);
  });

  it.concurrent('is not disturbed by a reader that has enough', async () => {
    const child = spawn(process.execPath, [BIN, 'report', tickets, '--format', 'json', '--by', 'channel'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(err).toBe('');
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full', async () => {
    const { code, out, err } = await happiness(['report', tickets, '-o', '/dev/full']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('happiness: cannot write /dev/full: no space left on the device\n');
    for (const args of [`report ${tickets}`, 'kpis', '--help', '--version']) {
      expect(spawnSync('/bin/sh', ['-c', `exec "${process.execPath}" "${BIN}" ${args} > /dev/full`]).status, args).toBe(2);
    }
  });
});

describe('exit codes', () => {
  it.concurrent('is 1 with --strict and warnings, and the report is there all the same', async () => {
    const strict = await happiness(['report', join(folder, 'zoneless.csv'), '--strict', '--format', 'markdown']);
    expect(strict.code).toBe(1);
    expect(strict.out).toContain('First response time');
    expect(strict.err).toMatch(/^happiness: the data has \d+ warnings?, and --strict allows none\n$/);
    expect((await happiness(['report', join(folder, 'zoneless.csv')])).code).toBe(0);
  });

  it.runIf(process.platform !== 'win32').for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is for %s %d, and no half file is left', async ([signal, code]) => {
    const cwd = emptyFolder();
    const child = spawn(process.execPath, [BIN, 'report', '-', '-o', 'out.md'], { cwd, stdio: ['pipe', 'ignore', 'inherit'] });
    // The end of standard input never comes; once the program reads, its handlers are there.
    const written = new Promise((resolve) => child.stdin.write(TICKETS.repeat(5000), resolve));
    await written;
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
