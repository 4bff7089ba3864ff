import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import type { Report } from '../../../src/model/report.ts';
import { fakeIo, type FakeOutside } from '../fake-io.ts';

/** Forty paying customers: twenty answered within five minutes, of whom one leaves; twenty after an hour, of whom nine leave. Five never wrote. */
const IDS = Array.from({ length: 45 }, (_, at) => `c${String(at).padStart(2, '0')}`);
const leaves = (at: number): boolean => at === 3 || (at >= 20 && at < 40 && at % 2 === 0 && at !== 38);
const CUSTOMERS = [
  'id,plan,signed_up_at,cancelled_at',
  ...IDS.map((id, at) => `${id},Pro,2024-01-01T00:00:00Z,${leaves(at) ? '2025-02-10T00:00:00Z' : ''}`),
].join('\n');
const TICKETS = [
  'id,status,created_at,first_response_at,solved_at,customer_id,channel',
  ...IDS.slice(0, 40).map(
    (id, at) =>
      `${at + 1},solved,2025-01-10T10:00:00Z,2025-01-10T1${at < 20 ? '0:05' : '1:00'}:00Z,2025-01-12T10:00:00Z,${id},${at % 4 === 0 ? 'chat' : 'email'}`,
  ),
].join('\n');
const CONFIG = [
  'objectives:',
  '  - { name: Keep customers, if: "first-response-time.p90 <= 30m", then: churn-rate, from: 40%, to: 10%, start: 2025-01-01, by: 2026-12-31, owner: support }',
  '  - { name: Answer at once, then: "first-response-time.median{channel=chat}", from: 2h, to: 5m, start: 2025-01-01, by: 2025-03-31 }',
  '  - { name: Nobody leaves unheard, then: csat, from: 80%, to: 80%, start: 2025-01-01, by: 2025-12-31 }',
  '',
].join('\n');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'link-'));
  writeFileSync(join(folder, 'customers.csv'), CUSTOMERS);
  writeFileSync(join(folder, 'tickets.csv'), TICKETS);
  writeFileSync(join(folder, 'objectives.yaml'), CONFIG);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function report(
  argv: readonly string[],
  outside: FakeOutside = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const io = fakeIo(['report', 'customers.csv', 'tickets.csv', '--timezone', 'UTC', '--as-of', '2025-04-01', '--by', 'none', ...argv], {
    cwd: folder,
    now: () => Date.parse('2025-04-02T00:00:00Z'),
    ...outside,
  });
  const code = await run(io);
  return { code, out: io.out(), err: io.err() };
}

async function json(argv: readonly string[]): Promise<Report> {
  return JSON.parse((await report([...argv, '--format', 'json'])).out) as Report;
}

