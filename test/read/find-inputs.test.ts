import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findInputs } from '../../src/read/find-inputs.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'happiness-find-'));
  await mkdir(join(cwd, 'exports/old'), { recursive: true });
  await mkdir(join(cwd, 'empty'));
  const names = [
    'b.csv',
    'a.JSON',
    'c.ndjson.gz',
    'd.xls',
    'e.tsv',
    'README.md',
    '.hidden.csv',
    'happiness.config.json',
    'package.json',
    'x.xlsx',
    'old/z.csv',
    'we[ird].csv',
  ];
  for (const name of names) await writeFile(join(cwd, 'exports', name), 'id\n1\n');
  await symlink(join(cwd, 'exports/b.csv'), join(cwd, 'link.csv'));
});

const found = async (...paths: string[]): Promise<string[]> => (await findInputs(paths, { cwd })).map(({ path }) => path);

describe('inputs', () => {
  it('of a folder are its own data files by name', async () => {
    expect(await found('exports')).toEqual(
      ['a.JSON', 'b.csv', 'c.ndjson.gz', 'd.xls', 'e.tsv', 'we[ird].csv'].map((name) => join('exports', name)),
    );
  });

  it('of a folder leave no other file unsaid, but for hidden ones and configs', async () => {
    const passed: unknown[] = [];
    await findInputs(['exports', 'exports/b.csv'], { cwd, onPassedOver: (one) => passed.push(one) });
    expect(passed).toEqual([
      {
        folder: 'exports',
        files: [
          { name: 'README.md', reason: 'no CSV or JSON by its name' },
          { name: 'x.xlsx', reason: 'a spreadsheet, to be saved as CSV first' },
        ],
      },
    ]);
  });

  it('of a pattern are sorted, folders within folders by **', async () => {
    expect(await found('exports/*.csv')).toEqual(['exports/b.csv', 'exports/we[ird].csv']);
    expect(await found('exports/**/z.csv')).toEqual(['exports/old/z.csv']);
  });

  it('that exist are taken literally even if they could be a pattern', async () => {
    expect(await found('exports/we[ird].csv')).toEqual(['exports/we[ird].csv']);
  });

  it('come once, where they are first named, with absolute places', async () => {
    expect(await findInputs(['exports/b.csv', 'exports', './exports/b.csv'], { cwd })).toMatchObject([
      { path: 'exports/b.csv', location: join(cwd, 'exports/b.csv') },
      { path: 'exports/a.JSON' },
      { path: 'exports/c.ndjson.gz' },
      { path: 'exports/d.xls' },
      { path: 'exports/e.tsv' },
      { path: 'exports/we[ird].csv' },
    ]);
  });

  it('may be any file that is named, and standard input', async () => {
    expect(await found('exports/README.md', '-', 'link.csv')).toEqual(['exports/README.md', '-', 'link.csv']);
  });

  it('come once whatever links lead to them', async () => {
    expect(await found('exports/b.csv', 'link.csv')).toEqual(['exports/b.csv']);
    expect(await found('link.csv', 'exports/b.csv')).toEqual(['link.csv']);
  });

  it('are not the current folder where a name is empty', async () => {
    await expect(found('')).rejects.toMatchObject({ code: 'no-input', message: 'the name of an input is empty' });
  });

  it.for([
    ['nope.csv', 'missing-file'],
    ['exports/nope/*.csv', 'no-input'],
    ['empty', 'no-input'],
  ] as const)('%s is an error', async ([path, code]) => {
    await expect(found(path)).rejects.toMatchObject({ name: 'UserError', code, place: { file: path } });
  });
});
