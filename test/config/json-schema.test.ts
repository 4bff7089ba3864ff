import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema as officialJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findProblems } from '../../src/config/check/find-problems.ts';
import { configJsonSchema, toJsonSchema } from '../../src/config/json-schema.ts';
import { configSchema } from '../../src/config/schema/config.ts';
import { kpis } from '../../src/kpis/index.ts';
import { FIXTURES, KNOWN } from './known.ts';

const schema = configSchema(KNOWN.kpis);
/** What an editor does with the schema. */
const editorAccepts = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(configJsonSchema(KNOWN.kpis));

function valuesIn(folder: string): readonly (readonly [name: string, value: unknown])[] {
  return readdirSync(join(FIXTURES, folder))
    .filter((name) => /\.(yaml|json)$/.test(name))
    .map((name) => [name, parse(readFileSync(join(FIXTURES, folder, name), 'utf8').replace(/^\u{FEFF}/u, ''))] as const);
}

describe('the JSON Schema of the config', () => {
  it('is what @valibot/to-json-schema makes of the same schema', () => {
    const { $schema: _, ...official } = officialJsonSchema(configSchema(kpis), { typeMode: 'input', target: 'draft-07' });
    expect(toJsonSchema(configSchema(kpis))).toEqual(official);
  });

  it('says of every setting what it is', () => {
    const { properties } = configJsonSchema(KNOWN.kpis) as { properties: Record<string, { description?: string }> };
    expect(Object.entries(properties).filter(([, { description = '' }]) => description.length < 10)).toEqual([]);
  });

  it('knows every KPI and its options', () => {
    const text = JSON.stringify(configJsonSchema(kpis));
    for (const { id } of kpis) expect(text).toContain(`"${id}":`);
  });
});

describe('schema and program agree', () => {
  it.for(valuesIn('good').filter(([, value]) => value !== null))('that %s is right', async ([, value]) => {
    expect(editorAccepts(value), JSON.stringify(editorAccepts.errors)).toBe(true);
    expect(await findProblems(value, KNOWN)).toEqual([]);
  });

  it.for(valuesIn('bad/shape'))('that %s is wrong', async ([, value]) => {
    expect(editorAccepts(value)).toBe(false);
    expect(await findProblems(value, KNOWN)).not.toEqual([]);
  });

  it.for(valuesIn('bad/meaning'))('on the shape of %s, whose meaning only the program knows', ([, value]) => {
    expect(editorAccepts(value), JSON.stringify(editorAccepts.errors)).toBe(true);
  });

  /** Words and values that are nearly right somewhere. */
  const someValue = fc.oneof(
    fc.constantFrom<unknown>(
      '',
      '15m',
      '15 m',
      '1h30m',
      '5%',
      '101%',
      '100%',
      '0.5',
      'mon',
      'UTC',
      'Europe/Berlin',
      '2025-12-31',
      '2025-12-24..2025-12-26',
      '09:00-17:00',
      'email',
      'csat',
    ),
    fc.constantFrom<unknown>(null, true, false, -1, 0, 0.5, 1, 1.5, 5, 1e9, [], {}, [''], [[]], [{}], { a: 1 }, { default: {} }),
    fc.string(),
    fc.jsonValue({ maxDepth: 2 }),
  );

  it('wherever a value of a good config is exchanged for another one', async () => {
    const [, good] = valuesIn('good').find(([name]) => name === 'product.yaml') ?? ['', {}];
    const paths = leafPaths(good);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), someValue, async (path, value) => {
        const changed = exchanged(good, path, value);
        const program = (await findProblems(changed, KNOWN)).length === 0;
        const editor = editorAccepts(changed);
        // What the editor marks the program refuses; what it passes fails for its meaning only, behind the shape.
        if (!editor) expect(program).toBe(false);
        if (editor && !program) expect(shapeOnly(changed)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  /** True when every complaint comes from reading a text of the right shape, or from elsewhere in the config. */
  function shapeOnly(value: unknown): boolean {
    return (safeParse(schema, value).issues ?? []).every(({ kind }) => kind === 'transformation');
  }
});

type Path = readonly (string | number)[];

/** Every place in a value, with the mappings and lists on the way. */
function leafPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, below]) => leafPaths(below, [...path, Array.isArray(value) ? Number(key) : key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function exchanged(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? exchanged(item, rest, other) : item));
  const mapping = value as Record<string, unknown>;
  return { ...mapping, [key]: exchanged(mapping[key], rest, other) };
}
