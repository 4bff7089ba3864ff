import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';
import type { Period } from '../../src/model/period.ts';
import type { Report } from '../../src/model/report.ts';
import { month, reportOn, resultOf } from '../support/ask.ts';
import type { Rows } from '../support/build-dataset.ts';

/** Ten paying customers since 2024, of whom one left on 2025-03-20 at noon, the newest time stamp of all. */
const ROWS: Rows = {
  customers: Array.from({ length: 10 }, (_, id) => ({
    id: `${id}`,
    signedUpAt: '2024-01-01T00:00:00Z',
    cancelledAt: id === 0 ? '2025-03-20T12:00:00Z' : null,
    mrr: 50,
    currency: 'EUR',
  })),
  tickets: [{ id: '1', channel: 'email', status: 'open', createdAt: '2025-03-10T09:00:00Z' }],
};

const STATES = ['churn-rate', 'customer-retention-rate', 'arpa', 'backlog'] as const;
const april = month(2025, 4);
const day = (date: number): Period => ({ label: `day ${date}`, start: Date.UTC(2025, 2, date), end: Date.UTC(2025, 2, date + 1) });
const codes = ({ warnings }: Report): readonly string[] => warnings.map(({ code }) => code);

describe('a period that begins after the data has ended', () => {
  it('has no values, and a warning that says so', () => {
    const report = reportOn(ROWS, { period: april, previous: month(2025, 3), by: ['channel'] });
    for (const id of STATES)
      expect(resultOf(report, id)).toMatchObject({ value: null, n: 0, reason: 'no-data', interval: null, change: null });
    expect(report.kpis.filter(({ value, parts }) => value !== null || (parts ?? []).length > 0)).toEqual([]);
    expect(report.breakdowns.flatMap(({ groups }) => groups)).toEqual([]);
    // March is the period before, and not over in the data: 1 of 10 left.
    expect(resultOf(report, 'churn-rate').previous).toEqual({ value: 0.1, n: 10 });
    expect(report.warnings.filter(({ code }) => code === 'stale-export')).toEqual([
      {
        code: 'stale-export',
        message:
          'The data ends on 2025-03-20, before 2025-04 begins: there are no values for it. If nothing is missing, say so with --as-of 2025-05-01.',
        count: 1,
      },
    ]);
  });

  it('begins on the day after the last one', () => {
    expect(resultOf(reportOn(ROWS, { period: day(20) }), 'churn-rate')).toMatchObject({ value: 0.1, n: 10 });
    expect(codes(reportOn(ROWS, { period: day(20) }))).not.toContain('stale-export');
    expect(resultOf(reportOn(ROWS, { period: day(21) }), 'churn-rate')).toMatchObject({ value: null, n: 0 });
  });

  it('has its values where --as-of says that nothing is missing', () => {
    const report = reportOn(ROWS, { period: april, previous: month(2025, 3), asOf: '2025-05-01T00:00:00Z' });
    // The nine who are left at 50 EUR each; the ticket is still open.
    expect(resultOf(report, 'churn-rate')).toMatchObject({ value: 0, n: 9 });
    expect(resultOf(report, 'arpa')).toMatchObject({ value: 50, n: 9 });
    expect(resultOf(report, 'backlog')).toMatchObject({ value: 1, n: 1 });
    expect(codes(report)).not.toContain('stale-export');
  });

  it('has none after --as-of either', () => {
    const report = reportOn(ROWS, { period: april, asOf: '2025-04-01T00:00:00Z' });
    expect(resultOf(report, 'churn-rate')).toMatchObject({ value: null, n: 0, reason: 'no-data' });
    expect(report.warnings).toContainEqual({
      code: 'partial-period',
      message: '2025-04 begins after --as-of 2025-04-01: nothing of it has happened yet.',
      count: 1,
    });
  });

  it('is nothing to compare with', () => {
    const report = reportOn(ROWS, { period: month(2025, 2), previous: april });
    expect(resultOf(report, 'churn-rate')).toMatchObject({ value: 0, n: 10, previous: { value: null, n: 0 }, change: null });
    expect(codes(report)).toContain('stale-export');
  });

  it.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s has no value on its own example', (_, kpi) => {
    for (const result of reportOn(kpi.example.rows, { period: month(2031, 1), kpis: [{ kpi, options: {} }] }).kpis) {
      expect(result).toMatchObject({ value: null, n: 0 });
      expect(result.reason).not.toBeNull();
      expect(result.parts ?? []).toEqual([]);
    }
  });
});

