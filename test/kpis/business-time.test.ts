import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { noSettings, type CalendarSettings, type Settings } from '../../src/model/settings.ts';
import { reportOn, resultOf } from '../support/ask.ts';
import type { Row, Rows } from '../support/build-dataset.ts';
import { oneTicket } from '../support/one-ticket.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const DAILY = [...WEEKDAYS, 'sat', 'sun'] as const;

function open(days: readonly string[], hours: readonly string[], more: Partial<CalendarSettings> = {}): CalendarSettings {
  return { timeZone: 'UTC', weekly: Object.fromEntries(days.map((day) => [day, hours])), holidays: [], overrides: {}, when: null, ...more };
}

const office = open(WEEKDAYS, ['09:00-17:00']);

function settingsWith(calendars: Settings['calendars']): Settings {
  return { ...noSettings, calendars };
}

function business(id: string, rows: Rows, calendars: Settings['calendars'] = { default: office }): KpiResult {
  const report = reportOn(rows, { clock: 'business', settings: settingsWith(calendars) });
  expect(report.kpis.filter((kpi) => kpi.id === id)).toHaveLength(1);
  return resultOf(report, id);
}

const answered = (createdAt: string, firstResponseAt: string, more: Row = {}): Rows => ({
  tickets: [{ id: '1', createdAt, firstResponseAt, ...more }],
});

describe('vectors of kpis.md §9.2 on first-response-time', () => {
  it.each([
    ['1', office, '2014-04-07T10:00:00Z', '2014-04-07T15:00:00Z', 300],
    ['2', office, '2014-04-07T07:00:00Z', '2014-04-07T20:00:00Z', 480],
    ['3: off hours is 0, and kept', office, '2014-04-11T20:00:00Z', '2014-04-14T05:00:00Z', 0],
    ['4', office, '2014-04-13T09:10:24Z', '2014-04-14T09:10:24Z', 10.4],
    ['6: lunch', open(['mon'], ['07:00-12:00', '13:00-18:00']), '2014-04-07T11:59:00Z', '2014-04-07T13:01:00Z', 2],
    [
      '14: a holiday',
      open(DAILY, ['08:00-17:00'], { timeZone: 'Europe/Berlin', holidays: ['2015-09-22'] }),
      '2015-09-21T14:30:00Z',
      '2015-09-23T07:30:00Z',
      120,
    ],
    [
      '17: a Sunday of 25 hours',
      open(['sun'], ['00:00-24:00'], { timeZone: 'Europe/Paris' }),
      '2020-10-24T22:00:00Z',
      '2020-10-25T23:00:00Z',
      1500,
    ],
    [
      '18: an override',
      open(['mon'], ['08:00-18:00'], { overrides: { '2014-04-07': ['10:00-12:00', '14:00-17:00'] } }),
      '2014-04-07T12:00:00Z',
      '2014-04-07T18:00:00Z',
      180,
    ],
    [
      '24: holidays over a change of the clocks',
      open(WEEKDAYS, ['09:00-17:00'], { timeZone: 'Europe/Berlin', holidays: ['2024-03-29', '2024-04-01'] }),
      '2024-03-29T15:00:00Z',
      '2024-04-02T08:00:00Z',
      60,
    ],
    [
      '26: a night shift in spring',
      open(DAILY, ['22:00-06:00'], { timeZone: 'Europe/Berlin' }),
      '2024-03-30T21:00:00Z',
      '2024-03-31T04:00:00Z',
      420,
    ],
    [
      '29: parts are not rounded',
      open(WEEKDAYS, ['09:00-17:00'], { timeZone: 'Europe/London' }),
      '2024-01-15T16:59:30Z',
      '2024-01-16T09:00:30Z',
      1,
    ],
    [
      '31: the Friday that Samoa skipped',
      open(WEEKDAYS, ['09:00-17:00'], { timeZone: 'Pacific/Apia' }),
      '2011-12-29T19:00:00Z',
      '2012-01-01T19:00:00Z',
      480,
    ],
  ])('%s', (_, calendar, start, end, minutes) => {
    expect(business('first-response-time', answered(start, end), { default: calendar })).toMatchObject({
      clock: 'business',
      value: minutes * 60,
      n: 1,
      reason: null,
    });
  });
});

