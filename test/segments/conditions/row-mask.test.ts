import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableKind } from '../../../src/model/kinds.ts';
import { parseCondition, parseWhere } from '../../../src/segments/conditions/parse-condition.ts';
import { fieldsOf, rowMask } from '../../../src/segments/conditions/row-mask.ts';
import { contextOf, SCENE } from '../scene.ts';

const mask = (text: string, table: TableKind = 'tickets', zone = 'UTC'): number[] | null => {
  const found = rowMask(parseCondition(text), contextOf(SCENE, zone), table);
  return found && [...found];
};

describe('rowMask: texts', () => {
  it.for([
    ['channel = chat', [1, 0, 0, 0]],
    ['channel = CHAT', [1, 0, 0, 0]],
    ['priority = high', [1, 0, 0, 1]],
    ['channel != chat', [0, 1, 1, 1]],
    ['channel in (chat, phone)', [1, 1, 0, 0]],
    ['channel not in (chat, phone)', [0, 0, 1, 1]],
    ['channel = null', [0, 0, 0, 1]],
    ['channel != null', [1, 1, 1, 0]],
    ['channel in (chat, null)', [1, 0, 0, 1]],
    ['channel = nowhere', [0, 0, 0, 0]],
    ['status = on-hold', [0, 0, 1, 0]],
    ['id = T1', [1, 0, 0, 0]],
    ['medium = voice', [0, 1, 0, 0]],
  ] as const)('%s', ([text, expected]) => {
    expect(mask(text)).toEqual(expected);
  });
  it('tags: one is enough, and "not" means none', () => {
    expect(mask('tag = bug')).toEqual([1, 0, 0, 1]);
    expect(mask('tags = vip and tag = bug')).toEqual([1, 0, 0, 0]);
    expect(mask('tag != bug')).toEqual([0, 1, 1, 0]);
    expect(mask('tag = (none)')).toEqual([0, 0, 1, 0]);
  });
});

describe('rowMask: logic', () => {
  it.for([
    ['channel = chat or channel = phone and priority = high', [1, 0, 0, 0]],
    ['(channel = chat or channel = phone) and priority = low', [0, 1, 0, 0]],
    ['not (channel = chat or channel = phone)', [0, 0, 1, 1]],
    ['not channel = chat and not channel = phone', [0, 0, 1, 1]],
  ] as const)('%s', ([text, expected]) => {
    expect(mask(text)).toEqual(expected);
  });
  it('holds to De Morgan and to double negation', () => {
    const parts = fc.constantFrom(
      'channel = chat',
      'priority = high',
      'tag = vip',
      'plan = Pro',
      'createdAt < 2025-02-01',
      'channel = null',
    );
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(mask(`not (${a} and ${b})`)).toEqual(mask(`not ${a} or not ${b}`));
        expect(mask(`not not ${a}`)).toEqual(mask(a));
      }),
    );
  });
});

describe('rowMask: numbers, durations, flags', () => {
  it.for([
    ['seats >= 50', 'customers', [1, 0, 0]],
    ['seats < 50', 'customers', [0, 1, 0]],
    ['seats != 3', 'customers', [1, 0, 1]],
    ['mrr = 100.0', 'customers', [1, 0, 0]],
    ['mrr in (20, 100)', 'customers', [1, 0, 1]],
    ['mrr = null', 'customers', [0, 1, 0]],
    ['fake = true', 'customers', [0, 1, 0]],
    ['fake = no', 'customers', [1, 0, 0]],
    ['fake = null', 'customers', [0, 0, 1]],
    ['firstResponse <= 2h', 'tickets', [1, 1, 0, 1]],
    ['firstResponse < 2h', 'tickets', [1, 0, 0, 1]],
    ['first_response > 10m', 'tickets', [0, 1, 0, 0]],
    ['firstResponse = 0', 'tickets', [0, 0, 0, 1]],
    ['firstResponse.calendar = 10 minutes', 'tickets', [1, 0, 0, 0]],
    ['score >= 9', 'surveys', [1, 0]],
    ['seats >= 50', 'tickets', [1, 1, 0, 0]],
  ] as const)('%s of %s', ([text, table, expected]) => {
    expect(mask(text, table)).toEqual(expected);
  });
  it('a text that holds numbers is compared as numbers', () => {
    const tickets = ['1', '4.5', '10', 'good', null].map((rating, index) => ({ id: String(index), rating }));
    expect([...rowMask(parseCondition('rating <= 4.5'), contextOf({ tickets }), 'tickets')!]).toEqual([1, 1, 0, 0, 0]);
  });
});

