import { afterEach, expect, it, vi } from 'vitest';
import { makeMarkFinder, vectorFinder } from '../../src/read/bytes/mark-finder.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const OPTIONS = { capacity: 64, slack: 16, delimiter: 44 };

it('marks are found one by one where no memory is to be had for vectors', () => {
  const Memory = function (): never {
    throw new RangeError('WebAssembly.Memory(): could not allocate memory');
  };
  vi.stubGlobal('WebAssembly', { validate: () => true, Memory });
  expect(vectorFinder(OPTIONS)).toBeNull();
  const finder = makeMarkFinder(OPTIONS);
  finder.bytes.set(Buffer.from('a,"b"\r\n'));
  expect(finder.find(0, 7)).toBe(5);
  expect([...finder.marks.subarray(0, 5)]).toEqual([1, 2, 4, 5, 6]);
});
