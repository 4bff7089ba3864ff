import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/analyze/question.ts';
import { kpis } from '../../src/kpis/index.ts';
import { month, reportOn, resultOf } from '../support/ask.ts';
import type { Row } from '../support/build-dataset.ts';

const only = (...ids: string[]): Pick<Question, 'kpis'> => ({
  kpis: kpis.filter(({ id }) => ids.includes(id)).map((kpi) => ({ kpi, options: {} })),
});

/** `count` tickets of a month, one a day from the first, answered after `minutes`. */
function monthOfTickets({
  year,
  number,
  count,
  minutes,
  channel = 'email',
}: {
  year: number;
  number: number;
  count: number;
  minutes: number;
  channel?: string;
}): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const created = Date.UTC(year, number - 1, 1 + (index % 28), 9, index);
    return {
      id: `${year}-${number}-${channel}-${index}`,
      channel,
      createdAt: new Date(created).toISOString(),
      firstResponseAt: new Date(created + minutes * 60_000).toISOString(),
      solvedAt: new Date(created + 3_600_000).toISOString(),
      status: 'solved',
    };
  });
}

const january = monthOfTickets({ year: 2025, number: 1, count: 20, minutes: 30 });
const february = monthOfTickets({ year: 2025, number: 2, count: 20, minutes: 10 });
const march = monthOfTickets({ year: 2025, number: 3, count: 4, minutes: 10 });

describe('periods', () => {
  it('compares with the period before: faster answers are better, in seconds and relative', () => {
    const report = reportOn(
      { tickets: [...january, ...february, ...march] },
      { period: month(2025, 2), previous: month(2025, 1), ...only('first-response-time') },
    );
    const result = resultOf(report, 'first-response-time');
    expect(result).toMatchObject({ value: 600, n: 20, previous: { value: 1800, n: 20 } });
    // 600 − 1800 = −1200 seconds, −1200 / 1800 = −2/3
    expect(result.change).toEqual({ absolute: -1200, relative: -2 / 3, verdict: 'better' });
    expect(report.period).toEqual({ label: '2025-02', start: '2025-02-01T00:00:00.000Z', end: '2025-03-01T00:00:00.000Z', complete: true });
  });

  it('says too few below ten rows in either period', () => {
    const report = reportOn(
      { tickets: [...january.slice(0, 9), ...february] },
      { period: month(2025, 2), previous: month(2025, 1), asOf: '2025-03-01', ...only('first-response-time') },
    );
    expect(resultOf(report, 'first-response-time').change?.verdict).toBe('too-few');
  });

  it('shows a partial period but does not compare it', () => {
    const report = reportOn(
      { tickets: [...january, ...february, ...march] },
      { period: month(2025, 3), previous: month(2025, 2), ...only('first-response-time') },
    );
    expect(report.period.complete).toBe(false);
    expect(resultOf(report, 'first-response-time')).toMatchObject({ value: 600, n: 4, change: null, previous: { value: 600, n: 20 } });
    expect(report.warnings.map(({ code }) => code)).toEqual(['partial-period']);
  });

  it('takes a period as complete at the end of the day of the newest time stamp, unless --as-of says an instant', () => {
    const tickets = [{ id: '1', createdAt: '2025-01-31T22:00:00Z', firstResponseAt: '2025-01-31T22:10:00Z' }];
    expect(reportOn({ tickets }, { period: month(2025, 1) }).period.complete).toBe(true);
    expect(reportOn({ tickets }, { period: month(2025, 1), asOf: '2025-01-31T23:00:00Z' }).period.complete).toBe(false);
  });

  it('counts a row without its date over all data only', () => {
    const tickets: Row[] = [
      ...january,
      { id: 'undated', createdAt: null, firstResponseAt: null, solvedAt: null, status: 'open', channel: 'email' },
    ];
    expect(resultOf(reportOn({ tickets }), 'unanswered-rate')).toMatchObject({ n: 21, counts: { unanswered: 1, received: 21 } });
    expect(resultOf(reportOn({ tickets }, { period: month(2025, 1) }), 'unanswered-rate').n).toBe(20);
  });

  it('divides by the days of the period that the data has reached', () => {
    // 28 tickets on 28 February days; 4 tickets on 4 March days, the data ends on the 4th
    const tickets = [...monthOfTickets({ year: 2025, number: 2, count: 28, minutes: 1 }), ...march];
    expect(resultOf(reportOn({ tickets }, { period: month(2025, 2) }), 'tickets-per-day')).toMatchObject({
      value: 1,
      counts: { created: 28, days: 28 },
    });
    expect(resultOf(reportOn({ tickets }, { period: month(2025, 3) }), 'tickets-per-day')).toMatchObject({
      value: 1,
      counts: { created: 4, days: 4 },
    });
    expect(resultOf(reportOn({ tickets }), 'tickets-per-day')).toMatchObject({ value: 1, counts: { created: 32, days: 32 } });
  });

  it('counts days in the reporting zone, also when they have 23 hours', () => {
    // Berlin, 30 March 2025 has 23 hours: tickets from 29 March 00:30 to 31 March 23:30 local are three days.
    const tickets = ['2025-03-28T23:30:00Z', '2025-03-30T10:00:00Z', '2025-03-31T21:30:00Z'].map((createdAt, id) => ({
      id: `${id}`,
      createdAt,
    }));
    expect(resultOf(reportOn({ tickets }, { timeZone: 'Europe/Berlin' }), 'tickets-per-day').counts).toEqual({ created: 3, days: 3 });
    expect(resultOf(reportOn({ tickets }), 'tickets-per-day').counts).toEqual({ created: 3, days: 4 });
  });
});

