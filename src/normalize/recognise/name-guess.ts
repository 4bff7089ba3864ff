import { relatedFields } from '../../presets/synonyms/related-names.ts';
import { notWhatTheySeem, synonyms } from '../../presets/synonyms.ts';
import type { TableKind } from '../../model/kinds.ts';
import { fits } from '../plan/content.ts';
import { asMapping, typeOf } from '../plan/names.ts';
import type { SourceColumn } from '../plan/plan.ts';

/**
 * The fields that a column which feeds nothing may hold, best first: those that its name nearly says and its cells can be.
 * What the cells look like is no reason alone: any text could be a group. In a table that was read, a name that we know was refused for a reason.
 */
export function guessedFields(kind: TableKind, { keys, content }: SourceColumn, wasRead: boolean): readonly string[] {
  if (content.cells === 0 || keys.some((key) => notWhatTheySeem.has(key))) return [];
  const known = keys.flatMap((key) => {
    const named = synonyms[kind].find(key);
    return named === undefined ? [] : [asMapping(named.mapping).field];
  });
  if (wasRead && known.length > 0) return [];
  return [...known, ...keys.flatMap((key) => relatedFields(kind, key))].filter((field) => {
    const type = typeOf(kind, field);
    return type !== undefined && fits(type, field, content);
  });
}
