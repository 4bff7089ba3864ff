import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERIES_STEPS, WEEK_STARTS, type Period } from '../../../src/model/period.ts';
import { UserError } from '../../../src/model/user-error.ts';
import {
  buckets,
  calendarDays,
  dayAround,
  parseInstant,
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
} from '../../../src/lib/time/period.ts';
import { zoneClock } from '../../../src/lib/time/zone.ts';

const HOUR = 3_600_000;
/** A Wednesday. */
const NOW = Date.parse('2025-03-12T10:30:00Z');
const utc = { now: NOW, timeZone: 'UTC', weekStart: 'mon' } as const;

function show(period: Period | null): string | null {
  const iso = (ms: number): string =>
    Number.isFinite(ms) ? new Date(ms).toISOString().replace('T00:00:00.000Z', '').replace(':00.000Z', 'Z') : String(ms);
  return period === null ? null : `${period.label} ${iso(period.start)} ${iso(period.end)}`;
}

describe('parsePeriod: every form of product.md', () => {
  it.each([
    ['all', 'all -Infinity Infinity'],
    ['today', '2025-03-12 2025-03-12 2025-03-13'],
    ['this-day', '2025-03-12 2025-03-12 2025-03-13'],
    ['yesterday', '2025-03-11 2025-03-11 2025-03-12'],
    ['last-day', '2025-03-11 2025-03-11 2025-03-12'],
    ['last-week', '2025-W10 2025-03-03 2025-03-10'],
    ['this-week', '2025-W11 2025-03-10 2025-03-17'],
    ['last-month', '2025-02 2025-02-01 2025-03-01'],
    ['this-month', '2025-03 2025-03-01 2025-04-01'],
    ['last-quarter', '2024-Q4 2024-10-01 2025-01-01'],
    ['this-quarter', '2025-Q1 2025-01-01 2025-04-01'],
    ['last-year', '2024 2024-01-01 2025-01-01'],
    ['this-year', '2025 2025-01-01 2026-01-01'],
    ['2025', '2025 2025-01-01 2026-01-01'],
    ['2025-Q1', '2025-Q1 2025-01-01 2025-04-01'],
    ['2024-q4', '2024-Q4 2024-10-01 2025-01-01'],
    ['2025-03', '2025-03 2025-03-01 2025-04-01'],
    ['2024-12', '2024-12 2024-12-01 2025-01-01'],
    ['2025-W10', '2025-W10 2025-03-03 2025-03-10'],
    ['2025-w1', '2025-W01 2024-12-30 2025-01-06'],
    ['2020-W53', '2020-W53 2020-12-28 2021-01-04'],
    ['2025-03-09', '2025-03-09 2025-03-09 2025-03-10'],
    ['2025-01-01..2025-03-31', '2025-01-01..2025-03-31 2025-01-01 2025-04-01'],
    ['2025-01-01 .. 2025-01-01', '2025-01-01 2025-01-01 2025-01-02'],
    ['2024-02..2024-Q2', '2024-02-01..2024-06-30 2024-02-01 2024-07-01'],
    [' Last Week ', '2025-W10 2025-03-03 2025-03-10'],
    ['last_month', '2025-02 2025-02-01 2025-03-01'],
  ])('%s', (text, expected) => expect(show(parsePeriod(text, utc))).toBe(expected));

  it.each([
    ['sun', '2025-03-02..2025-03-08 2025-03-02 2025-03-09'],
    ['sat', '2025-03-01..2025-03-07 2025-03-01 2025-03-08'],
    ['wed', '2025-03-05..2025-03-11 2025-03-05 2025-03-12'],
    ['thu', '2025-02-27..2025-03-05 2025-02-27 2025-03-06'],
  ] as const)('last week, weeks starting on %s', (weekStart, expected) => {
    expect(show(parsePeriod('last-week', { ...utc, weekStart }))).toBe(expected);
    expect(show(parsePeriod('2025-W10', { ...utc, weekStart }))).toBe('2025-W10 2025-03-03 2025-03-10');
  });

  it.each([
    ['America/New_York', '2025-03-09', '2025-03-09 2025-03-09T05:00Z 2025-03-10T04:00Z'], // 23 hours
    ['America/New_York', '2025-11-02', '2025-11-02 2025-11-02T04:00Z 2025-11-03T05:00Z'], // 25 hours
    ['America/New_York', '2025-03', '2025-03 2025-03-01T05:00Z 2025-04-01T04:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04 2018-11-04T03:00Z 2018-11-05T02:00Z'], // begins at 01:00
    ['Australia/Lord_Howe', '2024-04-07', '2024-04-07 2024-04-06T13:00Z 2024-04-07T13:30Z'], // 24.5 hours (kpis.md §9.2, vector 30)
    ['Pacific/Apia', '2011-12-29..2011-12-31', '2011-12-29..2011-12-31 2011-12-29T10:00Z 2011-12-31T10:00Z'], // two days
    ['Asia/Kathmandu', 'today', '2025-03-12 2025-03-11T18:15Z 2025-03-12T18:15Z'],
  ])('days of %s: %s', (timeZone, text, expected) => expect(show(parsePeriod(text, { ...utc, timeZone }))).toBe(expected));

  it('takes today from the zone', () => {
    const now = Date.parse('2025-01-01T02:00:00Z');
    expect(parsePeriod('this-year', { ...utc, now, timeZone: 'America/New_York' }).label).toBe('2024');
    expect(parsePeriod('last-week', { ...utc, now, timeZone: 'Asia/Tokyo' }).label).toBe('2024-W52');
  });

  it.each([
    '',
    'last-decade',
    '2025-Q7',
    '2025-Q0',
    '2025-13',
    '2025-00',
    '2025-W00',
    '2025-W53',
    '2025-02-29',
    '2025-3',
    '25',
    '0000',
    '2025-03-09T10:00',
    'Q1',
    '..',
    '2025..',
    '..2025',
    '2025..2026..2027',
    '2025-02-30..2025-03-01',
    'last-week..today',
    '2025-03-10..2025-03-09',
    'last-',
    'constructor',
    'x'.repeat(10_000),
  ])('refuses %.40j and names it', (text) => {
    const attempt = (): Period => parsePeriod(text, utc);
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(`"${text}"`);
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-period', place: { hint: expect.stringContaining('2025-Q1') } });
    }
  });

  it('reads back the labels it gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) }),
        fc.constantFrom('last', 'this'),
        fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
        fc.constantFrom(...WEEK_STARTS),
        fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu'),
        (now, which, unit, weekStart, timeZone) => {
          const context = { now, timeZone, weekStart };
          const period = parsePeriod(`${which}-${unit}`, context);
          expect(parsePeriod(period.label, context)).toEqual(period);
          if (which === 'this') expect(period.start <= now && now < period.end).toBe(true);
          else expect(parsePeriod(`this-${unit}`, context).start).toBe(period.end);
        },
      ),
    );
  });
});

