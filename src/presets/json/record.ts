import type { JsonObject } from '../../model/json.ts';
import type { ComputedPath } from '../preset.ts';

/** What is read from a parsed record is whatever the source wrote: these take it without trusting it. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const stepsOf = new Map<string, readonly string[]>();

/** The value at `a.b.c`, own members only; `undefined` where any step is missing. */
export function at(record: unknown, path: string): unknown {
  let steps = stepsOf.get(path);
  if (steps === undefined) stepsOf.set(path, (steps = path.split('.')));
  let value: unknown = record;
  for (const step of steps) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

export function objectAt(record: unknown, path: string): JsonObject | undefined {
  const value = at(record, path);
  return isObject(value) ? value : undefined;
}

/** The objects of the list at `path`; none where there is no list. */
export function listAt(record: unknown, path: string): readonly JsonObject[] {
  const value = at(record, path);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Text or a number as text; `undefined` for anything else and for blank text. */
export function textAt(record: unknown, path: string): string | undefined {
  const value = at(record, path);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A number, or text that is one. */
export function numberAt(record: unknown, path: string): number | undefined {
  const text = textAt(record, path);
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Ids of which 0 (or what the product uses) stands for nobody. */
export function idAt(record: unknown, path: string, nobody = '0'): string | undefined {
  const id = textAt(record, path);
  return id === nobody ? undefined : id;
}

/** A count that includes the first of its kind, less that one. */
export function lessOne(count: number | undefined): number | undefined {
  return count === undefined ? undefined : Math.max(0, count - 1);
}

/** Members of objects that a list holds: `names(record, 'tags', 'name')`. A list of texts is taken as it is. */
export function names(record: unknown, path: string, member: string): readonly string[] | undefined {
  const list = at(record, path);
  if (!Array.isArray(list)) return undefined;
  return list
    .map((item) => (isObject(item) ? textAt(item, member) : typeof item === 'string' ? item : undefined))
    .filter((name) => name !== undefined);
}

/** A function of the record under the name that the report shows for it. */
export function named(label: string, compute: (record: JsonObject, parent?: JsonObject) => unknown): ComputedPath {
  return Object.assign((record: JsonObject, parent?: JsonObject) => compute(record, parent), { label });
}
