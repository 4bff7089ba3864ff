import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BIN } from './spawn.ts';

let copy: string;
let compiled: string;

beforeAll(() => {
  copy = mkdtempSync(join(inject('built'), 'copy-'));
  for (const part of ['bin', 'dist/program', 'package.json']) cpSync(join(dirname(BIN), '..', part), join(copy, part), { recursive: true });
  const [folder = ''] = readdirSync(join(copy, 'dist/program')).filter((name) => name.startsWith('compiled-'));
  compiled = join(copy, 'dist/program', folder);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function help(): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'bin/happiness.js'), '--help'], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** What V8 says of the compiled code that it is handed for each file. */
function rejected(): unknown {
  const code = `
    const rejected = {};
    const { main } = require(${JSON.stringify(join(copy, 'bin/load.js'))}).load('main.cjs', (name, script) => (rejected[name.replace(/-.{8}[.]cjs$/, '')] = script.cachedDataRejected));
    process.argv.push('happiness', '--help');
    main().then(() => console.error(JSON.stringify(rejected)));`;
  return JSON.parse(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stderr);
}

describe('code that was compiled when the program was built', () => {
  it('is there for every file but the first, whose name says nothing of its content', () => {
    expect(readdirSync(compiled).every((name) => /-[\w-]{8}\.cjs$/.test(name))).toBe(true);
    expect(rejected()).toMatchObject({ 'command-line': false });
    expect(rejected()).not.toHaveProperty('main');
  });

  it('is refused by V8 where it is of another version, and nobody notices', () => {
    const before = help();
    expect(before).toMatchObject({ status: 0, stderr: '' });
    for (const name of readdirSync(compiled)) {
      const bytes = readFileSync(join(compiled, name));
      // Bytes 4 to 7 are a hash of the version.
      bytes.writeUInt32LE(bytes.readUInt32LE(4) ^ 1, 4);
      writeFileSync(join(compiled, name), bytes);
    }
    expect(rejected()).toMatchObject({ 'command-line': true });
    expect(help()).toEqual(before);
    rmSync(compiled, { recursive: true });
    expect(help()).toEqual(before);
  });
});
