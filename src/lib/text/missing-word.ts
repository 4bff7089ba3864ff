/** What exports write where there is nothing. Not `no` or `unknown`, which are answers. */
const MISSING = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  '.',
  '?',
  'n/a',
  'n.a.',
  'na',
  'nan',
  'nil',
  'none',
  'null',
  '(null)',
  '<null>',
  '\\n',
  'undefined',
  '#n/a',
  '#null!',
  '#value!',
  '#ref!',
  '#div/0!',
  '(none)',
  '(blank)',
  '(empty)',
]);

/** True for an empty cell and for the words that stand for one, in any case. */
export function isMissingWord(text: string): boolean {
  const word = text.trim();
  return word.length <= 11 && MISSING.has(word.toLowerCase());
}

const STARTS: ReadonlySet<number> = new Set(Array.from(MISSING, (word) => word.charCodeAt(0)).filter((code) => code < 128));

/** Whether a word with this first byte and length, without blanks around it, may be one of them: `isMissingWord` then decides. */
export function mayBeMissing(firstByte: number, length: number): boolean {
  return length <= 11 && (firstByte >= 128 || STARTS.has(firstByte >= 65 && firstByte <= 90 ? firstByte | 32 : firstByte));
}
