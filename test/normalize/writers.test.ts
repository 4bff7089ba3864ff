import { describe, expect, it } from 'vitest';
import { run, table, tableOf, values, warning } from './inputs.ts';

/** A tickets table of one date column beside the id. */
const dates = (header: string, ...cells: string[]) => table('t.csv', `id,${header}`, ...cells.map((cell, row) => `${row + 1},${cell}`));

describe('time columns', () => {
  it('read day first where any value can only be so, the ambiguous ones with it', async () => {
    const result = await run([dates('created_at', '03/04/2025 10:00', '25/04/2025 11:00', '05/06/2025 12:00')], { timeZone: 'UTC' });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-04-03T10:00:00Z', '2025-04-25T11:00:00Z', '2025-06-05T12:00:00Z']);
    expect(result.warnings).toEqual([]);
  });

  it('read month first where any value can only be so', async () => {
    const result = await run([dates('created_at', '03/04/2025 10:00', '04/25/2025 11:00')], { timeZone: 'UTC' });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-03-04T10:00:00Z', '2025-04-25T11:00:00Z']);
  });

  it('count the minority as unreadable where the values contradict each other', async () => {
    const result = await run([dates('created_at', '25/04/2025 10:00', '26/04/2025 10:00', '04/27/2025 10:00')], { timeZone: 'UTC' });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-04-25T10:00:00Z', '2025-04-26T10:00:00Z', null]);
    expect(warning(result, 'bad-date')).toMatchObject({ count: 1, file: 't.csv', line: 4 });
  });

  it('are day first with a warning where nothing tells, and follow --date-order', async () => {
    const result = await run([dates('created_at', '03/04/2025 10:00', '05/06/2025 10:00')], { timeZone: 'UTC' });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-04-03T10:00:00Z', '2025-06-05T10:00:00Z']);
    expect(warning(result, 'date-order-assumed')).toMatchObject({ count: 2, message: expect.stringContaining('--date-order') });
    const told = await run([dates('created_at', '03/04/2025 10:00')], { timeZone: 'UTC', dateOrder: 'mdy' });
    expect(values(told, 'tickets', 'createdAt')).toEqual(['2025-03-04T10:00:00Z']);
    expect(told.warnings).toEqual([]);
  });

  it('follow another column of the same file', async () => {
    const result = await run([table('t.csv', 'id,created_at,solved_at', '1,03/04/2025 10:00,03/28/2025 10:00')], { timeZone: 'UTC' });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-03-04T10:00:00Z']);
    expect(warning(result, 'date-order-assumed')).toBeUndefined();
  });

  it('take the zone of the header before that of the source, that before --timezone', async () => {
    const newYork = await run([dates('Created at (America/New_York)', '2025-01-10 09:00:00')], { timeZone: 'Europe/Berlin' });
    expect(values(newYork, 'tickets', 'createdAt')).toEqual(['2025-01-10T14:00:00Z']);
    const utc = await run([dates('Created (UTC)', '2025-01-10 09:00:00')], { timeZone: 'Europe/Berlin' });
    expect(values(utc, 'tickets', 'createdAt')).toEqual(['2025-01-10T09:00:00Z']);
    const source = await run([{ input: dates('created_at', '2025-01-10 09:00:00'), timeZone: 'Asia/Kathmandu' }], {
      timeZone: 'Europe/Berlin',
    });
    expect(values(source, 'tickets', 'createdAt')).toEqual(['2025-01-10T03:15:00Z']);
    const option = await run([dates('created_at', '2025-07-10 09:00:00')], { timeZone: 'Europe/Berlin' });
    expect(values(option, 'tickets', 'createdAt')).toEqual(['2025-07-10T07:00:00Z']);
    for (const result of [newYork, utc, source, option]) expect(result.warnings).toEqual([]);
  });

  it('are UTC with a warning that names --timezone when nobody says the zone', async () => {
    const result = await run([dates('created_at', '2025-01-10 09:00:00', '2025-01-11 09:00:00', '')]);
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-01-10T09:00:00Z', '2025-01-11T09:00:00Z', null]);
    expect(warning(result, 'zone-assumed')).toMatchObject({
      count: 2,
      file: 't.csv',
      line: 2,
      message: expect.stringContaining('--timezone'),
    });
  });

  it('warn of stamps with and without a zone in one column', async () => {
    const result = await run([dates('created_at', '2025-01-10T09:00:00Z', '2025-01-11T09:00:00')], { timeZone: 'Europe/Berlin' });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-01-10T09:00:00Z', '2025-01-11T08:00:00Z']);
    expect(warning(result, 'mixed-zones')).toMatchObject({ count: 1, line: 3 });
  });

  it('tell days from moments', async () => {
    const isDateOnly = async (...cells: string[]) => {
      const column = (await run([dates('created_at', ...cells)])).dataset.tables.tickets.columns.get('createdAt');
      return column?.type === 'time' && column.dateOnly;
    };
    expect(await isDateOnly('2025-01-10', '2025-01-11')).toBe(true);
    expect(await isDateOnly('2025-01-10 00:00:00', '2025-01-11 10:00:00')).toBe(false);
    // a spreadsheet writes a midnight behind every date: 20 rows of 20 days
    expect(await isDateOnly(...Array.from({ length: 20 }, (_, day) => `2025-01-${String(day + 1).padStart(2, '0')} 00:00:00`))).toBe(true);
    expect(await isDateOnly('2025-01-10 00:00:00', '2025-01-11 00:00:00')).toBe(false);
  });

  it('read epochs and spreadsheet serials, and no sentinel as a date', async () => {
    const result = await run([dates('created_at', '1741597200', '1741597200000', '0', '-', 'None', '1900-01-01 00:00:00', 'yesterday')]);
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-03-10T09:00:00Z', '2025-03-10T09:00:00Z', null, null, null, null, null]);
    expect(warning(result, 'bad-date')).toMatchObject({ count: 1, line: 8 });
    // 45726.375 days after 1899-12-30 is 2025-03-10 09:00
    const serial = await run([dates('created_at', '45726.375')], { timeZone: 'UTC' });
    expect(values(serial, 'tickets', 'createdAt')).toEqual(['2025-03-10T09:00:00Z']);
    expect(warning(serial, 'unit-assumed')).toBeDefined();
  });

  it("never take the machine's zone", async () => {
    const result = await run([dates('created_at', '2025-03-10')]);
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-03-10T00:00:00Z']);
  });
});

