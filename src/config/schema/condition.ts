import * as v from 'valibot';
import { text } from './values.ts';

const CONDITION = 'a condition such as "channel = chat" or { channel: chat }';

const word = v.union([text(CONDITION), v.number(CONDITION), v.boolean(CONDITION)], CONDITION);
type Word = string | number | boolean;

/** A condition on rows, as text of the grammar of `--where` or as `{ field: value, field: [value, value] }` (all must hold); always gives text. */
export const condition = v.union(
  [
    text(CONDITION),
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/\S/, 'the name of a field')),
        v.union([word, v.pipe(v.array(word, CONDITION), v.minLength(1, CONDITION))], CONDITION),
        CONDITION,
      ),
      v.minEntries(1, CONDITION),
      v.transform((fields) => conditionText(fields)),
    ),
  ],
  CONDITION,
);

function conditionText(fields: Readonly<Record<string, Word | readonly Word[]>>): string {
  return Object.entries(fields)
    .map(([field, value]) => (typeof value === 'object' ? `${field} in (${value.map(quoted).join(', ')})` : `${field} = ${quoted(value)}`))
    .join(' and ');
}

/** Bare where the grammar takes it for one word. */
function quoted(value: Word): string {
  const word = String(value);
  return /^[\p{L}\p{N}_.@/-]+$/u.test(word) && !/^(?:and|or|not|in)$/i.test(word) ? word : `"${word.replaceAll('"', '""')}"`;
}
