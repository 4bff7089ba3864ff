import type { JsonObject } from '../../model/json.ts';
import type { JsonPath } from '../../presets/preset.ts';

/** The value at a path's place, own members only; `undefined` where any step is missing. */
export function valueAt(path: JsonPath, record: JsonObject, parent?: JsonObject): unknown {
  if (typeof path === 'function') return path(record, parent);
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

/** How a path is shown in the report. */
export function pathLabel(path: JsonPath): string {
  return typeof path === 'string' ? path : (path.label ?? '(computed)');
}