describe('number columns', () => {
  const numbers = (...cells: string[]) =>
    tableOf(
      'c.csv',
      ['id', 'plan', 'mrr'],
      cells.map((cell, row) => [String(row + 1), 'Pro', cell]),
    );

  it('decide the decimal mark for the whole column', async () => {
    expect(values(await run([numbers('1.234', '12,5', '99')]), 'customers', 'mrr')).toEqual([1234, 12.5, 99]);
    expect(values(await run([numbers('1,234', '12.5', '99')]), 'customers', 'mrr')).toEqual([1234, 12.5, 99]);
    const open = await run([numbers('1,234', '99')]);
    expect(values(open, 'customers', 'mrr')).toEqual([1234, 99]);
    expect(warning(open, 'unit-assumed')).toMatchObject({ count: 1, line: 2 });
  });

  it('keep the currency that cells name', async () => {
    const result = await run([numbers('€49.00', '€1,049.50', '', 'free')]);
    expect(values(result, 'customers', 'mrr')).toEqual([49, 1049.5, null, null]);
    expect(values(result, 'customers', 'currency')).toEqual(['EUR', 'EUR', null, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 5 });
  });
});

describe('durations', () => {
  const durations = (header: string, ...cells: string[]) =>
    table('t.csv', `id,status,${header}`, ...cells.map((cell, row) => `${row + 1},open,${cell}`));

  it('take unit and clock from the header', async () => {
    expect(values(await run([durations('First response time (min)', '90')]), 'tickets', 'firstResponse.unknown')).toEqual([5400]);
    expect(values(await run([durations('Resolution time in hours', '1.5')]), 'tickets', 'resolution.unknown')).toEqual([5400]);
    expect(
      values(await run([durations('First reply time in minutes within business hours', '90')]), 'tickets', 'firstResponse.business'),
    ).toEqual([5400]);
  });

  it('keep both clocks of one fact apart', async () => {
    const result = await run([
      table('t.csv', 'id,status,first response time calendar (min),first response time business hours (min)', '1,open,90,30'),
    ]);
    expect(values(result, 'tickets', 'firstResponse.calendar')).toEqual([5400]);
    expect(values(result, 'tickets', 'firstResponse.business')).toEqual([1800]);
  });

  it('read text forms whatever the unit, and negative ones with their sign', async () => {
    const result = await run([durations('First response time', '27:31:07', '2h 10m', '-391:30:46', '--', 'soon')]);
    // 27 h 31 min 7 s = 99067 s; 391 h 30 min 46 s = 1409446 s
    expect(values(result, 'tickets', 'firstResponse.unknown')).toEqual([99_067, 7800, -1_409_446, null, null]);
    expect(warning(result, 'negative-duration')).toMatchObject({ count: 1, line: 4 });
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 6 });
  });

  it('find the unit of bare numbers by the time stamps, else say minutes', async () => {
    const withStamps = table(
      't.csv',
      'id,created_at,first_response_at,first response time',
      '1,2025-03-10T09:00:00Z,2025-03-10T11:00:00Z,2',
      '2,2025-03-10T09:00:00Z,2025-03-10T14:00:00Z,5',
      '3,2025-03-10T09:00:00Z,2025-03-10T12:00:00Z,3',
    );
    const result = await run([withStamps]);
    expect(values(result, 'tickets', 'firstResponse.unknown')).toEqual([7200, 18_000, 10_800]);
    expect(warning(result, 'unit-assumed')?.message).toContain('hours, which is what the time stamps say');
    const alone = await run([durations('first response time', '90')]);
    expect(values(alone, 'tickets', 'firstResponse.unknown')).toEqual([5400]);
    expect(warning(alone, 'unit-assumed')?.message).toContain('minutes');
  });

  it('report a unit that is off by a round factor', async () => {
    const result = await run([
      table(
        't.csv',
        'id,created_at,first_response_at,first response time calendar (hours)',
        '1,2025-03-10T09:00:00Z,2025-03-10T11:00:00Z,120',
        '2,2025-03-10T09:00:00Z,2025-03-10T14:00:00Z,300',
        '3,2025-03-10T09:00:00Z,2025-03-10T12:00:00Z,180',
      ),
    ]);
    expect(warning(result, 'unit-assumed')?.message).toContain('60 times longer');
  });

  it('written as the time since 1970 are durations, no time stamps', async () => {
    const result = await run([durations('Resolution time', '1970-01-02 09:46:18')]);
    // a day and 9:46:18 = 86400 + 35178 s
    expect(values(result, 'tickets', 'resolution.unknown')).toEqual([121_578]);
  });

  it('of a name with time stamps in its cells are time stamps', async () => {
    const result = await run([table('t.csv', 'id,created_at,Time to Resolution', '1,2025-03-10T09:00:00Z,2025-03-11T09:00:00Z')]);
    expect(values(result, 'tickets', 'solvedAt')).toEqual(['2025-03-11T09:00:00Z']);
  });
});

