import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import type { Normalized } from '../../src/normalize/options.ts';
import { readRows } from '../../src/normalize/rows-elsewhere.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';

const ADDRESSES = new Set(['tickets.customerEmail']);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'needless-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function normalized(location: string, unasked?: ReadonlySet<string>): Promise<Normalized> {
  const input = await openInput({ path: 'input.csv', location }, { headerScore: headerScore(presets) });
  return normalize([{ input }], {
    presets,
    wallClock: Date.UTC(2026, 0, 1),
    unasked,
    readElsewhere: async (request) => structuredClone(await readRows(structuredClone(request))),
  });
}

/** Rows of tickets, enough of them to be read in runs. */
function ticketsWith(people: (row: number) => readonly [id: string, address: string]): string {
  const rows = Array.from({ length: 400 }, (_, row) => [String(row + 1), 'Closed', '2025-01-31T10:45:00Z', ...people(row)].join(','));
  const location = join(folder, `${Math.random()}.csv`);
  writeFileSync(location, ['Id,Status,Created at,Requester id,Requester email', ...rows].join('\n'));
  return location;
}

describe('addresses that a report does not need', () => {
  it('are those beside ids', async () => {
    const { dataset } = await normalized(
      ticketsWith((row) => [String(row % 7), `a${row % 7}@example.com`]),
      ADDRESSES,
    );
    expect([...dataset.tables.tickets.columns.keys()]).toContain('customerKey');
    expect([...dataset.tables.tickets.columns.keys()]).not.toContain('customerEmail');
  });

  it.each([
    ['in the first row', 0, ''],
    ['in the middle', 150, ''],
    ['towards the end', 390, ''],
    ['as a word', 300, 'n/a'],
    ['as blanks', 300, ' '],
    ['as a word in a column of fixed width', 300, 'NULL        '],
    ['as blanks beyond ASCII', 300, '\u00a0'.repeat(7)],
  ])('are not those of a file where an id is missing: %s', async (_, missing, id) => {
    const location = ticketsWith((row) => [row === missing ? id : `U${row % 7}`, `a${row % 7}@example.com`]);
    const keys = (await normalized(location, ADDRESSES)).dataset.tables.tickets.columns.get('customerKey');
    if (keys?.type !== 'code') throw new TypeError('no keys');
    // The address stands beside an id on other rows: it is that customer.
    expect(Array.from(keys.codes, (code) => keys.values[code])).toEqual(Array.from({ length: 400 }, (_, row) => `U${row % 7}`));
  });

  it('are those of a file where rows have neither', async () => {
    const { dataset } = await normalized(
      ticketsWith((row) => (row % 3 === 0 ? ['', ''] : [`U${row % 7}`, `a${row % 7}@example.com`])),
      ADDRESSES,
    );
    expect([...dataset.tables.tickets.columns.keys()]).not.toContain('customerEmail');
  });
});
