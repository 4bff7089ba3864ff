import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRows } from '../../../src/lib/row-parts.ts';
import { rowsBefore, rowsInEither, rowsWithin, splitByTime } from '../../../src/lib/time/rows-in-time.ts';
import { timeColumnFacts } from '../../../src/lib/time/time-column.ts';
import type { Period } from '../../../src/model/period.ts';

const time = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
/** As exports come: in any order with gaps, oldest first, newest first. */
const columns = fc
  .tuple(fc.array(time, { maxLength: 30 }), fc.constantFrom('any', 'oldest first', 'newest first'))
  .map(([times, order]) => {
    if (order === 'any') return Float64Array.from(times);
    const dated = Float64Array.from(times.filter((at) => !Number.isNaN(at))).sort();
    return order === 'oldest first' ? dated : dated.toReversed();
  });
const period = (start: number, end: number): Period => ({ label: '', start, end });
const BUCKETS = [period(5, 12), period(12, 20), period(20, 20), period(20, 33)];

const isIn = (at: number, { start, end }: Period): boolean => at >= start && at < end;
const plain = (times: Float64Array, passes: (at: number, row: number) => boolean): number[] =>
  Array.from(times.keys()).filter((row) => passes(times[row]!, row));

describe('rows by time', () => {
  it('finds the rows of a period, and those before an instant with the undated ones, whatever the order', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: -2, max: 42 }), fc.integer({ min: 0, max: 20 }), (times, start, length) => {
        const asked = period(start, start + length);
        expect([...rowsWithin(times, asked)]).toEqual(plain(times, (at) => isIn(at, asked)));
        expect([...rowsBefore(times, start)]).toEqual(plain(times, (at) => !(at >= start)));
      }),
    );
  });

  it('splits some rows over buckets as looking at each bucket would', () => {
    fc.assert(
      fc.property(columns, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (times, taken) => {
        const rows = allRows(times.length).filter((row) => taken[row]);
        expect(splitByTime(rows, times, BUCKETS).map((some) => [...some])).toEqual(
          BUCKETS.map((bucket) => plain(times, (at, row) => taken[row]! && isIn(at, bucket))),
        );
      }),
    );
  });

  it('finds rows by either of two times', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 30 }), (pairs) => {
        const [one, other] = [Float64Array.from(pairs, ([a]) => a), Float64Array.from(pairs, ([, b]) => b)];
        const inBucket = BUCKETS.map((bucket) => plain(one, (at, row) => isIn(at, bucket) || isIn(other[row]!, bucket)));
        expect(BUCKETS.map((bucket) => [...rowsInEither(one, other, bucket)])).toEqual(inBucket);
      }),
    );
  });

  it('has one list of all rows for all who ask', () => {
    expect([...allRows(3)]).toEqual([0, 1, 2]);
    expect(allRows(3)).toBe(allRows(3));
    expect([...allRows(5)]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('timeColumnFacts', () => {
  it('tells order, extent and how many have a time', () => {
    expect(timeColumnFacts(Float64Array.of(1, 2, 2, 9))).toEqual({ order: 1, first: 1, last: 9, dated: 4 });
    expect(timeColumnFacts(Float64Array.of(9, 2, 2, 1))).toEqual({ order: -1, first: 1, last: 9, dated: 4 });
    expect(timeColumnFacts(Float64Array.of(1, Number.NaN, 2))).toEqual({ order: 0, first: 1, last: 2, dated: 2 });
    expect(timeColumnFacts(Float64Array.of(2, Number.NaN, 1, 3))).toEqual({ order: 0, first: 1, last: 3, dated: 3 });
    expect(timeColumnFacts(Float64Array.of(Number.NaN))).toMatchObject({ order: 0, dated: 0 });
  });
});
