import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';

let folder = '';

const FILES = {
  'known.csv':
    'Ticket ID;Created At;Status;Mood\n1;2025-01-02 10:00;solved;gay\n2;2025-01-03 11:00;open;grave\n3;2025-01-04;open;x;y;z;w\n',
  'strange.csv': 'Ref,Raised,Kind of contact\n1,2025-01-02,secret-cell\n2,2025-01-03,b\n',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'happiness-inspect-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

async function inspect(...argv: string[]): Promise<FakeIo & { readonly code: number }> {
  const io = fakeIo(['inspect', ...argv], { cwd: folder, now: () => Date.UTC(2025, 5, 1) });
  const code = await run(io);
  return { ...io, code };
}

describe('inspect', () => {
  it('says what every column is taken for, what is assumed and what cannot be read', async () => {
    const { code, out } = await inspect('known.csv');
    expect(code).toBe(0);
    expect(out()).toMatch(
      /^known\.csv\n {2}read as generic · CSV · semicolons between cells · utf-8\n {2}3 tickets, 2 used · 1 unreadable, skipped\n/,
    );
    expect(out()).toMatch(/Created At {2}→ tickets\.createdAt\n/);
    expect(out()).toMatch(/Mood {8}not used \(text\)\n/);
    expect(out()).toMatch(/! line 2: 2 time stamps .*\[zone-assumed\]/s);
    expect(out()).toContain('timezone: UTC');
    expect(out()).toMatch(/\d+ of \d+ KPIs have the columns that they need/);
  });

  it('shows a file that is not recognised beside one that is, with exit code 2', async () => {
    const { code, out } = await inspect('known.csv', 'strange.csv', '--format', 'json');
    expect(code).toBe(2);
    const { files, computable, lacking } = JSON.parse(out()) as Inspection;
    expect(files.map(({ path, preset, error }) => [path, preset, error?.code])).toEqual([
      ['known.csv', 'generic', undefined],
      ['strange.csv', null, 'unrecognised-input'],
    ]);
    expect(files[1]?.columns).toEqual([
      { name: 'Ref', feeds: [], holds: 'numbers', guess: 'id' },
      { name: 'Raised', feeds: [], holds: 'times', guess: 'createdAt' },
      { name: 'Kind of contact', feeds: [], holds: 'text' },
    ]);
    expect(computable.map(({ id }) => id)).toContain('tickets-per-day');
    // The config decides it, no column does.
    expect([...computable, ...lacking].map(({ id }) => id)).not.toContain('objective-progress');
  });

  it('guesses by names that are near ours and cells that fit, never by cells alone', async () => {
    await writeFile(
      join(folder, 'zd.csv'),
      'Summation column,Id,Requester,Requester id,Submitter,Via,Ticket type,Satisfaction Score,Created at,Assigned at,Date it was done,Product\n' +
        '1,10,Ann,900,Ann,Mail,Problem,Good,2025-01-02 10:00,2025-01-02 10:30,2025-01-02 11:00,Shop\n',
    );
    const { out } = await inspect('zd.csv');
    expect(
      out()
        .split('\n')
        .filter((line) => /^ {2}# {5}/.test(line)),
    ).toEqual([
      '  #     # FIELD: "Summation column"   # holds yes or no',
      '  #     # FIELD: Requester   # holds text',
      '  #     # FIELD: Submitter   # holds text',
      '  #     # FIELD: "Assigned at"   # holds times',
      '  #     solvedAt: "Date it was done"   # holds times',
      '  #     # FIELD: Product   # holds text',
    ]);
  });

  it('shows cells only when asked', async () => {
    expect((await inspect('known.csv', 'strange.csv')).out()).not.toMatch(/secret-cell|grave/);
    expect((await inspect('strange.csv', '--show-values')).out()).toContain('such as "secret-cell", "b"');
  });

  it('sees what --map makes of it', async () => {
    const { code, out } = await inspect('--tickets', 'strange.csv', '--map', 'tickets.createdAt=Raised', '--map', 'tickets.id=Ref');
    expect(code).toBe(0);
    expect(out()).toMatch(/Raised +→ tickets\.createdAt/);
  });

  it('needs files, and is strict when asked', async () => {
    expect((await inspect()).err()).toContain('inspect needs something to read');
    expect((await inspect('known.csv', '--strict')).code).toBe(1);
  });
});
