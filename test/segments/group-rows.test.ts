import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRows, parseBy } from '../../src/segments/group-rows.ts';
import { firstKnown } from '../../src/segments/grouping.ts';
import { contextOf, SCENE, valuesOf } from './scene.ts';

const grouped = (by: string, table: Parameters<typeof groupRows>[2] = 'tickets') => groupRows(parseBy(by), contextOf(SCENE), table);

describe('groupRows', () => {
  it('one dimension: its own groups, without keys', () => {
    const result = grouped('Channel')!;
    expect(result).toMatchObject({ by: 'channel', ordered: false });
    expect(result.keys).toBeUndefined();
    expect(valuesOf(result)).toEqual(['chat', 'phone', 'email', null]);
  });
  it('two crossed: a key for each, null where it is missing', () => {
    const result = grouped('channel+priority')!;
    expect(result.by).toBe('channel+priority');
    expect(Array.from(result.codes, (code) => result.keys![code])).toEqual([
      ['chat', 'high'],
      ['phone', 'low'],
      ['email', null],
      [null, 'High'],
    ]);
    expect(valuesOf(result)).toEqual(['chat + high', 'phone + low', 'email + (none)', '(none) + High']);
  });
  it('a row that lacks all of them is in group 0', () => {
    const result = groupRows(parseBy('channel+language'), contextOf(SCENE), 'tickets')!;
    expect(result.codes[3]).toBe(0);
    expect(result.keys![0]).toEqual([null, null]);
  });
  it('several values cross each', () => {
    const result = grouped('tag+channel')!;
    expect([...result.offsets!]).toEqual([0, 2, 3, 4, 5]);
    expect(valuesOf(result)).toEqual([['vip + chat', 'bug + chat'], ['vip + phone'], ['(none) + email'], ['bug + (none)']]);
  });
  it('three crossed', () => {
    const result = grouped('channel + medium + tag')!;
    expect(result.keys![result.codes[0]!]).toEqual(['chat', 'text', 'vip']);
  });
  it('in order where every dimension is', () => {
    const result = grouped('weekday+hour')!;
    expect(result.ordered).toBe(true);
    expect(result.values.slice(1)).toEqual(['Thursday + 23', 'Friday + 00', 'Sunday + 10']);
    expect(grouped('weekday+channel')!.ordered).toBe(false);
  });
  it('none where the data does not carry one of them', () => {
    expect(grouped('channel+type')).toBeNull();
    expect(grouped('channel+plan', 'events')).toBeNull();
  });
  it('an unknown one is an error of the user', () => {
    expect(() => grouped('channel+prority')).toThrow('unknown dimension "prority": did you mean priority?');
    expect(() => grouped('channel+')).toThrow('unknown dimension ""');
  });
  it('crossing keeps every row, and its parts are those of the dimensions alone', () => {
    const cell = fc.constantFrom('a', 'b', 'c', null);
    const tickets = fc.array(fc.record({ channel: cell, priority: cell, tags: fc.subarray(['x', 'y', 'z']) }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(tickets, (rows) => {
        // The first row gives every column a value, so that it exists.
        const all = [{ channel: 'a', priority: 'a', tags: ['x'] }, ...rows].map((row, index) => ({ id: String(index), ...row }));
        const result = groupRows(parseBy('channel+tag+priority'), contextOf({ tickets: all }), 'tickets')!;
        for (const [row, { channel, priority, tags }] of all.entries()) {
          const found = Array.from(result.codes.subarray(result.offsets![row], result.offsets![row + 1]), (code) => result.keys![code]);
          expect(found).toEqual((tags.length === 0 ? [null] : tags).map((tag) => [channel, tag, priority]));
        }
      }),
    );
  });
});

it('of two groupings in bytes, the words of both may be more than a byte can tell apart', () => {
  const words = (of: string): string[] => ['', ...Array.from({ length: 200 }, (_, word) => `${of} ${word + 1}`)];
  const none = Array.from({ length: 200 }, () => 0);
  const each = Array.from({ length: 200 }, (_, row) => row + 1);
  const known = { values: words('own'), codes: Uint8Array.from([...each, ...none]) };
  const next = { values: words('other'), codes: Uint8Array.from([...none, ...each]) };
  const { codes, values } = firstKnown([known, next])!;
  expect(Array.from(codes, (code) => values[code])).toEqual([...words('own').slice(1), ...words('other').slice(1)]);
});