describe('parseInstant', () => {
  it.each([
    ['2025-03-09', 'America/New_York', '2025-03-09T05:00:00.000Z'],
    ['2025-03-10', 'America/New_York', '2025-03-10T04:00:00.000Z'],
    ['2025-03-10 12:00', 'America/New_York', '2025-03-10T16:00:00.000Z'],
    ['2025-03-09T02:30', 'America/New_York', '2025-03-09T07:30:00.000Z'],
    ['2025-03-10T12:00:00Z', 'America/New_York', '2025-03-10T12:00:00.000Z'],
    ['2025-03-10T12:00:00+05:45', 'UTC', '2025-03-10T06:15:00.000Z'],
    ['1970-01-01', 'UTC', '1970-01-01T00:00:00.000Z'],
    ['1900-01-01', 'UTC', '1900-01-01T00:00:00.000Z'],
    ['12 May 2024', 'UTC', '2024-05-12T00:00:00.000Z'],
    ['31/03/2021', 'UTC', '2021-03-31T00:00:00.000Z'],
  ])('%s in %s', (text, zone, iso) => expect(new Date(parseInstant(text, zone)).toISOString()).toBe(iso));
  it.each(['', 'tomorrow', '2025-02-30', '08/01/2025', '2025-03', '-'])('refuses %j', (text) => {
    expect(() => parseInstant(text, 'UTC')).toThrow(UserError);
    expect(() => parseInstant(text, 'UTC')).toThrow(`"${text}"`);
  });
});

