import { tzOffset } from '@date-fns/tz/tzOffset';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import { RAILS_ZONES } from '../../../src/lib/time/rails-zones.ts';
import { isTimeZone, zoneClock } from '../../../src/lib/time/zone.ts';

const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Hong_Kong',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Pacific/Chatham',
  'Antarctica/Troll',
];
const HOUR = 3_600_000;

function instant(zone: string, wall: string): string {
  return new Date(zoneClock(zone).wallToInstant(Date.parse(`${wall}Z`))).toISOString().replace('.000Z', 'Z');
}

describe('local time to instant', () => {
  it.each([
    // Spec points of kpis.md §9.2 (biz spec/time_spec.rb, spec/periods/after_spec.rb).
    ['America/Los_Angeles', '2014-03-09T02:30', '2014-03-09T10:30:00Z', 'does not exist: 03:30 PDT'],
    ['America/Los_Angeles', '2014-11-02T01:30', '2014-11-02T08:30:00Z', 'twice: the PDT one'],
    ['America/Los_Angeles', '2006-04-02T02:30', '2006-04-02T10:30:00Z', '02:30–03:15 becomes 03:30–03:15, an empty interval'],
    ['America/Los_Angeles', '2006-04-02T03:15', '2006-04-02T10:15:00Z', ''],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00Z', 'midnight skipped: 01:00'],
    // Changes as published in the IANA time zone database.
    ['America/New_York', '2024-03-10T01:59:59', '2024-03-10T06:59:59Z', 'last second of EST'],
    ['America/New_York', '2024-03-10T03:00', '2024-03-10T07:00:00Z', 'first of EDT'],
    ['America/New_York', '2023-03-12T02:00', '2023-03-12T07:00:00Z', 'where date-fns-tz says 06:00Z (reliability.md §3)'],
    ['America/New_York', '2024-11-03T01:00', '2024-11-03T05:00:00Z', 'twice'],
    ['America/New_York', '2024-11-03T02:00', '2024-11-03T07:00:00Z', 'once again'],
    ['Europe/Berlin', '2024-03-31T02:00', '2024-03-31T01:00:00Z', 'gap'],
    ['Europe/Berlin', '2024-10-27T02:59:59', '2024-10-27T00:59:59Z', 'twice'],
    ['Australia/Lord_Howe', '2024-04-07T01:45', '2024-04-06T14:45:00Z', 'half an hour twice'],
    ['Australia/Lord_Howe', '2024-10-06T02:15', '2024-10-05T15:45:00Z', 'half an hour skipped: 02:45'],
    ['Pacific/Apia', '2011-12-29T23:59', '2011-12-30T09:59:00Z', 'last minute east of the date line'],
    ['Pacific/Apia', '2011-12-30T10:00', '2011-12-30T20:00:00Z', 'the day that was skipped: 31 December 10:00'],
    ['Pacific/Apia', '2012-01-02T09:00', '2012-01-01T19:00:00Z', 'vector 31'],
    ['Asia/Kathmandu', '1986-01-01T00:10', '1985-12-31T18:40:00Z', 'moved by a quarter of an hour: 00:25'],
    ['Asia/Kolkata', '2024-01-15T12:30', '2024-01-15T07:00:00Z', ''],
    ['UTC', '2024-01-15T12:30', '2024-01-15T12:30:00Z', ''],
  ])('%s %s is %s (%s)', (zone, wall, expected) => expect(instant(zone, wall)).toBe(expected));

  it('finds offsets that last for a week only', () => {
    expect(zoneClock('America/Recife').offsetAt(Date.parse('2000-10-12T00:00:00Z'))).toBe(-2 * HOUR);
    expect(zoneClock('America/Recife').offsetAt(Date.parse('2000-10-20T00:00:00Z'))).toBe(-3 * HOUR);
    expect(zoneClock('Asia/Gaza').offsetAt(Date.parse('2054-03-28T12:00:00Z'))).toBe(
      tzOffset('Asia/Gaza', new Date('2054-03-28T12:00:00Z')) * 60_000,
    );
  });

  it('takes the offset before the change in a gap, as Python zoneinfo does with fold=0', () => {
    // Computed with zoneinfo: datetime(2024, 4, 26, 0, 30) in Africa/Cairo, datetime(2024, 4, 14, 2, 30) in Africa/Casablanca.
    expect(instant('Africa/Cairo', '2024-04-26T00:30')).toBe('2024-04-25T22:30:00Z');
    expect(instant('Africa/Casablanca', '2024-04-14T02:30')).toBe('2024-04-14T02:30:00Z');
  });
});

