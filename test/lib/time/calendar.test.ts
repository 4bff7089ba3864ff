import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tzOffset } from '@date-fns/tz/tzOffset';
import { UserError } from '../../../src/model/user-error.ts';
import { WEEK_STARTS } from '../../../src/model/period.ts';
import { businessCalendar, type CalendarRules } from '../../../src/lib/time/calendar.ts';
import { zoneClock } from '../../../src/lib/time/zone.ts';

const MINUTE = 60_000;

function days(names: string, ...shifts: string[]): CalendarRules['weekly'] {
  return Object.fromEntries(names.split(' ').map((name) => [name, shifts]));
}
const WEEKDAYS = 'mon tue wed thu fri';
const DAILY = WEEK_STARTS.join(' ');
const officeUtc: CalendarRules = { timeZone: 'UTC', weekly: days(WEEKDAYS, '09:00-17:00') };
const paris = (...shifts: string[]): CalendarRules => ({ timeZone: 'Europe/Paris', weekly: days('sun', ...shifts) });
const berlin = (weekly: CalendarRules['weekly'], more: Partial<CalendarRules> = {}): CalendarRules => ({
  timeZone: 'Europe/Berlin',
  weekly,
  ...more,
});
const lunchMonday: CalendarRules = { timeZone: 'UTC', weekly: days('mon', '07:00-12:00', '13:00-18:00') };
/** biz's default schedule. */
const biz: CalendarRules = {
  timeZone: 'UTC',
  weekly: { ...days('mon wed fri', '09:00-17:00'), ...days('tue thu', '10:00-16:00'), ...days('sat', '11:00-14:30') },
};
/** Its default breaks, as overrides of the two days: 01-02 10:00–11:30; 01-03 14:15–14:30 and 15:40–15:50. */
const bizBreaks: CalendarRules = {
  ...biz,
  overrides: { '2006-01-02': ['09:00-10:00', '11:30-17:00'], '2006-01-03': ['10:00-14:15', '14:30-15:40', '15:50-16:00'] },
};
const halfMonday: CalendarRules = {
  timeZone: 'UTC',
  weekly: days('mon', '08:00-18:00'),
  overrides: { '2014-04-07': ['10:00-12:00', '14:00-17:00'] },
};

function minutes(rules: CalendarRules, ...spans: readonly (readonly [string, string])[]): number {
  const calendar = businessCalendar(rules);
  return spans.reduce((sum, [start, end]) => sum + calendar.openSeconds(Date.parse(start), Date.parse(end)), 0) / 60;
}

/** An instant from a local time of the rules' zone. */
function local(rules: CalendarRules, wall: string): string {
  return new Date(zoneClock(rules.timeZone).wallToInstant(Date.parse(`${wall}Z`))).toISOString();
}

