import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromExcelSerial } from '../../../src/lib/time/excel-serial.ts';
import { dateFormOf, isMissingDate, parseDateCell, readDateCell, swapDayMonth, type DateSlot } from '../../../src/lib/time/parse-date.ts';

/** `kind ISO order`: one line a cell. */
function read(text: string): string | null {
  const cell = parseDateCell(text);
  return cell === null ? null : `${cell.kind} ${new Date(cell.ms).toISOString().replace('.000Z', 'Z')} ${cell.order}`;
}

describe('forms seen in real exports (exports.md §1.1)', () => {
  it.each([
    ['2026-03-07T08:00:00Z', 'instant 2026-03-07T08:00:00Z fixed'],
    ['2021-11-03T11:51:13.790Z', 'instant 2021-11-03T11:51:13.790Z fixed'],
    ['2026-04-01T10:00:00.000+0000', 'instant 2026-04-01T10:00:00Z fixed'],
    ['2019-12-20T19:54:47.186726+00:00', 'instant 2019-12-20T19:54:47.186Z fixed'],
    ['2019-11-16T15:59:41.966927', 'wall 2019-11-16T15:59:41.966Z fixed'],
    ['2016-04-28T11:19:34 -10:00', 'instant 2016-04-28T21:19:34Z fixed'],
    ['2010-01-13 08:40:25+00:00', 'instant 2010-01-13T08:40:25Z fixed'],
    ['2025-01-08 15:00:06', 'wall 2025-01-08T15:00:06Z fixed'],
    ['2024-10-30 15:15:11.744884', 'wall 2024-10-30T15:15:11.744Z fixed'],
    ['2020-03-20 02:32:49.426', 'wall 2020-03-20T02:32:49.426Z fixed'],
    ['2023-07-27', 'date 2023-07-27T00:00:00Z fixed'],
    ['29-02-2016 01:16', 'wall 2016-02-29T01:16:00Z dmy'],
    ['29/2/2016 01:16', 'wall 2016-02-29T01:16:00Z dmy'],
    ['08-04-2023 20:52', 'wall 2023-04-08T20:52:00Z either'],
    ['08/01/2025 15:00', 'wall 2025-01-08T15:00:00Z either'],
    ['31/03/2021', 'date 2021-03-31T00:00:00Z dmy'],
    ['12/May/24 3:05 PM', 'wall 2024-05-12T15:05:00Z fixed'],
    ['19/ene/26 12:47 PM', 'wall 2026-01-19T12:47:00Z fixed'],
    ['1539897198', 'instant 2018-10-18T21:13:18Z fixed'],
    ['1773077127192', 'instant 2026-03-09T17:25:27.192Z fixed'],
    ['1970-01-02 09:46:18', 'wall 1970-01-02T09:46:18Z fixed'],
    ['2024-05-01 10:00:00 UTC', 'instant 2024-05-01T10:00:00Z fixed'],
    ['Tue Oct 31 22:10:47 +0000 2017', 'instant 2017-10-31T22:10:47Z fixed'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('other ways to write them', () => {
  it.each([
    ['2025-01-08t15:00:06z', 'instant 2025-01-08T15:00:06Z fixed'],
    ['2025-01-08T15:00:06.123456789Z', 'instant 2025-01-08T15:00:06.123Z fixed'],
    ['2025-01-08T15:00:06,5Z', 'instant 2025-01-08T15:00:06.500Z fixed'],
    ['2025-01-08T15:00+05:45', 'instant 2025-01-08T09:15:00Z fixed'],
    ['2025-01-08T15:00-03', 'instant 2025-01-08T18:00:00Z fixed'],
    ['2025-01-08T15:00\u221203:00', 'instant 2025-01-08T18:00:00Z fixed'],
    ['2025-12-31T24:00', 'wall 2026-01-01T00:00:00Z fixed'],
    ['2025-12-31T24:00:00.000Z', 'instant 2026-01-01T00:00:00Z fixed'],
    ['2016-12-31T23:59:60Z', 'instant 2017-01-01T00:00:00Z fixed'],
    ['  2025-01-08 \r\n', 'date 2025-01-08T00:00:00Z fixed'],
    ['2025/03/09', 'date 2025-03-09T00:00:00Z fixed'],
    ['2025-3-9 9:05', 'wall 2025-03-09T09:05:00Z fixed'],
    ['20250309', 'date 2025-03-09T00:00:00Z fixed'],
    ['20250309T104500Z', 'instant 2025-03-09T10:45:00Z fixed'],
    ['31.03.2021 10:15', 'wall 2021-03-31T10:15:00Z dmy'],
    ['1.5.2024', 'date 2024-05-01T00:00:00Z either'],
    ['12/31/2024', 'date 2024-12-31T00:00:00Z mdy'],
    ['12/12/2024', 'date 2024-12-12T00:00:00Z fixed'],
    ['02/29/2024 11:59:59 PM', 'wall 2024-02-29T23:59:59Z mdy'],
    ['13/01/68', 'date 2068-01-13T00:00:00Z dmy'],
    ['13/01/69', 'date 1969-01-13T00:00:00Z dmy'],
    ['08/01/2025, 3:00\u202fPM', 'wall 2025-01-08T15:00:00Z either'],
    ['08/01/2025 10:00 UTC', 'instant 2025-01-08T10:00:00Z either'],
    ['24/05/2024 10:00 EST', 'instant 2024-05-24T15:00:00Z dmy'],
    ['1/13/2025 12:00 AM', 'wall 2025-01-13T00:00:00Z mdy'],
    ['1/13/2025 12:30 pm', 'wall 2025-01-13T12:30:00Z mdy'],
    ['13/1/2025 3:05 p. m.', 'wall 2025-01-13T15:05:00Z dmy'],
    ['1539897198.25', 'instant 2018-10-18T21:13:18.250Z fixed'],
    ['1539897198.0', 'instant 2018-10-18T21:13:18Z fixed'],
    ['Tue, 31 Oct 2017 22:10:47 +0200', 'instant 2017-10-31T20:10:47Z fixed'],
    ['31 Oct 2017 22:10:47 GMT', 'instant 2017-10-31T22:10:47Z fixed'],
    ['Oct 31, 2017 at 10:10 PM', 'wall 2017-10-31T22:10:00Z fixed'],
    ['31st October 2017', 'date 2017-10-31T00:00:00Z fixed'],
    ['2017-Oct-31', 'date 2017-10-31T00:00:00Z fixed'],
    ['Tue Oct 31 2017 22:10:47 GMT+0100 (CET)', 'instant 2017-10-31T21:10:47Z fixed'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('months in the languages of Jira', () => {
  const names = (locale: string, month: 'short' | 'long'): string[] =>
    Array.from({ length: 12 }, (_, index) => new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(Date.UTC(2024, index, 15)));
  it.each(['en', 'en-GB', 'es', 'de', 'de-AT', 'fr', 'it', 'pt', 'pt-PT', 'nl'])('%s, as the Unicode locale data names them', (locale) => {
    for (const style of ['short', 'long'] as const) {
      names(locale, style).forEach((name, index) => {
        const iso = `2024-${String(index + 1).padStart(2, '0')}-07T15:05:00Z`;
        expect([name, read(`07/${name}/24 3:05 PM`)]).toEqual([name, `wall ${iso} fixed`]);
      });
    }
  });
  it.each([
    ['12 de mayo de 2024', 'date 2024-05-12T00:00:00Z fixed'],
    ['1. März 2024 10:00 Uhr', 'wall 2024-03-01T10:00:00Z fixed'],
    ['1er août 2024 à 9:30', 'wall 2024-08-01T09:30:00Z fixed'],
    ['lunes, 12 de mayo de 2024', 'date 2024-05-12T00:00:00Z fixed'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('what is not a date', () => {
  it.each([
    '2024-02-30',
    '2023-02-29',
    '29/02/2023',
    '31/04/2024',
    '13/13/2024',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-01-01T25:00',
    '2024-01-01T24:00:01',
    '2024-01-01T23:60',
    '2024-01-01T10:00:61',
    '2024-01-01T10:00:60',
    '2024-01-01T10:00+15:00',
    '2024-01-01T10:00:00.1234567890Z',
    '2024-01-01T',
    '2024-01-01 ab',
    '2024-01-01T10:00 XYZ',
    '2024-01-01T10:00 IST',
    '1/13/2025 13:05 PM',
    '64654125776',
    '4102444800',
    '99999',
    '45628.385',
    '12:30:00',
    '1:05',
    'May 12',
    'May 2024',
    'Ticket 12',
    'March',
    '2024-W10',
    '2024-01-01-01',
    '1/2/3/2024',
    '1-2/2024',
    '08/01/25/',
    '12 Foo 2024',
    '12 May June 2024',
    '31 Feb 2024',
    '2024-01-01T10:00:00ZZ',
    'x'.repeat(65),
    `${' '.repeat(60)}2024-01-01`,
    '01/02/2024 24:00',
    '01/02/2024 10:00 +02:00',
    '१२/०५/२०२४',
    '10:00:00 10:00:00',
    ':',
    '1:',
    '---',
    '+1539897198',
    '-1539897198',
  ])('%s', (text) => {
    expect(parseDateCell(text)).toBeNull();
    expect(isMissingDate(text)).toBe(text === '---');
  });
});

describe('stand-ins for "no date"', () => {
  it.each([
    '',
    ' ',
    '-',
    '--',
    'null',
    'NULL',
    'None',
    'n/a',
    'N/A',
    '?',
    '0',
    'NaT',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '0000-00-00T00:00:00Z',
    '00/00/0000',
    '1900-01-01 00:00:00',
    '1900-01-01',
    '1/1/1900 0:00',
    '1970-01-01T00:00:00Z',
    '1970-01-01 00:00:00',
    '1970-01-01T00:00:00.000+00:00',
    '1970-01-01T01:00:00+01:00',
    '01/01/1970',
    '0001-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 +0000',
  ])('%j is missing and no date', (text) => {
    expect(isMissingDate(text)).toBe(true);
    expect(parseDateCell(text)).toBeNull();
  });
  it('does not take a real date or rubbish for missing', () => {
    for (const text of ['2024-01-01', '1970-01-01T00:00:01Z', '1900-01-02', 'soon', '00:00', '2024-02-30'])
      expect([text, isMissingDate(text)]).toEqual([text, false]);
  });
});

describe('day and month', () => {
  it('swaps and keeps the time of day', () => {
    expect(new Date(swapDayMonth(Date.UTC(2025, 0, 8, 15, 0, 6))).toISOString()).toBe('2025-08-01T15:00:06.000Z');
    expect(swapDayMonth(Date.UTC(2025, 0, 13))).toBeNaN();
  });
  it('twice is no change, and either is either', () => {
    const part = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1970, max: 2099 }), fc.integer({ min: 0, max: 1439 }), (day, month, year, minute) => {
        const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
        const cell = parseDateCell(`${day}/${month}/${year} ${clock}`);
        const other = parseDateCell(`${month}/${day}/${year} ${clock}`);
        if (year === 1970 && day === 1 && month === 1 && minute === 0) return;
        expect(cell?.order).toBe(day === month ? 'fixed' : 'either');
        expect(swapDayMonth(cell?.ms ?? NaN)).toBe(other?.ms);
        expect(swapDayMonth(other?.ms ?? NaN)).toBe(cell?.ms);
      }),
    );
  });
});

describe('properties', () => {
  const instant = fc
    .integer({ min: Date.parse('0001-01-02T00:00:00Z'), max: Date.UTC(9999, 11, 31) })
    .filter((ms) => ms !== 0 && ms !== Date.UTC(1900, 0, 1));
  it('reads back what Date writes', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        expect(parseDateCell(new Date(ms).toISOString())).toEqual({ kind: 'instant', ms, order: 'fixed' });
      }),
      { numRuns: 2000 },
    );
  });
  it('takes an offset away', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1e12, max: 2e12 }),
        fc.integer({ min: -14 * 60 + 1, max: 14 * 60 }),
        fc.constantFrom('', ':'),
        fc.constantFrom('', ' '),
        (ms, minutes, colon, blank) => {
          const size = Math.abs(minutes);
          const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${colon}${String(size % 60).padStart(2, '0')}`;
          const text = new Date(ms + minutes * 60_000).toISOString().replace('Z', blank + offset);
          expect(parseDateCell(text)?.ms).toBe(ms);
        },
      ),
    );
  });
  it('never rolls over: what is read as ISO is what Date would write', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1971, max: 2100 }), two, two, two, two, (year, month, day, hour, minute) => {
        const text = `${year}-${month}-${day}T${hour}:${minute}`;
        const native = new Date(`${text}:00Z`);
        const valid =
          !Number.isNaN(native.getTime()) &&
          (native.toISOString().startsWith(text) || hour === '24') &&
          Number(day) <= new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
        expect([text, parseDateCell(text)?.ms ?? null]).toEqual([text, valid ? native.getTime() : null]);
      }),
      { numRuns: 3000 },
    );
  });
  it('answers any text without throwing, the same twice, and finite', () => {
    const slot: DateSlot = { kind: 'date', ms: 0, order: 'fixed' };
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9T:./ +Z,-]{0,40}$/),
      fc.stringMatching(/^\d{1,4}[-/ ](?:[a-z]{3}|\d\d)[-/ ]\d{2,4}[ T]?[\d: APM]{0,8}$/),
    );
    fc.assert(
      fc.property(text, (cell) => {
        const parsed = parseDateCell(cell);
        expect(readDateCell(cell, slot)).toBe(parsed !== null);
        if (parsed !== null) expect({ ...slot }).toEqual(parsed);
        if (parsed !== null) expect(Number.isFinite(parsed.ms) && !isMissingDate(cell)).toBe(true);
        expect(dateFormOf(cell)).toBe(parsed !== null ? 'date' : isMissingDate(cell) ? 'missing' : null);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('spreadsheet serials', () => {
  it.each([
    [45_628 + 0.38521990740740741, '2024-12-02T09:14:43.000Z'], // exports.md §1.1: 0.385219907… × 86,400 s = 33,283 s
    [25_569.5, '1970-01-01T12:00:00.000Z'],
    [1, '1900-01-01T00:00:00.000Z'],
    [59, '1900-02-28T00:00:00.000Z'],
    [61, '1900-03-01T00:00:00.000Z'],
    [2_958_465, '9999-12-31T00:00:00.000Z'],
  ])('%d', (serial, iso) => expect(new Date(fromExcelSerial(serial) ?? NaN).toISOString()).toBe(iso));
  it('refuses what no spreadsheet shows as a date', () => {
    for (const serial of [0, -1, NaN, Infinity, 2_958_466]) expect(fromExcelSerial(serial)).toBeNull();
  });
});
