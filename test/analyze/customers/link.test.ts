import { describe, expect, it } from 'vitest';
import { linkSupport } from '../../../src/analyze/link/link.ts';
import type { LinkComparison, LinkOutcome, LinkReport } from '../../../src/model/link-report.ts';
import { parseWhere } from '../../../src/segments/conditions/parse-condition.ts';
import { evidenceOf, questionFor, type Asked } from '../../support/ask-segments.ts';
import type { Row, Rows } from '../../support/build-dataset.ts';

const NOW = '2025-06-01T00:00:00Z';
const day = (date: string): string => `${date}T12:00:00Z`;

function link(rows: Rows, { asOf = NOW, ...more }: Partial<Asked> = {}, days = 60): LinkReport {
  return linkSupport(evidenceOf(rows, asOf), questionFor(more), days);
}

function comparison(report: LinkReport, id: string): LinkComparison {
  return report.comparisons.find((one) => one.id === id)!;
}

function outcome(report: LinkReport, id: string, what: LinkOutcome['id']): LinkOutcome {
  return comparison(report, id).outcomes.find((one) => one.id === what)!;
}

const shares = ({ groups }: LinkOutcome): string[] =>
  groups.map(({ hits, of, pending }) => `${hits}/${of}${pending > 0 ? `+${pending}` : ''}`);

/** Twelve paying customers: ten answered at once, of whom one leaves, and two answered late, of whom one leaves. */
const paying = (id: string, cancelledAt: string | null = null): Row => ({
  id,
  signedUpAt: day('2024-01-01'),
  convertedAt: day('2024-01-10'),
  cancelledAt,
});
const answered = (customerId: string, minutes: number | null, date = '2025-01-10', more: Row = {}): Row => ({
  id: `t-${customerId}-${date}`,
  customerId,
  createdAt: day(date),
  status: 'solved',
  solvedAt: day('2025-01-20'),
  agentReplies: 1,
  firstResponseAt: minutes === null ? null : new Date(Date.parse(day(date)) + minutes * 60_000).toISOString(),
  ...more,
});
const PROMPT = Array.from({ length: 10 }, (_, at) => `p${at}`);
const ROWS: Rows = {
  customers: [
    ...PROMPT.map((id, at) => paying(id, at === 0 ? day('2025-02-01') : null)),
    paying('late', day('2025-02-01')),
    paying('never'),
    paying('silent'),
  ],
  tickets: [...PROMPT.map((id) => answered(id, 10)), answered('late', 60), answered('never', null)],
};

describe('what became of customers by the support that they had', () => {
  it('answered in time or not: 9 of 10 stayed, and 1 of 2', () => {
    const report = link(ROWS);
    expect(comparison(report, 'answered-in-time').groups).toEqual(['within 15 min', 'later, or not']);
    const retained = outcome(report, 'answered-in-time', 'retained');
    expect(shares(retained)).toEqual(['9/10', '1/2']);
    expect(retained.difference?.value).toBeCloseTo(0.4, 12);
    expect(retained.verdict).toBe('too-few');
  });
  it('by the target of the config', () => {
    expect(
      shares(outcome(link(ROWS, { settings: { kpis: { 'service-level': { target: 3600 } } } }), 'answered-in-time', 'retained')),
    ).toEqual(['9/11', '1/1']);
  });
  it('first reply or more', () => {
    const tickets = [
      answered('p1', 10, '2025-01-10', { agentReplies: 1 }),
      answered('p2', 10, '2025-01-10', { agentReplies: 3 }),
      answered('p3', 10, '2025-01-10', { agentReplies: 0 }),
    ];
    expect(shares(outcome(link({ ...ROWS, tickets }), 'first-contact', 'retained'))).toEqual(['1/1', '1/1']);
  });
  it('good or bad rating, those in the middle in neither', () => {
    const rated = (id: string, rating: string, more: Row = {}): Row =>
      answered(id, 10, '2025-01-10', { rating, ratedAt: day('2025-01-21'), ...more });
    const tickets = [rated('p0', 'bad'), rated('p1', 'good'), rated('p2', 'good'), answered('p3', 10)];
    expect(shares(outcome(link({ ...ROWS, tickets }), 'rating', 'retained'))).toEqual(['2/2', '0/1']);
  });
  it('those who never wrote beside those who did, from one day on', () => {
    const report = link(ROWS, { period: ['2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z'] });
    // p0 and "late" leave on 1 February at noon, half a day after the landmark.
    expect(shares(outcome(report, 'never-wrote', 'retained'))).toEqual(['10/12', '1/1']);
    expect(comparison(report, 'never-wrote').since).toBe('from 2025-02-01 on');
  });
  it('who wrote before the period is in neither group', () => {
    const rows: Rows = { ...ROWS, tickets: [...ROWS.tickets!, answered('silent', 10, '2024-12-01')] };
    expect(shares(outcome(link(rows, { period: ['2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z'] }), 'never-wrote', 'retained'))).toEqual([
      '10/12',
      '0/0',
    ]);
  });
});

