import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCondition, type Comparison, type Condition, type Operator } from '../../../src/segments/conditions/condition.ts';
import { parseGrammar } from '../../../src/segments/conditions/parse.ts';

const where = (text: string): string => printCondition(parseGrammar(text, true));
const rule = (text: string): string => printCondition(parseGrammar(text, false));

function withoutColumns(condition: Condition): unknown {
  if (condition.kind === 'not') return { kind: 'not', part: withoutColumns(condition.part) };
  if (condition.kind !== 'compare') return { kind: condition.kind, parts: condition.parts.map(withoutColumns) };
  return { field: condition.field, operator: condition.operator, values: condition.values.map(({ text }) => text) };
}

describe('grammar', () => {
  it('a comparison', () => {
    expect(parseGrammar('seats >= 50', false)).toEqual({
      kind: 'compare',
      field: 'seats',
      column: 1,
      operator: '>=',
      values: [{ text: '50', column: 10 }],
    });
  });
  it.for([
    // [text, the same with everything said]
    ['a = 1 or b = 2 and c = 3', 'a = 1 or b = 2 and c = 3'],
    ['(a = 1 or b = 2) and c = 3', '(a = 1 or b = 2) and c = 3'],
    ['not a = 1 and b = 2', 'not a = 1 and b = 2'],
    ['not (a = 1 and b = 2)', 'not (a = 1 and b = 2)'],
    ['NOT NOT a=1 AND b!=2', 'not not a = 1 and b != 2'],
    ['((a=1))', 'a = 1'],
    ['a in (1,2 , 3)', 'a in (1, 2, 3)'],
    ['a NOT IN (1)', 'a not in (1)'],
    ['Plan Kind = paid', '"Plan Kind" = paid'],
    ['group = Tier 2 support and a=1', 'group = "Tier 2 support" and a = 1'],
    ["group = Bob's team", 'group = "Bob\'s team"'],
    [`group = 'Sales and "more"'`, 'group = "Sales and ""more"""'],
    ["name = 'it''s'", 'name = "it\'s"'],
    ['a = null', 'a = null'],
    ['a != (none)', 'a != null'],
    ['a = ( None )', 'a = null'],
    ['a in (none)', 'a in (null)'],
    ['a in ((none), chat)', 'a in (null, chat)'],
    ['a = "null"', 'a = "null"'],
    ['a = none', 'a = none'],
    ['first-response-time<=2h', 'first-response-time <= 2h'],
    ['country = not known', 'country = "not known"'],
  ] as const)('%s', ([text, expected]) => {
    expect(rule(text)).toBe(expected);
  });
  it('and binds tighter than or, not tightest', () => {
    expect(withoutColumns(parseGrammar('a=1 or not b=2 and c=3', false))).toEqual({
      kind: 'or',
      parts: [
        { field: 'a', operator: '=', values: ['1'] },
        {
          kind: 'and',
          parts: [
            { kind: 'not', part: { field: 'b', operator: '=', values: ['2'] } },
            { field: 'c', operator: '=', values: ['3'] },
          ],
        },
      ],
    });
  });
});

describe('commas of --where', () => {
  it.for([
    ['channel=chat', 'channel = chat'],
    ['channel=chat,priority=high', 'channel = chat and priority = high'],
    ['channel=chat,email', 'channel in (chat, email)'],
    ['channel=chat,email,priority=high', 'channel in (chat, email) and priority = high'],
    ['channel!=chat,email', 'channel not in (chat, email)'],
    ['channel=chat,(none)', 'channel in (chat, null)'],
    ['channel=chat, live chat , priority = high', 'channel in (chat, "live chat") and priority = high'],
    ['channel=chat or channel=email,priority=high', '(channel = chat or channel = email) and priority = high'],
    ['channel=chat,email or priority=high', 'channel in (chat, email) or priority = high'],
    ['channel=chat,not priority=high', 'channel = chat and not priority = high'],
    ['channel=chat,priority in (low,high)', 'channel = chat and priority in (low, high)'],
    ['channel=chat,priority not in (low)', 'channel = chat and priority not in (low)'],
    ['seats>=50,plan=Pro', 'seats >= 50 and plan = Pro'],
    ['organization="Foo, Inc",plan=Pro', 'organization = "Foo, Inc" and plan = Pro'],
  ] as const)('%s', ([text, expected]) => {
    expect(where(text)).toBe(expected);
  });
  it.for([
    ['seats>=50,60', 'column 13: expected an operator, found the end'],
    ['channel=chat,', 'column 14: expected a field, found the end'],
    [',channel=chat', 'column 1: expected a field, found ","'],
  ] as const)('%s is none', ([text, message]) => {
    expect(() => where(text)).toThrow(message);
  });
});

