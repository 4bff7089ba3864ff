import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

/** The CI jobs: what they run of ours, and the config that stands before them. */
const jobs: readonly unknown[] = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => parse(yaml) as unknown);
const jobLines = jobs.flatMap((job) => scriptLines(job)).filter((line) => line.startsWith('happiness '));
const configText = [...text.matchAll(/^```yaml\n(# happiness\.config\.yaml\n[\s\S]*?)^```$/gm)][0]?.[1] ?? '';

/** What stands under `run` and `script`. */
function scriptLines(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    key === 'run' || key === 'script' ? [inside].flat().map(String) : scriptLines(inside),
  );
}

/** Takes what recipes send, and keeps it in a file: chats and Elasticsearch. Another process, since the tests wait for their commands. */
const RECEIVER = `
  import { createServer } from 'node:http';
  import { appendFileSync } from 'node:fs';
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    appendFileSync(process.argv[1], JSON.stringify({ url: request.url, type: request.headers['content-type'], body: Buffer.concat(chunks).toString() }) + '\\n');
    response.end('ok');
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

/** The demonstration data ends on the 7th of January 2026: the day on which recipes are tried. */
const TODAY = '2026-01-08';

let folder = '';
let receiver: ChildProcess | undefined;
let address = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  for (const name of ['textfile', 'ci']) mkdirSync(join(folder, name));
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'), 'junction');
  symlinkSync(join(root, 'fixtures', 'demo'), join(folder, 'ci', 'exports'), 'junction');
  writeFileSync(join(folder, 'ci', 'happiness.config.yaml'), configText);
  const program = `case "$*" in *--as-of*) ;; *last-week*) set -- "$@" --as-of ${TODAY} ;; esac\nexec "${process.execPath}" "${BIN}" "$@"`;
  writeFileSync(join(folder, 'happiness'), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
  receiver = spawn(process.execPath, ['--input-type=module', '-e', RECEIVER, join(folder, 'received')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(receiver.stdout!, 'data')) as [Buffer];
  address = `http://127.0.0.1:${port.toString().trim()}`;
});
afterAll(() => {
  if (process.env['README'] === 'write') writeFileSync(readme, withFreshOutput());
  receiver?.kill();
  rmSync(folder, { recursive: true });
});

function withFreshOutput(): string {
  return text.replace(BLOCK, (block: string, kind: string, body: string) => {
    if (kind !== 'console') return block;
    const lines = body.split(/^\$ /m).flatMap((part) => (part === '' ? [] : [part.slice(0, part.indexOf('\n'))]));
    return `\`\`\`console\n${lines.map((line) => `$ ${line}\n${start(line).out}`).join('')}\`\`\``;
  });
}

function start(line: string, cwd = folder): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { FORCE_COLOR: _, CI: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(line, {
    shell: true,
    cwd,
    encoding: 'utf8',
    env: {
      ...env,
      TZ: 'UTC',
      NO_COLOR: '1',
      WEBHOOK_URL: `${address}/webhook`,
      ELASTIC_URL: address,
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    },
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

  it.each(jobLines.map((line) => ({ line })))('can be followed in CI: $line', ({ line }) => {
    const { code, out, err } = start(line, join(folder, 'ci'));
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    expect(out).not.toBe('');
    expect(readFileSync(join(folder, 'ci', 'checks.xml'), 'utf8')).toContain('failures="0" errors="0"');
  });

  it('sends to chats and to Elasticsearch what they take', () => {
    expect(jobLines).toHaveLength(2);
    const received = readFileSync(join(folder, 'received'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly url: string; readonly type: string; readonly body: string });
    const [chat, bulk] = ['/webhook', '/_bulk'].map((url) => received.find((one) => one.url === url));
    expect(JSON.parse(chat?.body ?? '')).toMatchObject({ text: expect.stringContaining('*Happiness report: 2026-W01*') as string });
    expect(bulk?.type).toBe('application/x-ndjson');
    expect(bulk?.body).toMatch(/^\{"index":.*\}\n[\s\S]*\}\n$/);
    expect(existsSync(join(folder, 'weekly-2026-W01.md'))).toBe(true);
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
