import { FIELDS } from '../../model/kinds.ts';
import type { FieldType, TableKind } from '../../model/kinds.ts';
import type { FieldMapping } from '../../presets/preset.ts';

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
