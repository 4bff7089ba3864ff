import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { pseudonymWith } from '../../../src/cli/segment/pseudonym.ts';
import type { Report } from '../../../src/model/report.ts';
import { fakeIo, type FakeOutside } from '../fake-io.ts';

/**
 * Twelve customers in July 2025: three never onboarded, one cancelled, one unhappy, one of whom nothing is known, one who left in spring,
 * one for whom there is only an address, the others settled.
 */
const CUSTOMERS = [
  'id,email,name,plan,plan_kind,signed_up_at,onboarded_at,cancelled_at,mrr',
  ...['s1', 's2', 's3'].map((id, at) => `${id},${id}@example.com,Stuck ${at},Free,free,2025-05-0${at + 1}T00:00:00Z,,,0`),
  'c1,c1@example.com,Cara,Pro,paid,2024-01-01T00:00:00Z,2024-01-05T00:00:00Z,2025-06-20T00:00:00Z,99',
  'u1,u1@example.com,Uma,Business,paid,2024-01-01T00:00:00Z,2024-01-05T00:00:00Z,,250',
  'n1,n1@example.com,Nia,Pro,paid,,,,29',
  'l1,l1@example.com,Leo,Pro,paid,2024-01-01T00:00:00Z,2024-01-05T00:00:00Z,2025-03-01T00:00:00Z,29',
  ...['f1', 'f2', 'f3', 'f4'].map((id, at) => `${id},${id}@example.com,Fine ${at},Pro,paid,2024-02-01T00:00:00Z,2024-02-05T00:00:00Z,,29`),
].join('\n');
const TICKETS = [
  'id,status,created_at,solved_at,customer_id,customer_email,satisfaction,rated_at',
  '1,solved,2025-06-01T10:00:00Z,2025-06-01T12:00:00Z,u1,,bad,2025-06-02T00:00:00Z',
  '2,solved,2025-06-03T10:00:00Z,2025-06-03T12:00:00Z,f1,,good,2025-06-04T00:00:00Z',
  '3,solved,2025-06-05T10:00:00Z,2025-06-05T12:00:00Z,f1,,,',
  '4,open,2025-06-06T10:00:00Z,,f1,,,',
  '5,solved,2025-06-07T10:00:00Z,2025-06-08T12:00:00Z,,walk-in@example.com,bad,2025-06-09T00:00:00Z',
].join('\n');
const CONFIG = [
  'segments:',
  '  heavy writers: "tickets >= 3"',
  '  pro at risk: { plan: Pro, vector: negative }',
  '  german: "country = DE"',
  '',
].join('\n');
const KEY = '0123456789abcdef0123456789abcdef';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segment-'));
  writeFileSync(join(folder, 'customers.csv'), CUSTOMERS);
  writeFileSync(join(folder, 'tickets.csv'), TICKETS);
  writeFileSync(join(folder, 'happiness.config.yaml'), CONFIG);
  writeFileSync(join(folder, 'key'), `${KEY}\n`);
  writeFileSync(join(folder, 'short'), 'secret\n');
  writeFileSync(join(folder, 'long'), 'x'.repeat(5000));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function segment(argv: readonly string[] = [], outside: FakeOutside = {}): Promise<Ended> {
  const io = fakeIo(['segment', 'customers.csv', 'tickets.csv', '--timezone', 'UTC', '--as-of', '2025-07-01', ...argv], {
    cwd: folder,
    now: () => Date.parse('2025-07-02T09:00:00Z'),
    ...outside,
  });
  const code = await run(io);
  return { code, out: io.out(), err: io.err() };
}

async function json(argv: readonly string[] = []): Promise<Report> {
  return JSON.parse((await segment([...argv, '--format', 'json'])).out) as Report;
}

describe('screens', () => {
  it.for([
    ['table-80.txt', [], {}],
    ['table-40.txt', [], { isTTY: true, columns: 40 }],
    ['period.txt', ['--from', '2025-05-01', '--to', '2025-06-30'], {}],
    ['report.md', ['--format', 'markdown'], {}],
    ['report.csv', ['--format', 'csv'], {}],
    ['negative.csv', ['--list', 'negative', '--format', 'csv'], {}],
    ['negative.md', ['--list', 'negative', '--format', 'markdown'], {}],
    ['neutral.csv', ['--list', 'neutral', '--format', 'csv'], {}],
  ] as const)('%s', async ([file, argv, stdout]) => {
    const { code, out } = await segment([...argv, '--config', file === 'table-80.txt' ? 'happiness.config.yaml' : 'none'], { stdout });
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`screens/${file}`);
  });
});

