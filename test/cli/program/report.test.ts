import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { happiness } from './spawn.ts';
import { emptyFolder, kpiOf, ticketFolder, TICKETS, type ReportJson } from './ticket-folder.ts';

const folder = ticketFolder();
const tickets = join(folder, 'tickets.csv');

describe('happiness report', () => {
  it.concurrent('answers from a file, in JSON', async () => {
    const ended = await happiness(['report', tickets, '--format', 'json']);
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    // 40 times from 09:00 to 09:10: 600 seconds.
    expect(kpiOf(ended.out, 'first-response-time')).toMatchObject({ value: 600, n: 40 });
    expect((JSON.parse(ended.out) as ReportJson).inputs).toMatchObject([{ rows: 40, kind: 'tickets' }]);
  });

  it.concurrent.for([
    ['standard input', ['-'], TICKETS],
    ['a folder and a glob of the same file', ['.', '*ickets.csv'], ''],
    ['a kind that is named', ['--tickets', 'tickets.csv'], ''],
  ] as const)('reads %s', async ([, args, stdin]) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'tickets.csv'), TICKETS);
    const ended = await happiness(['report', ...args, '--format', 'json'], { cwd, stdin });
    expect(ended.err).toBe('');
    expect(kpiOf(ended.out, 'first-response-time')?.n).toBe(40);
  });

  it.concurrent('runs a config that is code, with what it imports', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'days.mjs'), "export const weekStart = 'sun';");
    writeFileSync(join(cwd, 'config.mjs'), "import { weekStart } from './days.mjs'; export default { weekStart };");
    const ended = await happiness(['report', tickets, '--config', 'config.mjs', '--print-config'], { cwd });
    expect(ended.err).toBe('');
    expect(ended.out).toMatch(/weekStart: sun\b.*config\.mjs/);
  });

  it.concurrent('reads gzip from standard input', async () => {
    const ended = await happiness(['report', '-', '--format', 'json'], { stdin: gzipSync(TICKETS) });
    expect(ended.err).toBe('');
    expect(kpiOf(ended.out, 'first-response-time')?.n).toBe(40);
  });

  it.concurrent('gives the same bytes in every zone, locale and at every run', async () => {
    const args = ['report', tickets, '--format', 'json', '--by', 'channel', '--every', 'week'];
    const here = await happiness(args, { env: { TZ: 'UTC' } });
    expect(here.code).toBe(0);
    expect(await happiness(args, { env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } })).toEqual(here);
    expect(await happiness(args, { env: { TZ: 'America/Los_Angeles', LANG: 'C' } })).toEqual(here);
  });
});
