import { type JsonObject, type JsonRecord, RecordView } from '../../model/json.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { ComputedPath, JsonPath } from '../../presets/preset.ts';

/** A path, or one in the record around. */
export type FieldPath = string | (ComputedPath & { readonly ofParent?: string });

const stepsOf = new Map<string, readonly string[]>();

/** The value at a path's place, own members only; `undefined` where any step is missing. */
export function valueAt(path: JsonPath, record: JsonRecord, parent?: JsonRecord): unknown {
  if (typeof path === 'function') return path(record, parent);
  if (record instanceof RecordView) return record.at(path);
  if (Object.hasOwn(record, path)) return record[path];
  let steps = stepsOf.get(path);
  if (steps === undefined) stepsOf.set(path, (steps = path.split('.')));
  if (steps.length === 1) return undefined;
  let value: unknown = record;
  for (const [place, step] of steps.entries()) {
    if (value instanceof RecordView) return value.at(steps.slice(place).join('.'));
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

/** The member that the user named, in any case and with any separators; `a.b` for one inside another. */
export function memberNamed(column: string): JsonPath {
  const wanted = fieldKey(column);
  const from = (record: JsonRecord): unknown => {
    const direct = valueAt(column, record);
    if (direct !== undefined) return direct;
    const parsed = record instanceof RecordView ? record.parsed() : record;
    const name = Object.keys(parsed).find((key) => fieldKey(key) === wanted);
    return name === undefined ? undefined : parsed[name];
  };
  return Object.assign(from, { label: column });
}

/** How a path is shown in the report. */
export function pathLabel(path: JsonPath): string {
  return typeof path === 'string' ? path : (path.label ?? '(computed)');
}
