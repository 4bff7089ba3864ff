import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { formats } from '../../src/formats/index.ts';
import { kpis } from '../../src/kpis/index.ts';
import { presets } from '../../src/presets/index.ts';
import { fakeIo } from './fake-io.ts';

const CATALOGUES = [
  { name: 'kpis', ids: kpis.map(({ id }) => id) },
  { name: 'presets', ids: presets.map(({ id }) => id) },
  { name: 'formats', ids: formats.map(({ id }) => id) },
];

async function screen(argv: readonly string[]): Promise<string> {
  const io = fakeIo(argv);
  expect(await run(io)).toBe(0);
  return io.out();
}

describe.for(CATALOGUES)('$name', ({ name, ids }) => {
  it('lists every id, once, at the beginning of a line', async () => {
    const listed = [...(await screen([name])).matchAll(/^ {2}([a-z0-9-]+)(?: |$)/gm)].map(([, id]) => id);
    expect(listed.toSorted()).toEqual(ids.toSorted());
  });

  it('keeps to 80 columns', async () => {
    for (const line of (await screen([name, '--verbose'])).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives the same as JSON', async () => {
    const entries = JSON.parse(await screen([name, '--format', 'json'])) as readonly { readonly id: string; readonly title: string }[];
    expect(entries.map(({ id }) => id)).toEqual(ids);
    expect(entries.every(({ title }) => title.length > 0)).toBe(true);
  });
});
