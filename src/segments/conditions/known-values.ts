import type { DimensionContext } from '../dimension.ts';
import type { Comparison, Condition } from './condition.ts';
import { findField } from './fields.ts';

const SHOWN = 8;

/** The comparison in our words: the source's own (`Hoch`) is what normalizing made of it (`high`), where no value is written like that. */
export function inOurWords(comparison: Comparison, { dataset }: DimensionContext, values: readonly string[]): Comparison {
  const words = dataset.words?.get(findField(comparison.field)?.name.split('.').at(-1) ?? '');
  if (words === undefined) return comparison;
  const known = new Set(values.map((value) => value.toLowerCase()));
  const translated = comparison.values.map((value) => {
    const text = value.text?.trim().toLowerCase();
    const ours = text === undefined || known.has(text) ? undefined : words.get(text);
    return ours === undefined ? value : { ...value, text: ours };
  });
  return { ...comparison, values: translated };
}

/** `priority is one of high, low, normal` for what the condition compares with words: only what tells nothing of a person. */
export function valuesThereAre(condition: Condition, context: DimensionContext): readonly string[] {
  if (condition.kind === 'not') return valuesThereAre(condition.part, context);
  if (condition.kind !== 'compare') return [...new Set(condition.parts.flatMap((part) => valuesThereAre(part, context)))];
  const dimension = findField(condition.field)?.dimension;
  if (!dimension?.operational || dimension.ordered) return [];
  const grouping = dimension.groups(context, 'tickets');
  if (grouping === null) return [];
  const met = new Set(grouping.codes);
  const values = grouping.values.filter((value, code) => value !== '' && met.has(code)).toSorted();
  if (values.length === 0) return [];
  const more = values.length > SHOWN ? ` and ${values.length - SHOWN} more` : '';
  return [`${dimension.id} is one of ${values.slice(0, SHOWN).join(', ')}${more}`];
}
