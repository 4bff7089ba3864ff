import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/model/report.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { tempFolder } from './temp-folder.ts';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function happiness(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const io = fakeIo(argv, { cwd, env, now: () => Date.UTC(2025, 3, 1) });
  const code = await run(io);
  return { code, out: io.out(), err: io.err() };
}

async function reportOf(cwd: string, argv: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Report> {
  const { code, out, err } = await happiness(cwd, ['report', '--format', 'json', ...argv], env);
  expect(code, err).toBe(0);
  return JSON.parse(out) as Report;
}

/** Answered after 10 and 20 minutes, on 10 March at 23:30 local time. */
const TICKETS =
  'id,status,opened_on,first_response_at,via\n1,on vendor,2025-03-10 23:30,2025-03-10 23:40,carrier pigeon\n2,open,2025-03-10 23:30,2025-03-10 23:50,email\n';
const MAPPING = 'mappings: { tickets: { createdAt: opened_on, channel: via } }\n';

describe('report with a config', () => {
  it('reads its sources when no files are named, from wherever it stands', async () => {
    const root = tempFolder({
      '.git/': '',
      'happiness.config.yaml': `sources: [data/*.csv]\n${MAPPING}`,
      'data/t.csv': TICKETS,
      'deep/down/': '',
    });
    expect((await reportOf(root)).inputs.map(({ path }) => path)).toEqual(['data/t.csv']);
    expect((await reportOf(join(root, 'deep/down'))).inputs.map(({ path }) => path)).toEqual(['../../data/t.csv']);
  });

  it('and not when files are named', async () => {
    const root = tempFolder({ 'happiness.config.yaml': `sources: [nowhere.csv]\n${MAPPING}`, 't.csv': TICKETS });
    expect((await reportOf(root, ['t.csv'])).inputs.map(({ path }) => path)).toEqual(['t.csv']);
  });

  it('a source has a kind, a preset and a zone of its own', async () => {
    const surveys = 'id,at,score\n1,2025-03-10 00:30,9\n';
    const root = tempFolder({
      'happiness.config.yaml': 'timezone: UTC\nsources: [{ path: s.csv, kind: surveys, preset: generic, timezone: Asia/Kathmandu }]\n',
      's.csv': surveys,
    });
    const { inputs, asOf } = await reportOf(root);
    // Kathmandu is 5:45 ahead: 00:30 there is 18:45 UTC of the day before.
    expect([inputs[0]?.kind, inputs[0]?.preset, asOf]).toEqual(['surveys', 'generic', '2025-03-09T18:45:00.000Z']);
  });

  it('reads stamps in its zone, columns by its mappings, words by its words', async () => {
    const root = tempFolder({
      'happiness.config.yaml': `timezone: Asia/Kathmandu\n${MAPPING}statuses: { On vendor: on-hold }\nchannels: { Carrier pigeon: post }\n`,
      't.csv': TICKETS,
    });
    const report = await reportOf(root, ['t.csv', '--by', 'status,channel', '--min-segment', '1', '--kpi', 'first-response-time']);
    expect(report.timeZone).toBe('Asia/Kathmandu');
    // 23:50 in Kathmandu is 18:05 UTC
    expect(report.asOf).toBe('2025-03-10T18:05:00.000Z');
    expect(report.breakdowns.map(({ by, groups }) => [by, groups.map(({ key }) => key).toSorted()])).toEqual([
      ['status', ['on-hold', 'open']],
      ['channel', ['email', 'post']],
    ]);
    expect(report.warnings.map(({ code }) => code)).not.toContain('zone-assumed');
  });

  it('gives KPIs their options', async () => {
    const files = {
      't.csv': TICKETS,
      'strict.yaml': `${MAPPING}kpis: { service-level: { target: 5m } }\n`,
      'middle.yaml': `${MAPPING}kpis: { service-level: { target: 10m } }\n`,
      'lax.yaml': `${MAPPING}kpis: { service-level: { target: 20m } }\n`,
    };
    const root = tempFolder(files);
    const values: unknown[] = [];
    for (const name of ['strict.yaml', 'middle.yaml', 'lax.yaml']) {
      values.push((await reportOf(root, ['t.csv', '-c', name, '--kpi', 'service-level', '--as-of', '2025-03-12'])).kpis[0]?.value);
    }
    // 10 and 20 minutes: none, one and both within the target
    expect(values).toEqual([0, 0.5, 1]);
  });

  it('suppresses groups below its smallest one; the flag wins', async () => {
    const root = tempFolder({ 'happiness.config.yaml': `${MAPPING}privacy: { minSegment: 2 }\n`, 't.csv': TICKETS });
    const groups = async (argv: readonly string[] = []): Promise<number | undefined> =>
      (await reportOf(root, ['t.csv', '--by', 'channel', ...argv])).breakdowns[0]?.groups.length;
    expect([await groups(), await groups(['--min-segment', '1'])]).toEqual([0, 2]);
  });

  it('takes zone and week from the environment, the flag before it, the config behind it', async () => {
    const root = tempFolder({ 'happiness.config.yaml': `timezone: Asia/Kathmandu\n${MAPPING}`, 't.csv': TICKETS });
    const env = { HAPPINESS_TIMEZONE: 'Europe/Berlin' };
    expect([
      (await reportOf(root, ['t.csv'])).timeZone,
      (await reportOf(root, ['t.csv'], env)).timeZone,
      (await reportOf(root, ['t.csv', '--timezone', 'UTC'], env)).timeZone,
      (await reportOf(root, ['t.csv', '-c', 'none', '--map', 'tickets.createdAt=opened_on'])).timeZone,
    ]).toEqual(['Asia/Kathmandu', 'Europe/Berlin', 'UTC', 'UTC']);
  });

  it('tells the tickets of two helpdesks apart by the names that it gives them', async () => {
    const files = { 'a.csv': 'id,created_at\n1,2025-03-10T09:00:00Z\n', 'b.csv': 'id,created_at\n1,2025-03-11T09:00:00Z\n' };
    const used = async (sources: string): Promise<number> => {
      const { inputs } = await reportOf(tempFolder({ ...files, 'happiness.config.yaml': `sources: ${sources}\n` }));
      return inputs.reduce((sum, input) => sum + input.used, 0);
    };
    // without names ticket 1 is one ticket, with two rows
    expect(await used('[a.csv, b.csv]')).toBe(1);
    expect(await used('[{ path: a.csv, system: emea }, { path: b.csv, system: apac }]')).toBe(2);
    expect(await used('[{ path: a.csv, system: emea }, { path: b.csv, system: emea }]')).toBe(1);
  });

  it('takes the messages of its bots for those of machines', async () => {
    const messages =
      'ticket_id,created_at,author_role,author_id,public\n1,2025-03-10T09:01:00Z,agent,Answer Bot,true\n1,2025-03-10T09:30:00Z,agent,ann,true\n';
    const files = { 't.csv': 'id,created_at\n1,2025-03-10T09:00:00Z\n', 'm.csv': messages };
    const seconds = async (config: string): Promise<unknown> =>
      (await reportOf(tempFolder({ ...files, 'happiness.config.yaml': config }), ['t.csv', 'm.csv', '--kpi', 'first-response-time']))
        .kpis[0]?.value;
    // after 1 minute by the bot, after 30 by Ann
    expect([await seconds('weekStart: mon\n'), await seconds('bots: [answer bot]\n')]).toEqual([60, 1800]);
  });

  it('shows agents one by one only when it says so', async () => {
    const tickets = 'id,created_at,assignee\n1,2025-03-10T09:00:00Z,Ann\n';
    const root = tempFolder({ 't.csv': tickets, 'open.yaml': 'privacy: { agents: true, minSegment: 1 }\n' });
    expect((await reportOf(root, ['t.csv', '-c', 'open.yaml', '--by', 'agent'])).breakdowns[0]?.groups.map(({ key }) => key)).toEqual([
      'Ann',
    ]);
    const { code, err } = await happiness(root, ['report', 't.csv', '--by', 'agent']);
    expect([code, err]).toEqual([2, expect.stringMatching(/privacy:\s+{\s+agents:\s+true/)]);
  });

  it('recognises exports by its own presets, before those that they extend', async () => {
    const header = 'Id,Requester,Requester id,Subject,Status,Created at,First reply time in minutes,Root cause [list]';
    const row = '1,A,7,Help,Open,2025-03-10 09:00,10,Billing';
    const config = 'presets: [{ id: our-desk, extends: zendesk-csv, columns: { rootCause: "Root cause [list]" } }]\n';
    const root = tempFolder({
      'happiness.config.yaml': config,
      't.csv': `${header}\n${row}\n`,
      'plain.csv': `${header.replace(/,[^,]*$/, '')}\n${row.replace(/,[^,]*$/, '')}\n`,
    });
    const [own] = (await reportOf(root, ['t.csv'])).inputs;
    expect([own?.preset, own?.columns['rootCause']]).toEqual(['our-desk', 'Root cause [list]']);
    expect((await reportOf(root, ['plain.csv'])).inputs[0]?.preset).toBe('zendesk-csv');
  });

  it('a mapping that no file follows is said, and no error: a config serves many files', async () => {
    const root = tempFolder({
      'happiness.config.yaml': 'mappings:\n  tickets: { rootCause: Why }\n  surveys: { score: Points }\n',
      't.csv': TICKETS,
    });
    const { code, err } = await happiness(root, ['report', 't.csv', '-o', 'r.json']);
    expect(code).toBe(0);
    expect(err).toContain('happiness.config.yaml:2: no file of tickets has the column "Why" for rootCause\n');
    expect(err).not.toContain('Points');
    expect((await happiness(root, ['report', 't.csv', '-o', 'r.json', '--quiet'])).err).toBe('');
  });

  it('says under --verbose which config holds', async () => {
    const root = tempFolder({ '.happinessrc': MAPPING, 't.csv': TICKETS });
    expect((await happiness(root, ['report', 't.csv', '--verbose', '-o', 'r.json'])).err).toContain('config: .happinessrc\n');
  });

  it('never writes over its config', async () => {
    const root = tempFolder({ 'c.json': '{}', 't.csv': TICKETS });
    const { code } = await happiness(root, ['report', 't.csv', '-c', 'c.json', '-o', 'c.json']);
    expect([code, readFileSync(join(root, 'c.json'), 'utf8')]).toEqual([2, '{}']);
  });

  it('a config that is wrong ends in exit code 2, with its place, before any data is read', async () => {
    const root = tempFolder({ 'happiness.config.json': '{"chekcs": []}' });
    expect(await happiness(root, ['report', 'nowhere.csv'])).toEqual({
      code: 2,
      out: '',
      err: 'happiness: happiness.config.json:1:2: unknown key "chekcs"\n  did you mean checks?\n',
    });
    const { err } = await happiness(root, ['report', 'nowhere.csv', '--format', 'json']);
    expect(JSON.parse(err)).toEqual({
      error: {
        code: 'bad-config',
        message: 'unknown key "chekcs"',
        file: 'happiness.config.json',
        line: 1,
        column: 2,
        hint: 'did you mean checks?',
      },
    });
  });

  it('names of keys cannot play with the terminal', async () => {
    const root = tempFolder({});
    writeFileSync(join(root, 'c.yaml'), '"\\e]0;owned\\a": 1\n"a\\n::error::b": 2\n');
    const { err } = await happiness(root, ['report', 'x.csv', '-c', 'c.yaml']);
    expect(err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(err).not.toMatch(/^\s*::/m);
  });
});

describe('--print-config', () => {
  it('answers on standard output and reads no data', async () => {
    const root = tempFolder({ 'happiness.config.yaml': 'sources: [nowhere.csv]\nweekStart: sun\n' });
    const { code, out, err } = await happiness(root, ['report', '--print-config', '--timezone', 'Asia/Kathmandu']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('# config: happiness.config.yaml\n');
    expect(out).toMatch(/^timezone: Asia\/Kathmandu +# flag --timezone$/m);
    expect(out).toMatch(/^weekStart: sun +# happiness\.config\.yaml:2$/m);
  });

  it('flags that are no good are no good here either', async () => {
    expect((await happiness(tempFolder({}), ['report', '--print-config', '--week-start', 'someday'])).code).toBe(2);
  });
});

describe('happiness schema', () => {
  it('config writes the JSON Schema', async () => {
    const { code, out, err } = await happiness('/nowhere', ['schema', 'config']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      additionalProperties: false,
    });
  });

  it.for([[['schema']], [['schema', 'confg']]] as const)('%o is refused', async ([argv]) => {
    const { code, out, err } = await happiness('/nowhere', argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('config');
  });
});
