import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Which folder of src may import which; the same table as in docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lib: ['model'],
  read: ['model', 'lib'],
  presets: ['model', 'lib'],
  normalize: ['model', 'lib', 'read', 'presets'],
  kpis: ['model', 'lib'],
  segments: ['model', 'lib'],
  analyze: ['model', 'lib', 'kpis', 'segments'],
  formats: ['model', 'lib'],
  checks: ['model', 'lib'],
  // The registries for their ids only.
  config: ['model', 'lib', 'kpis', 'presets', 'segments'],
  cli: ['model', 'lib', 'read', 'presets', 'normalize', 'kpis', 'segments', 'analyze', 'checks', 'formats', 'config'],
  // src/index.ts, the library API: everything but the command line.
  'index.ts': ['model', 'lib', 'read', 'presets', 'normalize', 'kpis', 'segments', 'analyze', 'checks', 'formats', 'config'],
};

const ONLY_IN: readonly { readonly what: string; readonly module: RegExp; readonly where: RegExp }[] = [
  { what: 'node:fs', module: /^(node:)?fs(\/|$)/, where: /^(read\/|config\/|cli\/output\/write-(file|pipe)\.ts$)/ },
  { what: 'commander', module: /^commander$/, where: /^cli\// },
  { what: 'ora', module: /^ora$/, where: /^cli\// },
  { what: 'write-file-atomic', module: /^write-file-atomic$/, where: /^cli\/output\/write-file\.ts$/ },
  { what: 'node:process', module: /^(node:)?process$/, where: /^cli\/main\.ts$/ },
];

const MEANINGLESS = /^(utils?|helpers?|misc|common|shared)(\.|$)/;
const MOST_LINES = 250;

interface SourceFile {
  /** From src, with slashes. */
  readonly path: string;
  readonly room: string;
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map(readSource)
  .toSorted((a, b) => a.path.localeCompare(b.path));

function readSource(name: string): SourceFile {
  const path = name.split(sep).join('/');
  const text = readFileSync(join(SRC, name), 'utf8');
  const code = withoutComments(text);
  const imports = [
    ...code.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g),
  ].map(([, from, lazy, bare]) => from ?? lazy ?? bare ?? '');
  return { path, room: path.split('/')[0] ?? '', code, lines: text.split('\n').length - 1, imports };
}

/** Good enough for our own style: no test below looks for what stands in strings. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/.*$/gm, '$1');
}

/** The room in src that a relative import leads to, `undefined` for packages. */
function roomOf(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return relative(SRC, join(SRC, dirname(file.path), specifier)).split(sep)[0];
}

describe('architecture', () => {
  it('finds the sources and their imports', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.find(({ path }) => path === 'cli/main.ts')?.imports).toEqual([
      './io.ts',
      './version.ts',
      './crew/worth-a-helper.ts',
      './exit-codes.ts',
      './run.ts',
    ]);
  });

  it('has no room that the table does not know', () => {
    expect(files.filter(({ room }) => !(room in MAY_IMPORT)).map(({ path }) => path)).toEqual([]);
  });

  it('imports along the table only', () => {
    const against = files.flatMap((file) =>
      file.imports
        .filter((specifier) => {
          const room = roomOf(file, specifier);
          return room !== undefined && room !== file.room && !MAY_IMPORT[file.room]?.includes(room);
        })
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(against).toEqual([]);
  });

  it.for(ONLY_IN)('uses $what in its place only', ({ module, where }) => {
    const elsewhere = files.filter(({ path, imports }) => !where.test(path) && imports.some((specifier) => module.test(specifier)));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('touches the process in main.ts only', () => {
    const elsewhere = files.filter(({ path, code }) => path !== 'cli/main.ts' && /\bprocess\s*[.[]/.test(code));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('reads the clock in cli/ only', () => {
    const elsewhere = files.filter(({ room, code }) => room !== 'cli' && /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/.test(code));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('imports date-fns by sub-path only', () => {
    expect(files.filter(({ imports }) => imports.includes('date-fns')).map(({ path }) => path)).toEqual([]);
  });

  it('exports by name only', () => {
    expect(files.filter(({ code }) => /^export default\b|\bas default\b/m.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it(`keeps every file under ${MOST_LINES} lines`, () => {
    expect(files.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('names nothing after nothing', () => {
    expect(files.filter(({ path }) => path.split('/').some((part) => MEANINGLESS.test(part))).map(({ path }) => path)).toEqual([]);
  });

  it('names files in kebab-case', () => {
    expect(files.filter(({ path }) => !/^[a-z0-9/-]+\.ts$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('leaves no type holes and no left-over notes', () => {
    const notes = /\b(TODO|FIXME|XXX|HACK)\b/;
    const holes = /\bas any\b|: any(\[\])?\s*[;,)=|>]|<any>|@ts-(ignore|expect-error)|as unknown as/;
    const found = files.filter(({ path, code }) => holes.test(code) || notes.test(readFileSync(join(SRC, path), 'utf8')));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it.for([
    { registry: 'kpis', entry: /\bdefineKpi\(/ },
    { registry: 'presets', entry: /^export const \w+: Preset = /m },
    { registry: 'formats', entry: /^export const \w+: Format = /m },
  ])('lists every file of $registry in its index', ({ registry, entry }) => {
    const index = files.find(({ path }) => path === `${registry}/index.ts`);
    const reachable = new Set<string>();
    const visit = (file: SourceFile | undefined): void => {
      if (file === undefined || reachable.has(file.path)) return;
      reachable.add(file.path);
      for (const specifier of file.imports.filter((name) => name.startsWith('.'))) {
        const path = relative(SRC, join(SRC, dirname(file.path), specifier))
          .split(sep)
          .join('/');
        visit(files.find((other) => other.path === path));
      }
    };
    visit(index);
    const unlisted = files.filter(
      ({ room, path, code }) => room === registry && entry.test(code) && !/^export function defineKpi/m.test(code) && !reachable.has(path),
    );
    expect(unlisted.map(({ path }) => path)).toEqual([]);
  });
});