describe('errors name the column', () => {
  it.for([
    ['', 'condition "", column 1: expected a field, found the end'],
    ['channel', 'condition "channel", column 8: expected an operator, found the end'],
    ['channel =', 'condition "channel =", column 10: expected a value, found the end'],
    ['channel =< 3', 'condition "channel =< 3", column 9: expected an operator, found "=<"'],
    ['channel == chat', 'column 9: expected an operator, found "=="'],
    ['channel = chat and', 'column 19: expected a field, found the end'],
    ['channel = chat or or', 'column 19: expected a field, found "or"'],
    ['(channel = chat', 'column 1: this bracket is not closed before the end'],
    ['channel = chat)', 'column 15: expected "and", "or" or the end, found ")"'],
    ['channel in chat', 'column 12: expected a list in brackets after "in", found "chat"'],
    ['channel in ()', 'column 13: expected a value, found ")"'],
    ['channel in (a b, c', 'column 12: this list is not closed before the end'],
    ['channel = "chat', 'column 11: this quote is not closed'],
    ['channel = chat priority = high', 'column 25: expected "and", "or" or the end, found "="'],
    ['channel = chat, priority = high', 'column 15: expected "and", "or" or the end, found ","'],
    ['= chat', 'column 1: expected a field, found "="'],
    ['channel = = chat', 'column 11: expected a value, found "="'],
  ] as const)('%j', ([text, message]) => {
    expect(() => rule(text)).toThrow(expect.objectContaining({ name: 'UserError', code: 'bad-condition' }));
    expect(() => rule(text)).toThrow(message);
  });
  it('a long text is shown around the place', () => {
    const text = `${'channel = chat or '.repeat(20)}channel`;
    expect(() => rule(text)).toThrow(/^condition "….{60}", column 368: expected an operator, found the end$/);
  });
  it('a million brackets are an error, not an overflow', () => {
    expect(() => rule('('.repeat(1_000_000))).toThrow('more than 100 levels of brackets');
    expect(() => rule('not '.repeat(100_000))).toThrow('more than 100 levels of brackets');
  });
});

const word = fc.oneof(
  fc.constantFrom(
    'chat',
    'Tier 2',
    'and',
    'OR',
    'null',
    'NULL',
    'in',
    'not',
    '(none)',
    '',
    ' ',
    '"',
    "'",
    "it's",
    'a,b',
    '<30 d',
    '2h',
    'ünïcode',
    '日本',
    '1',
    '-1.5',
    'a=b',
  ),
  fc.string({ unit: 'binary' }),
);
const operators: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];
const value = fc.record({ text: fc.oneof({ weight: 4, arbitrary: word }, fc.constant(null)), column: fc.constant(0) });
const leaf: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    field: word,
    column: fc.constant(0),
    operator: fc.constantFrom(...operators),
    values: value.map((one) => [one]),
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    field: word,
    column: fc.constant(0),
    operator: fc.constantFrom<Operator>('in', 'not in'),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
  }),
);
const conditions = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), part: tie('condition') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }) as fc.Arbitrary<Condition>,
  ),
})).condition;

describe('printing and parsing', () => {
  it('undo each other, with and without commas', () => {
    fc.assert(
      fc.property(conditions, fc.boolean(), (condition, commas) => {
        const text = printCondition(condition);
        expect(withoutColumns(parseGrammar(text, commas))).toEqual(withoutColumns(condition));
      }),
      { numRuns: 500 },
    );
  });
  it('whatever the text: a condition that prints to itself, or an error of the user', () => {
    const noise = fc
      .array(fc.constantFrom('a', 'b', '=', '<=', '!', '(', ')', ',', 'and', 'or', 'not', 'in', '"', "'", '(none)', 'null', ' '), {
        maxLength: 14,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(noise, fc.boolean(), (text, commas) => {
        let condition: Condition;
        try {
          condition = parseGrammar(text, commas);
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserError', code: 'bad-condition' });
          return;
        }
        expect(withoutColumns(parseGrammar(printCondition(condition), commas))).toEqual(withoutColumns(condition));
      }),
      { numRuns: 1000 },
    );
  });
});
