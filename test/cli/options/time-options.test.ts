import { describe, expect, it } from 'vitest';
import { parseTimeOptions } from '../../../src/cli/options/time-options.ts';
import type { RawOptions } from '../../../src/cli/commands/command-spec.ts';

// A Friday.
const NOW = Date.parse('2025-04-11T10:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString();

describe('parseTimeOptions', () => {
  it('is all data in UTC, compared with nothing, unless told otherwise', () => {
    expect(parseTimeOptions({}, NOW)).toEqual({
      timeZone: 'UTC',
      timeZoneGiven: false,
      weekStart: 'mon',
      asOf: undefined,
      period: null,
      previous: null,
      every: null,
      clock: 'calendar',
    });
  });

  it.for([
    [{ period: 'last-month' }, '2025-03-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z'],
    [{ period: 'last-month', asOf: '2025-03-15' }, '2025-02-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
    [{ period: '2025-Q1', compare: 'year' }, '2025-01-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'],
    [{ period: '2025-Q1', compare: '2023' }, '2025-01-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z'],
    // The last day belongs to it: 10 days, and the 10 before them.
    [{ from: '2025-03-11', to: '2025-03-20' }, '2025-03-11T00:00:00.000Z', '2025-03-21T00:00:00.000Z', '2025-03-01T00:00:00.000Z'],
    // Until today: 11 days in April.
    [{ from: '2025-04-01' }, '2025-04-01T00:00:00.000Z', '2025-04-12T00:00:00.000Z', '2025-03-21T00:00:00.000Z'],
    // Kathmandu is five hours and three quarters ahead.
    [
      { period: '2025-03-09', timezone: 'Asia/Kathmandu' },
      '2025-03-08T18:15:00.000Z',
      '2025-03-09T18:15:00.000Z',
      '2025-03-07T18:15:00.000Z',
    ],
  ] as const)('%o', ([options, start, end, previousStart]) => {
    const { period, previous } = parseTimeOptions(options as RawOptions, NOW);
    expect([iso(period?.start ?? NaN), iso(period?.end ?? NaN)]).toEqual([start, end]);
    expect(iso(previous?.start ?? NaN)).toBe(previousStart);
  });

  it('takes a bare --as-of for its midnight in the zone', () => {
    expect(iso(parseTimeOptions({ asOf: '2025-04-01', timezone: 'America/New_York' }, NOW).asOf ?? NaN)).toBe('2025-04-01T04:00:00.000Z');
    expect(iso(parseTimeOptions({ asOf: '2025-04-01T09:00:00+02:00' }, NOW).asOf ?? NaN)).toBe('2025-04-01T07:00:00.000Z');
  });

  it('compares with nothing when told so', () => {
    expect(parseTimeOptions({ period: '2025', compare: 'none' }, NOW).previous).toBeNull();
  });

  it.for([
    [{ period: '2025', from: '2025-01-01' }, 'together'],
    [{ to: '2025-01-01' }, '--to needs --from'],
    [{ from: '31.08.2025' }, '--from "31.08.2025" is not a day'],
    [{ from: '2025-01-01', to: 'today' }, '--to "today" is not a day'],
    [{ from: '2025-01-01..2025-02-01' }, '--from "2025-01-01..2025-02-01" is not a day'],
    [{ from: '2025-02-02', to: '2025-02-01' }, '--from 2025-02-02 is after --to 2025-02-01'],
    [{ from: '2999-01-01' }, '--from 2999-01-01 is after today'],
    [{ compare: 'year' }, 'nothing comes before all data'],
    [{ every: 'hour' }, '--every "hour" is not one of day, week, month, quarter'],
    [{ weekStart: 'monday' }, '--week-start "monday" is not one of'],
    [{ timezone: 'Mars/Base' }, 'Mars/Base'],
    [{ period: '2025-Q7' }, '2025-Q7'],
  ])('refuses %o', ([options, message]) => {
    expect(() => parseTimeOptions(options as RawOptions, NOW)).toThrow(message as string);
  });
});
