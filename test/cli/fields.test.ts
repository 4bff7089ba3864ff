import { expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { FIELDS, TABLE_KINDS } from '../../src/model/kinds.ts';
import { fakeIo } from './fake-io.ts';

async function screen(...argv: string[]): Promise<string> {
  const io = fakeIo(['fields', ...argv]);
  expect(await run(io)).toBe(0);
  return io.out();
}

const all = TABLE_KINDS.flatMap((kind) => Object.keys(FIELDS[kind]).map((field) => `${kind}.${field}`));

it('lists every field of every kind as --map takes it', async () => {
  const lines = (await screen()).split('\n');
  expect(lines.flatMap((line) => /^ {2}([a-z]+\.[A-Za-z]+)(?: |$)/.exec(line)?.[1] ?? [])).toEqual(all);
  for (const line of (await screen('--verbose')).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it('gives the same as JSON, with the names that are taken for each', async () => {
  const fields = JSON.parse(await screen('--format', 'json')) as readonly { readonly id: string; readonly names: readonly string[] }[];
  expect(fields.map(({ id }) => id)).toEqual(all);
  expect(fields.find(({ id }) => id === 'tickets.solvedAt')?.names).toContain('resolved at');
  expect(fields.find(({ id }) => id === 'tickets.createdAt')?.names).not.toContain('created at at');
});