describe('rowMask: times', () => {
  it.for([
    // t1 2025-01-30T23:30Z, t2 2025-01-31T00:00Z, t3 2025-03-09T10:00Z, t4 none
    ['createdAt >= 2025-01-31', [0, 1, 1, 0]],
    ['createdAt > 2025-01-31', [0, 0, 1, 0]],
    ['createdAt < 2025-01-31', [1, 0, 0, 0]],
    ['created_at <= 2025-01-31', [1, 1, 0, 0]],
    ['Created At = 2025-01-31', [0, 1, 0, 0]],
    ['createdAt != 2025-01-31', [1, 0, 1, 1]],
    ['createdAt > 2025-01-30T23:30', [0, 1, 1, 0]],
    ['createdAt <= "2025-01-30 23:30"', [1, 0, 0, 0]],
    ['createdAt = null', [0, 0, 0, 1]],
  ] as const)('%s', ([text, expected]) => {
    expect(mask(text)).toEqual(expected);
  });
  it('days and local times are those of the reporting time zone, instants are instants', () => {
    // In New York 00:00Z of 31 January is 19:00 of the 30th.
    expect(mask('createdAt = 2025-01-30', 'tickets', 'America/New_York')).toEqual([1, 1, 0, 0]);
    expect(mask('createdAt >= 2025-01-30T19:00', 'tickets', 'America/New_York')).toEqual([0, 1, 1, 0]);
    expect(mask('createdAt >= 2025-01-31T00:00Z', 'tickets', 'America/New_York')).toEqual([0, 1, 1, 0]);
  });
});

describe('rowMask: ordered dimensions', () => {
  it.for([
    ['hour >= 22', [1, 0, 0, 0]],
    ['hour < 9', [0, 1, 0, 0]],
    ['hour = 0', [0, 1, 0, 0]],
    ['hour in (00, 10)', [0, 1, 1, 0]],
    ['weekday = thu', [1, 0, 0, 0]],
    ['weekday <= friday', [1, 1, 0, 0]],
    ['weekday in (sat, sun)', [0, 0, 1, 0]],
    ['weekday = null', [0, 0, 0, 1]],
    ['tenure = "<30 d"', [1, 0, 0, 0]],
    ['tenure > "<30 d"', [0, 1, 1, 0]],
  ] as const)('%s', ([text, expected]) => {
    expect(mask(text)).toEqual(expected);
  });
});

describe('rowMask: tables', () => {
  it('goes along the links', () => {
    expect(mask('channel = chat', 'messages')).toEqual([0, 1, 0]);
    expect(mask('plan = pro', 'tickets')).toEqual([1, 1, 0, 0]);
    expect(mask('plan = pro', 'events')).toEqual([1, 0, 0]);
    expect(mask('mrr > 50', 'subscriptions')).toEqual([1, 0]);
    expect(mask('createdAt >= 2025-03-01', 'surveys')).toEqual([0, 1]);
  });
  it('cannot speak of what such rows do not have', () => {
    expect(mask('channel = chat', 'events')).toBeNull();
    expect(mask('not channel = chat', 'events')).toBeNull();
    expect(mask('plan = pro and channel = chat', 'events')).toBeNull();
    expect(mask('plan = pro or channel = chat', 'customers')).toBeNull();
    expect(mask('score = 9', 'tickets')).toBeNull();
    expect(mask('type = bug', 'tickets')).toBeNull();
  });
  it('a name of two tables: the row’s own, and a dimension where it can', () => {
    expect(mask('status = churned', 'customers')).toEqual([0, 1, 0]);
    expect(mask('status = open', 'tickets')).toEqual([0, 1, 0, 1]);
    expect(mask('status = open', 'events')).toBeNull();
    expect(mask('customers.status = churned', 'tickets')).toEqual([0, 0, 1, 0]);
    expect(mask('customer.status = churned', 'events')).toEqual([0, 1, 0]);
    expect(mask('id = c1', 'customers')).toEqual([1, 0, 0]);
    expect(mask('customers.id = c1', 'tickets')).toEqual([1, 1, 0, 0]);
  });
  it('an empty table cannot be spoken of', () => {
    expect(rowMask(parseCondition('channel = chat'), contextOf({}), 'tickets')).toBeNull();
  });
});

