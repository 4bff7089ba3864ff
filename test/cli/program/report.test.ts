import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { BIN, happiness, type Ended } from './spawn.ts';

/** 40 tickets, ten minutes to the first response of each; every second by chat. */
const TICKETS = [
  'id,status,created_at,first_response_at,solved_at,channel,requester_id',
  ...Array.from({ length: 40 }, (_, i) => {
    const day = `2025-03-${String(1 + (i % 28)).padStart(2, '0')}`;
    return `${i + 1},solved,${day}T09:00:00Z,${day}T09:10:00Z,${day}T12:00:00Z,${i % 2 === 0 ? 'email' : 'chat'},c${i % 7}`;
  }),
  '',
].join('\n');

let folder = '';
let tickets = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'happiness-'));
  tickets = join(folder, 'tickets.csv');
  writeFileSync(tickets, TICKETS);
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'header.csv'), 'id,status,created_at\n');
  writeFileSync(join(folder, 'cut.json'), '{"tickets": [1, 2,');
  writeFileSync(join(folder, 'image.png'), Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 256)));
  writeFileSync(join(folder, 'zoneless.csv'), TICKETS.replaceAll('Z,', ','));
  mkdirSync(join(folder, 'void'));
});

interface ReportJson {
  readonly kpis: readonly { readonly id: string; readonly value: number | null; readonly n: number }[];
  readonly inputs: readonly { readonly rows: number; readonly kind: string }[];
}

const parsed = ({ out }: Ended): ReportJson => JSON.parse(out) as ReportJson;
const kpi = (report: ReportJson, id: string): ReportJson['kpis'][number] | undefined => report.kpis.find((one) => one.id === id);
// What would start a terminal sequence.
const ESCAPE = '\u001b';

