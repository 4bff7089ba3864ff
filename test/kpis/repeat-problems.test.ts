import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rows } from '../support/build-dataset.ts';
import { ask } from './ask-with.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2025, 0, 1);
const dayOf = (day: number | null): string | null => (day === null ? null : new Date(BEGIN + day * DAY).toISOString());

interface Ticket {
  readonly customer: string | null;
  readonly tags: readonly string[];
  readonly created: number | null;
  readonly solved: number | null;
}

const ticket: fc.Arbitrary<Ticket> = fc.record({
  customer: fc.constantFrom('a', 'b', 'c', null),
  tags: fc.subarray(['engine', 'billing', 'login'], { maxLength: 2 }),
  created: fc.option(fc.nat(60), { freq: 9 }),
  solved: fc.option(fc.nat(70), { freq: 5 }),
});

/** As the definition says it: every ticket against every other. */
function byLookingAtAll(tickets: readonly Ticket[], asOf: number, window: number, { anybody }: { readonly anybody: boolean }) {
  let cameBack = 0;
  let of = 0;
  let pending = 0;
  for (const one of tickets) {
    if (one.solved === null || one.tags.length === 0 || (!anybody && one.customer === null)) continue;
    const { solved } = one;
    if (solved + window > asOf) {
      pending++;
      continue;
    }
    of++;
    const again = tickets.some(
      (other) =>
        other.created !== null &&
        other.created > solved &&
        other.created <= solved + window &&
        (anybody || other.customer === one.customer) &&
        other.tags.some((tag) => one.tags.includes(tag)),
    );
    if (again) cameBack++;
  }
  return { cameBack, of, pending };
}

describe('problems that come back', () => {
  it.each([
    ['of the same customer', { per: 'customer' }, false],
    ['of anybody', { per: 'problem' }, true],
  ] as const)('%s are what comparing every ticket with every other finds', (_, options, anybody) => {
    const tickets = fc.array(ticket, { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(tickets, fc.constantFrom('any', 'oldest first', 'newest first'), (list, order) => {
        const dated = list.filter(({ created }) => created !== null).toSorted((a, b) => a.created! - b.created!);
        const given = order === 'any' ? list : order === 'oldest first' ? dated : dated.toReversed();
        fc.pre(given.length > 0);
        const rows: Rows = {
          tickets: given.map(({ customer, tags, created, solved }, index) => ({
            id: `${index}`,
            customerId: customer,
            tags,
            createdAt: dayOf(created),
            solvedAt: dayOf(solved),
          })),
        };
        const told = (field: 'customerId' | 'createdAt' | 'solvedAt'): boolean => rows.tickets!.some((row) => row[field] !== null);
        fc.pre(told('customerId') && told('createdAt') && told('solvedAt') && given.some(({ tags }) => tags.length > 0));
        const { cameBack, of, pending } = byLookingAtAll(given, 65, 30, { anybody });
        const found = ask('repeat-problem-rate', options, rows, { asOf: dayOf(65)! });
        expect(found.n).toBe(of);
        if (of > 0) expect(found.counts).toMatchObject({ cameBack, pending });
      }),
    );
  });
});