describe('vectors of kpis.md §9.2, in UTC instants', () => {
  const easter2015 = berlin(days(DAILY, '08:00-17:00'), { holidays: ['2015-09-22'] });
  const saints2016 = berlin(days(WEEKDAYS, '08:00-20:00'), { holidays: ['2016-11-01'] });
  it.each<[string, CalendarRules, string, string, number]>([
    ['1', officeUtc, '2014-04-07T10:00Z', '2014-04-07T15:00Z', 300],
    ['2', officeUtc, '2014-04-07T07:00Z', '2014-04-07T20:00Z', 480],
    ['3', officeUtc, '2014-04-11T20:00Z', '2014-04-14T05:00Z', 0],
    ['4', officeUtc, '2014-04-13T09:10:24Z', '2014-04-14T09:10:24Z', 10.4],
    ['5', officeUtc, '2014-08-03T08:32Z', '2014-08-04T10:32Z', 92],
    ['6', lunchMonday, '2014-04-07T11:59Z', '2014-04-07T13:01Z', 2],
    ['7', lunchMonday, '2014-04-07T11:00Z', '2014-04-14T13:00Z', 660],
    ['8', officeUtc, '2014-04-07T01:00-09:00', '2014-04-07T15:00-04:00', 420],
    ['9', biz, '2006-01-01T00:00Z', '2006-01-08T00:00Z', 2370],
    ['9b', bizBreaks, '2006-01-01T00:00Z', '2006-01-08T00:00Z', 2255],
    ['10', biz, '2006-01-05T12:00Z', '2006-01-06T12:00Z', 420],
    ['11 same', biz, '2006-01-05T12:00Z', '2006-01-05T12:00Z', 0],
    ['11 reversed', officeUtc, '2014-04-07T15:00Z', '2014-04-07T10:00Z', 0],
    ['12', officeUtc, '2022-03-20T00:00Z', '2022-03-26T23:59Z', 2400],
    ['13a', berlin(days(WEEKDAYS, '08:00-18:00')), '2013-03-21T09:30Z', '2013-03-21T10:00Z', 30],
    ['13b', berlin(days(WEEKDAYS, '08:00-18:00')), '2013-03-21T09:30Z', '2013-03-21T11:00Z', 90],
    ['13c', berlin(days(WEEKDAYS, '08:00-18:00')), '2013-03-21T09:30Z', '2013-03-21T13:00Z', 210],
    ['13d', berlin(days(WEEKDAYS, '08:00-18:00')), '2013-03-21T09:30Z', '2013-03-21T14:00Z', 270],
    ['14a', easter2015, '2015-09-21T14:30Z', '2015-09-23T07:30Z', 120],
    ['14b', easter2015, '2015-09-21T14:30Z', '2015-09-23T08:30Z', 180],
    ['14c', easter2015, '2015-09-21T14:30Z', '2015-09-23T09:30Z', 240],
    ['15a', saints2016, '2016-11-01T13:56:21Z', '2016-11-02T09:00Z', 120],
    ['15b', saints2016, '2016-11-01T13:56:21Z', '2016-11-03T15:00Z', 1200],
    ['16a', paris('08:00-21:00'), '2020-03-29T01:00Z', '2020-03-30T00:00Z', 780],
    ['16b', paris('08:00-21:00'), '2019-10-27T01:00Z', '2019-10-28T00:00Z', 780],
    ['17', paris('00:00-24:00'), '2020-10-24T22:00Z', '2020-10-25T23:00Z', 1500],
    ['18a', halfMonday, '2014-04-07T09:00Z', '2014-04-07T12:00Z', 120],
    ['18b', halfMonday, '2014-04-07T09:00Z', '2014-04-07T14:00Z', 120],
    ['18c', halfMonday, '2014-04-07T12:00Z', '2014-04-07T18:00Z', 180],
    ['18d', halfMonday, '2014-04-07T13:00Z', '2014-04-07T13:30Z', 0],
    ['22', { timeZone: 'UTC', weekly: days(DAILY, '07:00-18:00') }, '2024-01-15T18:00Z', '2024-01-16T08:00Z', 60],
    ['23', officeUtc, '2024-01-15T20:00Z', '2024-01-15T22:00Z', 0],
    ['31', { timeZone: 'Pacific/Apia', weekly: days(WEEKDAYS, '09:00-17:00') }, '2011-12-29T19:00Z', '2012-01-01T19:00Z', 480],
  ])('%s', (_, rules, start, end, expected) => expect(minutes(rules, [start, end])).toBeCloseTo(expected, 9));

  it('19: what a pause takes away is left out by its own two lookups', () => {
    const rules = berlin(days(DAILY, '09:00-18:00'));
    const before = ['2013-06-04T09:00Z', '2013-06-04T10:00Z'] as const;
    expect(minutes(rules, before, ['2013-06-04T10:30Z', '2013-06-04T10:45Z'])).toBe(75);
    expect(minutes(rules, before, ['2013-06-04T10:30Z', '2013-06-04T12:00Z'])).toBe(150);
  });
  it('20: 24/7, new 60 and open 30 minutes count, pending 30 do not', () => {
    const rules = { timeZone: 'UTC', weekly: days(DAILY, '00:00-24:00') };
    expect(minutes(rules, ['2024-01-15T00:00Z', '2024-01-15T01:00Z'], ['2024-01-15T01:00Z', '2024-01-15T01:30Z'])).toBe(90);
  });
  it('21: each schedule over its own time', () => {
    // Minutes of the week, Sunday 0: [3600, 4440] is Tuesday 12:00–02:00, [5040, 5880] Wednesday 12:00–02:00; [3780, 4350] Tuesday 15:00–00:30, [5220, 5790] Wednesday 15:00–00:30.
    const first = { timeZone: 'UTC', weekly: days('tue wed', '12:00-02:00') };
    const second = { timeZone: 'UTC', weekly: days('tue wed', '15:00-00:30') };
    const start = '2020-09-29T17:01:38Z';
    const change = '2020-09-30T19:01:25Z';
    const end = '2020-09-30T19:01:46Z';
    expect(minutes(first, [start, change]) + minutes(second, [change, end])).toBeCloseTo(960.13, 2);
    expect(minutes(second, [start, end])).toBeCloseTo(690.13, 2);
  });
});

