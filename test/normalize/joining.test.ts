import { describe, expect, it } from 'vitest';
import { json, run, table, tableOf, values, warning } from './inputs.ts';
import { at } from '../../src/presets/json/record.ts';
import type { Preset } from '../../src/presets/preset.ts';

const AT = '2025-03-10T09:00:00Z';
const desk = (id: string, names: readonly string[]): Preset => ({
  id,
  title: id,
  system: id,
  kind: 'tickets',
  format: 'table',
  recognise: { anyOf: [names] },
  table: { columns: {} },
  about: '',
  quirks: [],
});

describe('versions of one ticket', () => {
  it('collapse to the highest version, else the newest update, else the one read last', async () => {
    const byVersion = await run([
      table(
        't.csv',
        'id,created_at,updated_at,version,group',
        `1,${AT},2025-03-12T09:00:00Z,2,New`,
        `1,${AT},2025-03-13T09:00:00Z,1,Old`,
        `2,${AT},,,Only`,
      ),
    ]);
    expect(values(byVersion, 'tickets', 'group')).toEqual(['New', 'Only']);
    expect(byVersion.inputs[0]).toMatchObject({ rows: 3, used: 2, collapsed: 1, excluded: 0, skipped: 0 });
    expect(warning(byVersion, 'duplicate-ids')).toMatchObject({ count: 1, line: 3 });
    const byUpdate = await run([
      table('t.csv', 'id,created_at,updated_at,group', `1,${AT},2025-03-13T09:00:00Z,New`, `1,${AT},2025-03-12T09:00:00Z,Old`),
    ]);
    expect(values(byUpdate, 'tickets', 'group')).toEqual(['New']);
    const byOrder = await run([table('a.csv', 'id,created_at,group', `1,${AT},Old`), table('b.csv', 'id,created_at,group', `1,${AT},New`)]);
    expect(values(byOrder, 'tickets', 'group')).toEqual(['New']);
  });

  it('are those that had been written by --as-of', async () => {
    const result = await run(
      [table('t.csv', 'id,created_at,updated_at,group', `1,${AT},2025-03-11T09:00:00Z,Then`, `1,${AT},2025-05-12T09:00:00Z,Later`)],
      { asOf: Date.UTC(2025, 3, 1) },
    );
    expect(values(result, 'tickets', 'group')).toEqual(['Then']);
  });

  it('of two helpdesks are two tickets', async () => {
    const presets = [desk('one', ['id', 'alpha']), desk('two', ['id', 'beta'])];
    const result = await run([table('a.csv', 'id,alpha,created_at', `1,x,${AT}`), table('b.csv', 'id,beta,created_at', `1,x,${AT}`)], {
      presets,
    });
    expect(values(result, 'tickets', 'id')).toEqual(['1', '1']);
    expect(warning(result, 'duplicate-ids')).toBeUndefined();
  });

  it('without an id column are rows by number, with a warning; blank ids are rows of their own', async () => {
    const none = await run([table('t.csv', 'status,created_at', `open,${AT}`, `open,${AT}`)]);
    expect(none.dataset.tables.tickets.rows).toBe(2);
    expect(warning(none, 'missing-id')).toMatchObject({ count: 2, message: expect.stringContaining('--map tickets.id') });
    const blank = await run([table('t.csv', 'id,created_at', `,${AT}`, `,${AT}`, `1,${AT}`)]);
    expect(blank.dataset.tables.tickets.rows).toBe(3);
    expect(warning(blank, 'missing-id')).toMatchObject({ count: 2, line: 2 });
  });

  it('leave messages that are exact repeats of one id in one ticket', async () => {
    const result = await run([
      table(
        'm.csv',
        'id,ticket_id,at,author',
        `1,7,${AT},agent`,
        `1,7,${AT},agent`,
        `1,8,${AT},agent`,
        `2,7,${AT},agent`,
        `2,7,2025-03-11T09:00:00Z,agent`,
      ),
    ]);
    expect(result.inputs[0]).toMatchObject({ rows: 5, used: 4, collapsed: 1 });
  });
});

