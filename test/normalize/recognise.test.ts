import { describe, expect, it } from 'vitest';
import { presets } from '../../src/presets/index.ts';
import type { Preset } from '../../src/presets/preset.ts';
import { headerScore } from '../../src/normalize/normalize.ts';
import { run, table, tableOf, values, warning } from './inputs.ts';

const AT = '2025-03-10T09:00:00Z';
const kindOf = async (header: string, row: string) => (await run([table('data.csv', header, row)])).inputs[0]?.kind;

describe('the generic mapper', () => {
  it.each([
    ['tickets', 'id,status,created_at', `1,open,${AT}`],
    ['tickets', 'id,status,created_at,first_response_at', `1,open,${AT},${AT}`],
    ['tickets', 'ticket_id,created_at,channel', `1,${AT},chat`],
    ['tickets', 'Ticketnummer,Status,Erstellt am', `1,offen,${AT}`],
    ['messages', 'ticket_id,created_at,author_role,public', `1,${AT},agent,true`],
    ['messages', 'id,ticket_id,created_at,author_id,body', `1,2,${AT},7,hello`],
    ['changes', 'ticket_id,at,field,from,to', `1,${AT},status,open,solved`],
    ['customers', 'id,signed_up_at,cancelled_at', '1,2024-06-01,2025-03-10'],
    ['customers', 'id,trial_started_at,trial_ends_at,converted_at', '1,2025-01-05,2025-01-19,2025-01-15'],
    ['customers', 'id,name,email,created_at,plan', `1,Ann,ann@x.org,${AT},Pro`],
    ['subscriptions', 'customer_id,started_at,ended_at,mrr', 'c1,2024-06-01,,1000'],
    ['events', 'customer_id,at,name,feature,outcome', `c1,${AT},feature,backup,success`],
    ['surveys', 'answered_at,kind,score,customer_id', '2025-03-01,nps,9,c1'],
    ['surveys', 'Respondent,Date,How likely are you to recommend us?', `c1,${AT},9`],
  ])('takes for %s: %s', async (kind, header, row) => {
    expect(await kindOf(header, row)).toBe(kind);
  });

  it('lets a file name settle only a tie', async () => {
    const named = table('messages.csv', 'id,status,created_at', `1,open,${AT}`);
    expect((await run([named])).inputs[0]?.kind).toBe('tickets');
  });

  it('says what it found and what to do when it can tell no kind, without a cell of the file', async () => {
    const error = await run([table('odd.csv', 'colour,shape', 'red secret,round')]).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'UserError',
      code: 'unrecognised-input',
      place: { file: 'odd.csv', hint: expect.stringContaining('--map') },
    });
    expect(String(error)).toContain('“colour”, “shape”');
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it("takes the user's word for the kind, and refuses it when no column fits", async () => {
    const result = await run([{ input: table('x.csv', 'id,created_at', `1,${AT}`), kind: 'customers' }]);
    expect(result.inputs[0]?.kind).toBe('customers');
    await expect(run([{ input: table('x.csv', 'colour', 'red'), kind: 'customers' }])).rejects.toMatchObject({
      code: 'unrecognised-input',
    });
  });

  it('does not believe a name that the cells contradict', async () => {
    const { inputs } = await run([table('t.csv', 'id,created_at,resolution,closed,email', `1,${AT},Fixed,yes,none of your business`)]);
    expect(inputs[0]?.columns).toEqual({ id: 'id', createdAt: 'created_at' });
    expect(inputs[0]?.unmapped).toEqual(['resolution', 'closed', 'email']);
  });

  it('leaves alone what only looks like a response time', async () => {
    const { inputs } = await run([table('t.csv', 'id,created_at,Customer response time', `1,${AT},${AT}`)]);
    expect(inputs[0]?.unmapped).toEqual(['Customer response time']);
  });

  it('takes a lone unnamed column of dates for the creation, of two none', async () => {
    const one = await run([table('t.csv', 'id,status,Quando', `1,open,${AT}`)]);
    expect(one.inputs[0]?.columns['createdAt']).toBe('Quando');
    const two = await run([table('t.csv', 'id,status,Quando,Poi', `1,open,${AT},${AT}`)]);
    expect(two.inputs[0]?.columns['createdAt']).toBeUndefined();
  });

  it('prefers the better name, and a filled column to an empty one', async () => {
    const better = await run([table('t.csv', 'id,date,created_at', `1,2020-01-01T00:00:00Z,${AT}`)]);
    expect(values(better, 'tickets', 'createdAt')).toEqual([AT]);
    const filled = await run([table('t.csv', 'id,created_at,opened_at', `1,,${AT}`)]);
    expect(values(filled, 'tickets', 'createdAt')).toEqual([AT]);
  });

  it('keeps the first value under a header that occurs twice, of tags all, and says so', async () => {
    const result = await run([
      tableOf(
        't.csv',
        ['id', 'created_at', 'group', 'group', 'tags', 'tags'],
        [
          ['1', AT, '', 'Sales', 'a', 'b'],
          ['2', AT, 'Billing', 'Sales', '', 'c'],
        ],
      ),
    ]);
    expect(values(result, 'tickets', 'group')).toEqual(['Sales', 'Billing']);
    expect(values(result, 'tickets', 'tags')).toEqual([['a', 'b'], ['c']]);
    expect(warning(result, 'duplicate-header')).toMatchObject({ count: 2, line: 1, message: expect.stringContaining('“group”, “tags”') });
  });
});

