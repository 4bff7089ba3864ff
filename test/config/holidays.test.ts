import { describe, expect, it } from 'vitest';
import { holidayDays } from '../../src/config/calendars/holiday-days.ts';
import { icalEvents } from '../../src/config/calendars/ical.ts';
import { yearlyDays } from '../../src/config/calendars/yearly-rule.ts';
import { civilDate, dayNumber, isoDay } from '../../src/lib/time/civil.ts';
import { settled } from './known.ts';
import { tempFolder } from './temp-folder.ts';

function calendar(...events: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
}

function daysOf(event: string, timeZone = 'Europe/Berlin'): readonly string[] {
  const { days, problems, passedOver } = holidayDays(icalEvents(calendar(event)) ?? [], timeZone);
  expect([problems, passedOver]).toEqual([[], []]);
  return days;
}

describe('a holiday in an iCal file', () => {
  it.for([
    ['a day', 'DTSTART;VALUE=DATE:20251225\nDTEND;VALUE=DATE:20251226', ['2025-12-25']],
    [
      'several days: the end is not included (RFC 5545, 3.6.1)',
      'DTSTART;VALUE=DATE:20251224\nDTEND;VALUE=DATE:20251227',
      ['2025-12-24..2025-12-26'],
    ],
    ['no end: one day (RFC 5545, 3.6.1)', 'DTSTART;VALUE=DATE:20251225', ['2025-12-25']],
    ['an end on the first day, as some calendars write it', 'DTSTART;VALUE=DATE:20251225\nDTEND;VALUE=DATE:20251225', ['2025-12-25']],
    ['a duration', 'DTSTART;VALUE=DATE:20251225\nDURATION:P2D', ['2025-12-25..2025-12-26']],
    ['weeks', 'DTSTART;VALUE=DATE:20250707\nDURATION:P1W', ['2025-07-07..2025-07-13']],
    ['without VALUE=DATE', 'DTSTART:20251225', ['2025-12-25']],
    ['lower case', 'dtstart;value=date:20251225', ['2025-12-25']],
    ['local times from midnight to midnight', 'DTSTART:20251225T000000\nDTEND:20251227T000000', ['2025-12-25..2025-12-26']],
    // Berlin is UTC+1 in December: 23:00 UTC is midnight there.
    ['UTC times', 'DTSTART:20251224T230000Z\nDTEND:20251225T230000Z', ['2025-12-25']],
    // 25 December 00:00 in New York is 06:00 in Berlin: of the two days only the 26th is whole there.
    ['times of another zone', 'DTSTART;TZID=America/New_York:20251225T000000\nDTEND;TZID=America/New_York:20251227T000000', ['2025-12-26']],
    [
      'a zone of the file itself is taken for ours',
      'DTSTART;TZID="Our zone: HQ":20251225T000000\nDTEND;TZID="Our zone: HQ":20251226T000000',
      ['2025-12-25'],
    ],
    ['whole days within times', 'DTSTART:20251223T180000\nDTEND:20251227T120000', ['2025-12-24..2025-12-26']],
    ['a folded line (RFC 5545, 3.1)', 'SUMMARY:Christ\n mas\nDTSTART;VALUE=DA\n TE:2025\n\t1225', ['2025-12-25']],
    [
      'alarms within it are not its own',
      'DTSTART;VALUE=DATE:20251225\nBEGIN:VALARM\nDTSTART:19700101\nDURATION:PT5M\nEND:VALARM',
      ['2025-12-25'],
    ],
    ['a cancelled one closes nothing', 'DTSTART;VALUE=DATE:20251225\nSTATUS:CANCELLED', []],
    ['one without a date neither', 'SUMMARY:Some day', []],
    [
      'yearly',
      'DTSTART;VALUE=DATE:20241225\nDURATION:P2D\nRRULE:FREQ=YEARLY;COUNT=3',
      ['2024-12-25..2024-12-26', '2025-12-25..2025-12-26', '2026-12-25..2026-12-26'],
    ],
    [
      'yearly but for one year',
      'DTSTART;VALUE=DATE:20240501\nRRULE:FREQ=YEARLY;UNTIL=20260501\nEXDATE;VALUE=DATE:20250501',
      ['2024-05-01', '2026-05-01'],
    ],
    ['days beside', 'DTSTART;VALUE=DATE:20240501\nRDATE;VALUE=DATE:20240601,20240701', ['2024-05-01', '2024-06-01', '2024-07-01']],
  ] as const)('%s', ([, event, days]) => {
    expect(daysOf(event)).toEqual(days);
  });

  it('that is a part of a day closes none, and is said', () => {
    const { days, passedOver } = holidayDays(icalEvents(calendar('DTSTART:20251224T130000\nDTEND:20251224T180000')) ?? [], 'UTC');
    expect([days, passedOver.map(({ line }) => line)]).toEqual([[], [4]]);
  });

  it.for([
    ['an unreadable start', 'DTSTART:Christmas', 4],
    ['a day that does not exist', 'DTSTART:20250230', 4],
    ['an unreadable end', 'DTSTART:20251225\nDTEND:later', 4],
    ['an unreadable duration', 'DTSTART:20251225\nDURATION:long', 4],
    ['a weekly meeting', 'DTSTART:20251225\nRRULE:FREQ=WEEKLY;BYDAY=MO', 5],
    ['a rule by the week of the year', 'DTSTART:20251225\nRRULE:FREQ=YEARLY;BYWEEKNO=20', 5],
    ['the 100th day of the year', 'DTSTART:20251225\nRRULE:FREQ=YEARLY;BYYEARDAY=100', 5],
    ['no rule at all', 'DTSTART:20251225\nRRULE:yearly', 5],
  ] as const)('is never guessed at: %s', ([, event, line]) => {
    const { days, problems } = holidayDays(icalEvents(calendar(event)) ?? [], 'UTC');
    expect([days, problems.map((problem) => problem.line)]).toEqual([[], [line]]);
  });
});

