import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { BIN, happiness, type Ended } from './spawn.ts';
import { emptyFolder, TICKETS, ticketFolder } from './ticket-folder.ts';

const folder = ticketFolder();
// 40 tickets, each answered after 10 minutes and solved after three hours; every second by chat.
const MET = 'first-response-time.median <= 20m';
const MISSED = 'first-response-time.median <= 5m';

async function check(rules: readonly string[], args: readonly string[] = [], start: Parameters<typeof happiness>[1] = {}): Promise<Ended> {
  return await happiness(['check', 'tickets.csv', '-c', 'none', ...rules.flatMap((rule) => ['--rule', rule]), ...args], {
    cwd: folder,
    ...start,
  });
}

function config(checks: readonly unknown[], cwd = emptyFolder()): string {
  writeFileSync(join(cwd, 'tickets.csv'), TICKETS);
  writeFileSync(
    join(cwd, 'happiness.config.yaml'),
    `timezone: UTC\nchecks:\n${checks.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`,
  );
  return cwd;
}

function reportOf({ out }: Ended): Report {
  return JSON.parse(out) as Report;
}

describe('exit codes of check', () => {
  it.concurrent.for([
    ['met', [MET], [], 0],
    ['missed', [MISSED], [], 1],
    ['one of two missed', [MET, MISSED], [], 1],
    ['missed, but asked not to tell', [MISSED], ['--exit-zero'], 0],
    ['no data', ['csat >= 80%'], [], 1],
    ['of every channel', ['first-response-time.p90{channel=*} <= 20m'], [], 0],
    ['of every channel, missed', ['first-response-time.p90{channel=*} <= 9m'], [], 1],
    ['a parameter that is met', ['service-level(10m) >= 100%'], [], 0],
    ['a parameter that is missed', ['service-level(9m) >= 1%'], [], 1],
    ['fresh enough', [], ['--max-age', '2d', '--as-of', '2025-03-29'], 0],
    ['stale', [], ['--max-age', '2d', '--as-of', '2025-04-29'], 1],
    ['stale by the clock', [MET], ['--max-age', '2d'], 1],
    ['no difference from the month before', ['resolution-time rise <= 1m'], ['--period', '2025-03-15..2025-03-28'], 0],
    ['warnings about the data', [MET], ['--strict', '--tickets', 'zoneless.csv'], 1],
    ['an unknown KPI', ['frist-response-time <= 1h'], [], 2],
    ['a wrong unit', ['first-response-time <= 90%'], [], 2],
    ['bad grammar', ['first-response-time =< 1h'], [], 2],
    ['an unknown field', ['first-response-time{chanel=chat} <= 1h'], [], 2],
    ['an unknown dimension', ['first-response-time{chanel=*} <= 1h'], [], 2],
    ['agents one by one', ['first-response-time{agent=*} <= 1h'], [], 2],
    ['nothing to check', [], [], 2],
    ['nothing to compare with', ['csat drop <= 3pp'], [], 2],
    ['a baseline that is not there', [MET], ['--baseline', 'nope.json'], 2],
    ['a baseline that is no report', [MET], ['--baseline', 'cut.json'], 2],
    ['a bad age', [MET], ['--max-age', '2'], 2],
    ['an unwritable output', [MET], ['-o', 'no/such/folder.md'], 2],
    ['a placeholder that does not exist', [MET], ['-o', '{peroid}.md'], 2],
  ] as const)('%s', async ([, rules, args, code]) => {
    const ended = await check(rules, args);
    expect({ code: ended.code, err: code === 2 ? '' : ended.err }).toEqual({ code, err: code === 2 ? '' : expect.any(String) });
    expect(ended.err).not.toMatch(/ {4}at |node:/);
    if (code === 2) expect(ended).toMatchObject({ out: '', err: expect.stringMatching(/^happiness: /) as string });
  });

  it.concurrent('are those of the verdict although the reader has gone', async () => {
    const child = spawn(process.execPath, [BIN, 'check', 'tickets.csv', '-c', 'none', '--rule', MISSED], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([1, null]);
  });

  it.runIf(existsSync('/dev/full'))('are 2 where the disk is full', async () => {
    expect((await check([MET], ['-o', '/dev/full'])).code).toBe(2);
    const line = `exec "${process.execPath}" "${BIN}" check tickets.csv -c none --rule '${MET}' > /dev/full`;
    expect(spawnSync('/bin/sh', ['-c', line], { cwd: folder }).status).toBe(2);
  });

  it.runIf(process.platform !== 'win32').for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('are for %s while reading %d, and nothing is left behind', async ([signal, code]) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'old.md'), 'old');
    const child = spawn(process.execPath, [BIN, 'check', '-', '-c', 'none', '--rule', MET, '-o', 'old.md'], {
      cwd,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    await new Promise((resolve) => child.stdin.write(TICKETS.repeat(5000), resolve));
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(readdirSync(cwd)).toEqual(['old.md']);
    expect(readFileSync(join(cwd, 'old.md'), 'utf8')).toBe('old');
  });

  it.runIf(process.platform !== 'win32').for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('are for %s while writing %d', async ([signal, code]) => {
    const fifo = join(emptyFolder(), 'fifo');
    spawnSync('mkfifo', [fifo]);
    // Nobody reads the pipe: the program waits in its write.
    const child = spawn(process.execPath, [BIN, 'check', 'tickets.csv', '-c', 'none', '--rule', MET, '-o', fifo, '--verbose'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(child.stderr, 'data');
    await new Promise((resolve) => setTimeout(resolve, 700));
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
  });
});

describe('rules of the config', () => {
  it.concurrent('are told with their place, worst first, and what passed in one line', async () => {
    const cwd = config([
      MET,
      'resolution-time.median <= 1h',
      { rule: MISSED, name: 'Fast answers' },
      { rule: 'csat >= 80%', onNoData: 'warn' },
    ]);
    const { code, out, err } = await happiness(['check', 'tickets.csv'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(
      [
        'Happiness check: all data',
        '2025-03-01 to 2025-03-28 (UTC) · as of 2025-03-28 12:00',
        '',
        '✖ FAILED  resolution-time.median <= 1h',
        '    Resolution time: 3 h, limit <= 1 h, 2 h over',
        '    n 40 · 95% interval 3 h to 3 h · happiness.config.yaml:4:5',
        '',
        '✖ FAILED  Fast answers',
        '    First response time: 10 min, limit <= 5 min, 5 min over',
        '    n 40 · 95% interval 10 min to 10 min · happiness.config.yaml:5:13',
        '',
        '! warn  csat >= 80%',
        '    Customer satisfaction (CSAT): no value: the data has no tickets.rating;',
        '    limit >= 80%',
        '    n 0 · happiness.config.yaml:6:13',
        '',
        '✔ 1 passed',
        '✖ 2 of 4 checks failed, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it.concurrent('that are wrong are an error with file, line and column, before anything is read', async () => {
    const cwd = config([MET, 'frist-response-time.median <= 1h']);
    const { code, out, err } = await happiness(['check', 'nope.csv'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^happiness: happiness\.config\.yaml:4:\d+: unknown KPI "frist-response-time": did you mean first-response-time\?\n/,
    );
    const json = await happiness(['check', 'tickets.csv', '--format', 'json'], { cwd });
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 'unknown-kpi', file: 'happiness.config.yaml', line: 4 } });
  });

  it.concurrent('stand beside objectives, which are checks of their own', async () => {
    const cwd = config([MET]);
    const objective = '{ name: Answer fast, then: first-response-time.median, from: 20m, to: 5m, start: 2025-01-01, by: 2025-03-20 }';
    appendFileSync(join(cwd, 'happiness.config.yaml'), `objectives:\n  - ${objective}\n`);
    const { code, out } = await happiness(['check', 'tickets.csv', '--period', '2025-03', '--as-of', '2025-04-01'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('✖ FAILED  objective: Answer fast\n    First response time: 10 min, limit <= 5 min, 5 min over\n');
    expect(out).toContain('past due · happiness.config.yaml:5');
    expect(out).toContain('1 of 2 checks failed');
  });

  it.concurrent('take sources from the config', async () => {
    const cwd = config([MET]);
    appendFileSync(join(cwd, 'happiness.config.yaml'), 'sources: [tickets.csv]\n');
    expect((await happiness(['check'], { cwd })).code).toBe(0);
  });
});

describe('what check writes', () => {
  it.concurrent('is nothing when quiet and met, and the whole story aside when missed', async () => {
    expect(await check([MET], ['--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(await check([MET], ['--quiet', '-o', 'met.md'])).toEqual({ code: 0, out: '', err: '' });
    for (const args of [['--quiet'], ['--quiet', '-o', 'missed.md'], ['--quiet', '-o', 'missed.xml']]) {
      const { code, out, err } = await check([MISSED], args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('First response time: 10 min, limit <= 5 min, 5 min over');
    }
  });

  it.concurrent('goes to several places at once, under the name of the period', async () => {
    const cwd = config([MISSED]);
    const args = [
      'check',
      'tickets.csv',
      '--period',
      '2025-03',
      '-o',
      'checks-{period}.xml',
      '-o',
      '{period}.gitlab.json',
      '-o',
      '{period}.prom',
      '--format',
      'github',
    ];
    const { code, out } = await happiness([...args, '-o', '-'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=happiness\.config\.yaml,line=3,col=5,title=/);
    expect(readdirSync(cwd).toSorted()).toEqual([
      '2025-03.gitlab.json',
      '2025-03.prom',
      'checks-2025-03.xml',
      'happiness.config.yaml',
      'tickets.csv',
    ]);
    expect(JSON.parse(readFileSync(join(cwd, '2025-03.gitlab.json'), 'utf8'))).toMatchObject([
      { location: { path: 'happiness.config.yaml', lines: { begin: 3 } } },
    ]);
  });

  it.concurrent('fills the job summary that GitHub names, behind what stands there', async () => {
    const summary = join(emptyFolder(), 'summary.md');
    writeFileSync(summary, 'before\n');
    const { code } = await check([MISSED], ['--format', 'github'], { env: { GITHUB_STEP_SUMMARY: summary } });
    expect(code).toBe(1);
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n### Happiness check: all data\n[\s\S]*5 min over/);
    // Only when asked for that format.
    const size = statSync(summary).size;
    await check([MISSED], [], { env: { GITHUB_STEP_SUMMARY: summary } });
    expect(statSync(summary).size).toBe(size);
  });

  it.concurrent('can be rendered again, and serve as a baseline', async () => {
    const cwd = config([
      'resolution-time rise <= 10%',
      'resolution-time{channel=chat} rise <= 10%',
      'resolution-time{channel=*} rise <= 10%',
    ]);
    const before = await happiness(['report', 'tickets.csv', '--by', 'channel', '-o', 'before.json', '-q'], { cwd });
    expect(before).toEqual({ code: 0, out: '', err: '' });
    const same = await happiness(['check', 'tickets.csv', '--baseline', 'before.json', '-o', 'verdict.json', '-q'], { cwd });
    expect(same).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(
      join(cwd, 'slow.csv'),
      TICKETS.replaceAll('T12:00:00Z,email', 'T12:30:00Z,email').replaceAll('T12:00:00Z,chat', 'T12:10:00Z,chat'),
    );
    const slow = await happiness(['check', 'slow.csv', '--baseline', 'before.json', '--format', 'json'], { cwd });
    // Mail took 3.5 hours instead of 3, which is 16.7 % more; chat 3 h 10 min, 5.6 % more; half of each: 3 h 20 min, 11.1 % more.
    expect(reportOf(slow).checks?.map(({ where, state, value }) => [where, state, value?.toFixed(3)])).toEqual([
      [null, 'failed', '0.111'],
      ['channel = chat', 'passed', '0.056'],
      ['channel = chat', 'passed', '0.056'],
      ['channel = email', 'failed', '0.167'],
    ]);
    // A verdict is a baseline too, also for what only it knows.
    const again = await happiness(['check', 'slow.csv', '--baseline', 'verdict.json', '--format', 'json'], { cwd });
    expect(reportOf(again).checks?.map(({ state }) => state)).toEqual(['failed', 'passed', 'passed', 'failed']);
    const rendered = await happiness(['render', 'verdict.json', '--format', 'junit'], { cwd });
    expect(rendered).toMatchObject({ code: 0, out: expect.stringContaining('tests="4" failures="0" errors="0"') as string });
  });

  it.concurrent('is the same in every zone and locale, without a home', async () => {
    const args = ['--format', 'json', '--as-of', '2025-04-01', '--max-age', '90d'];
    const here = await check([MET, 'first-response-time{channel=*} <= 5m'], args, { env: { TZ: 'UTC' } });
    expect(here.code).toBe(1);
    expect(
      await check([MET, 'first-response-time{channel=*} <= 5m'], args, {
        env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', HOME: '/nonexistent' },
      }),
    ).toEqual(here);
  });
});

describe('check --suggest', () => {
  it.concurrent('proposes rules that the data itself keeps, as a config', async () => {
    const cwd = emptyFolder();
    const day = (at: number): string => new Date(Date.UTC(2025, 0, 6 + at, 9)).toISOString();
    const rows = Array.from(
      { length: 120 },
      (_, at) => `${at},solved,${day(at)},${day(at).replace('T09:00', `T09:${10 + (at % 7)}`)},${day(at).replace('T09', 'T12')}`,
    );
    writeFileSync(join(cwd, 'tickets.csv'), `id,status,created_at,first_response_at,solved_at\n${rows.join('\n')}\n`);
    const { code, out, err } = await happiness(['check', 'tickets.csv', '--suggest', '--kpi', 'first-response-time,resolution-time'], {
      cwd,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    // Every week holds 10 to 16 minutes once each: the median is 13, always; so are its limits.
    expect(out).toContain('  - { rule: first-response-time.median <= 13m, minSample: 3 }');
    writeFileSync(join(cwd, 'happiness.config.yaml'), out);
    expect((await happiness(['check', 'tickets.csv', '--period', '2025-03'], { cwd })).code).toBe(0);
  });

  it.concurrent('says when there is no history', async () => {
    const { code, err } = await check([], ['--suggest']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('too short a history') as string });
  });
});

describe('happiness render', () => {
  it.concurrent.for([
    ['a file that is not there', ['nope.json'], 'there is no such file'],
    ['what is not JSON', ['tickets.csv'], 'is not JSON'],
    ['JSON that is no report', ['package.json'], 'is no report of this program'],
    ['a later version', ['later.json'], 'version 2'],
    ['verdicts of a report without any', ['report.json', '--format', 'junit'], 'happiness check --format junit'],
    ['over itself', ['report.json', '-o', 'report.json'], 'it is one of the files to read'],
  ] as const)('refuses %s', async ([, args, says]) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'tickets.csv'), TICKETS);
    writeFileSync(join(cwd, 'package.json'), '{"name": "x"}');
    writeFileSync(join(cwd, 'later.json'), '{"schemaVersion": 2}');
    await happiness(['report', 'tickets.csv', '-o', 'report.json', '-q'], { cwd });
    const { code, out, err } = await happiness(['render', ...args], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it.concurrent('writes what the report itself would have written', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'tickets.csv'), TICKETS);
    await happiness(['report', 'tickets.csv', '-o', 'a.json', '-o', 'a.md', '-o', 'a.csv', '-o', 'a.txt', '-q'], { cwd });
    await happiness(['render', 'a.json', '-o', 'b.json', '-o', 'b.md', '-o', 'b.csv', '-o', 'b.txt', '-q'], { cwd });
    for (const kind of ['json', 'md', 'csv', 'txt'])
      expect(readFileSync(join(cwd, `b.${kind}`), 'utf8')).toBe(readFileSync(join(cwd, `a.${kind}`), 'utf8'));
    const piped = await happiness(['render', '-', '--format', 'markdown'], { cwd, stdin: readFileSync(join(cwd, 'a.json')) });
    expect(piped.out).toBe(readFileSync(join(cwd, 'a.md'), 'utf8'));
  });
});
