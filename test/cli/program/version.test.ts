import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, happiness } from './spawn.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

describe('happiness --version', () => {
  it.for([[['--version']], [['-V']], [['--quiet', '--version']], [['report', '--version']]])('%o', async ([argv]) => {
    expect(await happiness(argv ?? [])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('loads nothing of the rest', () => {
    const code = `
      const names = [];
      const { main } = require(${JSON.stringify(join(BIN, '..', 'load.js'))}).load('main.cjs', (name) => names.push(name.replace(/-.{8}[.]cjs$/, '')));
      process.argv.push('happiness', '--version');
      main().then(() => console.log(names.filter((name) => name !== 'rolldown-runtime').join()));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: `${manifest.version}\nmain.cjs,version\n`, stderr: '' });
  });
});

describe('a program that is not built', () => {
  it('says what to do in one sentence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'happiness-'));
    cpSync(dirname(BIN), join(folder, 'bin'), { recursive: true });
    cpSync(new URL('../../../package.json', import.meta.url), join(folder, 'package.json'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'happiness.js'), 'report'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'happiness: the program is not built yet: run `npm install` in its folder first\n',
    });
  });
});
