import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import type { InputToNormalize, NormalizeOptions } from '../../src/normalize/options.ts';
import { presets } from '../../src/presets/index.ts';
import { takeRecords } from '../../src/read/json-envelope.ts';
import type { JsonInput } from '../../src/read/reading.ts';
import { openPiped } from '../read/reading-files.ts';
import { run } from './inputs.ts';

const FIXTURES = [
  'zendesk-json/api.json',
  'zendesk-json/export.ndjson',
  'freshdesk-json/tickets.json',
  'intercom-json/conversations.json',
  'helpscout-json/conversations.json',
  'gorgias-json/tickets.json',
  'chatwoot-json/conversations.json',
  'zammad-json/expanded.json',
  'zammad-json/plain.json',
  'delighted-json/responses.json',
  'zoho-json/tickets.json',
];

/** The records of a fixture's largest list. */
function recordsOf(path: string): readonly JsonObject[] {
  const text = readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)), 'utf8');
  const documents = path.endsWith('.ndjson') ? text.trim().split('\n') : [text];
  const lists = new Map<string, JsonObject[]>();
  for (const document of documents) {
    takeRecords(JSON.parse(document), (list, record) => {
      if (record !== null) lists.set(list, [...(lists.get(list) ?? []), record]);
    });
  }
  return [...lists.values()].reduce((most, list) => (list.length > most.length ? list : most));
}

/** What the data and the report of it would be; or the error. */
async function outcomeOf(text: string | Buffer, views: boolean, options: Partial<NormalizeOptions>): Promise<unknown> {
  const input = (await openPiped(text, 1 << 16)) as JsonInput;
  const plain: JsonInput = { ...input, read: (sink) => input.read({ record: (...of) => sink.record(...of) }) };
  const given: InputToNormalize = { input: views ? input : plain };
  try {
    const { dataset, ...others } = await run([given], { presets, withText: true, ...options });
    const tables = Object.values(dataset.tables).map(({ rows, columns }) => ({
      rows,
      columns: [...columns].map(([name, column]) => [name, 'values' in column ? { ...column, values: [...column.values] } : column]),
    }));
    return { tables, words: dataset.words, ...others };
  } catch (error) {
    return error;
  }
}

async function expectSame(text: string | Buffer, options: Partial<NormalizeOptions> = {}): Promise<void> {
  expect(await outcomeOf(text, true, options)).toEqual(await outcomeOf(text, false, options));
}

/** As Python writes it. */
const spaced = (record: unknown): string =>
  JSON.stringify(record, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/([[{]) | ([\]}])/g, '$1$2');

/** The record as text, one of its values replaced. */
function withLeaf(record: JsonObject, leaf: number, text: string): string {
  const leaves = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Object.values(value).reduce((sum: number, one) => sum + leaves(one), 0) : 1;
  let left = leaf % leaves(record);
  const written = JSON.stringify(record, (_, value: unknown) => (left-- === 0 ? '@@' : value));
  return written.replace('"@@"', () => text);
}

// oxfmt-ignore
const PIECES = [
  '"', '\\', '\\"', '\\u00e9', '\\u0000', '\\x', '{', '}', '[', ']', ',', ':', ' ', '\t', '\r', '\n', '\u0001', '\u0000',
  'é', '😀', '\uFEFF', '0', '-', '.', 'e', 'null', '[]', '{}', '"x"',
];
// oxfmt-ignore
const VALUES = [
  '0', '-0', '1.50', '2.5', '1e3', '1E-2', '0.0000001', '00', '01', '-1', '-01', '1.', '.5', '+1', '12345678901234567',
  '-1234567890123456',
  '123456789012345678.5', '9007199254740993', '123456789012345', 'true', 'false', 'null', 'nul', 'nullx', 'tru', 'NaN', 'undefined', '""',
  '" "', '"\u00a0x"', '"a\\"b"', '"a\\\\"', '"\\u00e9"', '"\\ud800"', '"\\u12g4"', '"\\x"', '"\\xabcd"', '"\u0001"', '"\t"', '"é"', '"-"', '"1.50"',
  "'x'", '[]', '{}', '["a","b"]', '["a",1,null,{"name":"c"}]', '[{"name":"x"},{"tag":"y"}]', '[{"a":1},2]', '[1,]', '[,1]', '{"a":1,}',
  '{"a" 1}', '{a:1}', '{"channel":"chat"}', '{"id":5,"name":"n"}', '[[["deep"]]]', `${'['.repeat(80)}${']'.repeat(80)}`,
  '[ 1 , { "a" : [ ] } ]', '"2025-01-02T03:04:05Z"', '1735786800',
];
/** Names that stand twice, look like paths, are escaped, or say that the line is something else. */
// oxfmt-ignore
const MEMBERS = [
  '"id":7', '"id":{"a":1}', '"\\u0069d":8', '"_source":{"id":1}', '"_source":3', '"created_at":0', '"tags":"a b"', '"tags":["x"]',
  '"via":null', '"via":{"channel":"fax","source":{"rel":"outbound"}}', '"comments":[]', '"comments":[{"id":1,"author_id":2}]',
  '"source":{"type":"x"}', '"stats.resolved_at":"2025-01-01T00:00:00Z"', '"person.id":4', '"customer.email":"a@b.c"',
  '"statistics.count_reopens":3', '"meta.channel":"x"', '"satisfaction_rating":{"updated_at":"2025-01-01T00:00:00Z"}',
  '"stats":{"resolved_at":"2025-01-02T00:00:00Z"}', '"statistics":{"count_reopens":7}',
  '"tickets":[{"id":1}]', '"__proto__":{"id":3}', '"constructor":1', '"":""', '"unbekannt":"ü"',
];

