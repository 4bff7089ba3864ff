import { FIELDS } from '../../model/kinds.ts';
import type { FieldType, TableKind } from '../../model/kinds.ts';
import type { FieldMapping } from '../../presets/preset.ts';
import { synonyms } from '../../presets/synonyms.ts';

export interface NamedMapping {
  readonly mapping: FieldMapping;
  /** Place among the kind's names: lower is the better guess. */
  readonly rank: number;
}

const byKind = new Map<TableKind, ReadonlyMap<string, NamedMapping>>();

/** Every name that the generic mapper knows for a kind. */
export function namesOf(kind: TableKind): ReadonlyMap<string, NamedMapping> {
  let names = byKind.get(kind);
  if (names === undefined) {
    names = new Map(Array.from(synonyms[kind], ([key, mapping], rank) => [key, { mapping: asMapping(mapping), rank }]));
    byKind.set(kind, names);
  }
  return names;
}

export function asMapping(mapping: string | FieldMapping): FieldMapping {
  return typeof mapping === 'string' ? { field: mapping } : mapping;
}

export function typeOf(kind: TableKind, field: string): FieldType | undefined {
  const fields: Readonly<Record<string, FieldType>> = FIELDS[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The column of the dataset that a mapping feeds: durations are apart by clock. */
export function targetOf(kind: TableKind, mapping: FieldMapping): string {
  return typeOf(kind, mapping.field) === 'duration' ? `${mapping.field}.${mapping.clock ?? 'unknown'}` : mapping.field;
}