describe('vectors of kpis.md §9.2, in local time', () => {
  const newYork: CalendarRules = { timeZone: 'America/New_York', weekly: days(DAILY, '00:00-24:00') };
  const lordHowe: CalendarRules = { timeZone: 'Australia/Lord_Howe', weekly: days(DAILY, '00:00-24:00') };
  const nights = berlin(days(DAILY, '22:00-06:00'));
  const london: CalendarRules = { timeZone: 'Europe/London', weekly: days(WEEKDAYS, '09:00-17:00') };
  it.each<[string, CalendarRules, string, string, number]>([
    ['24', berlin(days(WEEKDAYS, '09:00-17:00'), { holidays: ['2024-03-29', '2024-04-01'] }), '2024-03-29T16:00', '2024-04-02T10:00', 60],
    ['24 without holidays', berlin(days(WEEKDAYS, '09:00-17:00')), '2024-03-29T16:00', '2024-04-02T10:00', 600],
    ['25 spring', newYork, '2024-03-10T00:00', '2024-03-11T00:00', 1380],
    ['25 autumn', newYork, '2024-11-03T00:00', '2024-11-04T00:00', 1500],
    ['26 spring', nights, '2024-03-30T22:00', '2024-03-31T06:00', 420],
    ['26 autumn', nights, '2024-10-26T22:00', '2024-10-27T06:00', 540],
    ['27', { timeZone: 'Asia/Kolkata', weekly: days(WEEKDAYS, '10:00-13:00', '14:00-19:00') }, '2024-01-15T12:30', '2024-01-15T14:30', 60],
    ['28', london, '2024-01-15T17:00', '2024-01-16T09:00', 0],
    ['29', london, '2024-01-15T16:59:30', '2024-01-16T09:00:30', 1],
    ['30 autumn', lordHowe, '2024-04-07T00:00', '2024-04-08T00:00', 1470],
    ['30 spring', lordHowe, '2024-10-06T00:00', '2024-10-07T00:00', 1410],
  ])('%s', (_, rules, start, end, expected) => expect(minutes(rules, [local(rules, start), local(rules, end)])).toBeCloseTo(expected, 9));

  it('drops an interval that summer time empties (biz: Los Angeles, Sunday 02:30–03:15 on 2006-04-02)', () => {
    const rules: CalendarRules = { timeZone: 'America/Los_Angeles', weekly: days('sun', '02:30-03:15') };
    expect(minutes(rules, [local(rules, '2006-04-02T00:00'), local(rules, '2006-04-03T00:00')])).toBe(0);
    expect(minutes(rules, [local(rules, '2006-04-09T00:00'), local(rules, '2006-04-10T00:00')])).toBe(45);
  });
});