describe('parseWhere', () => {
  const where = (...texts: string[]) => {
    const condition = parseWhere(texts);
    return condition && [...(rowMask(condition, contextOf(SCENE), 'tickets') ?? [])];
  };
  it('joins several by "and"', () => {
    expect(where()).toBeNull();
    expect(where('channel=chat,phone')).toEqual([1, 1, 0, 0]);
    expect(where('channel=chat,phone', 'priority=high')).toEqual([1, 0, 0, 0]);
    expect(where('channel=chat or channel=phone', 'priority=low')).toEqual([0, 1, 0, 0]);
  });
  it('names its fields, each once, as we write them', () => {
    expect(fieldsOf(parseWhere(['Plan_Kind=paid,seats>=3', 'not planKind=free or customers.status=active'])!)).toEqual([
      'planKind',
      'seats',
      'customers.status',
    ]);
  });
});

describe('what does not fit', () => {
  it.for([
    ['chanel = chat', 'unknown-field', 'condition "chanel = chat", column 1: unknown field "chanel": did you mean channel?'],
    ['plan = pro and xyzzy = 1', 'unknown-field', 'column 16: unknown field "xyzzy"'],
    ['seats >= many', 'bad-condition', 'column 10: seats needs a number, not "many"'],
    ['seats >= 1,000', 'bad-condition', 'column 11: expected "and", "or" or the end, found ","'],
    [
      'createdAt > 03/04/2025',
      'bad-condition',
      'column 13: createdAt needs a date such as 2025-03-09 or 2025-03-09T10:00, not "03/04/2025"',
    ],
    ['createdAt > 2025-02-30', 'bad-condition', 'createdAt needs a date'],
    ['firstResponse <= 90', 'bad-condition', 'firstResponse needs a duration such as 2h, 30m or 1d, not "90"'],
    ['waitSeconds <= soon', 'bad-condition', 'waitSeconds needs a number of seconds or a duration such as 2h or 30m, not "soon"'],
    ['fake = maybe', 'bad-condition', 'fake needs true or false, not "maybe"'],
    ['fake > true', 'bad-condition', 'fake is true or false; use = or !='],
    ['channel < chat', 'bad-condition', 'channel is a text; < compares it with numbers only, not with "chat"'],
    ['tag > b', 'bad-condition', 'tag is a text'],
    ['seats < null', 'bad-condition', 'a missing value is neither less nor more than another; use = or !='],
    [
      'weekday = someday',
      'bad-condition',
      'weekday has no "someday"; it is one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
    ],
    ['hour >= 24', 'bad-condition', 'hour has no "24"'],
    ['weekday = t', 'bad-condition', 'weekday has no "t"'],
    ['tenure = 45', 'bad-condition', 'tenure has no "45"; it is one of <30 d, 30–90 d, 90–365 d, 1 y+'],
  ] as const)('%s', ([text, code, message]) => {
    expect(() => parseCondition(text)).toThrow(expect.objectContaining({ name: 'UserError', code }));
    expect(() => parseCondition(text)).toThrow(message);
  });
  it('waiting times may be seconds or durations', () => {
    const tickets = [
      { id: '1', waitSeconds: 90 },
      { id: '2', waitSeconds: 30 },
    ];
    for (const text of ['waitSeconds > 60', 'wait seconds > 1m'])
      expect([...rowMask(parseCondition(text), contextOf({ tickets }), 'tickets')!]).toEqual([1, 0]);
  });
  it('the list of fields comes with it', () => {
    expect(() => parseCondition('xyzzy = 1')).toThrow(
      expect.objectContaining({ place: { hint: expect.stringMatching(/^Fields are .*channel.*seats.*\.$/) } }),
    );
  });
});