describe('records that are read where they lie', () => {
  it.each(FIXTURES)('give the data that parsed ones give: %s', async (path) => {
    const records = recordsOf(path);
    expect(records.length).toBeGreaterThan(3);
    const many = Array.from({ length: 5 }, () => records).flat();
    await expectSame(many.map((record) => JSON.stringify(record)).join('\n'));
    await expectSame(many.map(spaced).join('\r\n'));
    await expectSame(many.map((record) => JSON.stringify(Object.fromEntries(Object.entries(record).toReversed()))).join('\n'));
    await expectSame(many.map((record) => JSON.stringify(record)).join('\n'), {
      map: [{ kind: 'tickets', field: 'channel', column: Object.keys(records[0]!).at(-1)!, lenient: true }],
    });
  });

  it.each(FIXTURES)('give it of broken and unusual lines too: %s', async (path) => {
    const records = recordsOf(path);
    const lines = records.map((record) => JSON.stringify(record));
    const line = fc.nat({ max: lines.length - 1 });
    const cut = fc.record({
      line,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 6 }),
      text: fc.constantFrom(...PIECES),
    });
    const value = fc.record({ line, leaf: fc.nat(), text: fc.constantFrom(...VALUES) });
    const member = fc.record({ line, member: fc.constantFrom(...MEMBERS) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(cut, value, member), { minLength: 1, maxLength: 12 }), async (changes) => {
        const changed = [...lines];
        for (const change of changes) {
          const old = changed[change.line]!;
          if ('at' in change) {
            const from = Math.floor(old.length * change.at);
            changed[change.line] = old.slice(0, from) + change.text + old.slice(from + change.length);
          } else if ('member' in change) changed[change.line] = `{${change.member},${old.slice(1)}`;
          else changed[change.line] = withLeaf(records[change.line]!, change.leaf, change.text);
        }
        // Twice, for what is new the first time may be read in another way the second.
        await expectSame([...lines.slice(0, 3), ...changed, ...lines, ...changed].join('\n'));
      }),
      { numRuns: 30 },
    );
  });

  it('give it of so much that the memory grows in the middle of it', async () => {
    const long = 'x'.repeat(900);
    const comments = (ticket: number, count: number): object[] =>
      Array.from({ length: count }, (_, place) => ({
        id: ticket * 10_000 + place,
        author_id: place % 2 === 0 ? `customer ${long} ${ticket}` : `agent ${ticket % 90}`,
        body: 'said "so"\n',
        public: place % 3 !== 0,
        created_at: new Date(1_735_689_600_000 + ticket * 60_000 + place * 1000).toISOString(),
      }));
    const lines = Array.from({ length: 1500 }, (_, ticket) =>
      JSON.stringify({
        id: `${long}${ticket}`,
        requester_id: `customer ${long} ${ticket}`,
        assignee_id: ticket % 7 === 0 ? null : `agent ${ticket % 90}`,
        tags: [`${long} ${ticket}`, 'vip'],
        via: { channel: ticket % 100 === 99 ? 'with "quotes"' : `channel ${ticket % 50}` },
        created_at: new Date(1_735_689_600_000 + ticket * 60_000).toISOString(),
        comments: comments(ticket, ticket === 700 ? 1000 : ticket % 3),
        ...(ticket % 500 === 250 && { [`name ${ticket}`]: ticket }),
      }),
    );
    await expectSame(lines.join('\n'));
  });

  it('give it where bytes are no UTF-8', async () => {
    const lines = recordsOf('zendesk-json/api.json').map((record) => JSON.stringify(record));
    const bytes = Buffer.from([...lines, ...lines].join('\n'));
    bytes[lines.join('\n').indexOf('"status":"') + 11] = 0xe9;
    await expectSame(bytes);
  });
});
