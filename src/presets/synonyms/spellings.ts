import { fieldKey } from '../field-key.ts';
import type { FieldMapping } from '../preset.ts';

/** Field → its spellings in the form of `fieldKey`, best first, divided by `|`. */
export type Spellings = Readonly<Record<string, string>>;

export type SynonymTable = ReadonlyMap<string, string | FieldMapping>;

/**
 * Spelling (as `fieldKey` makes it) → field. Earlier entries win over later ones, so that an own field name is never
 * taken by a synonym of another.
 */
export function synonymTable(own: readonly (string | FieldMapping)[], ...lists: readonly SynonymTable[]): SynonymTable {
  const table = new Map<string, string | FieldMapping>();
  for (const mapping of own) table.set(fieldKey(typeof mapping === 'string' ? mapping : mapping.field), mapping);
  for (const list of lists) {
    for (const [key, value] of list) if (!table.has(key)) table.set(key, value);
  }
  return table;
}

/** `{ createdAt: 'created | opened' }` → `created` → `createdAt`, `opened` → `createdAt`. */
export function spelled(spellings: Spellings): SynonymTable {
  const table = new Map<string, string>();
  for (const [field, list] of Object.entries(spellings)) {
    for (const written of list.split('|')) {
      const spelling = written.trim();
      if (!table.has(spelling)) table.set(spelling, field);
    }
  }
  return table;
}
