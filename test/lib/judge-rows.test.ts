import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  ABOVE,
  BELOW,
  BETWEEN,
  bytesByCode,
  numbersByCode,
  combineRows,
  firstKnown,
  isWithin,
  judgeRows,
  known,
  NONE,
  secondsBetween,
} from '../../src/lib/judge-rows.ts';
import { JudgeHeap } from '../../src/lib/wasm/judge-heap.ts';

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 9 }) },
  fc.double({ min: -4, max: 9 }),
  fc.constantFrom(Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const row = fc.record({ one: value, other: value, byte: fc.nat(3), next: fc.nat(3), code: fc.nat(400) });

/** Of 41,000 rows the heap is used, in several parts; of few it is not. */
describe.each([41_000, 50])('%i rows', (size) => {
  const columns = fc.array(row, { minLength: 1, maxLength: 30 }).map((some) => {
    const of = Array.from({ length: size }, (_, at) => some[at % some.length]!);
    return {
      of,
      one: Float64Array.from(of, ({ one }) => one),
      other: Float64Array.from(of, ({ other }) => other),
      bytes: Uint8Array.from(of, ({ byte }) => byte),
      others: Uint8Array.from(of, ({ next }) => next),
    };
  });
  const runs = { numRuns: 15 };

  it('are judged by where their value lies and by another byte', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: -2, max: 5 }), fc.nat(3), ({ of, one, bytes }, low, width) => {
        const high = low + width;
        const placeOf = (at: number): number => (Number.isNaN(at) ? NONE : at < low ? BELOW : at > high ? ABOVE : BETWEEN);
        const answer = (place: number, byte: number): number => 10 + place * 5 + byte;
        const judged = judgeRows(one, { low, high }, answer, bytes);
        expect(
          Buffer.compare(
            judged,
            Uint8Array.from(of, ({ one: at, byte }) => answer(placeOf(at), byte)),
          ),
        ).toBe(0);
        const alone = judgeRows(one, { low, high }, answer);
        expect(
          Buffer.compare(
            alone,
            Uint8Array.from(of, ({ one: at }) => answer(placeOf(at), 0)),
          ),
        ).toBe(0);
        expect(
          Buffer.compare(
            known(one),
            Uint8Array.from(of, ({ one: at }) => (Number.isNaN(at) ? 0 : 1)),
          ),
        ).toBe(0);
      }),
      runs,
    );
  });

  it('are judged by two bytes, and by their code', () => {
    fc.assert(
      fc.property(columns, ({ of, bytes, others }) => {
        const answer = (one: number, other: number): number => 200 + one - other * 7;
        const combined = combineRows(bytes, others, answer);
        expect(
          Buffer.compare(
            combined,
            Uint8Array.from(of, ({ byte, next }) => answer(byte, next)),
          ),
        ).toBe(0);
        const table = Uint8Array.from({ length: 401 }, (_, code) => (code * 7) % 251);
        const codes = Uint32Array.from(of, ({ code }) => code);
        const expected = Uint8Array.from(of, ({ code }) => (code * 7) % 251);
        expect(Buffer.compare(bytesByCode(codes, table), expected)).toBe(0);
        const into = new Uint8Array(codes.length);
        expect(bytesByCode(codes, table, into)).toBe(into);
        expect(Buffer.compare(into, expected)).toBe(0);
        const numbers = new Float32Array(codes.length);
        numbersByCode(codes, Float32Array.from(table, numberOf), numbers);
        expect(numbers.every((number, at) => Object.is(number, numberOf(expected[at]!)))).toBe(true);
        const shorts = new Uint16Array(codes.length);
        numbersByCode(
          codes,
          Uint32Array.from(table, (byte) => byte * 200),
          shorts,
        );
        expect(shorts.every((number, at) => number === expected[at]! * 200)).toBe(true);
        expect(
          Buffer.compare(
            bytesByCode(bytes, table),
            Uint8Array.from(of, ({ byte }) => byte * 7),
          ),
        ).toBe(0);
      }),
      runs,
    );
    const many = new Float32Array(size);
    numbersByCode(new Uint32Array(size), new Float32Array(70_000).fill(3), many);
    expect(many).toEqual(new Float32Array(size).fill(3));
    expect(bytesByCode(new Uint32Array(size), new Uint8Array(70_000).fill(3))).toEqual(new Uint8Array(size).fill(3));
  });

  it('tell what lies between two times, and which is known', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: -2, max: 9 }), ({ of, one, other }, end) => {
        const seconds = Float64Array.from(of, ({ one: from, other: to }) => (to - from) / 1000);
        expect(secondsBetween(one, other).every((found, at) => Object.is(found, seconds[at]))).toBe(true);
        const first = Float64Array.from(of, ({ one: best, other: second }) => (Number.isNaN(best) ? second : best));
        expect(firstKnown(one, other).every((found, at) => Object.is(found, first[at]))).toBe(true);
        const within = Uint8Array.from(of, ({ one: from }) => ((end - from) / 1000 < 0.004 ? 1 : 0));
        expect(Buffer.compare(isWithin(one, end, 0.004), within)).toBe(0);
      }),
      runs,
    );
  });
});

/** What 32 bits hold, some of it none. */
const numberOf = (byte: number): number => (byte % 5 === 0 ? Number.NaN : byte * 0.5 - 20);

describe('JudgeHeap', () => {
  it('is none where the processor has no vectors', () => {
    expect(JudgeHeap.make()).toBeInstanceOf(JudgeHeap);
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(JudgeHeap.make()).toBeNull();
    vi.unstubAllGlobals();
  });
});
