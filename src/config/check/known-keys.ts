import type { GenericSchema } from 'valibot';
import { suggest } from '../../lib/text/suggest.ts';
import { pathText, shown, type ConfigPath, type Problem } from '../problem.ts';

/** The parts of our schemas that a walk along a value needs. */
interface Structure {
  readonly type: string;
  readonly message?: unknown;
  readonly wrapped?: Structure;
  readonly entries?: Readonly<Record<string, Structure>>;
  readonly value?: Structure;
  readonly item?: Structure;
  readonly options?: readonly Structure[];
}

/** JavaScript gives these names a meaning of its own in every object; valibot passes over them in silence. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Every key that does not exist, with the one that was probably meant, and every list where names belong: valibot tells of the first
 * unknown key of a mapping only, and takes a list for a mapping.
 */
export function misplaced(schema: GenericSchema, value: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  walk(schema as Structure, value, [], problems);
  return problems;
}

function walk(schema: Structure, value: unknown, path: ConfigPath, problems: Problem[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (schema.wrapped !== undefined) walk(schema.wrapped, value, path, problems);
  else if (schema.item !== undefined) walkList(schema.item, value, path, problems);
  else if (schema.type === 'union') walkUnion(schema, value, path, problems);
  else if (schema.type === 'strict_object' || schema.type === 'record') walkMapping(schema, value, path, problems);
}

function walkList(item: Structure, value: object, path: ConfigPath, problems: Problem[]): void {
  if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(item, one, [...path, index], problems);
}

/** Lists and mappings find the alternative of their own shape; of texts and numbers there is nothing to walk along. */
function walkUnion({ options = [] }: Structure, value: object, path: ConfigPath, problems: Problem[]): void {
  const fitting = options.find((option) =>
    Array.isArray(value) ? option.type === 'array' : option.type === 'strict_object' || option.type === 'record',
  );
  if (fitting !== undefined) walk(fitting, value, path, problems);
}

function walkMapping(schema: Structure, value: object, path: ConfigPath, problems: Problem[]): void {
  if (Array.isArray(value)) {
    const expected = typeof schema.message === 'string' ? schema.message : 'a mapping';
    problems.push({ path, at: 'value', message: `${pathText(path) || 'the config'} is a list, not ${expected}` });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const below = [...path, key];
    const known = schema.entries === undefined ? schema.value : Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined;
    if (RESERVED.has(key)) problems.push({ path: below, at: 'key', message: `${shown(key)} cannot be used as a name` });
    else if (known === undefined) problems.push(unknownKey(below, Object.keys(schema.entries ?? {})));
    else walk(known, inner, below, problems);
  }
}

function unknownKey(path: ConfigPath, keys: readonly string[]): Problem {
  const key = String(path.at(-1));
  const near = suggest(key, keys);
  const parent = path.slice(0, -1);
  const [top, owner] = path;
  const where = pathText(parent);
  if (top === 'kpis' && path.length === 2) {
    return {
      path,
      at: 'key',
      message: `unknown KPI ${shown(key)} in kpis`,
      hint: `${near === undefined ? '' : `did you mean ${near}?   `}all ids: happiness kpis`,
    };
  }
  const known = keys.length === 0 ? undefined : `known: ${keys.filter((name) => name !== '$schema').join(', ')}`;
  const hint = near === undefined ? known : `did you mean ${near}?`;
  if (top === 'kpis') return { path, at: 'key', message: `${owner} has no option ${shown(key)}`, hint };
  if (top === 'mappings' && path.length === 3) return { path, at: 'key', message: `${owner} have no field ${shown(key)}`, hint };
  return { path, at: 'key', message: `unknown key ${shown(key)}${where === '' ? '' : ` in ${where}`}`, hint };
}
