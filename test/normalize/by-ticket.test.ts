import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderByTicket } from '../../src/normalize/dataset/by-ticket.ts';

const row = fc.record({ ticket: fc.integer({ min: -1, max: 3 }), at: fc.constantFrom(Number.NaN, 1, 2, 3) });

it('orders rows by ticket, time and place, and says nothing where they are in order', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), fc.boolean(), (some, timed, sorted) => {
      const later = (a: number, b: number, at: readonly number[]): number =>
        Object.is(at[a], at[b]) ? 0 : Number.isNaN(at[a]) ? 1 : Number.isNaN(at[b]) ? -1 : at[a]! - at[b]!;
      const expectedOf = (rows: typeof some): number[] => {
        const times = rows.map(({ at }) => at);
        const places = rows.map((_, place) => place);
        return places.toSorted((a, b) => rows[a]!.ticket - rows[b]!.ticket || (timed ? later(a, b, times) : 0) || a - b);
      };
      const rows = sorted ? expectedOf(some).map((place) => some[place]!) : some;
      const links = Int32Array.from(rows, ({ ticket }) => ticket);
      const order = orderByTicket(links, timed ? Float64Array.from(rows, ({ at }) => at) : undefined, 4);
      const expected = expectedOf(rows);
      expect(order === null ? rows.map((_, place) => place) : [...order]).toEqual(expected);
      if (sorted) expect(order).toBeNull();
    }),
  );
});