describe('--map', () => {
  const input = () => table('t.csv', 'id,Opened on,created_at', `1,2025-01-01T00:00:00Z,${AT}`);

  it('speaks before everything else', async () => {
    const result = await run([input()], { map: [{ kind: 'tickets', field: 'createdAt', column: 'opened ON' }] });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-01-01T00:00:00Z']);
  });

  it('makes a table of unknown names known', async () => {
    const result = await run([table('t.csv', 'Nr.,Wann', `1,${AT}`)], {
      map: [
        { kind: 'tickets', field: 'createdAt', column: 'Wann' },
        { kind: 'tickets', field: 'id', column: 'Nr.' },
      ],
    });
    expect(result.inputs[0]).toMatchObject({ kind: 'tickets', columns: { id: 'Nr.', createdAt: 'Wann' } });
  });

  it('must name a field that exists', async () => {
    await expect(run([input()], { map: [{ kind: 'tickets', field: 'createdat', column: 'Opened on' }] })).rejects.toMatchObject({
      code: 'unknown-field',
      place: { hint: expect.stringContaining('tickets.createdAt') },
    });
  });

  it('must name a column that some file has', async () => {
    await expect(run([input()], { map: [{ kind: 'tickets', field: 'createdAt', column: 'Opend on' }] })).rejects.toMatchObject({
      code: 'unknown-column',
      place: { file: 't.csv', hint: expect.stringContaining('Opened on') },
    });
  });
});

describe('presets', () => {
  const small: Preset = {
    id: 'small',
    title: 'Small',
    system: 'small',
    kind: 'tickets',
    format: 'table',
    recognise: { anyOf: [['key', 'weird']] },
    table: { columns: { key: 'id', weird: 'createdAt', 'first response': null, 'created at': 'updatedAt' } },
    about: '',
    quirks: [],
  };
  const large: Preset = { ...small, id: 'large', recognise: { anyOf: [['key', 'weird', 'extra']] } };
  const header = 'Key,Weird,Extra,First response,Created at,Group';
  const row = `7,${AT},x,5,2025-03-11T09:00:00Z,Sales`;

  it('are found by the longest signature', async () => {
    expect((await run([table('t.csv', header, row)], { presets: [small, large] })).inputs[0]?.preset).toBe('large');
    expect(
      (await run([table('t.csv', header, row)], { presets: [{ ...large, recognise: { ...large.recognise, noneOf: ['group'] } }, small] }))
        .inputs[0]?.preset,
    ).toBe('small');
  });

  it('map what they name, forbid what they know better, and leave the rest to the names that everybody knows', async () => {
    const result = await run([table('t.csv', header, row)], { presets: [small] });
    expect(result.inputs[0]?.columns).toEqual({ id: 'Key', createdAt: 'Weird', updatedAt: 'Created at', group: 'Group' });
    expect(result.inputs[0]?.unmapped).toEqual(['Extra', 'First response']);
  });

  it('can be forced, by an id that exists', async () => {
    const result = await run([{ input: table('t.csv', 'Key,status', '7,open'), preset: 'small' }], { presets: [small] });
    expect(result.inputs[0]?.preset).toBe('small');
    await expect(run([{ input: table('t.csv', 'Key,status', '7,open'), preset: 'smal' }], { presets: [small] })).rejects.toMatchObject({
      code: 'unknown-preset',
      place: { hint: expect.stringContaining('small') },
    });
  });

  it('give the zone of time stamps without one', async () => {
    const result = await run([table('t.csv', header, '7,2025-03-10 09:00:00,x,,,')], {
      presets: [{ ...small, zone: 'America/New_York' }],
      timeZone: 'Europe/Berlin',
    });
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-03-10T13:00:00Z']);
  });

  it('apply zeroIsNone, offset and member', async () => {
    const quirky: Preset = {
      ...small,
      table: {
        columns: {
          key: 'id',
          weird: 'createdAt',
          'first response': { field: 'firstResponse', unit: 'minutes', clock: 'business', zeroIsNone: true },
          stations: { field: 'groupChanges', offset: -1 },
          rating: { field: 'rating', member: 'score' },
        },
      },
    };
    const input = tableOf(
      't.csv',
      ['Key', 'Weird', 'First response', 'Stations', 'Rating'],
      [
        ['1', AT, '0', '1', "{'score': 'good', 'id': 5}"],
        ['2', AT, '3', '0', 'bad'],
        ['3', AT, '', '', "{'id': 5}"],
      ],
    );
    const result = await run([input], { presets: [quirky] });
    expect(values(result, 'tickets', 'firstResponse.business')).toEqual([null, 180, null]);
    expect(values(result, 'tickets', 'groupChanges')).toEqual([0, 0, null]);
    expect(values(result, 'tickets', 'satisfied')).toEqual([1, 0, null]);
  });
});

describe('headerScore', () => {
  it('knows a header from a title and from data', () => {
    const score = headerScore(presets);
    expect(score(['Id', 'Status', 'Created at'])).toBeGreaterThan(score(['Report of March']));
    expect(score(['1', 'open', '2025-03-10'])).toBe(0);
    expect(score(['Id', 'Requester id', 'Satisfaction Score', 'Via'])).toBeGreaterThan(score(['Id', 'Status', 'Priority', 'Group']));
  });
});