describe('what must not count', () => {
  it('leaves with its messages, each reason counted', async () => {
    const tickets = table(
      't.csv',
      'id,status,created_at',
      ...['spam', 'merged', 'deleted', 'suspended', 'test', 'open'].map((status, row) => `${row},${status},${AT}`),
    );
    const messages = table('m.csv', 'ticket_id,at,author', ...[0, 1, 2, 3, 4, 5, 99].map((id) => `${id},${AT},agent`));
    const result = await run([tickets, messages]);
    expect(result.excluded).toEqual({ spam: 1, merged: 1, deleted: 1, suspended: 1, test: 1, 'ticket-excluded': 5 });
    expect(values(result, 'tickets', 'id')).toEqual(['5']);
    expect(values(result, 'messages', 'ticket')).toEqual([-1, 0]);
    expect(result.inputs.map(({ rows, used, excluded }) => [rows, used, excluded])).toEqual([
      [6, 1, 5],
      [7, 2, 5],
    ]);
  });

  it('is known by its tag in Zendesk alone', async () => {
    const presets = [desk('zendesk', ['id', 'via'])];
    const zendesk = await run(
      [table('t.csv', 'id,via,status,created_at,tags', `1,web,closed,${AT},vip closed_by_merge`, `2,web,closed,${AT},vip`)],
      { presets },
    );
    expect(zendesk.excluded).toEqual({ merged: 1 });
    const other = await run([table('t.csv', 'id,status,created_at,tags', `1,closed,${AT},vip closed_by_merge`)]);
    expect(other.excluded).toEqual({});
  });
});

