import type { TableKind } from '../model/kinds.ts';
import { fieldKey } from './field-key.ts';
import { synonyms } from './synonyms.ts';

/** By field the header names that the generic mapper takes for it, best first, beside its own. */
export function fieldNames(kind: TableKind): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [name, mapping] of synonyms[kind]) {
    const field = typeof mapping === 'string' ? mapping : mapping.field;
    const known = names.get(field) ?? [];
    names.set(field, known);
    if (name !== fieldKey(field)) known.push(name);
  }
  return names;
}
