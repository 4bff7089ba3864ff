import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import { fakeIo, type FakeOutside } from './fake-io.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function explain(argv: readonly string[], outside: FakeOutside = {}): Promise<Ended> {
  const io = fakeIo(['explain', ...argv], { cwd: root, now: () => Date.parse('2026-01-08T09:00:00Z'), ...outside });
  const code = await run(io);
  return { code, out: io.out(), err: io.err() };
}

/** A Zendesk export in small: 3 was never answered, 4 is spam. */
const CSV = [
  'Id,Status,Created at,First response at,Channel',
  '1,Solved,2025-03-03 09:00,2025-03-03 09:10,email',
  '2,Open,2025-03-03 09:00,2025-03-03 12:00,email',
  '3,Open,2025-03-04 09:00,,chat',
  '4,spam,2025-03-04 09:00,,chat',
  '=5,Open,2025-03-05 10:00,2025-03-05 10:05,email',
].join('\n');

const onCsv = (argv: readonly string[]): Promise<Ended> => explain([...argv, '--config', 'none'], { stdin: CSV });

describe('--list', () => {
  it.for([
    ['first-response-time', 'waiting', '3\n'],
    ['first-response-time', 'with-value', '1\n2\n=5\n'],
    ['first-response-time', 'Answered', '1\n2\n=5\n'],
    ['service-level', 'missed', '2\n3\n'],
    ['service-level(4h)', 'missed', '3\n'],
    ['service-level', 'not-met', '2\n3\n'],
    ['first-response-time', 'spam', '4\n'],
    ['first-response-time', 'excluded', '4\n'],
  ] as const)('%s: %s', async ([kpi, step, ids]) => {
    expect(await onCsv([kpi, '-', '--list', step])).toMatchObject({ code: 0, out: ids });
  });

  it('says on standard error that nobody is there', async () => {
    expect(await onCsv(['first-response-time', '-', '--list', 'waiting', '--where', 'channel=email'])).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('no tickets behind waiting') as string,
    });
  });

  it('is written for machines', async () => {
    const { out } = await onCsv(['first-response-time', '-', '--list', 'waiting', '--format', 'json', '--compact']);
    expect(JSON.parse(out)).toEqual({ kpi: 'first-response-time', step: 'waiting', of: 'tickets', unnamed: 0, ids: [{ id: '3' }] });
    expect((await onCsv(['first-response-time', '-', '--list', 'answered', '--format', 'csv'])).out).toBe("id\n1\n2\n'=5\n");
  });

  it.for([
    ['wating', 'no step "wating" on the way to this value\n  did you mean waiting?'],
    ['read', 'the rows of read are counted but not kept'],
  ] as const)('%s is no step with ids', async ([step, says]) => {
    const { code, out, err } = await onCsv(['first-response-time', '-', '--list', step]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`happiness: ${says}`);
  });
});

describe('--ticket', () => {
  it('tells how it ended', async () => {
    const { code, out } = await onCsv(['first-response-time', '-', '--ticket', '2']);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'received (a customer asked something) → answered (a person has answered in public) → with a value (the value is computed from these). It gives 3 h.',
    );
  });

  it('tells why it is in no KPI', async () => {
    expect((await onCsv(['first-response-time', '-', '--ticket', '4'])).out).toContain('It is in the files, but in no KPI: spam.');
  });

  it('names the nearest where there is none', async () => {
    expect(await onCsv(['first-response-time', '-', '--ticket', '33'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('no ticket "33" among the 4 tickets, nor among the 1 left out\n  the nearest id is 3') as string,
    });
  });

  it('asks for tickets of KPIs of tickets', async () => {
    const { code, err } = await explain(['churn-rate', 'fixtures/demo', '--ticket', '41622', '--config', 'none']);
    expect(code).toBe(2);
    expect(err).toContain('churn-rate is not computed from tickets');
  });

  it('shows both where two systems have the id, and one where its system is named', async () => {
    const both = ['fixtures/same-tickets/zendesk.csv', 'fixtures/same-tickets/freshdesk.csv', '--config', 'none'];
    const ids = (await explain(['backlog', ...both, '--list', 'in-period'])).out.trim().split('\n');
    const named = ids.find((id) => ids.includes(id.replace('zendesk:', 'freshdesk:')) && id.startsWith('zendesk:'));
    expect(named).toBeDefined();
    const id = named!.replace('zendesk:', '');
    const two = await explain(['resolution-time', ...both, '--ticket', id]);
    expect([two.out.includes(`TICKET ${id} OF ZENDESK`), two.out.includes(`TICKET ${id} OF FRESHDESK`)]).toEqual([true, true]);
    const one = await explain(['resolution-time', ...both, '--ticket', named!]);
    expect([one.out.includes(`TICKET ${id} OF ZENDESK`), one.out.includes('OF FRESHDESK')]).toEqual([true, false]);
  });
});