describe('joining', () => {
  it('sorts messages by ticket and time, those without time last, those of no ticket first', async () => {
    const tickets = table('t.csv', 'id,created_at', `b,${AT}`, `a,${AT}`);
    const messages = table(
      'm.csv',
      'id,ticket_id,at,author',
      'm1,a,2025-03-12T09:00:00Z,agent',
      'm2,b,,agent',
      'm3,x,2025-03-11T09:00:00Z,agent',
      'm4,b,2025-03-13T09:00:00Z,agent',
      'm5,a,2025-03-11T09:00:00Z,agent',
      'm6,a,2025-03-11T09:00:00Z,customer',
    );
    const result = await run([tickets, messages]);
    expect(values(result, 'messages', 'id')).toEqual(['m3', 'm4', 'm2', 'm5', 'm6', 'm1']);
    expect(values(result, 'messages', 'ticket')).toEqual([-1, 0, 0, 1, 1, 1]);
  });

  it('lets a generic file speak of the only helpdesk there is, of two of the generic one', async () => {
    const presets = [desk('one', ['id', 'alpha']), desk('two', ['id', 'beta'])];
    const one = table('a.csv', 'id,alpha,created_at', `1,x,${AT}`);
    const messages = () => table('m.csv', 'ticket_id,at,author', `1,${AT},agent`);
    expect(values(await run([one, messages()], { presets }), 'messages', 'ticket')).toEqual([0]);
    const both = await run(
      [table('a.csv', 'id,alpha,created_at', `1,x,${AT}`), table('b.csv', 'id,beta,created_at', `1,x,${AT}`), messages()],
      { presets },
    );
    expect(values(both, 'messages', 'ticket')).toEqual([-1]);
    expect(warning(both, 'low-match-rate')).toMatchObject({ count: 1 });
  });

  it('finds customers by id, then by e-mail address in any case', async () => {
    const customers = table('c.csv', 'id,email,plan', 'c1,Ann@X.org,Pro', 'c2,bob@x.org,Pro');
    const tickets = table(
      't.csv',
      'id,created_at,requester_id,requester_email',
      `1,${AT},c2,ann@x.org`,
      `2,${AT},zz,ANN@x.org`,
      `3,${AT},,bob@X.org`,
      `4,${AT},,new@x.org`,
      `5,${AT},,`,
    );
    const result = await run([customers, tickets]);
    expect(values(result, 'tickets', 'customer')).toEqual([1, 0, 1, -1, -1]);
    expect(values(result, 'tickets', 'customerKey')).toEqual(['c2', 'c1', 'c2', 'new@x.org', null]);
  });

  it('knows customers by their keys where there is no table of them, in one dictionary for all tables', async () => {
    const tickets = table(
      't.csv',
      'id,created_at,requester_id,requester_email',
      `1,${AT},c1,ann@x.org`,
      `2,${AT},,Ann@x.org`,
      `3,${AT},,bob@x.org`,
    );
    const surveys = table('s.csv', 'at,nps,email', `${AT},9,BOB@x.org`, `${AT},8,ann@x.org`);
    const events = table('e.csv', 'customer_id,at,name', `c1,${AT},visit`);
    const result = await run([tickets, surveys, events]);
    expect(values(result, 'tickets', 'customerKey')).toEqual(['c1', 'c1', 'bob@x.org']);
    expect(values(result, 'surveys', 'customerKey')).toEqual(['bob@x.org', 'c1']);
    const key = (kind: 'tickets' | 'surveys' | 'events') => result.dataset.tables[kind].columns.get('customerKey');
    expect(key('events')).toMatchObject({ type: 'code', codes: Uint32Array.of(1) });
    expect((key('tickets') as { values: unknown }).values).toBe((key('events') as { values: unknown }).values);
  });

  it("gives an answer that names its ticket only the ticket's customer", async () => {
    const customers = table('c.csv', 'id,plan', 'c1,Pro');
    const tickets = table('t.csv', 'id,created_at,requester_id', `1,${AT},c1`);
    const surveys = table('s.csv', 'at,csat,ticket_id', `${AT},5,1`);
    const result = await run([customers, tickets, surveys]);
    expect(values(result, 'surveys', 'ticket')).toEqual([0]);
    expect(values(result, 'surveys', 'customer')).toEqual([0]);
    expect(values(result, 'surveys', 'customerKey')).toEqual(['c1']);
  });

  it("takes roles and addresses from a product's directory, and completes tickets by supplements", async () => {
    const preset: Preset = {
      id: 'api',
      title: 'API',
      system: 'api',
      kind: 'tickets',
      format: 'json',
      recognise: { anyOf: [['id', 'requester id']] },
      about: '',
      quirks: [],
      zone: 'UTC',
      json: {
        lists: {
          tickets: {
            into: 'tickets',
            fields: {
              id: 'id',
              status: 'status',
              createdAt: 'created_at',
              customerId: 'requester_id',
              agent: 'assignee_id',
              tags: 'tags',
              channel: 'via.channel',
            },
            exclude: (ticket) => (at(ticket, 'junk') === true ? 'spam' : undefined),
            children: [{ into: 'messages', each: 'comments', fields: { at: 'created_at', authorId: 'author_id', public: 'public' } }],
          },
          metrics: {
            into: 'tickets',
            supplements: true,
            fields: {
              id: 'ticket_id',
              solvedAt: 'solved_at',
              firstResponse: [
                { from: 'reply.calendar', unit: 'minutes', clock: 'calendar' },
                { from: 'reply.business', unit: 'minutes', clock: 'business' },
              ],
            },
          },
          users: { into: 'people', fields: { id: 'id', email: 'email', name: 'name', role: 'role' } },
        },
      },
    };
    const input = json('all.json', {
      tickets: [
        {
          id: 1,
          status: 'open',
          created_at: AT,
          requester_id: 10,
          tags: ['a', 'b'],
          via: { channel: 'web' },
          comments: [
            { created_at: AT, author_id: 10, public: true },
            { created_at: '2025-03-10T10:00:00Z', author_id: 20, public: false },
            { created_at: '2025-03-10T11:00:00Z', author_id: 30, public: true },
          ],
        },
        {
          id: 2,
          status: 'open',
          created_at: AT,
          requester_id: 11,
          junk: true,
          comments: [{ created_at: AT, author_id: 11, public: true }],
        },
      ],
      metrics: [
        { ticket_id: 1, solved_at: '2025-03-11T09:00:00Z', reply: { calendar: 90, business: null } },
        { ticket_id: 3, solved_at: '2025-03-12T09:00:00Z', reply: null },
      ],
      users: [
        { id: 10, email: 'ann@x.org', name: 'Ann', role: 'end-user' },
        { id: 20, email: 'bob@x.org', name: 'Bob', role: 'agent' },
      ],
      brands: [{ id: 1 }],
    });
    const result = await run([input], { presets: [preset] });
    expect(values(result, 'tickets', 'id')).toEqual(['1', '3']);
    expect(values(result, 'tickets', 'solvedAt')).toEqual(['2025-03-11T09:00:00Z', '2025-03-12T09:00:00Z']);
    expect(values(result, 'tickets', 'firstResponse.calendar')).toEqual([5400, null]);
    expect(values(result, 'tickets', 'tags')).toEqual([['a', 'b'], []]);
    expect(values(result, 'tickets', 'channel')).toEqual(['web', null]);
    expect(values(result, 'tickets', 'customerEmail')).toEqual(['ann@x.org', null]);
    expect(values(result, 'messages', 'author')).toEqual(['customer', 'agent', 'unknown']);
    expect(result.excluded).toEqual({ spam: 1, 'ticket-excluded': 1 });
    // 2 tickets, 2 metric sets and 2 users: the spam ticket is the only one not used
    expect(result.inputs).toMatchObject([
      { kind: 'tickets', rows: 6, used: 5, excluded: 1, unmapped: ['list brands'] },
      { kind: 'messages', rows: 4, used: 3, excluded: 1 },
    ]);
  });
});