describe('series', () => {
  it('puts every row into its bucket and marks the one that is not over', () => {
    const report = reportOn(
      { tickets: [...january, ...february, ...march] },
      { every: 'month', ...only('first-response-time', 'backlog') },
    );
    expect(resultOf(report, 'first-response-time').series).toEqual([
      { start: '2025-01-01T00:00:00.000Z', value: 1800, n: 20, complete: true },
      { start: '2025-02-01T00:00:00.000Z', value: 600, n: 20, complete: true },
      { start: '2025-03-01T00:00:00.000Z', value: 600, n: 4, complete: false },
    ]);
    expect(resultOf(report, 'backlog').series.map(({ value }) => value)).toEqual([0, 0, 0]);
  });

  it('keeps an empty bucket as a gap, not as zero', () => {
    const report = reportOn({ tickets: [...january, ...march] }, { every: 'month', ...only('first-response-time') });
    expect(resultOf(report, 'first-response-time').series[1]).toMatchObject({ value: null, n: 0 });
  });
});

describe('groups', () => {
  const tickets = [
    ...monthOfTickets({ year: 2025, number: 1, count: 12, minutes: 5, channel: 'chat' }),
    ...monthOfTickets({ year: 2025, number: 1, count: 20, minutes: 30, channel: 'email' }),
    ...monthOfTickets({ year: 2025, number: 1, count: 3, minutes: 60, channel: 'fax' }),
  ];

  it('adds up to the whole, largest group first', () => {
    const report = reportOn({ tickets }, { by: ['channel'] });
    const [breakdown] = report.breakdowns;
    expect(breakdown!.groups.map(({ key }) => key)).toEqual(['email', 'chat', 'fax']);
    for (const id of ['first-response-time', 'resolution-time', 'service-level', 'unanswered-rate', 'tickets-per-day']) {
      const sum = breakdown!.groups.reduce((total, group) => total + group.kpis.find((kpi) => kpi.id === id)!.n, 0);
      expect([id, sum]).toEqual([id, resultOf(report, id).n]);
    }
  });

  it('suppresses groups below the minimum and counts them', () => {
    const [breakdown] = reportOn({ tickets }, { by: ['channel'], minSegment: 5 }).breakdowns;
    expect(breakdown!.groups.map(({ key }) => key)).toEqual(['email', 'chat']);
    expect(breakdown!.suppressed).toEqual({ groups: 1, n: 3 });
  });

  it('shows a missing value as a group of its own, and crosses two dimensions', () => {
    const some: Row[] = [
      { id: '1', channel: 'chat', priority: 'high', createdAt: '2025-01-01T09:00:00Z' },
      { id: '2', channel: 'chat', priority: null, createdAt: '2025-01-01T09:00:00Z' },
      { id: '3', channel: null, priority: null, createdAt: '2025-01-01T09:00:00Z' },
    ];
    const report = reportOn({ tickets: some }, { by: ['channel', 'channel+priority'] });
    expect(report.breakdowns[0]!.groups.map(({ key }) => key)).toEqual(['chat', null]);
    expect(report.breakdowns[1]!.by).toBe('channel+priority');
    expect(report.breakdowns[1]!.groups.map(({ keys }) => keys)).toEqual(
      expect.arrayContaining([
        ['chat', 'high'],
        ['chat', null],
        [null, null],
      ]),
    );
  });

  it('keeps groups that are named like parts of an object', () => {
    const some = ['__proto__', 'constructor', 'toString'].map((channel, id) => ({
      id: `${id}`,
      channel,
      createdAt: '2025-01-01T09:00:00Z',
    }));
    expect(
      reportOn({ tickets: some }, { by: ['channel'] })
        .breakdowns[0]!.groups.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