describe('dictionary columns', () => {
  it('take the words for nothing as nothing', async () => {
    const result = await run([
      table(
        't.csv',
        'id,created_at,group',
        ...['', '-', '--', 'null', 'None', 'n/a', '?', 'undefined', '  ', ' Billing ', 'Billing'].map(
          (word, row) => `${row},2025-03-10T09:00:00Z,${word}`,
        ),
      ),
    ]);
    expect(values(result, 'tickets', 'group')).toEqual([null, null, null, null, null, null, null, null, null, 'Billing', 'Billing']);
  });

  it('hold ids as text: no rounding, no float tail, leading zeros kept', async () => {
    const ids = async (...cells: string[]) =>
      values(await run([table('t.csv', 'id,created_at', ...cells.map((cell) => `${cell},2025-03-10T09:00:00Z`))]), 'tickets', 'id');
    expect(await ids('9007199254740993', '9007199254740992')).toEqual(['9007199254740993', '9007199254740992']);
    expect(await ids('1004298.0', '12.0')).toEqual(['1004298', '12']);
    expect(await ids('1.0', 'A-1')).toEqual(['1.0', 'A-1']);
    expect(await ids('007', '7')).toEqual(['007', '7']);
    expect(await ids(' 7', '8 ')).toEqual(['7', '8']);
    expect(await ids('__proto__', 'constructor')).toEqual(['__proto__', 'constructor']);
  });

  it('refuse ids that a spreadsheet has rounded', async () => {
    await expect(run([table('t.csv', 'id,created_at', '12,2025-03-10', '1.03006E+13,2025-03-10')])).rejects.toMatchObject({
      name: 'UserError',
      code: 'damaged-ids',
      place: { file: 't.csv', line: 3 },
    });
  });

  it('split tags as the source does', async () => {
    const tags = async (...cells: string[]) =>
      values(
        await run([
          tableOf(
            't.csv',
            ['id', 'created_at', 'tags'],
            cells.map((cell, row) => [String(row), '2025-03-10', cell]),
          ),
        ]),
        'tickets',
        'tags',
      );
    expect(await tags('vip billing', 'vip', '')).toEqual([['vip', 'billing'], ['vip'], []]);
    expect(await tags('late delivery, vip', 'vip')).toEqual([['late delivery', 'vip'], ['vip']]);
    expect(await tags('late delivery; vip')).toEqual([['late delivery', 'vip']]);
    expect(await tags("['a', 'b']")).toEqual([['a', 'b']]);
    expect(await tags('vip vip')).toEqual([['vip']]);
  });

  it('take any number of tags in one cell, also where their column comes twice', async () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `t${at}`);
    const cell = many.join(' ');
    const result = await run([tableOf('t.csv', ['id', 'created_at', 'tags', 'tags'], [['1', '2025-03-10', cell, `more ${cell}`]])]);
    expect(values(result, 'tickets', 'tags')).toEqual([[...many, 'more']]);
  });

  it('read flags in their usual words', async () => {
    const result = await run([
      table(
        'm.csv',
        'ticket_id,at,author,public',
        ...['true', 'False', '1', '0', 'Yes', 'n', '--', 'maybe'].map((word) => `1,2025-03-10T09:00:00Z,agent,${word}`),
      ),
    ]);
    expect(values(result, 'messages', 'public')).toEqual([true, false, true, false, true, false, null, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 9 });
  });
});