describe('an independent oracle', () => {
  const zone = fc.constantFrom(...ZONES);
  const when = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2060, 0, 1) });

  it('has the same offsets', () => {
    fc.assert(
      fc.property(zone, when, (name, ms) => {
        expect(zoneClock(name).offsetAt(ms)).toBe(tzOffset(name, new Date(ms)) * 60_000);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds an instant with the same local time, the first one, or none to be found', () => {
    fc.assert(
      fc.property(zone, when, (name, wall) => {
        const clock = zoneClock(name);
        const ms = clock.wallToInstant(wall);
        const local = (at: number): number => at + tzOffset(name, new Date(at)) * 60_000;
        if (local(ms) === wall) {
          for (const earlier of [HOUR, HOUR / 2]) expect(local(ms - earlier)).not.toBe(wall);
        } else {
          const gap = local(ms) - wall;
          expect(gap).toBeGreaterThan(0);
          expect(tzOffset(name, new Date(ms)) * 60_000 - tzOffset(name, new Date(ms - gap)) * 60_000).toBe(gap);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('properties', () => {
  const zone = fc.constantFrom(...ZONES);
  const when = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });
  it('there and back is the same, or the first of two', () => {
    fc.assert(
      fc.property(zone, when, (name, ms) => {
        const clock = zoneClock(name);
        const back = clock.wallToInstant(clock.instantToWall(ms));
        if (back !== ms) expect([clock.instantToWall(back), back < ms]).toEqual([clock.instantToWall(ms), true]);
      }),
      { numRuns: 3000 },
    );
  });
  it('does not depend on what was asked before', () => {
    const times = [
      Date.UTC(2024, 2, 31, 2, 30),
      Date.UTC(1950, 0, 1),
      Date.UTC(2024, 9, 27, 2, 30),
      Date.UTC(2024, 2, 31, 2, 30),
      Date.UTC(9999, 11, 31),
      Date.UTC(2024, 9, 27, 2, 30),
    ];
    const clock = zoneClock('Europe/Berlin');
    const forwards = times.map((ms) => clock.wallToInstant(ms) - ms);
    const backwards = times.toReversed().map((ms) => clock.wallToInstant(ms) - ms);
    expect(backwards.toReversed()).toEqual(forwards);
  });
  it('local time never runs backwards in instants', () => {
    fc.assert(
      fc.property(zone, when, fc.integer({ min: 0, max: 3 * 24 * HOUR }), (name, wall, more) => {
        const clock = zoneClock(name);
        const gapless =
          clock.instantToWall(clock.wallToInstant(wall)) === wall && clock.instantToWall(clock.wallToInstant(wall + more)) === wall + more;
        if (gapless) expect(clock.wallToInstant(wall + more)).toBeGreaterThanOrEqual(clock.wallToInstant(wall));
      }),
    );
  });
  it('gives NaN for NaN and beyond what a date can be, and an answer for any date', () => {
    const clock = zoneClock('America/New_York');
    for (const ms of [NaN, Infinity, -Infinity, 8.7e15]) expect([clock.offsetAt(ms), clock.wallToInstant(ms)]).toEqual([NaN, NaN]);
    for (const ms of [-8.64e15, Date.parse('0001-01-01T00:00:00Z'), 8.64e15]) expect(Math.abs(clock.offsetAt(ms))).toBeLessThan(24 * HOUR);
  });
});

describe('names', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['EUROPE/ISLE_OF_MAN', 'Europe/Isle_of_Man'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(GMT-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['eastern time (us & canada)', 'America/New_York'],
    ['Belgrade', 'Europe/Belgrade'],
  ])('%s is %s', (text, name) => {
    expect(isTimeZone(text)).toBe(true);
    expect(zoneClock(text).name).toBe(name);
  });
  it.each(['', ' ', '+02:00', 'UTC+2', '-0800', 'Mars/Base', 'Europe/Berlin; DROP', '(GMT-08:00)', 'x'.repeat(500)])(
    '%j is none',
    (text) => {
      expect(isTimeZone(text)).toBe(false);
      expect(() => zoneClock(text)).toThrow(UserError);
    },
  );
  it('knows every zone of the Rails table', () => {
    expect(RAILS_ZONES.size).toBe(150); // ActiveSupport::TimeZone::MAPPING without UTC
    for (const name of RAILS_ZONES.values()) expect([name, isTimeZone(name)]).toEqual([name, true]);
  });
  it('gives the same clock for the same zone', () => expect(zoneClock('europe/berlin')).toBe(zoneClock('Europe/Berlin')));
});
