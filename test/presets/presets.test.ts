import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/model/kinds.ts';
import { fieldKey } from '../../src/presets/field-key.ts';
import { presets } from '../../src/presets/index.ts';
import type { JsonListLayout } from '../../src/presets/preset.ts';

const folder = fileURLToPath(new URL('../../src/presets', import.meta.url));
const NO_PRESETS = new Set(['index.ts', 'preset.ts', 'field-key.ts', 'field-names.ts', 'synonyms.ts']);

it('every preset file is listed', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !NO_PRESETS.has(name));
  expect(presets.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

it('every preset has a fixture', () => {
  const fixtures = new Set(readdirSync(fileURLToPath(new URL('../../fixtures', import.meta.url))));
  expect(presets.filter(({ id }) => !fixtures.has(id)).map(({ id }) => id)).toEqual([]);
});

describe.each(presets.map((preset) => [preset.id, preset] as const))('%s', (id, preset) => {
  const keys = (record: object | undefined): string[] => Object.keys(record ?? {});

  it('says what it is', () => {
    expect(presets.filter((other) => other.id === id)).toHaveLength(1);
    expect(preset.title.length).toBeGreaterThan(10);
    expect(preset.about.length).toBeGreaterThan(30);
    expect(preset.quirks.length).toBeGreaterThan(0);
    expect(preset.format === 'json' ? preset.json : (preset.table ?? preset.id)).toBeTruthy();
  });

  it('names columns and words in the form in which they are compared', () => {
    const { words } = preset;
    const names = [
      ...keys(preset.table?.columns),
      ...preset.recognise.anyOf.flat(),
      ...(preset.recognise.noneOf ?? []),
      ...keys(words?.statuses),
      ...keys(words?.priorities),
      ...keys(words?.channels),
      ...keys(words?.authors),
      ...[
        words?.ratings?.positive,
        words?.ratings?.neutral,
        words?.ratings?.negative,
        words?.ratings?.offered,
        words?.ratings?.notOffered,
      ].flatMap((list) => list ?? []),
    ];
    expect(names.filter((name) => fieldKey(name) !== name)).toEqual([]);
  });

  it('feeds fields that exist', () => {
    const tickets = new Set(Object.keys(FIELDS[preset.kind]));
    const fed = Object.values(preset.table?.columns ?? {}).map((said) => (typeof said === 'string' ? said : said?.field));
    expect(fed.filter((field) => field !== undefined && !tickets.has(field))).toEqual([]);
    for (const list of Object.values(preset.json?.lists ?? {})) expect(strangeFields(list)).toEqual([]);
  });

  it('gives a bare number of a duration its unit and its clock', () => {
    for (const [column, said] of Object.entries(preset.table?.columns ?? {})) {
      if (said === null || typeof said === 'string' || (FIELDS.tickets as Record<string, string>)[said.field] !== 'duration') continue;
      expect([column, said.unit === undefined, said.clock === undefined]).toEqual([column, false, false]);
    }
  });
});

function strangeFields({ into, fields, children }: JsonListLayout): string[] {
  const known = new Set(
    into === 'people' ? ['id', 'email', 'name', 'role'] : into === 'groups' ? ['id', 'name'] : Object.keys(FIELDS[into]),
  );
  const own = Object.keys(fields).filter((field) => !known.has(field));
  const theirs = (children ?? []).flatMap((child) =>
    Object.keys(child.fields).filter((field) => !Object.hasOwn(FIELDS[child.into], field)),
  );
  return [...own, ...theirs];
}
