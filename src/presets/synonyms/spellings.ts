import { fieldKey } from '../field-key.ts';
import type { FieldMapping } from '../preset.ts';

/** Field → its spellings, best first, divided by `|`. */
export type Spellings = Readonly<Record<string, string>>;

export type SynonymTable = Readonly<Record<string, string | FieldMapping>>;

/**
 * Spelling (as `fieldKey` makes it) → field. Earlier entries win over later ones, so that an own field name is never
 * taken by a synonym of another. Null-prototype: the keys are looked up with header texts.
 */
export function synonymTable(own: readonly (string | FieldMapping)[], ...lists: readonly SynonymTable[]): SynonymTable {
  const table: Record<string, string | FieldMapping> = Object.create(null) as Record<string, string | FieldMapping>;
  for (const mapping of own) table[fieldKey(typeof mapping === 'string' ? mapping : mapping.field)] = mapping;
  for (const list of lists) {
    for (const [key, value] of Object.entries(list)) table[key] ??= value;
  }
  return table;
}

/** `{ createdAt: 'created | opened' }` → `{ created: 'createdAt', opened: 'createdAt' }`. */
export function spelled(spellings: Spellings): SynonymTable {
  const table: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [field, list] of Object.entries(spellings)) {
    for (const spelling of list.split('|')) table[fieldKey(spelling)] ??= field;
  }
  return table;
}
