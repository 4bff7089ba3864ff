import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { either } from '../../src/kpis/facts/columns.ts';
import type { Scope } from '../../src/kpis/measure.ts';
import { chainsInTime } from '../../src/kpis/statistics/chains-in-time.ts';
import { distribution } from '../../src/kpis/statistics/distribution.ts';
import { netFlow } from '../../src/kpis/statistics/flow.ts';
import { mix } from '../../src/kpis/statistics/mix.ts';
import { HIT, MISS, OUT, PENDING, proportion } from '../../src/kpis/statistics/proportion.ts';
import { stockAtEnd } from '../../src/kpis/statistics/stock.ts';
import { countTallies } from '../../src/kpis/statistics/tally.ts';
import { mulberry32 } from '../support/mulberry32.ts';
import type { Period } from '../../src/model/period.ts';

const ALL: Period = { label: 'all', start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
const scope: Scope = { period: ALL, unbounded: true, days: 1, base: null };
const point: Scope = { ...scope, valueOnly: true };
const month = (start: number, end: number): Period => ({ label: '', start, end });

const population = (rows: number) => ({ table: 'tickets', rows }) as const;
const everyThird = (count: number): Int32Array => Int32Array.from({ length: Math.floor(count / 3) }, (_, index) => index * 3);
const untimed = (rows: number): Float64Array => new Float64Array(rows);

describe('statistics over many rows', () => {
  it('a share counts every outcome', () => {
    const random = mulberry32(3);
    const outcomes = Uint8Array.from({ length: 9000 }, () => Math.floor(random() * 4));
    const count = (outcome: number): number => outcomes.filter((some, row) => row % 3 === 0 && some === outcome).length;
    const measure = proportion({
      population: population(9000),
      at: untimed(9000),
      outcomes,
      names: { hits: 'hits', of: 'of', pending: 'pending' },
    });
    const of = count(HIT) + count(MISS);
    const rows = everyThird(9000);
    expect(measure.summarise(rows, scope)).toMatchObject({
      value: count(HIT) / of,
      n: of,
      counts: { hits: count(HIT), of, pending: count(PENDING) },
    });
    expect(measure.summarise(rows, point)).toMatchObject({ value: count(HIT) / of, n: of });
    expect(of + count(PENDING) + count(OUT)).toBe(rows.length);
  });

  it('measures that are asked in turn do not disturb each other, and rows that do not count are as if they had no value', () => {
    const value = fc.oneof(fc.nat(99), fc.constant(Number.NaN), fc.constant(-5), fc.constant(0.5));
    const row = fc.record({ value: fc.oneof({ weight: 20, arbitrary: fc.nat(99) }, value), counts: fc.boolean() });
    const list = fc.oneof(fc.array(row, { maxLength: 30 }), fc.array(fc.record({ value: fc.nat(99), counts: fc.boolean() })));
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(2), { maxLength: 12 }), (lists, turns) => {
        const measures = lists.map((rows) =>
          distribution({
            clock: null,
            population: population(rows.length),
            at: untimed(rows.length),
            values: Float64Array.from(rows, (some) => some.value),
            counts: Uint8Array.from(rows, (some) => Number(some.counts)),
            lead: 'median',
            used: 'used',
          }),
        );
        for (const turn of turns) {
          const rows = lists[turn % lists.length]!;
          const measure = measures[turn % lists.length]!;
          const counting = rows.filter((some) => some.counts).map((some) => some.value);
          const used = counting.filter((some) => some >= 0).sort((a, b) => a - b);
          const negative = counting.filter((some) => some < 0).length;
          const all = Int32Array.from(rows.keys());
          const { value, n, counts } = measure.summarise(all, scope);
          const middle = used.length / 2 - 0.5;
          expect(value).toBe(used.length === 0 ? null : (used[Math.floor(middle)]! + used[Math.ceil(middle)]!) / 2);
          expect({ n, counts }).toEqual({ n: used.length, counts: { used: used.length, ...(negative > 0 ? { negative } : {}) } });
          const steps = measure.steps!(all, scope);
          expect(steps.map(({ rows: of }) => of.length)).toEqual(negative > 0 ? [used.length, negative] : [used.length]);
        }
      }),
    );
  });

  it.each(['median', 'mean'] as const)('a point of a series has the %s of the full summary, and so have parts', (lead) => {
    const value = fc.oneof(
      fc.nat(100_000),
      fc.constant(Number.NaN),
      fc.constant(-5),
      fc.constant(3_000_000_000),
      fc.double({ min: 0, max: 99, noNaN: true }),
    );
    const wholeValue = fc.oneof(fc.nat(100_000), fc.constant(Number.NaN));
    const lists = fc.oneof(fc.array(value, { maxLength: 60 }), fc.array(wholeValue, { minLength: 1100, maxLength: 1300, size: 'max' }));
    fc.assert(
      fc.property(lists, (list) => {
        const values = Float64Array.from(list);
        const keys = { codes: new Uint32Array(list.length).fill(1), values: ['', 'email'] };
        const measure = distribution({
          clock: null,
          population: population(list.length),
          at: untimed(list.length),
          values,
          lead,
          partsBy: keys,
        });
        const rows = Int32Array.from(values.keys());
        const { value: found, n, parts, evidence } = measure.summarise(rows, scope);
        expect(measure.summarise(rows, point)).toMatchObject({ value: found, n });
        expect(parts ?? []).toEqual(n === 0 ? [] : [{ key: 'email', value: found, n }]);
        if (evidence?.kind === 'values')
          expect([...evidence.sorted]).toEqual([...values].filter((some) => some >= 0).toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('a mix counts by key, largest first', () => {
    const codes = Uint32Array.from({ length: 3000 }, (_, row) => (row % 10 === 0 ? 0 : 1 + (row % 3)));
    const { parts, n } = mix({
      population: population(3000),
      at: untimed(3000),
      keys: { codes, values: ['', 'c', 'b', 'a', 'unused'] },
    }).summarise(Int32Array.from(codes.keys()), scope);
    expect(n).toBe(3000);
    expect(parts).toEqual([
      { key: 'a', value: 0.3, n: 900 },
      { key: 'b', value: 0.3, n: 900 },
      { key: 'c', value: 0.3, n: 900 },
      { key: null, value: 0.1, n: 300 },
    ]);
  });

  const times = fc.array(fc.oneof(fc.nat(30), fc.constant(Number.NaN)), { minLength: 40, maxLength: 40 });

  it('a flow counts for each period what it came and went, one by one as in one go', () => {
    fc.assert(
      fc.property(times, times, (came, went) => {
        const [inAt, outAt] = [Float64Array.from(came), Float64Array.from(went)];
        const left = Uint8Array.from(outAt, (at) => (Number.isNaN(at) ? 0 : 1));
        const measure = netFlow({ population: population(40), inAt, outAt, left, names: { in: 'in', out: 'out' } });
        const months = [month(0, 10), month(10, 20), month(20, 30)];
        const points = measure.pointsOver!(months);
        months.forEach((some, index) => {
          const within = (list: readonly number[]): number => list.filter((at) => at >= some.start && at < some.end).length;
          const { value, n, counts } = measure.summarise(measure.rowsIn!(some), { ...scope, period: some, unbounded: false });
          expect(counts).toEqual({ in: within(came), out: within(went) });
          expect(points[index]).toEqual({ value, n });
        });
      }),
    );
  });

  it('a stock by two dates is what asking row by row finds', () => {
    fc.assert(
      fc.property(times, times, (entered, leftTimes) => {
        const [enteredAt, leftAt] = [Float64Array.from(entered), Float64Array.from(leftTimes)];
        const options = { population: population(40), enteredAt, leftAt, asOf: 25, name: 'open' };
        const isOpen = (row: number, at: number): boolean => !(enteredAt[row]! >= at) && !(leftAt[row]! < at);
        const [byDates, byRow] = [stockAtEnd(options), stockAtEnd({ ...options, inStock: isOpen })];
        for (const some of [ALL, month(0, 10), month(20, 40)]) {
          const asked = { ...scope, period: some };
          expect(byDates.summarise(byDates.rowsIn!(some), asked)).toEqual(byRow.summarise(byRow.rowsIn!(some), asked));
        }
        const months = [month(-9, 0), month(0, 10), month(10, 20), month(20, 30), month(30, 40)];
        const one = (some: Period) => byRow.summarise(byRow.rowsIn!(some), { ...scope, period: some, unbounded: false });
        expect(byDates.pointsOver!(months)).toEqual(months.map(one).map(({ value, n }) => ({ value, n })));
      }),
    );
  });
});

describe('either', () => {
  it('takes row by row the first time that is there', () => {
    const column = fc.oneof(
      fc.array(fc.oneof(fc.nat(9), fc.constant(Number.NaN)), { minLength: 8, maxLength: 8 }),
      fc.constant(Array.from({ length: 8 }, () => Number.NaN)),
    );
    fc.assert(
      fc.property(column, fc.array(fc.option(column), { maxLength: 3 }), (best, others) => {
        const found = either(Float64Array.from(best), ...others.map((some) => (some === null ? undefined : Float64Array.from(some))));
        const columns = [best, ...others.filter((some) => some !== null)];
        expect([...found]).toEqual(best.map((_, row) => columns.map((some) => some[row]!).find((at) => !Number.isNaN(at)) ?? Number.NaN));
      }),
    );
  });
});

describe('countTallies', () => {
  it('counts any number of masks over any rows', () => {
    const length = fc.integer({ min: 1, max: 3000 });
    const share = fc.constantFrom(0, 0.3, 1);
    fc.assert(
      fc.property(length, fc.array(share, { maxLength: 6 }), fc.boolean(), fc.nat(), (size, shares, all, seed) => {
        const random = mulberry32(seed);
        const masks = shares.map((some) => Uint8Array.from({ length: size }, () => (random() < some ? 1 : 0)));
        const rows = all ? Int32Array.from({ length: size }, (_, row) => row) : everyThird(size);
        const tallies = [{ name: 'rows', of: 'rows' } as const, ...masks.map((of, index) => ({ name: `mask ${index}`, of }))];
        const plain = masks.map((mask, index) => [`mask ${index}`, [...rows].filter((row) => mask[row] === 1).length] as const);
        expect(countTallies(tallies, rows)).toEqual({ rows: rows.length, ...Object.fromEntries(plain) });
      }),
      { numRuns: 60 },
    );
  });
});

describe('chainsInTime', () => {
  it('leads from each row of a group to the next in time, whatever the order of the rows', () => {
    const row = fc.tuple(fc.integer({ min: -1, max: 3 }), fc.oneof({ weight: 6, arbitrary: fc.nat(20) }, fc.constant(Number.NaN)));
    const order = fc.constantFrom('any', 'oldest first', 'newest first');
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), order, (list, how) => {
        const dated = list.filter(([, at]) => !Number.isNaN(at)).toSorted(([, a], [, b]) => a - b);
        const given = how === 'any' ? list : how === 'oldest first' ? dated : dated.toReversed();
        const groups = Int32Array.from(given, ([group]) => group);
        const times = Float64Array.from(given, ([, at]) => at);
        const { first, next } = chainsInTime(groups, times, 30)!;
        first.forEach((start, group) => {
          const found: number[] = [];
          for (let at = start; at >= 0; at = next[at]!) found.push(at);
          const own = [...groups.keys()].filter((some) => groups[some] === group && !Number.isNaN(times[some]!));
          expect(found.toSorted((a, b) => a - b)).toEqual(own);
          expect(found.map((some) => times[some]!)).toEqual(own.map((some) => times[some]!).toSorted((a, b) => a - b));
        });
      }),
    );
  });

  it('gives up on a group of too many', () => {
    expect(chainsInTime(Int32Array.of(0, 1, 1, 1), Float64Array.of(1, 2, 3, 4), 2)).toBeNull();
  });
});
