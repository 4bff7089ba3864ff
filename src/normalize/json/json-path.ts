import type { JsonObject } from '../../model/json.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { JsonPath } from '../../presets/preset.ts';

const stepsOf = new Map<string, readonly string[]>();

/** The value at a path's place, own members only; `undefined` where any step is missing. */
export function valueAt(path: JsonPath, record: JsonObject, parent?: JsonObject): unknown {
  if (typeof path === 'function') return path(record, parent);
  if (Object.hasOwn(record, path)) return record[path];
  let steps = stepsOf.get(path);
  if (steps === undefined) stepsOf.set(path, (steps = path.split('.')));
  if (steps.length === 1) return undefined;
  let value: unknown = record;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

/** The member that the user named, in any case and with any separators; `a.b` for one inside another. */
export function memberNamed(column: string): JsonPath {
  const wanted = fieldKey(column);
  const from = (record: JsonObject): unknown => {
    const direct = valueAt(column, record);
    if (direct !== undefined) return direct;
    const name = Object.keys(record).find((key) => fieldKey(key) === wanted);
    return name === undefined ? undefined : record[name];
  };
  return Object.assign(from, { label: column });
}

/** How a path is shown in the report. */
export function pathLabel(path: JsonPath): string {
  return typeof path === 'string' ? path : (path.label ?? '(computed)');
}