describe('formats', () => {
  it('JSON holds the page, and with files the funnel', async () => {
    const page = JSON.parse((await explain(['csat', '--format', 'json'])).out) as Explanation;
    expect(page).toMatchObject({
      schemaVersion: 1,
      command: 'explain',
      kpi: { id: 'csat', unit: 'ratio', formula: 'positive ratings / all ratings' },
      data: null,
    });
    const { data } = JSON.parse((await onCsv(['first-response-time', '-', '--format', 'json', '--like', 'all'])).out) as Explanation;
    // 10 min, 3 h, 5 min: the median is 10 minutes.
    expect(data?.funnels[0]?.result).toMatchObject({ value: 600, n: 3 });
    expect(data?.funnels[0]?.stages.slice(0, 3)).toMatchObject([
      { name: 'read', count: 5 },
      { name: 'excluded', count: 1 },
      { name: 'spam', count: 1 },
    ]);
    expect(data?.products?.map(({ product }) => product?.id ?? null)).toEqual([
      null,
      'zendesk',
      'freshdesk',
      'intercom',
      'helpscout',
      'zammad',
      'chatwoot',
    ]);
    // Freshdesk leads with the mean: (10 + 180 + 5) / 3 = 65 minutes.
    expect(data?.products?.find(({ product }) => product?.id === 'freshdesk')?.results[0]?.value).toBe(3900);
  });

  it('takes one product as everywhere', async () => {
    const { data } = JSON.parse((await onCsv(['first-response-time', '-', '--format', 'json', '--like', 'freshdesk'])).out) as Explanation;
    expect(data?.funnels[0]?.result).toMatchObject({ value: 3900, variant: 'as Freshdesk' });
    expect(data?.products).toBeNull();
  });

  it('writes ids that are commands as text', async () => {
    const { out } = await explain(['first-response-time', '-', '--list', 'waiting', '--config', 'none'], {
      stdin: 'Id,Status,Created at,First response at\n"\u001b[31m7",Open,2025-03-04 09:00,\n8,Open,2025-03-04 09:00,2025-03-04 09:30',
    });
    expect(out).toBe('␛[31m7\n');
  });
});

describe('wrong usage', () => {
  it.for([
    [[], 'explain needs a KPI'],
    [['tickets.csv'], 'explain needs a KPI before the files, and "tickets.csv" is none'],
    [['first-respnse-time'], 'unknown KPI "first-respnse-time"\n  did you mean first-response-time?'],
    [['support'], 'explain takes one KPI, and "support" is several'],
    [['csat(5m)'], 'csat takes no parameter'],
    [['csat', '--list', 'missed'], '--list needs files to look into'],
    [['csat', '--ticket', '1'], '--ticket needs files to look into'],
    [['csat', '--like', 'all'], '--like all needs files to look into'],
    [['csat', '--like', 'zendsk'], '--like "zendsk" is not one of'],
    [['csat', '--format', 'csv'], '--format "csv" is not'],
    [['csat', 'x.csv', '--list', 'a', '--ticket', '1'], '--list and --ticket are two questions'],
  ] as const)('%o', async ([argv, says]) => {
    const { code, out, err } = await explain(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`happiness: ${says}`);
  });
});
