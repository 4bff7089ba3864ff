import { chmod, mkdtemp, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkWritable, writeWhole, type OutputFile } from '../../../src/cli/output/write-file.ts';
import { planTargets, refuseToOverwrite } from '../../../src/cli/output/targets.ts';
import type { Format } from '../../../src/formats/format.ts';

const format = (id: string): Format => ({ id, title: id, extensions: [id], render: () => '' });
const [text, md] = [format('txt'), format('md')];
const file = (path: string): OutputFile => ({ path, location: path });
const formatOfPath = (path: string): Format | undefined => (path.endsWith('.md') ? md : undefined);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'happiness-'));
});

describe('writeWhole', () => {
  it('replaces a file, keeps its mode and leaves nothing beside it', async () => {
    const path = join(folder, 'a.md');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    await writeWhole(file(path), 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  it('writes through a link', async () => {
    await writeFile(join(folder, 'real.md'), 'old');
    await symlink('real.md', join(folder, 'link.md'));
    await writeWhole(file(join(folder, 'link.md')), 'new');
    expect(await readFile(join(folder, 'real.md'), 'utf8')).toBe('new');
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full', async () => {
    await expect(writeWhole(file('/dev/full'), 'x'.repeat(100_000))).rejects.toThrow('cannot write /dev/full: no space left on the device');
  });

  it.runIf(existsSync('/dev/null'))('leaves a device a device', async () => {
    await checkWritable(file('/dev/null'));
    await writeWhole(file('/dev/null'), 'x');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe('checkWritable', () => {
  it('takes a new file and an old one', async () => {
    await checkWritable(file(join(folder, 'new.md')));
    await writeFile(join(folder, 'old.md'), '');
    await checkWritable(file(join(folder, 'old.md')));
    expect(await readdir(folder)).toEqual(['old.md']);
  });

  it('refuses a folder and says what would do', async () => {
    await expect(checkWritable(file(folder))).rejects.toMatchObject({
      code: 'output-is-folder',
      place: { hint: `name a file in it: ${join(folder, 'report.md')}` },
    });
  });

  it('makes no folders', async () => {
    await expect(checkWritable(file(join(folder, 'no', 'a.md')))).rejects.toThrow('its folder does not exist');
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a file in place of a folder', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(checkWritable(file(join(folder, 'file', 'a.md')))).rejects.toThrow('a part of its path is not a folder');
  });
});

describe('planTargets', () => {
  it('writes to standard output unless told otherwise', async () => {
    expect(await planTargets({ outputs: [], format: text, formatOfPath, cwd: folder })).toEqual([{ file: null, format: text }]);
  });

  it('goes by the extension, else by --format', async () => {
    const outputs = [join(folder, 'a.md'), join(folder, 'b'), '-'];
    expect(await planTargets({ outputs, format: text, formatOfPath, cwd: folder })).toEqual([
      { file: file(outputs[0] ?? ''), format: md },
      { file: file(outputs[1] ?? ''), format: text },
      { file: null, format: text },
    ]);
  });

  it('refuses one file by two names', async () => {
    const outputs = [join(folder, 'a.md'), `${folder}/./a.md`];
    await expect(planTargets({ outputs, format: text, formatOfPath, cwd: folder })).rejects.toThrow('is named twice');
  });

  it('never writes over what it reads', async () => {
    const path = join(folder, 'tickets.md');
    await writeFile(path, 'id\n1\n');
    await symlink('tickets.md', join(folder, 'other.md'));
    const targets = await planTargets({ outputs: [join(folder, 'other.md')], format: text, formatOfPath, cwd: folder });
    await expect(refuseToOverwrite(targets, [path, '-'])).rejects.toThrow('it is one of the files to read');
  });
});
