import type { JsonObject } from '../../model/json.ts';
import type { JsonListLayout, JsonPath } from '../../presets/preset.ts';
import { valueAt } from './json-path.ts';

/**
 * The members of a list's first records that its layout never looks at: what a report names as unmapped. Which members a function of the
 * layout looks at is seen by letting it look.
 */
export function unreadMembers(layout: JsonListLayout, records: readonly JsonObject[]): string[] {
  const seen = new Set<string>();
  const present = new Set<string>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) if (value !== null && value !== '') present.add(key);
    const watched = new Proxy(record, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string') seen.add(key);
        return Reflect.get(target, key, receiver);
      },
      has(target, key) {
        if (typeof key === 'string') seen.add(key);
        return Reflect.has(target, key);
      },
      getOwnPropertyDescriptor(target, key) {
        if (typeof key === 'string') seen.add(key);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
    });
    for (const path of pathsOf(layout)) valueAt(path, watched);
    layout.exclude?.(watched);
    for (const { each } of layout.children ?? []) valueAt(each, watched);
  }
  return [...present].filter((key) => !seen.has(key));
}

function pathsOf({ fields }: JsonListLayout): readonly JsonPath[] {
  return Object.values(fields).flatMap((said): readonly JsonPath[] => {
    if (typeof said === 'string' || typeof said === 'function') return [said];
    return (Array.isArray(said) ? (said as readonly { from: JsonPath }[]) : [said as { from: JsonPath }]).map(({ from }) => from);
  });
}
