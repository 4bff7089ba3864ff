import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, happiness } from './spawn.ts';
import { emptyFolder, ticketFolder } from './ticket-folder.ts';

const folder = ticketFolder();
const tickets = join(folder, 'tickets.csv');
const linux = process.platform === 'linux';

/** A report as we store it, changed by somebody. */
async function stored(name: string, change: (report: Record<string, unknown>) => string): Promise<string> {
  const path = join(folder, `${name}.json`);
  await happiness(['report', tickets, '--by', 'none', '-o', path, '-q']);
  writeFileSync(path, change(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>));
  return path;
}

describe('surroundings that turn against the program', () => {
  it.runIf(linux).concurrent('a folder that was removed under its feet', () => {
    const gone = join(emptyFolder(), 'gone');
    mkdirSync(gone);
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'cd "$1" && rmdir "$1" && "$2" "$3" report "$4"', '-', gone, process.execPath, BIN, tickets],
      {
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'happiness: the current folder is there no more\n  go to another one (cd), and try again\n',
    });
  });

  it.runIf(linux).concurrent('no addresses to spare (ulimit -v)', () => {
    const { status, stdout } = spawnSync('sh', ['-c', 'ulimit -v 6000000; "$1" "$2" report "$3" -q', '-', process.execPath, BIN, tickets], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('40 tickets');
  });

  it.runIf(linux).concurrent.for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while nobody writes to the pipe that is to be read', async ([signal, code]) => {
    const pipe = join(emptyFolder(), 'pipe');
    spawnSync('mkfifo', [pipe]);
    const child = spawn(process.execPath, [BIN, 'report', pipe], { stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    child.kill(signal);
    const unheard = setTimeout(() => child.kill('SIGKILL'), 5000);
    expect(await once(child, 'close')).toEqual([code, null]);
    clearTimeout(unheard);
  });

  it.runIf(linux).concurrent('a pipe that somebody writes to late', async () => {
    const pipe = join(emptyFolder(), 'pipe');
    spawnSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'sleep 0.7; cat "$1" > "$2"', '-', tickets, pipe], { stdio: 'ignore' });
    const { code, out } = await happiness(['report', pipe, '-q']);
    expect(code).toBe(0);
    expect(out).toContain('40 tickets');
    if (writer.exitCode === null) await once(writer, 'close');
  });

  it.runIf(existsSync('/dev/zero')).concurrent('a config that never ends', async () => {
    const { code, err } = await happiness(['report', tickets, '-c', '/dev/zero']);
    expect(code).toBe(2);
    expect(err).toMatch(/^happiness: \/dev\/zero: is longer than 16 MiB\n/);
  });

  it.concurrent('a name that is empty, of a variable that was not set', async () => {
    for (const args of [[''], ['--tickets', '']]) {
      const { code, err } = await happiness(['report', ...args], { cwd: folder });
      expect(code).toBe(2);
      expect(err).toMatch(/^happiness: the name of an input is empty\n/);
    }
  });
});

describe('a file that is named more than once', () => {
  const ANSWERS = [
    'answered_at,kind,score,scale',
    ...Array.from({ length: 40 }, (_, at) => `2025-03-${10 + (at % 20)}T10:00:00Z,csat,${1 + (at % 5)},1-5`),
  ];
  const n = async (cwd: string, args: readonly string[]): Promise<unknown> => {
    const { out } = await happiness(['report', ...args, '--kpi', 'csat', '--format', 'json'], { cwd, stdin: ANSWERS.join('\n') });
    return (JSON.parse(out) as { readonly kpis: readonly { readonly n: number }[] }).kpis[0]?.n;
  };

  it.concurrent('is read once: its rows have no id by which the second time could be told', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'surveys.csv'), ANSWERS.join('\n'));
    symlinkSync('surveys.csv', join(cwd, 'latest.csv'));
    for (const args of [
      ['.'],
      ['*.csv'],
      ['surveys.csv', '--surveys', 'surveys.csv'],
      ['--surveys', 'latest.csv', '--surveys', 'surveys.csv'],
      ['-', '--surveys', '-'],
    ])
      expect(await n(cwd, args), args.join(' ')).toBe(40);
    writeFileSync(join(cwd, 'happiness.config.yaml'), 'sources: ["*.csv", { path: surveys.csv, kind: surveys }]\n');
    expect(await n(cwd, [])).toBe(40);
  });
});

describe('stored reports that somebody has changed', () => {
  it.concurrent('do not name a zone that there is not', async () => {
    const path = await stored('zone', (report) => JSON.stringify({ ...report, timeZone: 'Mars/Olympus' }));
    const { code, err } = await happiness(['render', path]);
    expect(code).toBe(2);
    expect(err).toContain('is no report of this program: timeZone is not what it should be');
  });

  it.concurrent('are not nested without end', async () => {
    const path = await stored('deep', (report) =>
      JSON.stringify(report).replace(/\}$/, `,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    );
    const { code, err } = await happiness(['render', path, '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toContain('nested more than 500 levels deep');
  });

  it.concurrent('may have any number of parts', async () => {
    const parts = Array.from({ length: 200_000 }, (_, at) => ({ key: `k${at}`, value: at, n: 1 }));
    const path = await stored('parts', (report) => {
      const kpis = report['kpis'] as { readonly id: string }[];
      return JSON.stringify({ ...report, kpis: kpis.map((kpi) => (kpi.id === 'first-response-time' ? { ...kpi, parts } : kpi)) });
    });
    const { code, out } = await happiness(['render', path]);
    expect(code).toBe(0);
    expect(out).toMatch(/and 199,99\d more/);
  });
});