describe('which calendar', () => {
  const chat = open(DAILY, ['00:00-24:00'], { when: 'channel = chat' });
  const gold = open(WEEKDAYS, ['08:00-20:00'], { when: 'priority = urgent' });
  // Monday 16:00 to 19:00: 1 hour of the office, 3 of the chat, 3 until 20:00.
  const monday = (more: Row): Rows => answered('2025-03-10T16:00:00Z', '2025-03-10T19:00:00Z', more);

  it('is the first whose condition holds, else the default', () => {
    const calendars = { default: office, chat, gold };
    expect(business('first-response-time', monday({ channel: 'email' }), calendars).value).toBe(3600);
    expect(business('first-response-time', monday({ channel: 'chat' }), calendars).value).toBe(3 * 3600);
    expect(business('first-response-time', monday({ priority: 'urgent' }), calendars).value).toBe(3 * 3600);
    // Both hold: a chat on Monday from 19:00 to 21:00 has 2 hours with the chat's calendar, 1 with the other.
    const both = answered('2025-03-10T19:00:00Z', '2025-03-10T21:00:00Z', { channel: 'chat', priority: 'urgent' });
    expect(business('first-response-time', both, { default: office, chat, gold }).value).toBe(2 * 3600);
    expect(business('first-response-time', both, { default: office, gold, chat }).value).toBe(3600);
  });

  it('may go by the group of the ticket or the plan of the customer', () => {
    const rows: Rows = { ...monday({ group: 'Billing', customerId: 'c' }), customers: [{ id: 'c', plan: 'Business' }] };
    const always = (when: string): CalendarSettings => open(DAILY, ['00:00-24:00'], { when });
    expect(business('first-response-time', rows, { default: office, other: always('group = billing') }).value).toBe(3 * 3600);
    expect(business('first-response-time', rows, { default: office, other: always('plan = business') }).value).toBe(3 * 3600);
    expect(business('first-response-time', rows, { default: office, other: always('plan = free') }).value).toBe(3600);
  });

  it('leaves out and counts what no calendar claims', () => {
    const rows: Rows = {
      tickets: [{ ...monday({ channel: 'chat' }).tickets![0]! }, { ...monday({ channel: 'email' }).tickets![0]!, id: '2' }],
    };
    expect(business('first-response-time', rows, { chat })).toMatchObject({
      value: 3 * 3600,
      n: 1,
      counts: { answered: 2, withoutCalendar: 1 },
    });
  });

  it('claims nothing by a name alone', () => {
    expect(business('first-response-time', monday({ channel: 'email' }), { base: office })).toMatchObject({
      value: null,
      reason: 'no-calendar',
    });
  });
});

describe('without a calendar', () => {
  it.each([
    'first-response-time',
    'service-level',
    'resolution-time',
    'response-time',
    'requester-wait-time',
    'agent-wait-time',
    'on-hold-time',
  ])('%s is null and says why', (id) => {
    expect(business(id, oneTicket, {})).toMatchObject({ value: null, n: 0, reason: 'no-calendar', clock: 'business' });
  });

  it('a ticket that nobody has answered is no miss of a clock that nobody can read', () => {
    const rows: Rows = {
      tickets: [
        { id: '1', status: 'open', createdAt: '2025-03-10T09:00:00Z', firstResponseAt: null },
        { id: '2', createdAt: '2025-03-12T09:00:00Z', firstResponseAt: '2025-03-12T09:01:00Z' },
      ],
    };
    expect(business('service-level', rows, {})).toMatchObject({ value: null, n: 0, reason: 'no-calendar' });
  });

  it("takes the export's own business column, and time stamps through a calendar before it", () => {
    // Friday 16:00 to Monday 10:00: 2 hours of the office.
    const rows = answered('2025-03-07T16:00:00Z', '2025-03-10T10:00:00Z', { 'firstResponse.business': 999 });
    expect(business('first-response-time', rows, {})).toMatchObject({ value: 999, n: 1, clock: 'business' });
    expect(business('first-response-time', rows)).toMatchObject({ value: 7200, n: 1, clock: 'business' });
  });

  it('does not change what is not a duration', () => {
    const calendar = reportOn(oneTicket);
    const report = reportOn(oneTicket, { clock: 'business' });
    for (const id of ['unanswered-rate', 'reopen-rate', 'tickets-per-day', 'replies-to-resolve', 'backlog'])
      expect(resultOf(report, id)).toEqual(resultOf(calendar, id));
  });
});

