import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationUnitOf, isMissingDuration, parseDuration } from '../../../src/lib/time/parse-duration.ts';

describe('forms seen in real exports (exports.md §1.2)', () => {
  it.each([
    ['27:31:07', 27 * 3600 + 31 * 60 + 7],
    ['1406:07:11', 1406 * 3600 + 7 * 60 + 11],
    ['-391:30:46', -(391 * 3600 + 30 * 60 + 46)],
    ['00:00', 0],
    ['0:50:44.666667', 50 * 60 + 44.666667],
    ['6 days, 7:08:52', 6 * 86_400 + 7 * 3600 + 8 * 60 + 52],
    ['1 day', 86_400],
    ['-1:30', -5400],
    ['44:34', 44 * 3600 + 34 * 60],
    ['115h 25m', 115 * 3600 + 25 * 60],
    ['-96h', -96 * 3600],
    ['2h 10m', 7800],
    ['14m', 840],
    ['1 hour 5 minutes', 3900],
    ['3 Days 12 Hours', 3 * 86_400 + 12 * 3600],
    ['3 04:05:06', 3 * 86_400 + 4 * 3600 + 5 * 60 + 6],
    ['00:02:23', 143],
    ['1970-01-02 09:46:18', 86_400 + 9 * 3600 + 46 * 60 + 18],
  ])('%s', (text, seconds) => expect(parseDuration(text)).toBeCloseTo(seconds, 9));

  it.each([
    ['12975', 'minutes', 778_500],
    ['1604', 'hours', 5_774_400],
    ['-2,5', 'hours', -9000],
    ['415527192', 'milliseconds', 415_527.192],
    ['3600000', 'milliseconds', 3600],
    ['2408', 'seconds', 2408],
    ['125.5', 'seconds', 125.5],
    ['0,125', 'days', 10_800],
    ['1e3', 'seconds', 1000],
    ['.5', 'minutes', 30],
  ] as const)('%s %s', (text, unit, seconds) => {
    expect(parseDuration(text, unit)).toBeCloseTo(seconds, 9);
    expect(parseDuration(text)).toBeNull();
  });

  it('keeps hours and minutes apart from the unit of the header', () => expect(parseDuration('27:31:07', 'minutes')).toBe(99_067));
});

describe('what people type and localized exports write', () => {
  it.each([
    ['15m', 900],
    ['1h30m', 5400],
    ['90s', 90],
    ['2d', 172_800],
    ['1w', 604_800],
    ['30 d', 2_592_000],
    ['1.5 hours', 5400],
    ['1,5h', 5400],
    ['250ms', 0.25],
    ['1 day, 2 hours and 3 minutes', 93_780],
    ['-2h 10m', -7800],
    ['\u22122h', -7200],
    ['+0:30', 1800],
    ['2 Stunden 5 Minuten', 7500],
    ['3 días 2 horas', 266_400],
    ['1 heure 5 minutes', 3900],
    ['2 ore 1 minuto', 7260],
    ['1 dia e 2 horas', 93_600],
    ['2 uur 5 minuten', 7500],
    ['5 Min.', 300],
    ['0 days 00:50:44', 3044],
    ['-1 day, 23:59:00', -60],
    ['-1 days +23:59:00', -60],
    ['-1 02:00:00', -93_600],
  ])('%s', (text, seconds) => expect(parseDuration(text)).toBe(seconds));
});

describe('what is no duration', () => {
  it.each([
    '',
    ' ',
    '5',
    'm',
    'soon',
    'h 5',
    '1h 5',
    '1h1h',
    '1 month',
    '1:75',
    '1:05:61',
    '1:5',
    ':30',
    '1:02:03:04',
    '1:02:03.',
    '2024-01-02 09:46:18',
    '1970-01-32 00:00:00',
    '1,500 h',
    '--5',
    'and 5 minutes',
    '1 day 25',
    '1 day of 2 hours',
    '9'.repeat(65),
    '1970-02-01 00:00:00',
    '0x10',
    '1970-01-02',
  ])('%j', (text) => expect(parseDuration(text)).toBeNull());
  it.each(['1,234', '1 234', '1.2.3', '0x10', 'NaN', 'Infinity', '1e999', '--5'])('%j is no number either', (text) =>
    expect(parseDuration(text, 'minutes')).toBeNull(),
  );
  it.each(['', '  ', '-', '--', 'None', 'null', 'NULL', 'n/a', 'NaN', '?', 'NaT'])('%j is missing', (text) => {
    expect(isMissingDuration(text)).toBe(true);
    expect(parseDuration(text, 'seconds')).toBeNull();
  });
  it.each(['0', '00:00:00', '1h', 'soon'])('%j is not missing', (text) => expect(isMissingDuration(text)).toBe(false));
});

describe('what a header tells', () => {
  it.each([
    ['First reply time in minutes within business hours', 'minutes', 'business'],
    ['Full resolution time in minutes', 'minutes', null],
    ['First response time (in hrs)', 'hours', null],
    ['First response time (seconds)', 'seconds', null],
    ['First Response In Min', 'minutes', null],
    ['first_response_in_min', 'minutes', null],
    ['Avg (min)', 'minutes', null],
    ['Handle time [s]', 'seconds', null],
    ['Time (h)', 'hours', null],
    ['handleSeconds', 'seconds', null],
    ['duration_ms', 'milliseconds', null],
    ['epochMillis', 'milliseconds', null],
    ['reply_time_in_minutes.calendar', 'minutes', 'calendar'],
    ['business_minutes', 'minutes', 'business'],
    ['First Response Time in Business Hours', null, 'business'],
    ['hs_time_to_first_response_in_operating_hours', null, 'business'],
    ['Median response, office hours', null, 'business'],
    ['Days open', 'days', null],
    ['Antwortzeit (Minuten)', 'minutes', null],
    ['Time to Close (HH:mm:ss)', null, null],
    ['Min response time', null, null],
    ['Answered within 24 hours', null, null],
    ['Resolution time', null, null],
    ['', null, null],
  ])('%s', (header, unit, clock) => expect(durationUnitOf(header)).toEqual({ unit, clock }));
});

describe('properties', () => {
  it('reads back hours, minutes and seconds of any size and sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (seconds) => {
        const size = Math.abs(seconds);
        const two = (value: number): string => String(value).padStart(2, '0');
        const sign = seconds < 0 ? '-' : '';
        expect(parseDuration(`${sign}${Math.floor(size / 3600)}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`)).toBe(seconds);
        expect(parseDuration(`${sign}${Math.floor(size / 60)}m${size % 60}s`)).toBe(seconds);
        expect(parseDuration(String(seconds), 'seconds')).toBe(seconds);
      }),
    );
  });
  it('answers any text without throwing and never with NaN or infinity', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-\dhdms:., ]{0,30}$/)), (text) => {
        const seconds = parseDuration(text, 'seconds');
        expect(seconds === null || Number.isFinite(seconds)).toBe(true);
        expect(Object.is(seconds, -0)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
