import { describe, expect, it } from 'vitest';
import { settled } from './known.ts';
import { tempFolder } from './temp-folder.ts';

const CONFIG =
  'timezone: Europe/Belgrade\nweekStart: sat\ndateOrder: dmy\nscale: 1..5\nlike: zendesk\nmargin: 80%\nprivacy: { minSegment: 7 }\n';

/** One row a setting: variable, its text, option of the command line, its text, and what holds by default, config, environment, flag. */
const TABLE = [
  {
    key: 'timezone',
    variable: 'HAPPINESS_TIMEZONE',
    env: 'Asia/Kathmandu',
    option: 'timezone',
    flag: 'UTC',
    holds: [undefined, 'Europe/Belgrade', 'Asia/Kathmandu', 'UTC'],
  },
  { key: 'weekStart', variable: 'HAPPINESS_WEEK_START', env: 'sun', option: 'weekStart', flag: 'tue', holds: ['mon', 'sat', 'sun', 'tue'] },
  {
    key: 'dateOrder',
    variable: 'HAPPINESS_DATE_ORDER',
    env: 'mdy',
    option: 'dateOrder',
    flag: 'ymd',
    holds: [undefined, 'dmy', 'mdy', 'ymd'],
  },
  { key: 'scale', variable: 'HAPPINESS_SCALE', env: '0..10', option: 'scale', flag: '1..7', holds: [undefined, '1..5', '0..10', '1..7'] },
  {
    key: 'like',
    variable: 'HAPPINESS_LIKE',
    env: 'intercom',
    option: 'like',
    flag: 'zammad',
    holds: [null, 'zendesk', 'intercom', 'zammad'],
  },
  { key: 'margin', variable: 'HAPPINESS_MARGIN', env: '0.5', option: 'margin', flag: '90%', holds: [null, 0.8, 0.5, 0.9] },
  { key: 'privacy.minSegment', variable: 'HAPPINESS_MIN_SEGMENT', env: '9', option: 'minSegment', flag: '3', holds: [5, 7, 9, 3] },
] as const;

describe('flags over environment over config over defaults', () => {
  it.for(TABLE)('for $key', async ({ key, variable, env, option, flag, holds }) => {
    const cwd = tempFolder({ 'c.yaml': CONFIG });
    const values: unknown[] = [];
    const origins: string[] = [];
    for (const request of [
      { configPath: 'none' },
      { configPath: 'c.yaml' },
      { configPath: 'c.yaml', env: { [variable]: env } },
      { configPath: 'c.yaml', env: { [variable]: env }, flags: { [option]: flag } },
    ]) {
      const { timeZone, weekStart, dateOrder, scale, settings, privacy, originOf } = await settled({ cwd, ...request });
      const all: Readonly<Record<string, unknown>> = {
        timezone: timeZone,
        weekStart,
        dateOrder,
        scale,
        like: settings.like,
        margin: settings.margin,
        'privacy.minSegment': privacy.minSegment,
      };
      values.push(all[key]);
      origins.push(originOf(key.split('.')));
    }
    expect(values).toEqual(holds);
    const line = CONFIG.split('\n').findIndex((text) => text.startsWith(key.split('.')[0]!)) + 1;
    expect(origins).toEqual([
      'default',
      `c.yaml:${line}`,
      `environment ${variable}`,
      `flag --${option.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`,
    ]);
  });

  it('holds without any config', async () => {
    const { timeZone, originOf } = await settled({ cwd: tempFolder({}), env: { HAPPINESS_TIMEZONE: 'europe/belgrade' } });
    expect([timeZone, originOf(['timezone'])]).toEqual(['Europe/Belgrade', 'environment HAPPINESS_TIMEZONE']);
  });

  it('an empty variable says nothing', async () => {
    expect((await settled({ cwd: tempFolder({}), env: { HAPPINESS_WEEK_START: '' } })).weekStart).toBe('mon');
  });

  it('a flag that is no good is left for the command line to complain of', async () => {
    const { weekStart } = await settled({ cwd: tempFolder({}), env: { HAPPINESS_WEEK_START: 'tue' }, flags: { weekStart: 'someday' } });
    expect(weekStart).toBe('mon');
  });

  it.for([
    [{ HAPPINESS_TIMEZONE: 'Mars/Base' }, 'HAPPINESS_TIMEZONE "Mars/Base" is not an IANA time zone such as Europe/Berlin'],
    [{ HAPPINESS_WEEK_START: 'monday' }, 'HAPPINESS_WEEK_START "monday" is not mon, tue, wed, thu, fri, sat or sun'],
    [{ HAPPINESS_MIN_SEGMENT: 'few' }, 'HAPPINESS_MIN_SEGMENT "few" is not a whole number from 1'],
    [{ HAPPINESS_SCALE: '5..1' }, 'HAPPINESS_SCALE "5..1" is not a range from low to high'],
  ] as const)('a variable that is no good is refused: %o', async ([env, message]) => {
    await expect(settled({ cwd: tempFolder({}), env })).rejects.toMatchObject({ code: 'bad-environment', message });
  });

  it('a misspelt variable is said, others are none of our business', async () => {
    const { notes } = await settled({ cwd: tempFolder({}), env: { HAPPINESS_TIMEZOME: 'UTC', HAPPINESS_BIN: 'x', HAPPY_TIMEZONE: 'UTC' } });
    expect(notes).toEqual(['environment: HAPPINESS_TIMEZOME means nothing here; did you mean HAPPINESS_TIMEZONE?']);
  });
});

describe('a calendar without a zone of its own', () => {
  const calendar = 'calendars: { default: { weekly: { mon: ["09:00-17:00"] } } }\n';

  it('has that of the config, from wherever the report is looked at', async () => {
    const cwd = tempFolder({ 'c.yaml': `timezone: Europe/Belgrade\n${calendar}` });
    const { settings, timeZone } = await settled({ cwd, configPath: 'c.yaml', flags: { timezone: 'Asia/Tokyo' } });
    expect([timeZone, settings.calendars['default']?.timeZone]).toEqual(['Asia/Tokyo', 'Europe/Belgrade']);
  });

  it('else that of the report, else UTC', async () => {
    const cwd = tempFolder({ 'c.yaml': calendar });
    expect((await settled({ cwd, configPath: 'c.yaml', flags: { timezone: 'Asia/Tokyo' } })).settings.calendars['default']?.timeZone).toBe(
      'Asia/Tokyo',
    );
    expect((await settled({ cwd, configPath: 'c.yaml' })).settings.calendars['default']?.timeZone).toBe('UTC');
  });
});
