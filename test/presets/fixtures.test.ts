import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KpiResult, Report } from '../../src/model/report.ts';
import { fixturePath } from './fixture-path.ts';
import { reportOnFiles } from './report-on-files.ts';

/** What a fixture's expected.py computed from the files alone (definitions.py), with nothing of ours. */
interface Expected {
  readonly preset: string;
  /** Each list of files is one run; all of them tell the same. */
  readonly inputs: readonly (readonly string[])[];
  readonly timeZone?: string;
  readonly tickets: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
  readonly kpis: readonly {
    readonly id: string;
    readonly clock: KpiResult['clock'];
    readonly value: number | null;
    readonly n: number;
    readonly p90?: number;
  }[];
}

const read = (path: string): string => readFileSync(fixturePath(path), 'utf8');
const folders = readdirSync(fixturePath(''), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const expectations = folders.flatMap(({ name }) =>
  readdirSync(fixturePath(name))
    .filter((file) => file.endsWith('expected.json'))
    .map((file) => ({ folder: name, file })),
);

/** KPIs that the oracle knows: one that it did not expect must not have a value. */
const KNOWN = [
  'first-response-time',
  'service-level',
  'unanswered-rate',
  'response-time',
  'resolution-time',
  'requester-wait-time',
  'first-contact-resolution',
  'replies-to-resolve',
  'reopen-rate',
  'backlog',
  'csat',
  'csat-response-rate',
];

const runs = expectations.flatMap(({ folder, file }) => {
  const expected = JSON.parse(read(`${folder}/${file}`)) as Expected;
  return expected.inputs.map((files) => [`${folder}: ${files.join(' + ')}`, folder, files, expected] as const);
});

describe.each(runs)('%s', (_, folder, files, expected) => {
  let report: Report;
  beforeAll(async () => {
    report = await reportOnFiles(
      files.map((file) => `${folder}/${file}`),
      { timeZone: expected.timeZone, by: ['channel'] },
    );
  });

  it('is read whole, by its preset', () => {
    const presets = new Set(report.inputs.map((input) => input.preset ?? 'generic'));
    expect([...presets]).toContain(expected.preset);
    expect(report.inputs.map((input) => input.skipped)).toEqual(report.inputs.map(() => 0));
    // rows of messages that belong to excluded tickets are counted beside them
    const { 'ticket-excluded': _messages, ...excluded } = report.excluded;
    expect(excluded).toEqual(expected.excluded);
  });

  it('has no column or word that nobody understood', () => {
    const strange = report.warnings.filter(({ code }) =>
      ['unknown-status', 'unknown-value', 'bad-date', 'unit-assumed', 'scale-assumed'].includes(code),
    );
    expect(strange.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  it('has the tickets of every channel', () => {
    if (Object.keys(expected.channels).every((channel) => channel === '(none)')) return;
    const groups = report.breakdowns[0]?.groups.map((group) => [
      group.key ?? '(none)',
      group.kpis.find((kpi) => kpi.id === 'tickets-per-day')?.n,
    ]);
    expect(Object.fromEntries(groups ?? [])).toEqual(expected.channels);
  });

  it.each(expected.kpis.map((kpi) => [`${kpi.id} (${kpi.clock ?? 'no clock'})`, kpi] as const))('%s', (__, kpi) => {
    const found = report.kpis.find((one) => one.id === kpi.id && (kpi.clock === null || one.clock === kpi.clock));
    const near = (value: number | null | undefined): number | null =>
      value === null || value === undefined ? null : Number(value.toPrecision(12));
    expect({ value: near(found?.value), n: found?.n, ...(kpi.p90 === undefined ? {} : { p90: near(found?.stats?.p90) }) }).toEqual({
      value: near(kpi.value),
      n: kpi.n,
      ...(kpi.p90 === undefined ? {} : { p90: near(kpi.p90) }),
    });
  });

  it('claims no other value', () => {
    const told = new Set(expected.kpis.map((kpi) => `${kpi.id} ${kpi.clock}`));
    const claimed = report.kpis.filter(
      (kpi) => KNOWN.includes(kpi.id) && kpi.value !== null && !told.has(`${kpi.id} ${kpi.clock}`) && !told.has(`${kpi.id} null`),
    );
    expect(claimed.map((kpi) => `${kpi.id} (${kpi.clock}) = ${kpi.value}`)).toEqual([]);
  });
});

describe('the same tickets in three formats', () => {
  const agree = JSON.parse(read('same-tickets/agree.json')) as {
    readonly files: readonly string[];
    readonly timeZone: string;
    readonly clock: KpiResult['clock'];
    readonly kpis: readonly string[];
  };
  const reports = new Map<string, Report>();
  beforeAll(async () => {
    for (const file of agree.files) reports.set(file, await reportOnFiles([`same-tickets/${file}`], { timeZone: agree.timeZone }));
  });

  it.each(agree.kpis)('give the same %s', (id) => {
    const said = agree.files.map((file) => {
      const all = reports.get(file)!.kpis.filter((kpi) => kpi.id === id);
      const kpi = all.find((one) => one.clock === agree.clock) ?? all[0];
      return { value: kpi?.value ?? null, n: kpi?.n, median: kpi?.stats?.median ?? null, p90: kpi?.stats?.p90 ?? null };
    });
    expect(said[0]!.n).toBeGreaterThan(0);
    expect(said).toEqual(said.map(() => said[0]));
  });
});
