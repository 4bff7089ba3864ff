import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TABLE_KINDS } from '../../src/model/kinds.ts';
import { dimensions, findDimension } from '../../src/segments/index.ts';
import { contextOf, groupsOf, SCENE } from './scene.ts';

describe('the list of dimensions', () => {
  it('holds every dimension of the folder', async () => {
    const folder = new URL('../../src/segments/dimensions/', import.meta.url);
    const listed = new Set<unknown>(dimensions);
    const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.ts'));
    const found = await Promise.all(
      files.map(async (file) => ({ file, exported: Object.values((await import(new URL(file, folder).href)) as object) })),
    );
    const isDimension = (value: unknown): boolean => typeof value === 'object' && value !== null && 'groups' in value;
    expect(found.filter(({ exported }) => !exported.some(isDimension)).map(({ file }) => file)).toEqual([]);
    expect(
      found.filter(({ exported }) => exported.some((value) => isDimension(value) && !listed.has(value))).map(({ file }) => file),
    ).toEqual([]);
  });
  it('has every name that the product promises, each once', () => {
    // product.md, "Options that mean the same everywhere", --by
    const promised = [
      'channel',
      'medium',
      'priority',
      'type',
      'group',
      'status',
      'tag',
      'language',
      'organization',
      'plan',
      'planKind',
      'country',
      'source',
      'tenure',
      'vector',
      'segment',
      'weekday',
      'hour',
      'agent',
    ];
    expect(dimensions.map(({ id }) => id).toSorted()).toEqual(promised.toSorted());
  });
  it('only agents are personal', () => {
    expect(dimensions.filter(({ personal }) => personal).map(({ id }) => id)).toEqual(['agent']);
  });
  it('gives one code a row, or none at all, for every table', () => {
    const context = contextOf(SCENE);
    for (const dimension of dimensions) {
      for (const table of TABLE_KINDS) {
        const grouping = dimension.groups(context, table);
        if (grouping === null) continue;
        const { rows } = context.dataset.tables[table];
        expect(grouping.offsets === undefined ? grouping.codes.length : grouping.offsets.length - 1).toBe(rows);
        expect(Math.max(...grouping.codes)).toBeLessThan(grouping.values.length);
        if (dimension.values !== undefined) expect(grouping.values.slice(1)).toEqual([...dimension.values]);
      }
    }
  });
  it('an empty data set has no groups', () => {
    for (const dimension of dimensions) for (const table of TABLE_KINDS) expect(dimension.groups(contextOf({}), table)).toBeNull();
  });
});

describe('findDimension', () => {
  it.for(['planKind', 'plan_kind', 'Plan Kind', ' PLAN-KIND '])('knows %j', (name) => {
    expect(findDimension(name).id).toBe('planKind');
  });
  it('says what was probably meant', () => {
    expect(() => findDimension('chanel')).toThrow('unknown dimension "chanel": did you mean channel?');
    expect(() => findDimension('xyzzy')).toThrow(/^unknown dimension "xyzzy"$/);
  });
});

describe('fields of tickets', () => {
  it('of tickets themselves', () => {
    expect(groupsOf('channel', 'tickets')).toEqual(['chat', 'phone', 'email', null]);
    expect(groupsOf('language', 'tickets')).toEqual(['de', null, null, null]);
    expect(groupsOf('type', 'tickets')).toBeNull();
  });
  it('of what is linked to them', () => {
    expect(groupsOf('priority', 'messages')).toEqual([null, 'high', 'low']);
    expect(groupsOf('priority', 'surveys')).toEqual([null, null]);
    expect(groupsOf('status', 'surveys')).toEqual([null, 'on-hold']);
  });
  it('not of what is not', () => {
    for (const table of ['customers', 'subscriptions', 'events'] as const) expect(groupsOf('channel', table)).toBeNull();
  });
  it('a message has its ticket’s channel, and its own where there is no ticket', () => {
    // Sorted by ticket: m3, whose ticket is gone, comes first.
    expect(groupsOf('channel', 'messages')).toEqual(['api', 'chat', 'phone']);
  });
  it('tags: every one of a row once, none is "(none)"', () => {
    expect(groupsOf('tag', 'tickets')).toEqual([['vip', 'bug'], ['vip'], [null], ['bug']]);
    expect(groupsOf('tag', 'messages')).toEqual([[null], ['vip', 'bug'], ['vip']]);
  });
  it('a link that leads nowhere is no link', () => {
    const surveys = [{ id: 's', at: '2025-01-01T00:00:00Z', score: 9, customerId: 'c1' }];
    expect(groupsOf('channel', 'surveys', contextOf({ ...SCENE, surveys }))).toBeNull();
  });
});