describe('report --link', () => {
  const LINK = ['--config', 'none', '--kpi', 'churn-rate', '--link'];
  it.for([
    ['link-80.txt', [], {}],
    ['link-44.txt', [], { isTTY: true, columns: 44 }],
    ['link.md', ['--format', 'markdown'], {}],
    ['link.csv', ['--format', 'csv'], {}],
    ['link-pending.txt', ['--as-of', '2025-02-20'], {}],
  ] as const)('%s', async ([file, argv, stdout]) => {
    const { code, out } = await report([...LINK, ...argv], { stdout });
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`screens/${file}`);
  });
  it('in JSON: 19 of 20 stayed, and 11 of 20', async () => {
    const { link } = await json(LINK);
    const answered = link?.comparisons.find(({ id }) => id === 'answered-in-time');
    const retained = answered?.outcomes.find(({ id }) => id === 'retained');
    expect(retained).toMatchObject({
      groups: [
        { hits: 19, of: 20, rate: 0.95, pending: 0 },
        { hits: 11, of: 20, rate: 0.55, pending: 0 },
      ],
      verdict: 'moved-together',
    });
    expect(retained?.difference?.value).toBeCloseTo(0.4, 12);
    expect(link?.followUpDays).toBe(60);
    expect((await json([...LINK, '--follow-up', '20'])).link?.comparisons[0]?.outcomes[0]?.groups.map(({ hits }) => hits)).toEqual([
      20, 20,
    ]);
  });
  it('in no format says what caused what', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown'])
      expect((await report([...LINK, '--format', format])).out).not.toMatch(/\b(caus\w+|because|leads? to|led to|due to)\b/i);
  });
  it.for([
    [['--link', '--follow-up', 'soon'], '--follow-up "soon" is not a number of days such as 60'],
    [['--link', '--follow-up', '0'], '--follow-up "0" is not a number of days'],
    [['--follow-up', '30'], '--follow-up needs --link'],
  ] as const)('%s', async ([argv, message]) => {
    const { code, out, err } = await report(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('objectives', () => {
  const WITH = ['--config', 'objectives.yaml', '--kpi', 'objective-progress'];
  it.for([
    ['objectives-80.txt', [], {}],
    ['objectives-44.txt', [], { isTTY: true, columns: 44 }],
    ['objectives.md', ['--format', 'markdown'], {}],
  ] as const)('%s', async ([file, argv, stdout]) => {
    const { code, out } = await report([...WITH, ...argv, '--period', '2025-Q1'], { stdout });
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`screens/${file}`);
  });
  it('in JSON', async () => {
    const { objectives, kpis } = await json([...WITH, '--period', '2025-Q1']);
    // 10 of 45 left: 22.2 %, 17.8 of 30 points. 90 of 730 days have passed.
    expect(objectives?.[0]).toMatchObject({
      name: 'Keep customers',
      owner: 'support',
      state: 'on-track',
      n: 45,
      kind: 'linear',
      action: { kept: false },
      expected: 90 / 730,
    });
    expect(objectives?.[0]?.current).toBeCloseTo(10 / 45, 12);
    expect(objectives?.[0]?.progress).toBeCloseTo((0.4 - 10 / 45) / 0.3, 12);
    // Of ten chats five are answered after 5 minutes and five after an hour: the median of 32.5 minutes is 87.5 of 115 minutes on the way.
    expect(objectives?.[1]).toMatchObject({ state: 'past-due', current: 1950 });
    expect(objectives?.[1]?.progress).toBeCloseTo(87.5 / 115, 12);
    expect(objectives?.[2]).toMatchObject({ state: 'no-data', current: null, progress: null });
    const [progress] = kpis;
    expect(progress).toMatchObject({ id: 'objective-progress', n: 2 });
    expect(progress?.value).toBeCloseTo(((0.4 - 10 / 45) / 0.3 + 87.5 / 115) / 2, 12);
    expect(progress?.parts?.map(({ key }) => key)).toEqual(['Keep customers', 'Answer at once']);
  });
  it('look at all rows, whatever the condition of the report', async () => {
    const { objectives } = await json([...WITH, '--period', '2025-Q1', '--where', 'channel=chat']);
    expect(objectives?.[0]?.n).toBe(45);
  });
  it('without a period: over the last complete month', async () => {
    const { objectives } = await json(WITH);
    expect(objectives?.[0]?.period).toMatchObject({ label: '2025-03' });
  });
  it('are no data without a config', async () => {
    const { kpis, objectives } = await json(['--config', 'none', '--kpi', 'objective-progress']);
    expect(kpis[0]).toMatchObject({ value: null, reason: 'no-objective' });
    expect(objectives).toBeUndefined();
  });
  it('that cannot be understood name themselves, before anything is read', async () => {
    writeFileSync(
      join(folder, 'bad.yaml'),
      'objectives: [{ name: Up, then: chrun-rate, from: 1, to: 2, start: 2025-01-01, by: 2025-02-01 }]\n',
    );
    const { code, err } = await report(['--config', 'bad.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('chrun-rate');
    expect(err).toContain('churn-rate');
  });
});
