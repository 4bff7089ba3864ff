import { type JsonObject, type JsonRecord, RecordView } from '../../model/json.ts';
import type { ComputedPath } from '../preset.ts';

/** What is read from a parsed record is whatever the source wrote: these take it without trusting it. */
export function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const stepsOf = new Map<string, readonly string[]>();

/** The value at `a.b.c`, own members only; `undefined` where any step is missing. */
export function at(record: unknown, path: string): unknown {
  if (record instanceof RecordView) return record.at(path);
  let steps = stepsOf.get(path);
  if (steps === undefined) stepsOf.set(path, (steps = path.split('.')));
  let value: unknown = record;
  for (const [place, step] of steps.entries()) {
    if (value instanceof RecordView) return value.at(steps.slice(place).join('.'));
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

export function objectAt(record: unknown, path: string): JsonRecord | undefined {
  const value = at(record, path);
  return isObject(value) ? value : undefined;
}

/** The objects of the list at `path`; none where there is no list. */
export function listAt(record: unknown, path: string): readonly JsonRecord[] {
  return objectsOf(at(record, path));
}

/** The objects among the elements of a list; none of anything else. */
export function objectsOf(value: unknown): readonly JsonRecord[] {
  if (!Array.isArray(value)) return [];
  for (let place = 0; place < value.length; place++) if (!isObject(value[place])) return value.filter(isObject);
  return value as readonly JsonRecord[];
}

/** Text or a number as text; `undefined` for anything else and for blank text. */
export function textAt(record: unknown, path: string): string | undefined {
  return textOf(at(record, path));
}

/** The same for a value. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Whether anything but null stands there: much quicker to ask than for what it is. */
export function has(record: unknown, path: string): boolean {
  return record instanceof RecordView ? record.has(path) : (at(record, path) ?? null) !== null;
}

export function hasText(record: unknown, path: string): boolean {
  return record instanceof RecordView ? record.hasText(path) : textAt(record, path) !== undefined;
}

/** Whether text or a number is this one, which is ASCII. */
export function isTextAt(record: unknown, path: string, text: string): boolean {
  return record instanceof RecordView ? record.isText(path, text) : textAt(record, path) === text;
}

/** Whether this text, which is ASCII without quotes, may stand within what is at the path: quick to ask before the value itself is. */
export function mayHold(record: unknown, path: string, text: string): boolean {
  return !(record instanceof RecordView) || record.mayHold(path, text);
}

/** Whether text or a number that is one and the same stands at both paths. */
export function sameText(record: unknown, path: string, other: unknown, otherPath: string): boolean {
  if (record instanceof RecordView && other instanceof RecordView) {
    const same = record.same(path, other, otherPath);
    if (same !== undefined) return same;
  }
  const text = textAt(record, path);
  return text !== undefined && text === textAt(other, otherPath);
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

/** A path under the name that the report shows for it. */
export function namedPath(label: string, path: string): ComputedPath {
  return named(label, (record) => at(record, path), { within: itself, member: path });
}

const itself = (record: JsonRecord): JsonRecord => record;

/** A function of the record under the name that the report shows for it. */
export function named(
  label: string,
  compute: (record: JsonRecord, parent?: JsonRecord) => unknown,
  comesFrom: Pick<ComputedPath, 'within' | 'member'> = {},
): ComputedPath {
  return Object.assign((record: JsonRecord, parent?: JsonRecord) => compute(record, parent), { label, ...comesFrom });
}