describe('happiness report', () => {
  it('answers from a file, in JSON', () => {
    const ended = happiness(['report', tickets, '--format', 'json']);
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    // 40 times from 09:00 to 09:10: 600 seconds.
    expect(kpi(parsed(ended), 'first-response-time')).toMatchObject({ value: 600, n: 40 });
    expect(parsed(ended).inputs).toMatchObject([{ rows: 40, kind: 'tickets' }]);
  });

  it.for([
    ['standard input', ['-'], TICKETS],
    ['a folder and a glob of the same file', ['.', '*ickets.csv'], ''],
    ['a kind that is named', ['--tickets', 'tickets.csv'], ''],
  ] as const)('reads %s', ([, args, stdin]) => {
    const cwd = mkdtempSync(join(tmpdir(), 'happiness-'));
    writeFileSync(join(cwd, 'tickets.csv'), TICKETS);
    const ended = happiness(['report', ...args, '--format', 'json'], { cwd, stdin });
    expect(ended.err).toBe('');
    expect(kpi(parsed(ended), 'first-response-time')?.n).toBe(40);
  });

  it('reads gzip from standard input', async () => {
    const child = spawn(process.execPath, [BIN, 'report', '-', '--format', 'json'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.end(gzipSync(TICKETS));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(kpi(JSON.parse(Buffer.concat(chunks).toString()) as ReportJson, 'first-response-time')?.n).toBe(40);
  });

  it('gives the same bytes in every zone, locale and at every run', () => {
    const args = ['report', tickets, '--format', 'json', '--by', 'channel', '--every', 'week'];
    const here = happiness(args, { env: { TZ: 'UTC' } });
    expect(here.code).toBe(0);
    expect(happiness(args, { env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } })).toEqual(here);
    expect(happiness(args, { env: { TZ: 'America/Los_Angeles', LANG: 'C' } })).toEqual(here);
  });
});

describe('streams', () => {
  it('keeps to 80 columns and writes no escapes into a pipe', () => {
    const { code, out, err } = happiness(['report', tickets, '--by', 'channel']);
    expect(code).toBe(0);
    expect(out + err).not.toContain(ESCAPE);
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it.for([
    ['--color always', ['--color', 'always'], {}, true],
    ['--color=always before the command would do as well', ['--color=always'], {}, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR and FORCE_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['--no-color and FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ] as const)('colours with %s: %o', ([, flags, env, colorful]) => {
    const { code, out } = happiness([...flags, 'report', tickets], { env });
    expect(code).toBe(0);
    expect(out.includes(ESCAPE)).toBe(colorful);
  });

  it('writes files and says so aside', () => {
    const [json, md] = [join(folder, 'out.json'), join(folder, 'out.md')];
    const { code, out, err } = happiness(['report', tickets, '-o', json, '-o', md]);
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^wrote .*out\.json \(json: \d+ KPIs, 40 tickets, all\)$/),
      expect.stringContaining('wrote '),
      '',
    ]);
    expect(kpi(JSON.parse(readFileSync(json, 'utf8')) as ReportJson, 'first-response-time')?.n).toBe(40);
    expect(readFileSync(md, 'utf8')).toMatch(/^#/);
  });

  it('says nothing when quiet and done', () => {
    expect(happiness(['report', tickets, '-o', join(folder, 'quiet.md'), '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(existsSync(join(folder, 'quiet.md'))).toBe(true);
  });

  it('writes colours to no file', () => {
    happiness(['report', tickets, '-o', join(folder, 'plain.txt'), '--color', 'always', '-q']);
    expect(readFileSync(join(folder, 'plain.txt'), 'utf8')).not.toContain(ESCAPE);
  });

  it('tells more on request', () => {
    const { err } = happiness(['report', tickets, '--verbose', '--format', 'json']);
    expect(err).toMatch(/tickets\.csv: 40 tickets as \S+, utf-8\n/);
    expect(err).toMatch(/read in [\d.]+ s, analyzed in [\d.]+ s\n/);
  });

  it('is not disturbed by a reader that has enough', async () => {
    const child = spawn(process.execPath, [BIN, 'report', tickets, '--format', 'json', '--by', 'channel'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(err).toBe('');
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full', () => {
    const { code, out, err } = happiness(['report', tickets, '-o', '/dev/full']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('happiness: cannot write /dev/full: no space left on the device\n');
    for (const args of [`report ${tickets}`, 'kpis', '--help', '--version']) {
      expect(spawnSync('/bin/sh', ['-c', `exec "${process.execPath}" "${BIN}" ${args} > /dev/full`]).status, args).toBe(2);
    }
  });
});

describe('exit codes', () => {
  it('is 1 with --strict and warnings, and the report is there all the same', () => {
    const strict = happiness(['report', join(folder, 'zoneless.csv'), '--strict', '--format', 'markdown']);
    expect(strict.code).toBe(1);
    expect(strict.out).toContain('First response time');
    expect(strict.err).toMatch(/^happiness: the data has \d+ warnings?, and --strict allows none\n$/);
    expect(happiness(['report', join(folder, 'zoneless.csv')]).code).toBe(0);
  });

  it.runIf(process.platform !== 'win32').for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is for %s %d, and no half file is left', async ([signal, code]) => {
    const cwd = mkdtempSync(join(tmpdir(), 'happiness-'));
    const child = spawn(process.execPath, [BIN, 'report', '-', '-o', 'out.md'], { cwd, stdio: ['pipe', 'ignore', 'inherit'] });
    // The end of standard input never comes; once the program reads, its handlers are there.
    const written = new Promise((resolve) => child.stdin.write(TICKETS.repeat(5000), resolve));
    await written;
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('what it cannot answer', () => {
  it.for([
    ['a missing file', ['nope.csv'], 'nope.csv'],
    ['an empty file', ['empty.csv'], 'empty.csv'],
    ['a header alone', ['header.csv'], 'header.csv'],
    ['cut JSON', ['cut.json'], 'cut.json'],
    ['a binary file', ['image.png'], 'image.png'],
    ['an empty folder', ['void'], 'void'],
    ['a glob without matches', ['nope*.csv'], 'nope*.csv'],
    ['one bad file among several', ['tickets.csv', 'cut.json'], 'cut.json'],
    ['an unknown KPI', ['tickets.csv', '--kpi', 'first-respose-time'], 'did you mean first-response-time?'],
    ['an unknown option', ['tickets.csv', '--formt', 'json'], '--format'],
    ['an unknown format', ['tickets.csv', '--format', 'jsn'], 'json'],
    ['an unknown dimension', ['tickets.csv', '--by', 'chanel'], 'channel'],
    ['an unknown preset', ['tickets.csv', '--preset', 'zendesk-cvs'], 'zendesk-csv'],
    ['a bad condition', ['tickets.csv', '--where', 'channel ='], 'channel ='],
    ['a bad period', ['tickets.csv', '--period', '2025-Q7'], '2025-Q7'],
    ['a bad zone', ['tickets.csv', '--timezone', 'Mars/Base'], 'Mars/Base'],
    ['a bad week start', ['tickets.csv', '--week-start', 'monday'], 'mon'],
    ['a bad step', ['tickets.csv', '--every', 'weekly'], 'week'],
    ['a bad instant', ['tickets.csv', '--as-of', 'soon'], 'soon'],
    ['a period before it starts', ['tickets.csv', '--from', '2025-03-10', '--to', '2025-03-01'], '2025-03-10..2025-03-01'],
    ['a period twice', ['tickets.csv', '--period', '2025', '--from', '2025-03-01'], '--period cannot be given together'],
    ['nothing to compare with', ['tickets.csv', '--compare', 'previous'], '--period'],
    ['an output that is a folder', ['tickets.csv', '-o', 'void'], 'void: it is a folder'],
    ['an output in a folder that is not there', ['tickets.csv', '-o', 'no/out.md'], 'no/out.md: its folder does not exist'],
    ['an output over the input', ['tickets.csv', '-o', './tickets.csv'], 'it is one of the files to read'],
    ['an output twice', ['tickets.csv', '-o', 'a.md', '-o', './a.md'], 'named twice'],
    ['nothing given', [], 'happiness report tickets.csv'],
  ] as const)('%s', ([, args, says]) => {
    const { code, out, err } = happiness(['report', ...args], { cwd: folder });
    expect(err).toContain(says);
    expect(err).toMatch(/^happiness: /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/ {4}at |node:|\u001b/);
    if (args.some((arg) => arg === '--format')) return;
    const json = happiness(['report', ...args, '--format', 'json'], { cwd: folder });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: expect.any(String) as string } });
  });

  it('a column of the data is never quoted in an error', () => {
    writeFileSync(join(folder, 'secret.csv'), 'foo,bar\njane@example.com,"4 Elm\n');
    const { code, err } = happiness(['report', 'secret.csv'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).not.toMatch(/jane|Elm/);
  });

  it.runIf(process.platform !== 'win32')('a folder that may not be written to, found before the long read', () => {
    const locked = mkdtempSync(join(tmpdir(), 'happiness-'));
    writeFileSync(join(locked, 'tickets.csv'), TICKETS);
    // Root may write anywhere, so root tries as nobody.
    const options = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(locked, 0o555);
    const { code, err } = happiness(['report', join(locked, 'tickets.csv'), '-o', join(locked, 'out.md')], { options });
    expect(err).toContain('out.md: permission denied');
    expect(code).toBe(2);
    expect(statSync(locked).mode & 0o777).toBe(0o555);
  });
});