describe('--map on a JSON preset', () => {
  it('speaks before the layout, and only what records carry is listed', async () => {
    const preset: Preset = {
      id: 'api',
      title: 'API',
      system: 'api',
      kind: 'tickets',
      format: 'json',
      recognise: { anyOf: [['id', 'requester id']] },
      about: '',
      quirks: [],
      zone: 'UTC',
      json: {
        lists: { '': { into: 'tickets', fields: { id: 'id', createdAt: 'created_at', customerId: 'requester_id', group: 'group_id' } } },
      },
    };
    const input = json('t.json', {
      '': [
        { id: 1, requester_id: 7, created_at: '2020-01-01T00:00:00Z', opened_on: AT },
        { id: 2, requester_id: 7, created_at: AT },
      ],
    });
    const result = await run([input], { presets: [preset], map: [{ kind: 'tickets', field: 'createdAt', column: 'Opened on' }] });
    expect(values(result, 'tickets', 'createdAt')).toEqual([AT, AT]);
    expect(result.inputs[0]?.columns).toEqual({ id: 'id', createdAt: 'Opened on', customerId: 'requester_id' });
  });
});

describe('unknown JSON', () => {
  it('is mapped by the names of its members, one level deep', async () => {
    const result = await run([
      json('t.json', {
        '': [
          {
            id: 12345678901,
            opened_at: 1741597200,
            requester: { email: 'ann@x.org' },
            tags: ['a', 'b'],
            state: 'open',
            extra: { deep: { er: 1 } },
          },
        ],
      }),
    ]);
    expect(values(result, 'tickets', 'id')).toEqual(['12345678901']);
    expect(values(result, 'tickets', 'createdAt')).toEqual([AT]);
    expect(values(result, 'tickets', 'customerEmail')).toEqual(['ann@x.org']);
    expect(values(result, 'tickets', 'tags')).toEqual([['a', 'b']]);
    expect(result.inputs[0]?.columns).toMatchObject({ createdAt: 'opened_at', customerEmail: 'requester.email' });
  });

  it('gives each of its lists its kind, and names those that nobody can read', async () => {
    const result = await run([
      json('t.json', {
        tickets: [{ id: 1, created_at: AT, status: 'open' }],
        messages: [{ ticket_id: 1, at: AT, author: 'agent' }],
        colours: [{ red: 1 }],
      }),
    ]);
    expect(result.inputs.map(({ kind, rows, unmapped }) => [kind, rows, unmapped])).toEqual([
      ['tickets', 1, ['list colours']],
      ['messages', 1, []],
    ]);
    expect(values(result, 'messages', 'ticket')).toEqual([0]);
  });
});

