import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, happiness } from './spawn.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

describe('happiness --version', () => {
  it.for([[['--version']], [['-V']], [['--quiet', '--version']], [['report', '--version']]])('%o', async ([argv]) => {
    expect(await happiness(argv ?? [])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('loads nothing of the rest', () => {
    const { stderr } = spawnSync(process.execPath, [BIN, '--version'], { encoding: 'utf8', env: { ...process.env, NODE_DEBUG: 'esm' } });
    expect(stderr).toContain('dist/cli/main.js');
    expect(stderr).not.toContain('commander');
    expect(stderr).not.toContain('dist/cli/run.js');
  });
});

describe('a program that is not built', () => {
  it('says what to do in one sentence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'happiness-'));
    cpSync(BIN, join(folder, 'bin', 'happiness.js'));
    cpSync(new URL('../../../package.json', import.meta.url), join(folder, 'package.json'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'happiness.js'), 'report'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'happiness: the program is not built yet: run `npm install` in its folder first\n',
    });
  });
});