describe('shifts', () => {
  const night = { timeZone: 'UTC', weekly: days('sat', '22:00-06:00') };
  const sunday = ['2025-03-09T00:00Z', '2025-03-10T00:00Z'] as const;
  const saturday = ['2025-03-08T00:00Z', '2025-03-09T00:00Z'] as const;
  it('belong to the day on which they start', () => {
    expect([minutes(night, saturday), minutes(night, sunday)]).toEqual([120, 360]);
    expect(minutes({ ...night, holidays: ['2025-03-08'] }, saturday, sunday)).toBe(0);
    expect(minutes({ ...night, holidays: ['2025-03-09'] }, sunday)).toBe(360);
  });
  it('run on where the sums of open time change over (every 400 days since 1970: 2024-10-04)', () => {
    const thursdays = { timeZone: 'UTC', weekly: days('thu', '22:00-06:00') };
    expect(minutes(thursdays, ['2024-10-03T21:00Z', '2024-10-04T07:00Z'])).toBe(480);
    expect(minutes(thursdays, ['2024-10-03T23:00Z', '2024-10-04T00:00Z'], ['2024-10-04T00:00Z', '2024-10-04T05:00Z'])).toBe(360);
  });
  it('count once where they overlap', () => {
    expect(
      minutes({ timeZone: 'UTC', weekly: { ...days('sat', '22:00-06:00'), ...days('sun', '05:00-08:00', '07:00-09:00') } }, sunday),
    ).toBe(540);
  });
  it('take 23:59 for the end of the day, and say so', () => {
    const calendar = businessCalendar({ timeZone: 'UTC', weekly: days('sun', '00:00-23:59') });
    expect(calendar.openSeconds(Date.parse(sunday[0]), Date.parse(sunday[1]))).toBe(86_400);
    expect(calendar.notes).toEqual(['00:00-23:59 (sun) is taken as open until 24:00']);
  });
  it('hold on a holiday that has hours of its own', () => {
    const rules = { ...officeUtc, holidays: ['2025-12-24..2025-12-26'], overrides: { '2025-12-24': ['09:00-12:00'], '2025-12-29': [] } };
    expect(minutes(rules, ['2025-12-24T00:00Z', '2025-12-30T00:00Z'])).toBe(180);
  });
  it('are half-open', () => {
    const { isOpen } = businessCalendar(officeUtc);
    expect(
      ['2025-03-10T08:59:59.999Z', '2025-03-10T09:00Z', '2025-03-10T16:59:59.999Z', '2025-03-10T17:00Z', '2025-03-09T10:00Z'].map((at) =>
        isOpen(Date.parse(at)),
      ),
    ).toEqual([false, true, true, false, false]);
  });
});

describe('what is no calendar', () => {
  it.each<[string, Partial<CalendarRules>]>([
    ['"9-17" (mon)', { weekly: { mon: ['9-17'] } }],
    ['"09:00-25:00" (mon)', { weekly: { mon: ['09:00-25:00'] } }],
    ['"24:00-06:00" (mon)', { weekly: { mon: ['24:00-06:00'] } }],
    ['"09:00-09:00" (mon)', { weekly: { mon: ['09:00-09:00'] } }],
    ['"09:60-10:00" (mon)', { weekly: { mon: ['09:60-10:00'] } }],
    ['"x" (2025-12-31)', { overrides: { '2025-12-31': ['x'] } }],
    ['the override "2025-12"', { overrides: { '2025-12': ['09:00-12:00'] } }],
    ['"Christmas" is not a holiday', { holidays: ['Christmas'] }],
    ['"2025-02-30" is not a holiday', { holidays: ['2025-02-30'] }],
    ['"2025-12-26..2025-12-24" is not a holiday', { holidays: ['2025-12-26..2025-12-24'] }],
    ['"2025-12-24..2205-12-26" is not a holiday', { holidays: ['2025-12-24..2205-12-26'] }],
    ['never open', { weekly: {} }],
    ['time zone', { timeZone: '+02:00' }],
  ])('%s', (message, rules) => {
    expect(() => businessCalendar({ ...officeUtc, ...rules })).toThrow(UserError);
    expect(() => businessCalendar({ ...officeUtc, ...rules })).toThrow(message);
  });
  it('gives NaN for what cannot be answered', () => {
    const { openSeconds, isOpen } = businessCalendar(officeUtc);
    const now = Date.parse('2025-03-10T09:00Z');
    for (const ms of [NaN, Infinity, -Infinity, Date.UTC(2300, 0), Date.UTC(1800, 0)]) {
      expect([openSeconds(ms, now), openSeconds(now, ms), isOpen(ms)]).toEqual([NaN, NaN, false]);
    }
  });
});

