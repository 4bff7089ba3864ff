import { describe, expect, it } from 'vitest';
import { codeAt } from './code-at.ts';
import { kpiOf, normalizedText, reportOnText } from './report-on-files.ts';

const HEADER =
  'Ticket ID,Status,Source,Created time,Resolved time,Initial response time,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Survey results';
const file = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');

describe('the CSV', () => {
  it('takes 00:00:00 for nobody unless a time stamp says that somebody answered outside business hours', async () => {
    const report = await reportOnText(
      file(
        '1,Open,Email,2025-03-10 09:00:00,,,00:00:00,00:00:00,0,0,',
        '2,Open,Email,2025-03-10 20:00:00,,2025-03-10 21:00:00,00:00:00,00:00:00,1,0,',
        '3,Open,Email,2025-03-11 09:00:00,,2025-03-11 10:30:00,01:30:00,00:00:00,1,0,',
      ),
    );
    const responses = report.kpis.filter(({ id, value }) => id === 'first-response-time' && value !== null);
    // calendar 60 and 90 minutes; business 0 and 90
    expect(responses.map(({ clock, value, n }) => [clock, value, n])).toEqual([
      ['calendar', 4500, 2],
      ['business', 2700, 2],
    ]);
    expect(kpiOf(report, 'unanswered-rate')).toMatchObject({ value: 1 / 3, n: 3 });
  });

  it('reads hours without bound, decimal hours, and leaves negative ones out', async () => {
    const row = (id: number, resolution: string): string =>
      `${id},Closed,Email,2025-01-10 09:00:00,2025-03-10 09:00:00,,00:10:00,${resolution},1,0,`;
    const report = await reportOnText(file(row(1, '1406:07:11'), row(2, '2.5'), row(3, '-391:30:46')));
    const business = report.kpis.find(({ id, clock }) => id === 'resolution-time' && clock === 'business');
    // 1406 h 7 min 11 s = 5,062,031 s; 2.5 h = 9000 s
    expect(business).toMatchObject({ n: 2, stats: { min: 9000, max: 5_062_031 } });
    expect(report.warnings.map(({ code }) => code)).toContain('negative-duration');
  });

  it('lets the time stamps speak before the labels of the account', async () => {
    const report = await reportOnText(
      file(
        '1,Resolved/Testing Phase,Email,2025-03-10 09:00:00,,,00:00:00,00:00:00,1,0,',
        '2,Waiting for Godot,Portal,2025-03-10 09:00:00,2025-03-11 09:00:00,,00:00:00,08:00:00,1,0,',
      ),
    );
    expect(kpiOf(report, 'backlog')?.value).toBe(1);
    expect(report.warnings.find(({ code }) => code === 'unknown-status')?.message).toContain('“Waiting for Godot”');
    expect(report.warnings.filter(({ code }) => code === 'contradiction')).toEqual([]);
  });

  it('knows an outbound mail and the words of the survey', async () => {
    const text = file(
      '1,Open,Outbound Email,2025-03-10 09:00:00,,2025-03-10 09:00:00,00:00:00,00:00:00,0,0,Extremely satisfied',
      '2,Open,Phone,2025-03-10 09:00:00,,,00:00:00,00:00:00,0,0,Slightly dissatisfied',
    );
    const { dataset } = await normalizedText(text);
    expect([0, 1].map((row) => `${codeAt(dataset, 'channel', row)} ${codeAt(dataset, 'direction', row)}`)).toEqual([
      'email outbound',
      'phone ',
    ]);
    expect(kpiOf(await reportOnText(text), 'csat')).toMatchObject({ value: 0.5, n: 2 });
  });
});

describe('the API', () => {
  const ticket = (id: number, more: object = {}): object => ({
    id,
    status: 2,
    priority: 1,
    source: 1,
    requester_id: 5,
    responder_id: 9,
    fr_due_by: '2025-03-10T10:00:00Z',
    due_by: '2025-03-12T09:00:00Z',
    created_at: '2025-03-10T09:00:00Z',
    updated_at: '2025-03-10T09:00:00Z',
    ...more,
  });
  const rated = (...values: readonly [number, string][]): object => ({
    satisfaction_ratings: values.map(([value, created_at]) => ({ ratings: { default_question: value }, created_at })),
  });

  it('does not take the deadline for a response', async () => {
    const report = await reportOnText(JSON.stringify([ticket(1, { updated_at: '2025-03-13T09:00:00Z' })]));
    expect(kpiOf(report, 'first-response-time')?.value ?? null).toBeNull();
    expect(kpiOf(report, 'unanswered-rate')?.value ?? null).not.toBe(0);
  });

  it.each<[string, object, number | null]>([
    ['extremely happy', rated([103, '2025-03-10T10:00:00Z']), 1],
    ['neutral is not positive', rated([100, '2025-03-10T10:00:00Z']), 0],
    ['extremely unhappy', rated([-103, '2025-03-10T10:00:00Z']), 0],
    ['the later of two, wherever it stands', rated([-101, '2025-03-11T10:00:00Z'], [102, '2025-03-10T10:00:00Z']), 0],
    ['none', rated(), null],
  ])('rates: %s', async (_, more, value) => {
    expect(kpiOf(await reportOnText(JSON.stringify([ticket(1, more)])), 'csat')?.value ?? null).toBe(value);
  });

  it('has the request in the ticket and the rest in its conversations; notes are no answers', async () => {
    const talk = [
      { id: 1, incoming: false, private: true, user_id: 9, created_at: '2025-03-10T09:05:00Z' },
      { id: 2, incoming: false, private: false, user_id: 9, created_at: '2025-03-10T09:20:00Z' },
      { id: 3, incoming: true, private: false, user_id: 5, created_at: '2025-03-10T10:00:00Z' },
      { id: 4, incoming: false, private: false, user_id: 9, created_at: '2025-03-10T10:15:00Z' },
    ];
    const report = await reportOnText(JSON.stringify([ticket(1, { conversations: talk })]));
    expect(kpiOf(report, 'first-response-time')?.value).toBe(1200);
    // 20 and 15 minutes
    expect(kpiOf(report, 'response-time')).toMatchObject({ n: 2, stats: { mean: 1050 } });
  });

  it('began with an agent where the source is outbound mail', async () => {
    const { dataset } = await normalizedText(JSON.stringify([ticket(1, { source: 10, conversations: [] }), ticket(2)]));
    expect([codeAt(dataset, 'direction', 0), codeAt(dataset, 'channel', 0), codeAt(dataset, 'direction', 1)]).toEqual([
      'outbound',
      'email',
      '',
    ]);
  });
});