describe('the other durations', () => {
  // §1.4 with a lunch from 09:30 to 10:00 and a day that ends at 10:35.
  const calendar = open(['mon'], ['09:00-09:30', '10:00-10:35']);

  it.each([
    // 09:00–09:20; 09:50–10:05 holds 5 open minutes: median 12.5.
    ['response-time', 12.5],
    // 30 before lunch, 35 after it.
    ['resolution-time', 65],
    // New and open 09:00–09:20, 09:50–10:05 (5 open), 10:30–10:40 (5 open).
    ['requester-wait-time', 30],
    // Pending 09:20–09:50: 10 open.
    ['agent-wait-time', 10],
  ])('%s is %d minutes', (id, minutes) => {
    expect(business(id, oneTicket, { default: calendar })).toMatchObject({ value: minutes * 60, clock: 'business' });
  });

  it('paused time is open time too: 65 less the 10 open minutes in pending', () => {
    const kpi = kpis.find(({ id }) => id === 'resolution-time')!;
    const report = reportOn(oneTicket, {
      clock: 'business',
      settings: settingsWith({ default: calendar }),
      kpis: [{ kpi, options: { pauseStatuses: ['pending'] } }],
    });
    expect(resultOf(report, 'resolution-time').value).toBe(55 * 60);
  });

  it('a target elapses in business time: asked on Friday at 16:50, at 17:10 on Monday it is long over, on Saturday it is not', () => {
    const rows: Rows = {
      tickets: [
        { id: '1', status: 'open', createdAt: '2025-03-07T16:50:00Z', firstResponseAt: null },
        { id: '2', createdAt: '2025-03-07T09:00:00Z', firstResponseAt: '2025-03-07T09:10:00Z' },
      ],
    };
    const at = (asOf: string): KpiResult =>
      resultOf(reportOn(rows, { asOf, clock: 'business', settings: settingsWith({ default: office }) }), 'service-level');
    expect(at('2025-03-08T12:00:00Z')).toMatchObject({ value: 1, n: 1, counts: { met: 1, due: 1, pending: 1 } });
    expect(at('2025-03-10T17:10:00Z')).toMatchObject({ value: 0.5, n: 2, counts: { met: 1, due: 2, pending: 0 } });
  });

  it('negative durations stay errors', () => {
    expect(business('first-response-time', answered('2025-03-10T12:00:00Z', '2025-03-10T10:00:00Z'))).toMatchObject({
      value: null,
      n: 0,
      counts: { negative: 1 },
    });
  });
});

it('no row has more business time than calendar time', () => {
  const start = Date.UTC(2024, 0, 1);
  const minute = fc.integer({ min: 0, max: 366 * 1440 });
  const ticket = fc.record({
    created: minute,
    response: fc.integer({ min: 0, max: 30_000 }),
    solution: fc.integer({ min: 0, max: 90_000 }),
  });
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  const hours = fc.constantFrom(['09:00-17:00'], ['00:00-24:00'], ['22:00-06:00'], ['08:00-12:00', '13:00-18:30']);
  fc.assert(
    fc.property(fc.array(ticket, { minLength: 1, maxLength: 12 }), zone, hours, (list, timeZone, weekly) => {
      const time = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
      for (const [index, { created, response, solution }] of list.entries()) {
        const tickets = [
          {
            id: `${index}`,
            status: 'solved',
            createdAt: time(created),
            firstResponseAt: time(created + response),
            solvedAt: time(created + response + solution),
          },
        ];
        const byCalendar = reportOn({ tickets });
        const settings = settingsWith({ default: open(DAILY, weekly, { timeZone }) });
        const byBusiness = reportOn({ tickets }, { clock: 'business', settings });
        for (const id of ['first-response-time', 'resolution-time']) {
          expect(resultOf(byBusiness, id).value!).toBeLessThanOrEqual(resultOf(byCalendar, id).value!);
          expect(resultOf(byBusiness, id).value!).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 25 },
  );
});

it.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s: a calendar that is always open gives what the calendar clock gives', (id, kpi) => {
  const question = { kpis: [{ kpi, options: {} }], ...(kpi.example.asOf ? { asOf: kpi.example.asOf } : {}) };
  const byCalendar = resultOf(reportOn(kpi.example.rows, question), id);
  const settings = settingsWith({ default: open(DAILY, ['00:00-24:00']) });
  const always = resultOf(reportOn(kpi.example.rows, { ...question, clock: 'business', settings }), id);
  expect({ ...always, clock: null }).toEqual({ ...byCalendar, clock: null });
});