describe('a yearly rule', () => {
  const daysFrom = (start: string, rule: string): readonly string[] => {
    const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
    return (yearlyDays(rule, dayNumber(year, month, day)) ?? []).map(isoDay);
  };

  // Federal holidays of the USA: opm.gov/policy-data-oversight/pay-leave/federal-holidays
  it.for([
    [
      'Thanksgiving, the fourth Thursday of November',
      '2024-11-28',
      'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=4',
      ['2024-11-28', '2025-11-27', '2026-11-26', '2027-11-25'],
    ],
    [
      'Memorial Day, the last Monday of May',
      '2024-05-27',
      'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=4',
      ['2024-05-27', '2025-05-26', '2026-05-25', '2027-05-31'],
    ],
    [
      'the same by its days',
      '2024-05-27',
      'FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYMONTHDAY=25,26,27,28,29,30,31;COUNT=4',
      ['2024-05-27', '2025-05-26', '2026-05-25', '2027-05-31'],
    ],
    [
      'Martin Luther King Day, the third Monday of January',
      '2024-01-15',
      'FREQ=YEARLY;COUNT=3;BYMONTH=1;BYDAY=+3MO',
      ['2024-01-15', '2025-01-20', '2026-01-19'],
    ],
    ['every four years', '2021-01-20', 'FREQ=YEARLY;INTERVAL=4;COUNT=3', ['2021-01-20', '2025-01-20', '2029-01-20']],
    [
      '29 February, in leap years only (RFC 5545: invalid dates are ignored)',
      '2024-02-29',
      'FREQ=YEARLY;COUNT=3',
      ['2024-02-29', '2028-02-29', '2032-02-29'],
    ],
    ['the last day of February', '2024-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3', ['2024-02-29', '2025-02-28', '2026-02-28']],
    ['several months', '2025-01-01', 'FREQ=YEARLY;BYMONTH=1,7;COUNT=3', ['2025-01-01', '2025-07-01', '2026-01-01']],
    ['until a day, included', '2024-05-01', 'FREQ=YEARLY;UNTIL=20260501T000000Z', ['2024-05-01', '2025-05-01', '2026-05-01']],
    ['not before its start', '2024-06-01', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;COUNT=1', ['2025-05-01']],
  ] as const)('%s', ([, start, rule, days]) => {
    expect(daysFrom(start, rule)).toEqual(days);
  });

  it('without an end is followed until 2099', () => {
    const days = yearlyDays('FREQ=YEARLY', dayNumber(2000, 12, 25)) ?? [];
    expect([days.length, civilDate(days.at(-1) ?? 0).year]).toEqual([100, 2099]);
  });
});

describe('iCal files of a calendar', () => {
  const config = (ics: string): string =>
    `calendars: { default: { timezone: Europe/Berlin, weekly: { mon: ["09:00-17:00"] }, holidays: ["2025-01-01", { ics: ${ics} }] } }\n`;

  it('are found beside the config and close their days, whatever their bytes', async () => {
    const text = calendar('SUMMARY:Fête\nDTSTART;VALUE=DATE:20250714').replaceAll('\r\n', '\n');
    const cwd = tempFolder({ 'team/c.yaml': config('days/fr.ics'), 'team/days/fr.ics': `\u{FEFF}${text}` });
    const { settings, notes } = await settled({ cwd, configPath: 'team/c.yaml' });
    expect([settings.calendars['default']?.holidays, notes]).toEqual([['2025-01-01', '2025-07-14'], []]);
  });

  it('say what they cannot close', async () => {
    const cwd = tempFolder({ 'c.yaml': config('x.ics'), 'x.ics': calendar('DTSTART:20251224T130000\nDTEND:20251224T180000') });
    expect((await settled({ cwd, configPath: 'c.yaml' })).notes).toEqual([
      'x.ics:4: a part of a day closes no day; give the hours of that day under overrides',
    ]);
  });

  it('say what they do not understand, with its line', async () => {
    const cwd = tempFolder({ 'c.yaml': config('x.ics'), 'x.ics': calendar('DTSTART:20251224', 'DTSTART:20251225\nRRULE:FREQ=MONTHLY') });
    await expect(settled({ cwd, configPath: 'c.yaml' })).rejects.toMatchObject({
      place: { file: 'x.ics', line: 8, column: 1 },
      message: 'this event repeats by a rule that is not understood',
    });
  });

  it('are iCal files', async () => {
    const cwd = tempFolder({ 'c.yaml': config('x.ics'), 'x.ics': '2025-12-25\n' });
    await expect(settled({ cwd, configPath: 'c.yaml' })).rejects.toMatchObject({
      place: { file: 'x.ics' },
      message: 'is not an iCal file',
    });
  });
});