describe('--list', () => {
  it('gives ids, one a line, those who pay most first, and no address', async () => {
    const { code, out, err } = await segment(['--list', 'negative']);
    expect({ code, out }).toEqual({ code: 0, out: 'u1\nc1\ns1\ns2\ns3\n' });
    expect(err).toContain('1 of negative are known by their e-mail address only and left out: --emails lists them by it');
  });
  it('shows addresses when asked', async () => {
    expect((await segment(['--list', 'negative', '--emails'])).out).toBe('u1\nc1\ns1\ns2\ns3\nwalk-in@example.com\n');
  });
  it('of a segment of the config, in any case', async () => {
    expect((await segment(['--list', 'Heavy Writers'])).out).toBe('f1\n');
    expect((await segment(['--list', 'pro at risk'])).out).toBe('c1\n');
  });
  it('only so many, only those who', async () => {
    expect((await segment(['--list', 'negative', '--top', '2'])).out).toBe('u1\nc1\n');
    expect((await segment(['--list', 'negative', '--where', 'plan=free'])).out).toBe('s1\ns2\ns3\n');
    expect((await segment(['--list', 'negative', '--where', 'lastRating = bad and mrr > 100'])).out).toBe('u1\n');
  });
  it('never names anybody', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown']) {
      const { out } = await segment(['--list', 'negative', '--format', format]);
      expect(out).not.toMatch(/@example\.com|Cara|Uma|Stuck/);
    }
  });
  it('has rule and facts in JSON', async () => {
    const { segments } = await json(['--list', 'negative']);
    const negative = segments?.find(({ key }) => key === 'negative');
    expect(negative).toMatchObject({ customers: 6, ids: ['u1', 'c1', 's1', 's2', 's3'] });
    expect(negative?.members?.[0]).toEqual({
      id: 'u1',
      vector: 'negative',
      rule: 'last rating bad',
      facts: { lastRating: 'bad', lastRatingAt: '2025-06-02T00:00:00.000Z' },
      plan: 'Business',
      mrr: 250,
      fake: false,
    });
    expect(segments?.filter(({ ids }) => ids !== undefined)).toHaveLength(1);
  });
});

describe('--pseudonymize', () => {
  it('is the first 32 hex digits of HMAC-SHA256, the same every time', async () => {
    const { out } = await segment(['--list', 'negative', '--pseudonymize', 'key']);
    const names = ['u1', 'c1', 's1', 's2', 's3', 'walk-in@example.com'].map((id) =>
      createHmac('sha256', KEY).update(id).digest('hex').slice(0, 32),
    );
    expect(out).toBe(`${names.join('\n')}\n`);
  });
  it('agrees with RFC 4231, test case 2', () => {
    const whole = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(pseudonymWith(Buffer.from('Jefe'))('what do ya want for nothing?')).toBe(whole.slice(0, 32));
  });
  it.for([
    ['none', 'there is no such key file'],
    ['.', 'the key file cannot be read'],
    ['long', 'the file is longer than 4096 bytes'],
    // Never ends.
    ['/dev/zero', 'the file is longer than 4096 bytes'],
    ['short', 'the key is shorter than 16 bytes'],
  ])('needs a key: %s', async ([file = '', message]) => {
    const { code, out, err } = await segment(['--list', 'negative', '--pseudonymize', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('secret');
  });
});

describe('the JSON', () => {
  it('has segments and transitions with their keys', async () => {
    const report = await json();
    expect(report.command).toBe('segment');
    expect(report.segments?.map(({ key, customers }) => [key, customers])).toEqual([
      ['negative', 6],
      ['neutral', 4],
      ['positive', 0],
      ['unknown', 1],
      ['heavy writers', 1],
      ['pro at risk', 1],
      ['german', null],
    ]);
    for (const one of report.segments ?? [])
      expect(Object.keys(one)).toEqual(expect.arrayContaining(['key', 'rule', 'customers', 'share']));
    expect(report.transitions).toMatchObject({ from: '2025-04-01T00:00:00.000Z' });
    expect(report.kpis.map(({ id }) => id)).toEqual(['customer-vector', 'win-back-rate', 'neutral-to-positive-rate']);
    expect(report.kpis[0]).toMatchObject({
      value: null,
      aggregate: 'mix',
      n: 11,
      counts: { negative: 6, neutral: 4, positive: 0, unknown: 1 },
    });
  });
});

describe('errors, before anything is read', () => {
  it.for([
    [['--list', 'negativ'], 'there is no segment "negativ"', 'did you mean negative?'],
    [['--where', 'channel=chat and'], 'condition "channel=chat and"', ''],
  ] as const)('%s', async ([argv, message, hint]) => {
    const { code, out, err } = await segment([...argv, '--config', 'none']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });
  it('a rule of the config that cannot be understood', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'vectors: { negative: ["usage is down"] }\n');
    const { code, err } = await segment(['--config', 'bad.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('vectors.negative');
  });
  it('a condition that says nothing of customers', async () => {
    const { code, err } = await segment(['--where', 'channel=chat', '--config', 'none']);
    expect(code).toBe(2);
    expect(err).toContain('customers of this data have no channel');
  });
});

describe('report', () => {
  const report = async (argv: readonly string[]): Promise<Report> => {
    const io = fakeIo(
      [
        'report',
        'customers.csv',
        'tickets.csv',
        '--timezone',
        'UTC',
        '--as-of',
        '2025-07-01',
        '--format',
        'json',
        '--min-segment',
        '1',
        ...argv,
      ],
      { cwd: folder, now: () => Date.parse('2025-07-02T09:00:00Z') },
    );
    expect(await run(io)).toBe(0);
    return JSON.parse(io.out()) as Report;
  };
  it('breaks down by vector and by segment', async () => {
    const { breakdowns } = await report(['--by', 'vector,segment', '--kpi', 'tickets-per-day']);
    const sizes = breakdowns.map(({ by, groups }) => [by, groups.map(({ key, n }) => [key, n])]);
    expect(sizes).toEqual([
      [
        'vector',
        [
          ['negative', 2],
          ['neutral', 3],
        ],
      ],
      [
        'segment',
        [
          ['heavy writers', 3],
          [null, 2],
        ],
      ],
    ]);
  });
  it('knows both, and facts, in --where', async () => {
    const n = async (where: string): Promise<number | undefined> =>
      (await report(['--where', where, '--kpi', 'tickets-per-day'])).kpis[0]?.n;
    expect([
      await n('vector=negative'),
      await n('segment = "heavy writers"'),
      await n('openTickets >= 1'),
      await n('tickets >= 3 and plan = pro'),
    ]).toEqual([2, 3, 3, 3]);
  });
});