describe('outcomes', () => {
  const one = (customer: Row, more: Rows = {}): LinkReport =>
    link({ ...more, customers: [customer, ...(more.customers ?? [])], tickets: [answered('a', 10)] });
  const first = (report: LinkReport, what: LinkOutcome['id']): string => shares(outcome(report, 'answered-in-time', what))[0]!;
  const sub = (startedAt: string, endedAt: string | null, mrr: number): Row => ({
    customerId: 'a',
    startedAt: day(startedAt),
    endedAt: endedAt === null ? null : day(endedAt),
    plan: 'Pro',
    mrr,
  });

  it('come after the support: what happened before it does not count', () => {
    const upgrade = (date: string): Rows => ({ events: [{ customerId: 'a', at: day(date), name: 'upgrade' }] });
    expect(first(one(paying('a'), upgrade('2025-01-09')), 'upgraded')).toBe('0/1');
    expect(first(one(paying('a'), upgrade('2025-01-11')), 'upgraded')).toBe('1/1');
    // 60 days after 10 January is 11 March.
    expect(first(one(paying('a'), upgrade('2025-03-11')), 'upgraded')).toBe('1/1');
    expect(first(one(paying('a'), upgrade('2025-03-12')), 'upgraded')).toBe('0/1');
  });
  it('upgraded: by a higher price too', () => {
    expect(first(one(paying('a'), { subscriptions: [sub('2024-01-01', '2025-02-01', 10), sub('2025-02-01', null, 20)] }), 'upgraded')).toBe(
      '1/1',
    );
    expect(first(one(paying('a'), { subscriptions: [sub('2024-01-01', '2025-02-01', 20), sub('2025-02-01', null, 10)] }), 'upgraded')).toBe(
      '0/1',
    );
  });
  it('converted: of those who did not pay yet', () => {
    const trial = (convertedAt: string | null): Row => ({
      id: 'a',
      signedUpAt: day('2025-01-01'),
      trialStartedAt: day('2025-01-01'),
      convertedAt,
      cancelledAt: null,
    });
    expect(first(one(trial(day('2025-01-20'))), 'converted')).toBe('1/1');
    expect(first(one(trial(day('2025-01-05'))), 'converted')).toBe('0/0');
    expect(first(one(trial(null), { customers: [paying('b')] }), 'converted')).toBe('0/1');
  });
  it('referred: by an event or by somebody who names them', () => {
    expect(first(one(paying('a'), { events: [{ customerId: 'a', at: day('2025-02-01'), name: 'referral' }] }), 'referred')).toBe('1/1');
    expect(first(one(paying('a'), { customers: [{ ...paying('b'), signedUpAt: day('2025-02-01'), referredBy: 'a' }] }), 'referred')).toBe(
      '1/1',
    );
  });
  it('of customers who had left before the support was known are none', () => {
    expect(first(one(paying('a', day('2025-01-09'))), 'retained')).toBe('0/0');
  });
  it('that the data cannot tell are not there', () => {
    expect(comparison(one({ id: 'a', signedUpAt: day('2024-01-01') }), 'answered-in-time').outcomes).toEqual([]);
  });
});

describe('time', () => {
  it('customers whose time has not passed are pending', () => {
    expect(shares(outcome(link(ROWS, { asOf: '2025-03-01T00:00:00Z' }), 'answered-in-time', 'retained'))).toEqual(['0/0+10', '0/0+2']);
    expect(outcome(link(ROWS, { asOf: '2025-03-01T00:00:00Z' }), 'answered-in-time', 'retained').difference).toBeNull();
  });
  it('the first ticket in the period decides', () => {
    const tickets = [answered('p1', 60, '2025-01-10'), answered('p1', 10, '2025-02-10')];
    expect(shares(outcome(link({ ...ROWS, tickets }), 'answered-in-time', 'retained'))).toEqual(['0/0', '1/1']);
    expect(
      shares(
        outcome(link({ ...ROWS, tickets }, { period: ['2025-02-01T00:00:00Z', '2025-03-01T00:00:00Z'] }), 'answered-in-time', 'retained'),
      ),
    ).toEqual(['1/1', '0/0']);
  });
});

it('moved together only where chance does not explain it, and the words never say why', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ id: `c${at}`, late: at >= 30 }));
  const report = link({
    customers: many.map(({ id, late }, at) => paying(id, late && at % 2 === 0 ? day('2025-02-01') : null)),
    tickets: many.map(({ id, late }) => answered(id, late ? 60 : 5)),
  });
  const retained = outcome(report, 'answered-in-time', 'retained');
  expect(shares(retained)).toEqual(['30/30', '15/30']);
  // Newcombe's interval of 30/30 − 15/30: Wilson 88.6 to 100 % and 33.2 to 66.8 %; low 0.5 − √(0.1135² + 0.1684²), high 0.5 + √(0² + 0.1684²).
  expect(retained.difference?.low).toBeCloseTo(0.5 - Math.hypot(0.11351, 0.16847), 3);
  expect(retained.difference?.high).toBeCloseTo(0.5 + 0.16847, 3);
  expect(retained.verdict).toBe('moved-together');
  expect(JSON.stringify(report)).not.toMatch(/caus|because|led to/i);
});

it('a condition on tickets chooses tickets, and leaves out the comparison with who never wrote', () => {
  const rows: Rows = { ...ROWS, tickets: ROWS.tickets!.map((row, at) => ({ ...row, channel: at < 5 ? 'chat' : 'email' })) };
  const report = link(rows, { where: parseWhere(['channel=chat']) });
  expect(shares(outcome(report, 'answered-in-time', 'retained'))).toEqual(['4/5', '0/0']);
  expect(report.comparisons.map(({ id }) => id)).not.toContain('never-wrote');
});
