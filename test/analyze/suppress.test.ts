import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress, type SizedGroup } from '../../src/analyze/suppress.ts';
import { reportOn } from '../support/ask.ts';

function groups(sizes: Readonly<Record<string, number>>): SizedGroup[] {
  return Object.entries(sizes).map(([key, rows]) => ({ keys: key.split('+'), rows }));
}

function shown(sizes: Readonly<Record<string, number>>, minimum = 5, alone = false): string[] {
  return suppress(groups(sizes), { minimum, alone }).shown.map(({ keys }) => keys.join('+'));
}

describe('groups that must not be shown', () => {
  it('are none where all are large', () => {
    expect(shown({ email: 5, chat: 40 })).toEqual(['email', 'chat']);
  });

  it('are the small one and the next, because the total would give it away', () => {
    // 103 in all, 80 and 20 shown: 3 by fax. With chat left out too, the difference says only "23 by chat and fax".
    expect(shown({ email: 80, chat: 20, fax: 3 })).toEqual(['email']);
    expect(suppress(groups({ email: 80, chat: 20, fax: 3 }), { minimum: 5, alone: false })).toMatchObject({
      small: [{ keys: ['fax'], rows: 3 }],
      withThem: [{ keys: ['chat'], rows: 20 }],
    });
  });

  it('are the small ones alone where they are several: the difference is only their sum', () => {
    expect(shown({ email: 80, chat: 20, fax: 3, letter: 2 })).toEqual(['email', 'chat']);
  });

  it('are the small ones alone where groups overlap, because no total is their sum', () => {
    expect(shown({ vip: 80, refund: 20, beta: 3 }, 5, true)).toEqual(['vip', 'refund']);
  });

  it('of two dimensions are those that the totals of either would give away', () => {
    // 3 urgent ones by chat. Chat in all would give them away, so chat+high goes; high in all would give chat+high away, so email+high goes;
    // email in all would give email+high away, so email+normal goes. Fax shares no total with them.
    const cells = { 'email+high': 40, 'email+normal': 50, 'chat+high': 20, 'chat+urgent': 3, 'fax+low': 9, 'fax+bulk': 8 };
    expect(shown(cells)).toEqual(['fax+low', 'fax+bulk']);
  });

  it('leave no total from which a single group could be subtracted', () => {
    const cell = fc.record({ a: fc.constantFrom('x', 'y', 'z'), b: fc.constantFrom('p', 'q', 'r'), rows: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { selector: ({ a, b }) => a + b, minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        (cells, minimum) => {
          const all = cells.map(({ a, b, rows }) => ({ keys: [a, b], rows }));
          const kept = new Set(suppress(all, { minimum, alone: false }).shown);
          const totals = [all, ...['x', 'y', 'z', 'p', 'q', 'r'].map((key) => all.filter(({ keys }) => (keys as string[]).includes(key)))];
          for (const total of totals) {
            const left = total.filter((group) => !kept.has(group));
            expect(left.length !== 1 || left.length === total.length).toBe(true);
          }
          for (const group of kept) expect(group.rows).toBeGreaterThanOrEqual(minimum);
          // The order of the groups is the order of the data: it must not matter.
          const turned = suppress(all.toReversed(), { minimum, alone: false });
          expect(new Set(turned.shown)).toEqual(kept);
        },
      ),
    );
  });
});

describe('a breakdown', () => {
  const tickets = (organization: string, count: number): object[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `${organization}${at}`,
      organization,
      channel: organization,
      status: 'solved',
      createdAt: '2025-03-10T09:00:00Z',
      solvedAt: '2025-03-10T10:00:00Z',
    }));

  it('leaves out what would give a small group away, and says so', () => {
    const rows = { tickets: [...tickets('Ann Inc', 80), ...tickets('Bob Ltd', 20), ...tickets('Eve GmbH', 3)] } as Parameters<
      typeof reportOn
    >[0];
    const [byOrganization] = reportOn(rows, { by: ['organization'], minSegment: 5 }).breakdowns;
    expect(byOrganization?.groups.map(({ key, n }) => [key, n])).toEqual([['Ann Inc', 80]]);
    expect(byOrganization?.suppressed).toEqual({ groups: 2, n: 23, withThem: 1 });
    const [everything] = reportOn(rows, { by: ['organization'], minSegment: 1 }).breakdowns;
    expect(everything?.groups).toHaveLength(3);
    expect(everything?.suppressed).toEqual({ groups: 0, n: 0 });
  });

  it('leaves out small channels alone: how a request came in gives nobody away', () => {
    const rows = { tickets: [...tickets('email', 80), ...tickets('chat', 20), ...tickets('fax', 3)] } as Parameters<typeof reportOn>[0];
    const [byChannel] = reportOn(rows, { by: ['channel'], minSegment: 5 }).breakdowns;
    expect(byChannel?.groups.map(({ key, n }) => [key, n])).toEqual([
      ['email', 80],
      ['chat', 20],
    ]);
    expect(byChannel?.suppressed).toEqual({ groups: 1, n: 3 });
  });
});