describe('fields of customers', () => {
  it('of customers and what is linked to them', () => {
    expect(groupsOf('country', 'customers')).toEqual(['DE', null, 'US']);
    expect(groupsOf('country', 'tickets')).toEqual(['DE', 'DE', null, null]);
    expect(groupsOf('planKind', 'events')).toEqual(['paid', 'free', null]);
    expect(groupsOf('planKind', 'messages')).toEqual([null, 'paid', 'paid']);
  });
  it('of a survey without customer through its ticket', () => {
    expect(groupsOf('plan', 'surveys')).toEqual(['Pro', 'Free']);
  });
  it('a ticket’s own organization first', () => {
    expect(groupsOf('organization', 'tickets')).toEqual(['Acme Labs', 'Acme', 'Globex', null]);
    expect(groupsOf('organization', 'customers')).toEqual(['Acme', 'Globex', null]);
  });
  it('a subscription’s own plan, an event’s own source first', () => {
    expect(groupsOf('plan', 'subscriptions')).toEqual(['Business', 'Free']);
    expect(groupsOf('source', 'events')).toEqual(['forum', 'search', null]);
    expect(groupsOf('source', 'tickets')).toEqual(['ads', 'ads', 'search', null]);
  });
  it('the same text from two places is one group', () => {
    const tickets = [
      { id: 't', organization: 'Acme' },
      { id: 'u', organization: null, customerId: 'c1' },
    ];
    const grouping = findDimension('organization').groups(contextOf({ ...SCENE, tickets }), 'tickets')!;
    expect(grouping.codes[0]).toBe(grouping.codes[1]);
  });
});

describe('medium', () => {
  it.for([
    ['phone', 'voice'],
    ['Phone call (inbound)', 'voice'],
    ['voice', 'voice'],
    ['Telephony', 'voice'],
    ['aircall', 'voice'],
    ['callback', 'voice'],
    ['Zendesk Talk', 'voice'],
    ['talkative bot', 'text'],
    ['Telefon', 'voice'],
    ['Teléfono', 'voice'],
    ['email', 'text'],
    ['chat', 'text'],
    ['iPhone app', 'text'],
    ['whatsapp', 'text'],
    ['SMS', 'text'],
  ] as const)('%s is %s', ([channel, medium]) => {
    expect(groupsOf('medium', 'tickets', contextOf({ tickets: [{ id: 't', channel }] }))).toEqual([medium]);
  });
  it('an unknown channel has no medium', () => {
    expect(groupsOf('medium', 'tickets')).toEqual(['text', 'voice', 'text', null]);
  });
});

describe('agent', () => {
  it('is the assignee of tickets', () => {
    expect(groupsOf('agent', 'tickets')).toEqual(['Ann', 'Bob', null, 'Ann']);
  });
  it('of messages their author, if an agent: never a customer', () => {
    expect(groupsOf('agent', 'messages')).toEqual(['Ann', 'Cleo', null]);
  });
  it('of messages without authors the assignee', () => {
    const messages = [{ id: 'm', ticketId: 't2', at: '2025-01-31T00:10:00Z', author: 'agent' }];
    expect(groupsOf('agent', 'messages', contextOf({ ...SCENE, messages }))).toEqual(['Bob']);
  });
});

