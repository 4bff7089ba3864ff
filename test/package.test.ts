import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly bin: { readonly happiness: string };
  readonly exports: Readonly<Record<string, unknown>>;
};

/** What `npm publish` would upload. */
function packedFiles(): readonly string[] {
  // On Windows npm is a script that only a shell starts.
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(packed.status, packed.stderr).toBe(0);
  const [{ files }] = JSON.parse(packed.stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  return files.map(({ path }) => path).toSorted();
}

describe('the npm package', () => {
  it('holds the program, its types and its papers, and nothing else', () => {
    const files = packedFiles();
    const beside = ['LICENSE', 'README.md', 'bin/happiness.js', 'bin/load.js', 'bin/package.json', 'bin/thread.js', 'package.json'];
    expect(files.filter((path) => !path.startsWith('dist/'))).toEqual(beside);
    expect(files).toContain('dist/program/main.cjs');
    expect(files).toContain('dist/index.js');
    expect(files).toContain('dist/index.d.ts');
    expect(files).toContain('dist/program/LICENSES.md');
    // Code that this machine's Node has compiled is of no use to another.
    expect(files.filter((path) => path.includes('compiled-'))).toEqual([]);
    expect(files.filter((path) => path.startsWith('dist/') && !/\.(js|cjs|d\.ts)$|\/LICENSES\.md$/.test(path))).toEqual([]);
  });

  it('starts with a shebang and may be executed', () => {
    const bin = new URL(`../${manifest.bin.happiness}`, import.meta.url);
    expect(readFileSync(bin, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    if (process.platform !== 'win32') expect(statSync(bin).mode & 0o111).toBe(0o111);
  });

  it('can be imported by its name', () => {
    const code =
      "const { kpis, formats, presets } = await import('happiness-metrics'); console.log(kpis.length > 0, formats.length > 0, presets.length > 0)";
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: inject('built'), encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('true true true\n');
  });
});