describe('the period before and the year before', () => {
  it.each([
    ['2025-Q1', '2024-Q4 2024-10-01 2025-01-01', '2024-Q1 2024-01-01 2024-04-01'],
    ['2025', '2024 2024-01-01 2025-01-01', '2024 2024-01-01 2025-01-01'],
    ['2025-03', '2025-02 2025-02-01 2025-03-01', '2024-03 2024-03-01 2024-04-01'],
    ['2024-02', '2024-01 2024-01-01 2024-02-01', '2023-02 2023-02-01 2023-03-01'],
    ['2025-W01', '2024-W52 2024-12-23 2024-12-30', '2024-W01 2024-01-01 2024-01-08'],
    ['2025-W10', '2025-W09 2025-02-24 2025-03-03', '2024-W10 2024-03-04 2024-03-11'],
    ['2020-W53', '2020-W52 2020-12-21 2020-12-28', '2019-W52 2019-12-23 2019-12-30'],
    ['2025-03-01', '2025-02-28 2025-02-28 2025-03-01', '2024-03-01 2024-03-01 2024-03-02'],
    ['2024-02-29', '2024-02-28 2024-02-28 2024-02-29', '2023-02-28 2023-02-28 2023-03-01'],
    // 31 + 28 + 31 = 90 days
    ['2025-01-01..2025-03-31', '2024-10-03..2024-12-31 2024-10-03 2025-01-01', '2024-01-01..2024-03-31 2024-01-01 2024-04-01'],
    ['2025-03-02..2025-03-08', '2025-02-23..2025-03-01 2025-02-23 2025-03-02', '2024-03-02..2024-03-08 2024-03-02 2024-03-09'],
    ['2024-02-10..2024-02-29', '2024-01-21..2024-02-09 2024-01-21 2024-02-10', '2023-02-10..2023-02-28 2023-02-10 2023-03-01'],
  ])('%s', (text, before, lastYear) => {
    const period = parsePeriod(text, utc);
    expect(show(previousPeriod(period, 'UTC'))).toBe(before);
    expect(show(samePeriodLastYear(period, 'UTC'))).toBe(lastYear);
  });
  it('keeps the times of day of a span that does not begin at midnight', () => {
    const period = { label: 'custom', start: Date.parse('2025-03-08T10:00:00-05:00'), end: Date.parse('2025-03-10T12:00:00-04:00') };
    // 8, 9 and 10 March are three days, across the change to summer time.
    expect(show(previousPeriod(period, 'America/New_York'))).toBe('2025-03-05T10:00..2025-03-07T12:00 2025-03-05T15:00Z 2025-03-07T17:00Z');
    expect(show(samePeriodLastYear(period, 'America/New_York'))).toBe(
      '2024-03-08T10:00..2024-03-10T12:00 2024-03-08T15:00Z 2024-03-10T16:00Z',
    );
  });
  it('counts days, not hours, across a change to summer time, and begins days that have no midnight', () => {
    const context = { ...utc, timeZone: 'America/Sao_Paulo' };
    expect(previousPeriod(parsePeriod('2018-11-05..2018-11-06', context), 'America/Sao_Paulo')).toEqual(
      parsePeriod('2018-11-03..2018-11-04', context),
    );
    expect(previousPeriod(parsePeriod('2018-11-04..2018-11-06', context), 'America/Sao_Paulo')).toEqual(
      parsePeriod('2018-11-01..2018-11-03', context),
    );
  });
  it('goes by the label only where the bounds agree with it', () => {
    const quarter = { label: '2025-Q1', start: Date.parse('2025-01-01T00:00:00Z'), end: Date.parse('2025-03-01T00:00:00Z') };
    expect(previousPeriod(quarter, 'UTC')?.label).toBe('2024-11-03..2024-12-31'); // 59 days
  });
  it('has none for an unbounded period', () => {
    const all = parsePeriod('all', utc);
    expect([previousPeriod(all, 'UTC'), samePeriodLastYear(all, 'UTC')]).toEqual([null, null]);
    expect(() => buckets(all, 'day', utc)).toThrow(RangeError);
  });
  it('adjoins', () => {
    const day = fc.integer({ min: 7000, max: 40_000 });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom('UTC', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu'),
        (from, more, timeZone) => {
          const iso = (days: number): string => new Date(days * 24 * HOUR).toISOString().slice(0, 10);
          const period = parsePeriod(`${iso(from)}..${iso(from + more)}`, { ...utc, timeZone });
          const before = previousPeriod(period, timeZone);
          expect(before?.end).toBe(period.start);
          expect(calendarDays(before?.start ?? NaN, before?.end ?? NaN, timeZone)).toBe(calendarDays(period.start, period.end, timeZone));
        },
      ),
    );
  });
});

/** Midnight in Apia between the 29th of December 2011, a Thursday, and the 31st (tzdata, `australasia`). */
const AFTER_THE_DAY_THAT_NEVER_WAS = Date.UTC(2011, 11, 30, 10);

