import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kpis } from '../src/kpis/index.ts';
import { BIN } from './cli/program/spawn.ts';

// The README's commands are run, and what it prints under a `$` is compared. After a wanted change of the output:
// README=write npx vitest run test/readme.test.ts
const root = fileURLToPath(new URL('..', import.meta.url));
const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
const BLOCK = /^```(sh|console)\n([\s\S]*?)^```$/gm;

interface Command {
  readonly line: string;
  /** What the README says that it prints; absent in `sh` blocks. */
  readonly prints?: string;
}

const commands: Command[] = [...text.matchAll(BLOCK)].flatMap(([, kind, body = '']) => {
  if (kind === 'sh') return body.split('\n').flatMap((line) => (line === '' || line.startsWith('#') ? [] : [{ line }]));
  return body
    .split(/^\$ /m)
    .flatMap((part) => (part === '' ? [] : [{ line: part.slice(0, part.indexOf('\n')), prints: part.slice(part.indexOf('\n') + 1) }]));
});
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> })
  .scripts;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'), 'junction');
  writeFileSync(join(folder, 'happiness'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, {
    mode: 0o755,
  });
});
afterAll(() => {
  if (process.env['README'] === 'write') writeFileSync(readme, withFreshOutput());
  rmSync(folder, { recursive: true });
});

function withFreshOutput(): string {
  return text.replace(BLOCK, (block: string, kind: string, body: string) => {
    if (kind !== 'console') return block;
    const lines = body.split(/^\$ /m).flatMap((part) => (part === '' ? [] : [part.slice(0, part.indexOf('\n'))]));
    return `\`\`\`console\n${lines.map((line) => `$ ${line}\n${start(line).out}`).join('')}\`\`\``;
  });
}

function start(line: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { FORCE_COLOR: _, CI: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(line, {
    shell: true,
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, TZ: 'UTC', NO_COLOR: '1', PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the README', () => {
  const ours = commands.filter(({ line }) => !/^npm\b/.test(line));
  it.each(ours)('can be followed: $line', ({ line, prints }) => {
    const { code, out, err } = start(line);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    if (prints !== undefined && process.env['README'] !== 'write') expect(out).toBe(prints);
  });

  it('names scripts that exist and files that are there', () => {
    for (const { line } of commands) {
      for (const [, script] of line.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
      const [, path] = /&& node (\S+)/.exec(line) ?? [];
      if (path !== undefined) expect(existsSync(join(root, path))).toBe(true);
    }
    for (const [, path = ''] of text.matchAll(/\]\(([^)#:]+)\)/g)) expect(existsSync(join(root, path))).toBe(true);
  });

  it('names every KPI', () => {
    expect(kpis.map(({ id }) => id).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  it('never sends anybody to the package of a stranger', () => {
    expect(text).not.toMatch(/npx (-\S+ )*happiness\b|npm (i|install|exec)( -\S+)* happiness\b/);
  });
});
