import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/read/json-fault.ts';
import { quoteLongIntegers } from '../../src/read/json-numbers.ts';
import { JsonSplitter } from '../../src/read/json-splitter.ts';
import { listsOf } from './reading-files.ts';

/** Cases after nst/JSONTestSuite: `y` must be taken, `n` must not. */
const Y = [
  '[]',
  '{}',
  '[[]   ]',
  '[""]',
  '[1e1]',
  '[-0]',
  '[-1]',
  '[0e+1]',
  '[1E-2]',
  '[123.456e78]',
  '["\\u0060\\u012a\\u12AB"]',
  '["\\uD801\\udc37"]',
  '["\\"\\\\\\/\\b\\f\\n\\r\\t"]',
  '["\u2028"]',
  '["\u007f"]',
  '{"a":"b","a":"c"}',
  '{"":0}',
  '{"foo\\u0000bar": 42}',
  ' [1]',
  '[1,null,null,null,2]',
  '[true]',
  '["a"]\n',
  '[ 4]',
  '["new\\u000Aline"]',
];
const N = [
  '[1 true]',
  '["",]',
  '["": 1]',
  '["x"]]',
  '[1,,2]',
  '["a",,]',
  '[1,]',
  '[1:2]',
  '[,1]',
  '["x", truth]',
  '[1}',
  '["a\n"]',
  '["a",\n4\n,1,',
  '[fals]',
  '[nul]',
  '[tru]',
  '[++1]',
  '[+1]',
  '[-01]',
  '[-2.]',
  '[.123]',
  '[0.1.2]',
  '[0.e1]',
  '[0e]',
  '[1.0e-]',
  '[1 000.0]',
  '[1eE2]',
  '[Infinity]',
  '[NaN]',
  '[0x1]',
  '[012]',
  '[-]',
  '[1a]',
  '{"x", null}',
  '{"x"::"b"}',
  '{"a":"a" 123}',
  "{key: 'value'}",
  '{"a" b}',
  '{:"b"}',
  '{"a":',
  '{"a"',
  '{1:1}',
  '{"id":0,}',
  '{"id":0,,}',
  "{'a':0}",
  '{"a":"b"}/**/',
  '{"a":"b"}#',
  '{"a":true} "x"',
  '["\\x00"]',
  '["\\uD800\\u"]',
  '["\\u00A"]',
  '["\\a"]',
  '["\t"]',
  "['a']",
  '["',
  '["asd]',
  '[',
  '[][]',
  '[1]x',
  '{"a":"b"}{"a":"b"}',
  '[1',
  '[ false, true',
  '{"asd":"asd"',
  '["a',
  '[\\u0061]',
  '{}}',
  '[1]]',
  '{"',
];

describe('the place of a fault in JSON', () => {
  it.for(Y)('none: %s', (text) => expect(findJsonFault(text)).toBeNull());
  it.for(N)('one: %s', (text) => expect(findJsonFault(text)).not.toBeNull());

  it('agrees with JSON.parse on text made by changing one character', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('"', '{', ']', ',', ':', '\\', '0', 'x', ''), (json, at, put) => {
        const place = at % (json.length + 1);
        const text = json.slice(0, place) + put + json.slice(place + 1);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(findJsonFault(text) === null).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it.for(N.filter((text) => /^[[{]/.test(text)))('reading is an error with the place: %s', async (text) => {
    await expect(listsOf(text)).rejects.toMatchObject({
      name: 'UserError',
      code: 'bad-json',
      place: { line: expect.any(Number) as number, column: expect.any(Number) as number },
    });
  });

  it('has line and column, and no data in the message', async () => {
    await expect(listsOf('{"tickets": [\n  {"id": 1},\n  {"id": 2, "subject": secret}\n]}')).rejects.toMatchObject({
      message: expect.not.stringContaining('secret') as string,
      place: { line: 3, column: 24 },
    });
  });

  it('says that a file is cut off', async () => {
    await expect(listsOf('{"tickets":[{"id":1},\n{"id":2,"subj')).rejects.toMatchObject({
      place: { line: 2, column: 14, hint: expect.stringContaining('cut off') as string },
    });
  });
});

describe('ids of 16 digits and more', () => {
  it('keep their digits, outside strings only', () => {
    expect(quoteLongIntegers('[9007199254740993, -12345678901234567 ,{"a":12345678901234567890}]')).toBe(
      '["9007199254740993", "-12345678901234567" ,{"a":"12345678901234567890"}]',
    );
    for (const same of [
      '["call 1234567890123456 , now"]',
      '["\\" 1234567890123456 ,"]',
      '[0.1234567890123456]',
      '[1234567890123456e3]',
      '[1234567890123456.5]',
      '[123456789012345]',
      '{"1234567890123456":1}',
    ]) {
      expect(quoteLongIntegers(same)).toBe(same);
    }
  });

  it('change nothing else, whatever the text', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.constantFrom('1234567890123456', '\\', '"', ' 1234567890123456 '),
        fc.integer(),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (json) => {
        expect(JSON.parse(quoteLongIntegers(JSON.stringify(json)))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are told apart when read', async () => {
    const { records } = await listsOf('[{"id":9007199254740992},{"id":9007199254740993}]');
    expect(records.map(([, { id }]) => id)).toEqual(['9007199254740992', '9007199254740993']);
  });
});

describe('deep nesting', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  it('of 100,000 levels costs its record', async () => {
    const { records, outcome } = await listsOf(`[{"id":1,"x":${deep}},{"id":2}]`);
    expect(records).toEqual([['', { id: 2 }, 2]]);
    expect(outcome.skipped).toEqual([{ reason: 'nested more than 500 levels deep', count: 1, lines: [1] }]);
  });

  it('and broken is an error, not a crash', async () => {
    await expect(listsOf('['.repeat(100_000))).rejects.toMatchObject({ code: 'bad-json' });
    await expect(listsOf('{"a":'.repeat(100_000))).rejects.toMatchObject({ code: 'bad-json' });
  });
});

describe('documents one after another', () => {
  it('on lines of their own are read in turn', async () => {
    const { records } = await listsOf('{\n  "id": 1\n}\n{\n  "id": 2\n}\n');
    expect(records.map(([, { id }]) => id)).toEqual([1, 2]);
  });

  it('may be pages', async () => {
    const { records } = await listsOf('{\n"tickets": [{"id": 1}]}\n{\n"tickets": [{"id": 2}]}\n');
    expect(records.map(([list, { id }, place]) => [list, id, place])).toEqual([
      ['tickets', 1, 1],
      ['tickets', 2, 2],
    ]);
  });
});

describe('the splitter, for documents too large to hold', () => {
  const pieces = (text: string, size: number): unknown[] => {
    const found: unknown[] = [];
    const splitter = new JsonSplitter('x.json', (list, piece) => found.push([list, JSON.parse(piece)]));
    for (let at = 0; at < text.length; at += size) splitter.push(text.slice(at, at + size));
    splitter.end();
    return found;
  };

  it('gives the elements of the outermost list, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 2),
        (list, size, indent) => {
          expect(pieces(JSON.stringify(list, null, indent), size)).toEqual(list.map((value) => ['', JSON.parse(JSON.stringify(value))]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.for(N.filter((text) => text.startsWith('[') && text !== '[][]'))('refuses %s', (text) => {
    expect(() => pieces(text, 3)).toThrow(expect.objectContaining({ code: 'bad-json' }));
  });
});
