import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LineReader } from '../../src/read/bytes/json/line-reader.ts';
import type { RecordView } from '../../src/model/json.ts';
import { quoteLongIntegers } from '../../src/read/json-numbers.ts';

type Read = readonly [line: number, what: unknown];

/** Every line with its number: `lines` as values (`undefined` where they are no JSON), views by their whole and by some of their members. */
function readLines(text: string, { capacity, chunk }: { readonly capacity: number; readonly chunk: number }): Read[] {
  const read: Read[] = [];
  const reader = new LineReader({
    capacity,
    lines: {
      take: (line, place) => {
        if (line.trim() !== '') read.push([place, valueOf(line)]);
      },
      skip: (place) => read.push([place, 'too long']),
    },
    views: {
      record: (record, place) => {
        const parsed = record.parsed() as Members;
        expect(membersOf((path) => record.at(path))).toEqual(membersOf((path) => pathIn(parsed, path)));
        for (const path of PATHS)
          for (const text of ['b', 'xxxx']) if (!record.mayHold(path, text)) expect(textsAt(parsed, path)).not.toContain(text);
        read.push([place, parsed]);
      },
      flush: () => undefined,
    },
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  reader.end();
  return read;
}

const PATHS = ['id', 'a', 'b', 'a.b', 'a.b.c', 'list', 'a.list'];

type Members = Readonly<Record<string, unknown>>;

function valueOf(line: string): unknown {
  try {
    return JSON.parse(quoteLongIntegers(line));
  } catch {
    return undefined;
  }
}

function pathIn(record: Members, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined), record);
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts at a path, put together. */
function textsAt(record: Members, path: string): string {
  return [pathIn(record, path)]
    .flat()
    .filter((value) => typeof value === 'string')
    .join(' ');
}

/** Scalars and lists of scalars, by path. */
function membersOf(at: (path: string) => unknown): unknown[] {
  return PATHS.map((path) => {
    const value = at(path);
    return isObject(value) || (Array.isArray(value) && value.some((one) => typeof one === 'object')) ? 'more' : value;
  });
}

const key = fc.constantFrom('a', 'b', 'c', 'list', 'é', 'a long name', '', '__proto__');
const scalar = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 9 }),
  fc.constantFrom('"', '\\', 'a\nb', 'x'.repeat(90), '😀'),
);
const { record } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 3 }), tie('record')),
  record: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
}));
const line = fc.oneof(
  { arbitrary: fc.tuple(fc.integer(), record).map(([id, members]) => JSON.stringify({ id, ...(members as Members) })), weight: 6 },
  {
    arbitrary: fc
      .tuple(fc.integer(), record)
      .map(([id, members]) => JSON.stringify({ ...(members as Members), id }, null, 1).replaceAll('\n', ' ')),
    weight: 3,
  },
  fc.constantFrom(
    '',
    ' ',
    '{',
    '{}',
    '[1]',
    '3',
    '{"id":1}x',
    '{"id":1} ',
    ' {"id":2}',
    '{"id":1,}',
    '{"id":1}\r',
    '{"id":3}{"id":4}',
    '"',
  ),
);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('lines of JSON from bytes', () => {
  it.each(['vectors', 'one byte at a time'])('are what JSON.parse makes of them, with their numbers, however they are cut: %s', (way) => {
    if (way !== 'vectors') vi.stubGlobal('WebAssembly', undefined);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), fc.integer({ min: 1, max: 300 }), (lines, ends, chunk) => {
        const expected = lines.flatMap((text, place): Read[] => (text.trim() === '' ? [] : [[place + 1, valueOf(text)]]));
        for (const capacity of [64, 512, 8192])
          expect(readLines(lines.join('\n') + (ends ? '\n' : ''), { capacity, chunk })).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('tell what is surely not in a text or a list', () => {
    const asked: boolean[] = [];
    const views = {
      record: (record: RecordView) => asked.push(record.mayHold('tags', 'merged')),
      flush: () => undefined,
    };
    const reader = new LineReader({ lines: { take: () => undefined, skip: () => undefined }, views });
    const lists = [
      '["a"]',
      '["a"]',
      '["a","merged"]',
      '["not_merged"]',
      '["\\u006derged"]',
      '"merged"',
      '"other words"',
      'null',
      '[]',
      '[{"a":1}]',
    ];
    // The first line only tells what is wanted.
    reader.push(Buffer.from('{"id":0,"tags":["a"]}\n'));
    for (const [id, list] of lists.entries()) reader.push(Buffer.from(`{"id":${id + 1},"tags":${list}}\n`));
    expect(asked.slice(1)).toEqual([false, false, true, true, true, true, false, false, false, true]);
  });

  it('keeps count of those that are too long', () => {
    const long = `{"id":2,"x":"${'x'.repeat(65 * 1024 * 1024)}"}`;
    const read = readLines(`{"id":1}\n${long}\n{"id":3}\n`, { capacity: 1024, chunk: 1 << 20 });
    expect(read).toEqual([
      [1, { id: 1 }],
      [2, 'too long'],
      [3, { id: 3 }],
    ]);
  });
});
