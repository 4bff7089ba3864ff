import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import type { NormalizeOptions } from '../../src/normalize/options.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { readRecords, type ReadRecordsElsewhere } from '../../src/normalize/json/records-elsewhere.ts';
import { presets } from '../../src/presets/index.ts';
import { takeRecords } from '../../src/read/json-envelope.ts';
import { openInput } from '../../src/read/index.ts';
import type { JsonInput } from '../../src/read/reading.ts';
import { fixturePath } from '../presets/fixture-path.ts';

const LF = 10;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'records-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let joined = 0;
/** As another thread would get and give it. */
const elsewhere: ReadRecordsElsewhere = async (request) => {
  const read = structuredClone(await readRecords(structuredClone(request), presets));
  if (read !== null) joined += read.part.tables.reduce((rows, { table }) => rows + table.rows, 0);
  return read;
};

async function dataOf(location: string, options: Partial<NormalizeOptions> = {}, from?: number): Promise<unknown> {
  const opened = (await openInput({ path: 'input.ndjson', location }, { headerScore: () => 0 })) as JsonInput;
  const { restFrom } = opened;
  const input = from === undefined || restFrom === undefined ? opened : { ...opened, restFrom: () => ({ ...restFrom(0)!, from }) };
  const { dataset, ...others } = await normalize([{ input }], {
    presets,
    wallClock: Date.UTC(2026, 0, 1),
    withText: true,
    withExcluded: true,
    ...options,
  });
  const tables = Object.values(dataset.tables).map(({ kind, rows, columns }) => ({
    kind,
    rows,
    columns: [...columns].map(([name, column]) =>
      column.type === 'code' ? [name, { type: 'code', codes: [...column.codes], values: [...column.values] }] : [name, column],
    ),
  }));
  return { tables, words: dataset.words, ...others };
}

function lineStarts(text: Buffer): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(LF); at !== -1; at = text.indexOf(LF, at + 1)) starts.push(at + 1);
  return starts;
}

/** The lists of a fixture, each record in a line of its own. */
function linesOf(path: string): string[] {
  const lines: string[] = [];
  takeRecords(JSON.parse(readFileSync(fixturePath(path), 'utf8')), (list, record: JsonObject | null) => {
    const name = list.replace(/s$/, '');
    lines.push(JSON.stringify(list === '' ? record : { [name]: record }));
  });
  return lines;
}

const ODD = ['', ' ', '{', '[1]', '3', 'not JSON', '{"id":1}x', '{"unknown":{"id":4}}', '{"id":"é","tags":["a","b"]}\r', '{"id":null}'];

describe('lines of records of which another thread reads the last ones', () => {
  it.each(['zendesk-json/export.ndjson', 'intercom-json/conversations.ndjson', 'same-tickets/zendesk.ndjson'])(
    'give the same data wherever they are cut: %s',
    async (path) => {
      const text = readFileSync(fixturePath(path));
      const location = join(folder, 'input.ndjson');
      // Twice, for there are versions of one record on both sides.
      writeFileSync(location, Buffer.concat([text, text]));
      const alone = await dataOf(location);
      joined = 0;
      for (const from of [undefined, ...lineStarts(Buffer.concat([text, text])).filter((_, place) => place % 4 === 0)])
        expect(await dataOf(location, { readRecordsElsewhere: elsewhere }, from)).toEqual(alone);
      expect(joined).toBeGreaterThan(10);
    },
  );

  it('give it where there are several lists, people and groups, and lines that are none', async () => {
    const lines = linesOf('zendesk-json/api.json');
    const some = [...lines, ...ODD, ...lines.toReversed(), '{"user":{"id":9,"name":"N","role":"agent"}}', ...ODD].map((line, place) =>
      place % 5 === 0 ? `${line} ` : line,
    );
    const location = join(folder, 'lists.ndjson');
    for (const end of ['', '\n']) {
      const text = some.join('\n') + end;
      writeFileSync(location, text);
      const alone = await dataOf(location);
      for (const from of lineStarts(Buffer.from(text)).filter((_, place) => place % 3 === 0))
        expect(await dataOf(location, { readRecordsElsewhere: elsewhere }, from)).toEqual(alone);
    }
  });

  it('are read at once where the other thread fails', async () => {
    const location = fixturePath('zendesk-json/export.ndjson');
    const alone = await dataOf(location);
    expect(await dataOf(location, { readRecordsElsewhere: async () => null })).toEqual(alone);
    expect(await dataOf(location, { readRecordsElsewhere: () => null })).toEqual(alone);
    const unknown: ReadRecordsElsewhere = (request) => readRecords(request, []);
    expect(await dataOf(location, { readRecordsElsewhere: unknown })).toEqual(alone);
  });

  it('are not cut where no line ends', async () => {
    const location = join(folder, 'long.ndjson');
    writeFileSync(location, `{"id":1}\n{"id":2}\n{"id":3,"x":"${'x'.repeat(1_000_000)}"}\n`);
    const input = (await openInput({ path: 'input.ndjson', location }, { headerScore: () => 0 })) as JsonInput;
    expect(input.restFrom?.(0.1)).toBeNull();
    expect(input.restFrom?.(0)).toMatchObject({ from: 9 });
  });
});