describe('weekday and hour', () => {
  // 2025-01-30 was a Thursday, 2025-01-31 a Friday, 2025-03-09 a Sunday.
  it('in UTC', () => {
    expect(groupsOf('weekday', 'tickets')).toEqual(['Thursday', 'Friday', 'Sunday', null]);
    expect(groupsOf('hour', 'tickets')).toEqual(['23', '00', '10', null]);
  });
  it('in the reporting time zone, daylight saving included', () => {
    // New York: UTC−5, and UTC−4 from 2025-03-09 07:00Z. Kathmandu: UTC+5:45.
    expect(groupsOf('hour', 'tickets', contextOf(SCENE, 'America/New_York'))).toEqual(['18', '19', '06', null]);
    expect(groupsOf('weekday', 'tickets', contextOf(SCENE, 'America/New_York'))).toEqual(['Thursday', 'Thursday', 'Sunday', null]);
    expect(groupsOf('hour', 'tickets', contextOf(SCENE, 'Asia/Kathmandu'))).toEqual(['05', '05', '15', null]);
  });
  it('before 1970 too', () => {
    // 1969-12-31 was a Wednesday.
    const context = contextOf({ tickets: [{ id: 't', createdAt: '1969-12-31T22:59:59Z' }] });
    expect(groupsOf('weekday', 'tickets', context)).toEqual(['Wednesday']);
    expect(groupsOf('hour', 'tickets', context)).toEqual(['22']);
  });
  it('are in order, Monday first', () => {
    const { values } = findDimension('weekday').groups(contextOf(SCENE), 'tickets')!;
    expect(values).toEqual(['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
    expect(dimensions.filter(({ ordered }) => ordered).map(({ id }) => id)).toEqual(['tenure', 'vector', 'weekday', 'hour']);
  });
  it('days without a time of day have no hour', () => {
    const context = contextOf(SCENE);
    const tickets = { ...context.dataset.tables.tickets, columns: new Map(context.dataset.tables.tickets.columns) };
    tickets.columns.set('createdAt', { type: 'time', dateOnly: true, values: Float64Array.of(0, 0, 0, 0) });
    const daysOnly = { ...context, dataset: { tables: { ...context.dataset.tables, tickets } } };
    expect(groupsOf('hour', 'tickets', daysOnly)).toBeNull();
    expect(groupsOf('weekday', 'tickets', daysOnly)).toEqual(['Thursday', 'Thursday', 'Thursday', 'Thursday']); // 1970-01-01
  });
  it('of messages those of their ticket', () => {
    expect(groupsOf('hour', 'messages')).toEqual([null, '23', '00']);
  });
});

describe('tenure', () => {
  it('the customer’s age when the ticket was created', () => {
    // c1 signed up 29 d 23.5 h before t1 and 30 d before t2; c2 more than a year before t3.
    expect(groupsOf('tenure', 'tickets')).toEqual(['<30 d', '30–90 d', '1 y+', null]);
    expect(groupsOf('tenure', 'messages')).toEqual([null, '<30 d', '30–90 d']);
  });
  it('of events and answers: when they happened', () => {
    // c1: 2025-01-01 to 2025-04-01 are 90 days, the first day of the third bucket.
    expect(groupsOf('tenure', 'events')).toEqual(['90–365 d', '1 y+', null]);
    expect(groupsOf('tenure', 'surveys')).toEqual(['30–90 d', '1 y+']);
  });
  it('none before signing up', () => {
    const tickets = [{ id: 't', customerId: 'c1', createdAt: '2024-12-31T00:00:00Z' }];
    expect(groupsOf('tenure', 'tickets', contextOf({ ...SCENE, tickets }))).toEqual([null]);
  });
  it('not of customers and subscriptions, which have no such moment', () => {
    expect(groupsOf('tenure', 'customers')).toBeNull();
    expect(groupsOf('tenure', 'subscriptions')).toBeNull();
  });
});