describe('a report without any answer', () => {
  const span = { start: '2024-01-01T00:00:00.000Z', end: '2025-03-20T12:00:00.000Z' };

  it('says where the data is, before it as after it', () => {
    expect(reportOn(ROWS, { period: april }).dataSpan).toEqual(span);
    expect(reportOn({ tickets: ROWS.tickets! }, { period: month(2024, 1) }).dataSpan).toEqual({
      start: '2025-03-10T09:00:00.000Z',
      end: '2025-03-10T09:00:00.000Z',
    });
  });

  it('only then, and only for a period', () => {
    expect(reportOn(ROWS, { period: month(2025, 3) })).not.toHaveProperty('dataSpan');
    expect(reportOn(ROWS)).not.toHaveProperty('dataSpan');
    expect(reportOn(ROWS, { kpis: kpis.filter(({ id }) => id === 'nps').map((kpi) => ({ kpi, options: {} })) })).not.toHaveProperty(
      'dataSpan',
    );
    expect(reportOn({}, { period: april })).not.toHaveProperty('dataSpan');
    expect(reportOn(ROWS, { period: april, kpis: [] })).not.toHaveProperty('dataSpan');
  });
});

describe('tickets that end before other data', () => {
  const august = month(2026, 8);
  const left = [{ id: '1', signedUpAt: '2026-01-01T00:00:00Z', cancelledAt: '2026-09-23T00:00:00Z' }];
  /** A ticket every so many days from 1 July on, at nine. */
  const ticketsUntil = (last: string, everyDays = 1): Rows['tickets'] => {
    const ends = Date.parse(`${last}T09:00:00Z`);
    const starts = Date.UTC(2026, 6, 1, 9);
    const count = Math.floor((ends - starts) / 86_400_000 / everyDays) + 1;
    return Array.from({ length: count }, (_, id) => ({
      id: `${id}`,
      createdAt: new Date(ends - id * everyDays * 86_400_000).toISOString(),
    }));
  };
  const told = (tickets: Rows['tickets'], question: Parameters<typeof reportOn>[1] = { period: august }): readonly string[] =>
    reportOn({ tickets: tickets!, customers: left }, question).warnings.map(({ message }) => message);

  it('make a month that looks complete one of a part', () => {
    const says =
      'The newest ticket is of 2026-08-13, other data is newer: volumes of 2026-08 and comparisons with it are those of a part, unless nobody wrote since.';
    expect(told(ticketsUntil('2026-08-13'))).toEqual([says]);
    expect(told(ticketsUntil('2026-08-13'), { period: month(2026, 7), previous: august })).toEqual([says]);
  });

  it('are no news over a weekend, in a quiet shop, over all data or where --as-of says that nothing is missing', () => {
    // The last Friday of August, three days before the month is over.
    expect(told(ticketsUntil('2026-08-28'))).toEqual([]);
    // One in ten days: 18 days without any are no end.
    expect(told(ticketsUntil('2026-08-13', 10))).toEqual([]);
    expect(told(ticketsUntil('2026-08-13'), {})).toEqual([]);
    expect(told([{ id: '1', createdAt: null }])).toEqual(['1 ticket has no creation date: counted over all data, but in no period.']);
    expect(told(ticketsUntil('2026-08-13'), { period: month(2026, 7) })).toEqual([]);
    expect(told(ticketsUntil('2026-08-13'), { period: august, asOf: '2026-10-01T00:00:00Z' })).toEqual([]);
  });
});
