import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { RowHeap } from '../../../src/lib/wasm/row-heap.ts';

const time = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -3, max: 40 }) }, fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY));
/** Few by chance, then again and again, so that they fill several parts of the heap. */
const rows = fc.tuple(
  fc.array(fc.record({ one: time, other: time, key: fc.nat(6), kind: fc.nat(3), mask: fc.nat(15) }), { maxLength: 60 }),
  fc.constantFrom(1, 2, 700),
);
const bounds = fc.array(fc.integer({ min: 0, max: 36 }), { maxLength: 9 }).map((some) => Float64Array.from(some).sort());

interface Rows {
  readonly one: Float64Array;
  readonly other: Float64Array;
  readonly key: Uint8Array;
  readonly kind: Uint8Array;
  readonly masks: readonly Uint8Array[];
  readonly all: number[];
}

function columns([some, times]: readonly [
  readonly { one: number; other: number; key: number; kind: number; mask: number }[],
  number,
]): Rows {
  const of = <T>(make: (length: number) => T, get: (at: number) => number): T & Record<number, number> => {
    const made = make(some.length * times) as T & Record<number, number>;
    for (let row = 0; row < some.length * times; row++) made[row] = get(row % some.length);
    return made;
  };
  return {
    one: of(
      (length) => new Float64Array(length),
      (at) => some[at]!.one,
    ),
    other: of(
      (length) => new Float64Array(length),
      (at) => some[at]!.other,
    ),
    key: of(
      (length) => new Uint8Array(length),
      (at) => some[at]!.key,
    ),
    kind: of(
      (length) => new Uint8Array(length),
      (at) => some[at]!.kind,
    ),
    masks: [0, 1, 2, 3].map((bit) =>
      of(
        (length) => new Uint8Array(length),
        (at) => (some[at]!.mask >> bit) & 1,
      ),
    ),
    all: Array.from({ length: some.length * times }, (_, row) => row),
  };
}

const place = (at: number, among: Float64Array, unknown: number): number =>
  Number.isNaN(at) ? unknown : among.filter((bound) => bound <= at).length;
const count = (all: readonly number[], passes: (row: number) => boolean): number =>
  all.reduce((sum, row) => sum + (passes(row) ? 1 : 0), 0);

describe('RowHeap', () => {
  const heap = RowHeap.make()!;

  it('finds the place of times among bounds', () => {
    fc.assert(
      fc.property(rows, bounds, (given, among) => {
        const { one } = columns(given);
        const expected = Array.from(one, (at) => place(at, among, 77));
        expect([...heap.placesAmong(one, among, 77)!]).toEqual(expected);
      }),
      { numRuns: 40 },
    );
    expect(heap.placesAmong(new Float64Array(1), new Float64Array(10_000), 0)).toBeNull();
  });

  it('splits and counts stretches of rows by key', () => {
    fc.assert(
      fc.property(rows, fc.nat(20), (given, skipped) => {
        const { key, kind, masks, all } = columns(given);
        const stretch = all.slice(skipped);
        const of = { first: skipped, end: Math.max(skipped, all.length) };
        const parts = heap.split({ keys: key, size: 7 }, Int32Array.from(stretch))!;
        expect(parts.map((some) => [...some])).toEqual([0, 1, 2, 3, 4, 5, 6].map((one) => stretch.filter((row) => key[row] === one)));
        const kinds = heap.countPatterns({ keys: key, size: 7 }, of, { kinds: kind })!;
        expect([...kinds]).toEqual(
          Array.from({ length: 28 }, (_, at) => count(stretch, (row) => key[row] === at >> 2 && kind[row] === (at & 3))),
        );
        for (const some of [masks, masks.slice(0, 3), masks.slice(0, 1), []]) {
          const pattern = (row: number): number => some.reduce((sum, mask, bit) => sum + (mask[row]! << bit), 0);
          const found = heap.countPatterns({ keys: Uint16Array.from(key), size: 7 }, of, { masks: some })!;
          const expected = new Uint32Array(7 << some.length);
          for (const row of stretch) expected[(key[row]! << some.length) + pattern(row)]!++;
          expect([...found]).toEqual([...expected]);
        }
        expect([...heap.countKinds(kind, of)]).toEqual([0, 1, 2].map((one) => count(stretch, (row) => kind[row] === one)));
      }),
      { numRuns: 25 },
    );
    expect(heap.countPatterns({ keys: new Uint8Array(1), size: 70_000 }, { first: 0, end: 1 }, { masks: [] })).toBeNull();
  });

  it('counts what comes, what goes and what is there', () => {
    fc.assert(
      fc.property(rows, bounds, fc.integer({ min: -1, max: 41 }), (given, among, instant) => {
        const { one, other, masks, all } = columns(given);
        const [came, went] = [one, other].map((times) => (row: number) => place(times[row]!, among, among.length)) as [
          (row: number) => number,
          (row: number) => number,
        ];
        const by = (passes: (row: number, at: number) => boolean): number[] =>
          Array.from({ length: among.length + 1 }, (_, at) => count(all, (row) => passes(row, at)));
        const flows = heap.countFlows({ came: one, went: other, counts: masks[0]! }, among)!;
        expect([...flows.came]).toEqual(by((row, at) => came(row) === at));
        expect([...flows.went]).toEqual(by((row, at) => went(row) === at));
        expect([...flows.counting]).toEqual(by((row, at) => went(row) === at && masks[0]![row] === 1));
        expect([...flows.both]).toEqual(by((row, at) => went(row) === at && came(row) === at));

        const from = (row: number): number => place(one[row]!, among, 0);
        const changes = heap.countChanges(one, other, among)!;
        let open = 0;
        for (const [at, change] of changes.entries()) {
          open += change;
          expect(open).toBe(count(all, (row) => from(row) <= at && at < went(row)));
        }
        const isOpen = heap.openAt(one, other, instant);
        expect([...isOpen]).toEqual(all.map((row) => (!(one[row]! >= instant) && !(other[row]! < instant) ? 1 : 0)));
      }),
      { numRuns: 25 },
    );
  });

  it('is none where the processor has no vectors', () => {
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(RowHeap.make()).toBeNull();
    vi.unstubAllGlobals();
  });
});
