import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';
import type { KpiResult, Report } from '../src/model/report.ts';
import { fakeIo } from './cli/fake-io.ts';

/** Facts of one KPI as `fixtures/demo/make/expected.py` computed them from the files, with nothing of ours. */
type Facts = Readonly<Record<string, number | null>>;
type Expected = Readonly<Record<string, Facts | number | Readonly<Record<string, Facts | number>>>>;

const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)), 'utf8');
const expected = JSON.parse(read('demo.expected.json')) as {
  readonly asOf: string;
  readonly rows: {
    readonly read: number;
    readonly collapsed: number;
    readonly excluded: Readonly<Record<string, number>>;
    readonly used: number;
  };
  readonly periods: Readonly<Record<string, Expected>>;
};
const demo = fileURLToPath(new URL('../fixtures/demo', import.meta.url));

async function reportOf(period: string): Promise<Report> {
  const io = fakeIo(['report', demo, '--period', period, '--by', 'channel', '--format', 'json', '--quiet'], {
    now: () => Date.parse('2026-01-08T09:00:00Z'),
  });
  const code = await run(io);
  if (code !== 0) throw new Error(`exit code ${code}: ${io.err()}`);
  return JSON.parse(io.out()) as Report;
}

/** What the report says of the facts that the oracle computed. */
function said(kpi: KpiResult | undefined, facts: Facts): Facts {
  const { stats, counts } = kpi ?? {};
  const found: Record<string, number | null | undefined> = {
    n: kpi?.n,
    value: kpi?.value,
    median: stats?.median ?? null,
    p90: stats?.p90 ?? null,
    mean: stats?.mean ?? null,
    waiting: counts?.['waiting'],
    promoters: counts?.['promoters'],
    detractors: counts?.['detractors'],
  };
  return Object.fromEntries(Object.keys(facts).map((name) => [name, found[name] ?? null]));
}

const round = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value === null ? null : Number(value.toPrecision(12))]));
const compared = new Set(['n', 'value', 'median', 'p90', 'mean', 'waiting', 'promoters', 'detractors']);
const only = (facts: Facts): Facts => round(Object.fromEntries(Object.entries(facts).filter(([name]) => compared.has(name))));

describe.each(Object.keys(expected.periods))('the demonstration data over %s', (period) => {
  const kpis = expected.periods[period]!;
  let report: Report;
  beforeAll(async () => {
    report = await reportOf(period);
  });
  const kpi = (id: string): KpiResult | undefined => report.kpis.find((one) => one.id === id);

  it('counts its rows', () => {
    const input = report.inputs.find((one) => one.kind === 'tickets');
    const { 'ticket-excluded': messagesAndChangesOfExcluded, ...excluded } = report.excluded;
    const rows = { read: input?.rows, collapsed: input?.collapsed, excluded, used: input?.used, messagesAndChangesOfExcluded };
    expect({ asOf: report.asOf, rows }).toEqual({ asOf: expected.asOf, rows: expected.rows });
  });

  it.each(Object.keys(kpis).filter((name) => typeof kpis[name] === 'object' && !name.includes(' by ') && name !== 'tickets-by-department'))(
    'has the same %s as the oracle',
    (id) => {
      const facts = only(kpis[id] as Facts);
      expect(round(said(kpi(id), facts))).toEqual(facts);
    },
  );

  it('has the same counts as the oracle', () => {
    expect({ backlog: kpi('backlog')?.value, flow: kpi('net-flow')?.value }).toEqual({ backlog: kpis['backlog'], flow: kpis['net-flow'] });
  });

  it('has the same departments as the oracle', () => {
    const parts = Object.fromEntries((kpi('tickets-by-department')?.parts ?? []).map((part) => [part.key ?? '', part.value]));
    expect(round(parts)).toEqual(round(kpis['tickets-by-department'] as Facts));
  });

  it.each(Object.keys(kpis).filter((name) => name.endsWith(' by channel')))('has the same %s as the oracle', (name) => {
    const id = name.replace(' by channel', '');
    const channels = kpis[name] as Readonly<Record<string, Facts>>;
    const groups = report.breakdowns.find((one) => one.by === 'channel')?.groups ?? [];
    for (const [channel, facts] of Object.entries(channels)) {
      const group = groups.find((one) => one.key === (channel === 'Web form' ? 'web' : channel.toLowerCase()));
      expect({
        channel,
        ...round(
          said(
            group?.kpis.find((one) => one.id === id),
            only(facts),
          ),
        ),
      }).toEqual({ channel, ...only(facts) });
    }
  });
});