describe('against counting every minute', () => {
  /** The other library's offset, asked once for each half hour: these zones change at no other times. */
  const offsets = new Map<string, number>();
  function offsetAt(timeZone: string, ms: number): number {
    const halfHour = Math.floor(ms / (30 * MINUTE));
    const key = `${timeZone} ${halfHour}`;
    const known = offsets.get(key) ?? tzOffset(timeZone, new Date(halfHour * 30 * MINUTE));
    offsets.set(key, known);
    return known;
  }

  /** Open or not by a local clock and the rules as written: no intervals, no sums, another library's offsets. Only for whole-minute shifts away from the changes of the clock. */
  function openAt(rules: CalendarRules, ms: number): boolean {
    const wall = new Date(ms + offsetAt(rules.timeZone, ms) * MINUTE);
    const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
    const on = (daysBack: number, at: number): boolean => {
      const day = new Date(wall.getTime() - daysBack * 24 * 60 * MINUTE);
      const iso = day.toISOString().slice(0, 10);
      const weekday = WEEK_STARTS[(day.getUTCDay() + 6) % 7] ?? 'mon';
      const shifts = rules.overrides?.[iso] ?? (rules.holidays?.includes(iso) ? [] : (rules.weekly[weekday] ?? []));
      return shifts.some((shift) => {
        const [from = 0, to = 0] = shift.split('-').map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
        return at >= from && at < (to < from ? to + 1440 : to);
      });
    };
    return on(0, minute) || on(1, minute + 1440);
  }

  const two = (value: number): string => String(value).padStart(2, '0');
  // Shifts begin and end away from 00:00–04:00, when clocks change in these zones.
  const clockTime = fc
    .tuple(fc.integer({ min: 4, max: 23 }), fc.constantFrom(0, 15, 30))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
  const shift = fc
    .tuple(clockTime, fc.oneof(clockTime, fc.constant('24:00')))
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => `${from}-${to}`);
  const shifts = fc.array(shift, { maxLength: 3 });
  const weekly = fc.record(
    Object.fromEntries(WEEK_STARTS.map((name) => [name, shifts])) as Record<(typeof WEEK_STARTS)[number], typeof shifts>,
  );
  const start = fc.integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2025, 11, 1) / MINUTE });
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'];

  it('is the same for any hours, holidays and overrides, across changes of the clock', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        weekly,
        shifts,
        start,
        fc.integer({ min: 0, max: 7 * 1440 }),
        fc.constantFrom('2024-03-31', '2024-10-27', '2024-03-10'),
        (timeZone, week, special, from, length, near) => {
          const base = from % 3 === 0 ? Date.parse(near) / MINUTE - (from % 4000) : from;
          const iso = (day: number): string => new Date(base * MINUTE + day * 24 * 60 * MINUTE).toISOString().slice(0, 10);
          const rules: CalendarRules = {
            timeZone,
            weekly: { ...week, mon: ['08:00-12:00', ...week.mon] },
            holidays: [iso(1), iso(2)],
            overrides: { [iso(2)]: special, [iso(4)]: special },
          };
          let counted = 0;
          for (let minute = base; minute < base + length; minute += 1) if (openAt(rules, minute * MINUTE)) counted += 1;
          expect(businessCalendar(rules).openSeconds(base * MINUTE, (base + length) * MINUTE)).toBe(counted * 60);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('adds up: two parts are the whole, and never more than the time that passed', () => {
    const calendar = businessCalendar(
      berlin({ ...days('mon wed', '09:00-17:30'), ...days('fri', '22:00-06:00'), ...days('sun', '00:00-24:00') }),
    );
    const when = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(
        fc.tuple(when, when, when).map((times) => times.toSorted((a, b) => a - b)),
        ([a = 0, b = 0, c = 0]) => {
          const whole = calendar.openSeconds(a, c);
          expect(calendar.openSeconds(a, b) + calendar.openSeconds(b, c)).toBeCloseTo(whole, 6);
          expect(whole >= 0 && whole <= (c - a) / 1000).toBe(true);
        },
      ),
    );
  });
});
