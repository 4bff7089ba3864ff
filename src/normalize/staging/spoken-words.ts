import type { SpokenWords } from '../../model/dataset.ts';
import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize } from '../../model/texts.ts';
import type { WordsOf } from './words-of.ts';
import { codeOf } from './words-of.ts';

/** Fields whose words are translated and that conditions can ask for. */
const TRANSLATED = ['status', 'priority', 'channel', 'planKind'] as const;
/** More different words than a vocabulary has are names. */
const MOST_WORDS = 500;

/** The columns as the source has them: to be taken before they are translated. */
export function untranslated(part: WordsOf): ReadonlyMap<string, CodeColumn> {
  return new Map(
    TRANSLATED.flatMap((field) => {
      const column = codeOf(part, field);
      return column === undefined || dictionarySize(column) > MOST_WORDS ? [] : [[field, column] as const];
    }),
  );
}

/** What the source's words have become, where they did not stay as they were. */
export function spokenWords(before: ReadonlyMap<string, CodeColumn>, part: WordsOf): SpokenWords {
  const spoken = new Map<string, ReadonlyMap<string, string>>();
  for (const [field, { codes, values }] of before) {
    const after = codeOf(part, field);
    if (after === undefined) continue;
    const words = new Map<string, string>();
    const seen = new Uint8Array(values.length);
    seen[0] = 1;
    for (let row = 0, unseen = values.length - 1; row < part.rows && unseen > 0; row++) {
      const code = codes[row]!;
      if (seen[code] === 1) continue;
      seen[code] = 1;
      unseen--;
      const word = values[code]!.toLowerCase();
      if (!words.has(word)) words.set(word, after.values[after.codes[row]!]!);
    }
    for (const [word, ours] of words) if (ours === '' || ours.toLowerCase() === word) words.delete(word);
    if (words.size > 0) spoken.set(field, words);
  }
  return spoken;
}

/** Words that two files mean differently are nobody's. */
export function joinSpokenWords(all: readonly SpokenWords[]): SpokenWords {
  const joined = new Map<string, Map<string, string | null>>();
  for (const [field, words] of all.flatMap((one) => [...one])) {
    const known = joined.get(field) ?? new Map<string, string | null>();
    joined.set(field, known);
    for (const [word, ours] of words) known.set(word, known.has(word) && known.get(word) !== ours ? null : ours);
  }
  return new Map(
    [...joined].map(([field, words]) => [
      field,
      new Map([...words].flatMap(([word, ours]) => (ours === null ? [] : [[word, ours] as const]))),
    ]),
  );
}
