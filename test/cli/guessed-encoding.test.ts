import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/model/report.ts';
import { fakeIo } from './fake-io.ts';

/** Rows enough that the head of a file is not all of it. */
const ROWS = 30_000;
const TIME = '2025-10-01T10:00:00Z';

function csv(last: string): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `${row + 1},open,${TIME},Bern`);
  return ['id,status,created_at,group', ...rows, `${ROWS + 1},open,${TIME},${last}`].join('\n');
}

function ndjson(last: string): string {
  const ticket = (id: number, group: string): string => JSON.stringify({ id, status: 'open', created_at: TIME, group });
  return [...Array.from({ length: ROWS }, (_, row) => ticket(row + 1, 'Bern')), ticket(ROWS + 1, last)].join('\n');
}

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'encoding-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function reportOn(name: string, bytes: Buffer): Promise<Report> {
  await writeFile(join(cwd, name), bytes);
  const io = fakeIo(['report', name, '--config', 'none', '--by', 'group', '--min-segment', '1', '--format', 'json'], { cwd });
  expect(await run(io)).toBe(0);
  return JSON.parse(io.out()) as Report;
}

const groupsOf = ({ breakdowns }: Report): readonly (string | null)[] => breakdowns[0]!.groups.map(({ key }) => key);

describe('a large file whose head is ASCII', () => {
  it.each([
    ['tickets.csv', csv],
    ['tickets.ndjson', ndjson],
  ])('is read by the letter at its end: %s', async (name, text) => {
    const western = await reportOn(name, iconv.encode(text('Zürich'), 'windows-1252'));
    expect(western.inputs[0]).toMatchObject({ encoding: 'windows-1252', used: ROWS + 1 });
    expect(western.warnings).toContainEqual(expect.objectContaining({ code: 'encoding-assumed', file: name }));
    expect(groupsOf(western).toSorted()).toEqual(['Bern', 'Zürich']);
    const modern = await reportOn(name, Buffer.from(text('Zürich')));
    expect(modern.inputs[0]).toMatchObject({ encoding: 'utf-8', used: ROWS + 1 });
    expect(modern.warnings.some(({ code }) => code === 'encoding-assumed')).toBe(false);
    expect(groupsOf(modern).toSorted()).toEqual(['Bern', 'Zürich']);
  });
});
