import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, tableOf, values } from './inputs.ts';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2025-03-${String(number).padStart(2, '0')}T09:00:00Z`);
const id = fc.constantFrom('', '1', '2', '3', '4', '5', 'T-6', '__proto__');
const status = fc.constantFrom('open', 'solved', 'Spam', 'merged', 'Whatever', '');
const ticket = fc.record({ id, status, created: fc.oneof(day, fc.constantFrom('', 'rubbish')), solved: fc.oneof(day, fc.constant('')) });
const message = fc.record({
  id: fc.constantFrom('', 'm1', 'm2', 'm3'),
  ticket: id,
  at: fc.oneof(day, fc.constant('')),
  author: fc.constantFrom('agent', 'customer', 'x', ''),
});

interface Ticket {
  readonly id: string;
  readonly status: string;
  readonly created: string;
  readonly solved: string;
}
interface Message {
  readonly id: string;
  readonly ticket: string;
  readonly at: string;
  readonly author: string;
}

/** The version tells the rows of one id apart, so that no order of reading matters. */
const tickets = (rows: readonly (Ticket & { readonly version: number })[]) =>
  tableOf(
    't.csv',
    ['id', 'status', 'created_at', 'solved_at', 'version'],
    rows.map((row) => [row.id, row.status, row.created, row.solved, String(row.version)]),
  );
/** Repeats of one message are the same message: its id tells its author. */
const messages = (rows: readonly Message[]) =>
  tableOf(
    'm.csv',
    ['id', 'ticket_id', 'at', 'author'],
    rows.map((row) => [row.id, row.ticket, row.at, row.id === '' ? row.author : 'agent']),
  );

const asOf = fc.option(
  fc.integer({ min: 1, max: 28 }).map((number) => Date.UTC(2025, 2, number)),
  { nil: undefined },
);
/** Something in every row that the kind is known by. */
const anchor = { id: '9', status: 'open', created: '2025-03-01T09:00:00Z', solved: '' };
const firstMessage = { id: 'm9', ticket: '9', at: '2025-03-01T09:00:00Z', author: 'agent' };

describe('whatever the rows', () => {
  it('each is used, excluded, collapsed or skipped, and the tables hold the used ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ticket, { maxLength: 12 }), fc.array(message, { maxLength: 12 }), asOf, async (some, said, until) => {
        const result = await run(
          [tickets([anchor, ...some].map((row, version) => ({ ...row, version }))), messages([firstMessage, ...said])],
          { asOf: until },
        );
        for (const { rows, used, excluded, collapsed, skipped } of result.inputs) expect(used + excluded + collapsed + skipped).toBe(rows);
        const [ticketInput, messageInput] = result.inputs;
        expect(ticketInput?.rows).toBe(some.length + 1);
        expect(result.dataset.tables.tickets.rows).toBe(ticketInput?.used);
        expect(result.dataset.tables.messages.rows).toBe(messageInput?.used);
        const reasons = Object.values(result.excluded).reduce((sum, count) => sum + count, 0);
        expect(reasons).toBe((ticketInput?.excluded ?? 0) + (messageInput?.excluded ?? 0));
        for (const table of Object.values(result.dataset.tables)) {
          for (const column of table.columns.values()) {
            const length =
              column.type === 'codes'
                ? column.offsets.length - 1
                : column.type === 'code'
                  ? column.codes.length
                  : column.type === 'link'
                    ? column.rows.length
                    : column.values.length;
            expect(length).toBe(table.rows);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('their order changes nothing but the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(ticket, { maxLength: 12 }),
        fc.array(message, { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        asOf,
        async (some, said, luck, until) => {
          const shuffled = <T>(rows: readonly T[]): T[] =>
            rows
              .map((row) => ({ row, place: luck.next().value as number }))
              .sort((a, b) => a.place - b.place)
              .map(({ row }) => row);
          const rows = [anchor, ...some].map((row, version) => ({ ...row, version }));
          const spoken = [firstMessage, ...said];
          const [one, other] = await Promise.all([
            run([tickets(rows), messages(spoken)], { asOf: until }),
            run([tickets(shuffled(rows)), messages(shuffled(spoken))], { asOf: until }),
          ]);
          expect(facts(other)).toEqual(facts(one));
          expect(other.excluded).toEqual(one.excluded);
          expect(other.asOf).toBe(one.asOf);
          const counts = (result: typeof one): unknown => result.warnings.map(({ code, count }) => [code, count]).sort();
          expect(counts(other)).toEqual(counts(one));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('their messages stand in the order of ticket and time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 20 }), async (said) => {
        const result = await run([
          tickets(['1', '2', '3'].map((one, version) => ({ ...anchor, id: one, version }))),
          messages([firstMessage, ...said]),
        ]);
        const links = values(result, 'messages', 'ticket') as number[];
        const at = values(result, 'messages', 'at') as (string | null)[];
        for (let row = 1; row < links.length; row++) {
          expect(links[row]!).toBeGreaterThanOrEqual(links[row - 1]!);
          if (links[row] === links[row - 1]) expect((at[row] ?? '9') >= (at[row - 1] ?? '9')).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function facts(result: Awaited<ReturnType<typeof run>>): unknown {
  const rows = (kind: 'tickets' | 'messages', fields: readonly string[]): string[] => {
    const { columns, rows: count } = result.dataset.tables[kind];
    const all = fields.filter((field) => columns.has(field)).map((field) => values(result, kind, field));
    return Array.from({ length: count }, (_, row) => JSON.stringify(all.map((column) => column[row]))).sort();
  };
  const ids = result.dataset.tables.tickets.columns.has('id') ? values(result, 'tickets', 'id') : [];
  const links = result.dataset.tables.messages.columns.has('ticket')
    ? (values(result, 'messages', 'ticket') as number[]).map((row) => (row < 0 ? null : ids[row]))
    : [];
  return {
    tickets: rows('tickets', ['id', 'status', 'createdAt', 'solvedAt', 'version']),
    messages: rows('messages', ['id', 'ticketId', 'at', 'author']),
    links: links.map(String).sort(),
  };
}
