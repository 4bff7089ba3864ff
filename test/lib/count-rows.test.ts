import { describe, expect, it } from 'vitest';
import { countKeys, countKinds, countMasks } from '../../src/lib/count-rows.ts';
import { allRows, splitByKey } from '../../src/lib/row-parts.ts';
import { mulberry32 } from '../support/mulberry32.ts';

/** Of so many rows the heap is used, of fewer it is not. */
describe.each([40_000, 300])('counting among %i rows', (size) => {
  const random = mulberry32(7);
  const bytes = (below: number): Uint8Array => Uint8Array.from({ length: size }, () => Math.floor(random() * below));
  const keys = bytes(6);
  const kinds = bytes(4);
  const masks = Array.from({ length: 6 }, () => bytes(2));
  const all = allRows(size);
  const parts = splitByKey({ keys, size: 7 }, all);
  const stretch = all.subarray(17, size - 20);
  const lists: readonly (readonly [string, readonly Int32Array[]])[] = [
    ['all', [all]],
    ['a stretch', [stretch]],
    ['none', [all.subarray(5, 5)]],
    ['the parts of all', parts],
    ['the parts of a stretch', splitByKey({ keys, size: 7 }, stretch)],
    ['any rows', [all.filter((row) => row % 3 === 1)]],
    [
      'the parts of any rows',
      splitByKey(
        { keys, size: 7 },
        all.filter((row) => row % 5 !== 1),
      ),
    ],
  ];

  it('splits rows by key, in their order', () => {
    for (const rows of [all, stretch, all.filter((row) => row % 3 === 1)]) {
      const expected = Array.from({ length: 7 }, (_, key) => Array.from(rows).filter((row) => keys[row] === key));
      expect(splitByKey({ keys, size: 7 }, rows).map((part) => [...part])).toEqual(expected);
    }
  });

  it.each(lists)('counts %s as looking at each row would', (_, rowLists) => {
    for (const rows of [...rowLists, ...rowLists]) {
      const { zeros, ones, twos } = countKinds(kinds, rows);
      expect([zeros, ones, twos]).toEqual([0, 1, 2].map((kind) => rows.filter((row) => kinds[row] === kind).length));
      for (const some of [masks, masks.slice(1, 3), masks.slice(2), []])
        expect(countMasks(some, rows)).toEqual(some.map((mask) => rows.filter((row) => mask[row] === 1).length));
      const ofKeys = Array.from({ length: 7 }, (__, key) => rows.filter((row) => keys[row] === key).length);
      expect([...countKeys({ keys, size: 7 }, rows)]).toEqual(ofKeys);
    }
  });
});
