import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from './fake-io.ts';

describe('a folder with other files than data', () => {
  const folderWith = async (names: readonly string[]): Promise<string> => {
    const cwd = await mkdtemp(join(tmpdir(), 'happiness-folder-'));
    await writeFile(join(cwd, 'tickets.csv'), 'id,status,created_at\n1,open,2025-10-01T10:00Z\n');
    for (const name of names) await writeFile(join(cwd, name), 'x');
    return cwd;
  };

  it('is read, and which of its files are not is said aside', async () => {
    const cwd = await folderWith(['nps.xlsx', 'umfrage.ods', 'notes.pdf']);
    const io = fakeIo(['report', '.', '--config', 'none', '--format', 'json'], { cwd });
    expect(await run(io)).toBe(0);
    expect(io.err()).toContain(
      '.: 3 files were not read: notes.pdf (no CSV or JSON by its name), nps.xlsx (a spreadsheet, to be saved as CSV first), umfrage.ods (a spreadsheet, to be saved as CSV first)\n',
    );
    expect(JSON.parse(io.out())).toMatchObject({ inputs: [{ path: 'tickets.csv', used: 1 }] });
    const quiet = fakeIo(['report', '.', '--config', 'none', '--format', 'json', '--quiet'], { cwd });
    expect(await run(quiet)).toBe(0);
    expect(quiet.err()).toBe('');
  });

  it('ends with the name of the file that is broken', async () => {
    const cwd = await folderWith([]);
    await writeFile(join(cwd, 'broken.csv'), 'id,status,created_at\n1,"open,2025-10-01T10:00Z\n');
    const io = fakeIo(['report', '.', '--config', 'none'], { cwd });
    expect(await run(io)).toBe(2);
    expect(io.err()).toContain('broken.csv');
  });
});