describe('buckets', () => {
  it.each([
    ['2025-01-15..2025-03-31', 'month', 'mon', ['2025-01', '2025-02', '2025-03']],
    ['2025', 'quarter', 'mon', ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']],
    ['2025-03-01..2025-03-10', 'week', 'mon', ['2025-W09', '2025-W10', '2025-W11']],
    ['2025-03-01..2025-03-10', 'week', 'sun', ['2025-02-23..2025-03-01', '2025-03-02..2025-03-08', '2025-03-09..2025-03-15']],
    ['2024-02-28..2024-03-01', 'day', 'mon', ['2024-02-28', '2024-02-29', '2024-03-01']],
  ] as const)('%s by %s, weeks from %s', (text, step, weekStart, labels) => {
    expect(buckets(parsePeriod(text, utc), step, { timeZone: 'UTC', weekStart }).map((bucket) => bucket.label)).toEqual(labels);
  });
  it('begins a week with the day after where its first day never was', () => {
    const around = { label: '', start: Date.UTC(2011, 11, 24), end: Date.UTC(2012, 0, 5) };
    const weeks = buckets(around, 'week', { timeZone: 'Pacific/Apia', weekStart: 'fri' });
    expect(weeks.map(({ label }) => label)).toEqual(['2011-12-23..2011-12-29', '2011-12-30..2012-01-05']);
    expect(weeks[1]?.start).toBe(AFTER_THE_DAY_THAT_NEVER_WAS);
  });
  it('keeps whole units at the ends', () => {
    expect(buckets(parsePeriod('2025-01-15..2025-02-03', utc), 'month', utc).map(show)).toEqual([
      '2025-01 2025-01-01 2025-02-01',
      '2025-02 2025-02-01 2025-03-01',
    ]);
  });
  it('skips the day that Apia skipped', () => {
    const zone = { timeZone: 'Pacific/Apia', weekStart: 'mon' } as const;
    const period = parsePeriod('2011-12-28..2012-01-01', { ...utc, ...zone });
    expect(buckets(period, 'day', zone).map((bucket) => bucket.label)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
    expect(calendarDays(period.start, period.end, zone.timeZone)).toBe(4);
  });
  it('has none for an empty period', () => expect(buckets({ label: '', start: NOW, end: NOW }, 'day', utc)).toEqual([]));

  it('tiles any period without gaps, each bucket one unit of the zone, in ten zones', () => {
    const zone = fc.constantFrom(
      'UTC',
      'America/New_York',
      'America/Sao_Paulo',
      'America/Havana',
      'Europe/Berlin',
      'Africa/Cairo',
      'Asia/Kathmandu',
      'Asia/Beirut',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    const start = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(
        zone,
        start,
        fc.integer({ min: 1, max: 200 * 24 * HOUR }),
        fc.constantFrom(...SERIES_STEPS),
        fc.constantFrom(...WEEK_STARTS),
        (timeZone, from, length, step, weekStart) => {
          const period = { label: '', start: from, end: from + length };
          const tiles = buckets(period, step, { timeZone, weekStart });
          const first = tiles[0];
          const last = tiles.at(-1);
          expect(first !== undefined && first.start <= period.start && period.start < first.end).toBe(true);
          expect(last !== undefined && last.start < period.end && period.end <= last.end).toBe(true);
          const clock = zoneClock(timeZone);
          tiles.forEach((tile, index) => {
            if (index > 0) expect(tile.start).toBe(tiles[index - 1]?.end);
            if (step === 'day') expect(calendarDays(tile.start, tile.end, timeZone)).toBe(1);
            if (step === 'week') {
              const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' })
                .format(clock.instantToWall(tile.start))
                .toLowerCase();
              if (timeZone !== 'Pacific/Apia' || tile.start !== AFTER_THE_DAY_THAT_NEVER_WAS) expect(weekday).toBe(weekStart);
            }
            if (step === 'month' || step === 'quarter') expect(new Date(clock.instantToWall(tile.start)).getUTCDate()).toBe(1);
          });
          expect(new Set(tiles.map((tile) => tile.label)).size).toBe(tiles.length);
          if (step === 'day') expect(calendarDays(period.start, period.end, timeZone)).toBe(tiles.length);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('calendarDays', () => {
  it.each([
    ['2025-03-09', 'America/New_York', 1],
    ['2025-Q1', 'America/New_York', 90],
    ['2024', 'Europe/Berlin', 366],
    ['2025-11-02', 'America/New_York', 1],
  ])('%s in %s', (text, timeZone, days) => {
    const { start, end } = parsePeriod(text, { ...utc, timeZone });
    expect(calendarDays(start, end, timeZone)).toBe(days);
  });
  it('counts the days touched', () => {
    expect(calendarDays(NOW, NOW + 1, 'UTC')).toBe(1);
    expect(calendarDays(NOW, NOW + 24 * HOUR, 'UTC')).toBe(2);
    expect(calendarDays(NOW, NOW, 'UTC')).toBe(0);
    expect(calendarDays(NOW, NOW - 1, 'UTC')).toBe(0);
  });
  it('names the day around an instant', () => {
    expect(show(dayAround(NOW, 'UTC'))).toBe('2025-03-12 2025-03-12 2025-03-13');
    expect(show(dayAround(Date.parse('2025-03-10T03:59:59Z'), 'America/New_York'))).toBe('2025-03-09 2025-03-09T05:00Z 2025-03-10T04:00Z');
  });
});
