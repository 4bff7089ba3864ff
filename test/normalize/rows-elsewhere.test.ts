import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Column } from '../../src/model/columns.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import { readRows, type ReadElsewhere } from '../../src/normalize/rows-elsewhere.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import type { OpenedInput } from '../../src/read/reading.ts';
import { fixturePath } from '../presets/fixture-path.ts';

const FILES = readdirSync(fixturePath('.'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'));
const LF = 10;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As another thread would get and give it. */
const elsewhere: ReadElsewhere = async (request) => structuredClone(await readRows(structuredClone(request)));

interface Division {
  readonly readElsewhere: ReadElsewhere;
  /** Byte from which on the rows are read elsewhere. Absent: where the input says. */
  readonly from?: number;
}

async function dataOf(location: string, division?: Division): Promise<unknown> {
  const opened = await openInput({ path: 'input.csv', location }, { headerScore: headerScore(presets) });
  const input = division?.from === undefined ? opened : cutAt(opened, division.from);
  const { dataset, ...others } = await normalize([{ input }], {
    presets,
    wallClock: Date.UTC(2026, 0, 1),
    withText: true,
    readElsewhere: division?.readElsewhere,
  });
  const tables = Object.values(dataset.tables).map(({ kind, rows, columns }) => ({
    kind,
    rows,
    columns: [...columns].map(([name, column]) => [name, plain(column)]),
  }));
  return { tables, words: dataset.words, ...others };
}

function cutAt(input: OpenedInput, from: number): OpenedInput {
  if (!('header' in input) || input.restFrom === undefined) return input;
  const { restFrom } = input;
  return {
    ...input,
    restFrom: () => {
      const table = restFrom(0);
      return table && { ...table, from };
    },
  };
}

/** Without the dictionary's store, which may differ as long as the texts are the same. */
function plain(column: Column): unknown {
  if (column.type !== 'code') return { ...column };
  return { type: 'code', codes: [...column.codes], values: [...column.values] };
}

function lineStarts(text: Buffer): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(LF); at !== -1; at = text.indexOf(LF, at + 1)) starts.push(at + 1);
  return starts;
}

/** Spread over all of them. */
function some<T>(list: readonly T[], count: number): T[] {
  return list.filter((_, place) => place % Math.max(1, Math.floor(list.length / count)) === 0);
}

describe('a table of which another thread reads the last rows', () => {
  it.each(FILES)('is the same table: %s', async (path) => {
    const location = fixturePath(path);
    const alone = await dataOf(location).catch((error: unknown) => error);
    const text = readFileSync(location);
    const places = [undefined, ...some(lineStarts(text), 3), Math.floor(text.length / 2), text.length];
    for (const from of places) {
      const division = { readElsewhere: elsewhere, ...(from === undefined ? {} : { from }) };
      expect(await dataOf(location, division).catch((error: unknown) => error)).toEqual(alone);
    }
  });

  it('is the same table wherever it is cut, also within quotes and beside broken rows', async () => {
    const cells = [
      ['1', '2', '77', 'A-1', '', '"9"', 'Total', 'Id', '"open'],
      ['open', 'Closed', '"new"', 'zzz', '', '"a\nb"', '"1,open,x\n2,closed,y\n"', 'n/a'],
      ['2025-01-31T10:45:00Z', '31/01/2025 10:00', '01/02/2025', '', '45000', 'soon', '"2025-01-31"'],
      ['0', '3', '1,5', '2.5', '€ 4', '', 'many', '1.234'],
      ['vip', 'a b', '"x, y"', '', 'é', '"said ""no"""'],
    ];
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    let joined = 0;
    for (let round = 0; round < 20; round++) {
      const oddity = round % 4 === 0 ? 1 : 12;
      const rows = Array.from({ length: 12 }, () =>
        cells.map((column) => column[random(oddity) === 0 ? random(column.length) : random(2)]).join(','),
      );
      const location = join(folder, `${round}.csv`);
      const text = `Id,Status,Created at,Reopens,Tags\n1,open,2025-01-31T10:45:00Z,0,vip\n${rows.join('\n')}\n`;
      writeFileSync(location, text);
      const alone = await dataOf(location).catch((error: unknown) => error);
      for (const from of lineStarts(Buffer.from(text))) {
        const readElsewhere: ReadElsewhere = async (request) => {
          const read = await elsewhere(request);
          return (
            read && {
              ...read,
              part: new Proxy(read.part, { get: (part, name) => (name === 'columns' && joined++, Reflect.get(part, name)) }),
            }
          );
        };
        expect(await dataOf(location, { readElsewhere, from }).catch((error: unknown) => error)).toEqual(alone);
      }
    }
    expect(joined).toBeGreaterThan(100);
  });

  it('is read at once where the other thread fails', async () => {
    const location = fixturePath('demo/tickets.csv');
    const alone = await dataOf(location);
    expect(await dataOf(location, { readElsewhere: async () => null })).toEqual(alone);
    expect(await dataOf(location, { readElsewhere: () => null })).toEqual(alone);
  });

  it('is not cut where nothing looks like the start of a row', async () => {
    const location = join(folder, 'one-text.csv');
    writeFileSync(location, `Id,Status,Subject\n1,open,"${'a line of a text, without an end\n'.repeat(20)}"\n`);
    const input = await openInput({ path: 'input.csv', location }, { headerScore: headerScore(presets) });
    expect('header' in input && input.restFrom?.(0.5)).toBeNull();
  });
});
