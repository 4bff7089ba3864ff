import type { TableKind } from '../../model/kinds.ts';
import { synonyms } from '../synonyms.ts';

/** Words that name no field by themselves: articles, forms of to be, whose it is, and that it is a date. Not `to` and `by`, which tell who from when. */
const LITTLE = new Set(
  (
    'the a an of at on in for is was were has been it this our my your ticket tickets case date time datetime timestamp when ' +
    'der die das des den dem von vom am um im ist war wurde wann datum uhrzeit zeitpunkt ' +
    'el la los las del de en fue fecha hora le les du des date heure d l est'
  ).split(' '),
);

const telling = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !LITTLE.has(word))
    .toSorted()
    .join(' ');

/** The telling words of a name → the fields of a kind that are called so, best first. */
const related = new Map<TableKind, ReadonlyMap<string, readonly string[]>>();

function relatedOf(kind: TableKind): ReadonlyMap<string, readonly string[]> {
  const known = related.get(kind);
  if (known !== undefined) return known;
  const found = new Map<string, string[]>();
  for (const [name, mapping] of synonyms[kind]) {
    const words = telling(name);
    const field = typeof mapping === 'string' ? mapping : mapping.field;
    const fields = found.get(words);
    if (fields === undefined) found.set(words, [field]);
    else if (!fields.includes(field)) fields.push(field);
  }
  found.delete('');
  related.set(kind, found);
  return found;
}

/** The fields of a kind one of whose names says the same as a header (as `fieldKey` makes it), but for little words: `date it was raised`, `raised at`. Good for a guess to be looked at, not for reading by. */
export function relatedFields(kind: TableKind, name: string): readonly string[] {
  return relatedOf(kind).get(telling(name)) ?? [];
}