describe('--as-of', () => {
  const asOf = Date.UTC(2025, 3, 1);

  it('undoes what came later: rows, solutions, answers, ratings, durations', async () => {
    const tickets = tableOf(
      't.csv',
      [
        'id',
        'status',
        'created_at',
        'first_response_at',
        'solved_at',
        'due_at',
        'rating',
        'rated_at',
        'first response time calendar (min)',
      ],
      [
        ['1', 'solved', AT, '2025-03-10T09:30:00Z', '2025-04-02T09:00:00Z', '2025-06-01T09:00:00Z', 'good', '2025-04-03T09:00:00Z', '30'],
        ['2', 'open', '2025-03-31T23:00:00Z', '2025-04-01T09:00:00Z', '', '', '', '', '600'],
        ['3', 'open', '2025-04-02T09:00:00Z', '', '', '', '', '', ''],
      ],
    );
    const messages = table(
      'm.csv',
      'ticket_id,at,author',
      `1,${AT},customer`,
      '1,2025-04-02T09:00:00Z,agent',
      '3,2025-04-02T09:00:00Z,customer',
    );
    const result = await run([tickets, messages], { asOf });
    expect(values(result, 'tickets', 'id')).toEqual(['1', '2']);
    expect(values(result, 'tickets', 'status')).toEqual(['open', 'open']);
    expect(values(result, 'tickets', 'solvedAt')).toEqual([null, null]);
    expect(values(result, 'tickets', 'satisfied')).toEqual([null, null]);
    expect(values(result, 'tickets', 'firstResponse.calendar')).toEqual([1800, null]);
    expect(values(result, 'tickets', 'dueAt')).toEqual(['2025-06-01T09:00:00Z', null]);
    expect(values(result, 'messages', 'at')).toEqual([AT]);
    expect(result.excluded).toEqual({ 'after-as-of': 3 });
    expect(result.asOf).toBe(asOf);
    // solved_at and rated_at of ticket 1, first_response_at of ticket 2
    expect(warning(result, 'future-timestamp')).toMatchObject({ count: 3, file: 't.csv' });
  });

  it('absent, stamps more than a day ahead of the clock are errors, deadlines are not', async () => {
    const result = await run([
      table(
        't.csv',
        'id,created_at,solved_at,due_at',
        `1,${AT},2099-01-01T00:00:00Z,2099-01-01T00:00:00Z`,
        `2,${AT},2026-01-01T20:00:00Z,`,
      ),
    ]);
    expect(values(result, 'tickets', 'solvedAt')).toEqual([null, '2026-01-01T20:00:00Z']);
    expect(values(result, 'tickets', 'dueAt')).toEqual(['2099-01-01T00:00:00Z', null]);
    expect(warning(result, 'future-timestamp')).toMatchObject({ count: 1, line: 2 });
    expect(new Date(result.asOf).toISOString()).toBe('2026-01-01T20:00:00.000Z');
    expect(new Date(result.firstAt).toISOString()).toBe('2025-03-10T09:00:00.000Z');
  });

  it('is NaN where nothing has a time', async () => {
    const result = await run([table('t.csv', 'id,status,priority', '1,open,high')]);
    expect([result.asOf, result.firstAt, result.lastAt]).toEqual([NaN, NaN, NaN]);
  });
});

describe('quality', () => {
  it('counts ends before beginnings', async () => {
    const result = await run([
      table(
        't.csv',
        'id,created_at,first_response_at,solved_at',
        `1,${AT},2025-03-09T09:00:00Z,2025-03-11T09:00:00Z`,
        `2,${AT},,2025-03-09T09:00:00Z`,
      ),
    ]);
    expect(warning(result, 'negative-duration')).toMatchObject({
      count: 2,
      line: 2,
      message: expect.stringContaining('answered before created, solved before created'),
    });
  });

  it('warns where a ready-made duration is not what the time stamps say, unless few differ', async () => {
    // one hour by time stamps; the column says 60, 61 and 30 minutes
    const rows = (wrong: number) =>
      Array.from({ length: 10 }, (_, row) => `${row},${AT},2025-03-10T10:00:00Z,${row < wrong ? 30 : row % 2 === 0 ? 60 : 61}`);
    const header = 'id,created_at,first_response_at,first response time calendar (min)';
    expect(warning(await run([table('t.csv', header, ...rows(3))]), 'column-disagrees')).toMatchObject({ count: 3, line: 2 });
    expect(warning(await run([table('t.csv', header, ...rows(2))]), 'column-disagrees')).toBeUndefined();
  });
});
