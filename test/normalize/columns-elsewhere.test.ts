import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/model/columns.ts';
import { readColumns, type ReadElsewhere } from '../../src/normalize/columns-elsewhere.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import { fixturePath } from '../presets/fixture-path.ts';

const FILES = readdirSync(fixturePath('.'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'));

/** As another thread would get and give it. */
const elsewhere: ReadElsewhere = async (request) => structuredClone(await readColumns(structuredClone(request)));

async function dataOf(path: string, readElsewhere?: ReadElsewhere): Promise<unknown> {
  const input = await openInput({ path, location: fixturePath(path) }, { headerScore: headerScore(presets) });
  const { dataset, ...others } = await normalize([{ input }], { presets, wallClock: Date.UTC(2026, 0, 1), withText: true, readElsewhere });
  const tables = Object.values(dataset.tables).map(({ kind, rows, columns }) => ({
    kind,
    rows,
    columns: [...columns].map(([name, column]) => [name, plain(column)]),
  }));
  return { tables, words: dataset.words, ...others };
}

/** Without the dictionary's store, which may differ as long as the texts are the same. */
function plain(column: Column): unknown {
  if (column.type !== 'code') return { ...column };
  return { type: 'code', codes: [...column.codes], values: [...column.values] };
}

describe('a table of which another thread reads some columns', () => {
  it.each(FILES)('is the same table: %s', async (path) => {
    const asked: number[] = [];
    const alone = await dataOf(path).catch((error: unknown) => error);
    const together = await dataOf(path, (request) => {
      asked.push(request.columns.length);
      return elsewhere(request);
    }).catch((error: unknown) => error);
    expect(together).toEqual(alone);
    if (!(alone instanceof Error)) expect(asked[0]).toBeGreaterThan(0);
  });

  it('is read at once where the other thread fails, or has seen other rows', async () => {
    const alone = await dataOf('demo/tickets.csv');
    expect(await dataOf('demo/tickets.csv', async () => null)).toEqual(alone);
    expect(await dataOf('demo/tickets.csv', () => null)).toEqual(alone);
    const other: ReadElsewhere = async (request) => {
      const read = await readColumns(request);
      return { ...read, rows: read.rows + 1 };
    };
    expect(await dataOf('demo/tickets.csv', other)).toEqual(alone);
  });
});
