import { closingQuote } from './json-numbers.ts';

const NOT_SPACE = /[^ \t\n\r]/g;
const STRUCTURE = /["[\]{}]/g;
const LITERAL_END = /[\s,\]}]/g;

/** First place at or after `from` that is no white space, or the length of the text. */
export function skipSpace(text: string, from: number): number {
  NOT_SPACE.lastIndex = from;
  return NOT_SPACE.exec(text)?.index ?? text.length;
}

/** Where the JSON value that starts at `from` ends, or -1 when the text ends before. Looks at brackets and strings only; JSON.parse judges the rest. */
export function valueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return closingQuote(text, from + 1) + 1 || -1;
  if (first !== '{' && first !== '[') {
    LITERAL_END.lastIndex = from + 1;
    return LITERAL_END.exec(text)?.index ?? -1;
  }
  let depth = 0;
  STRUCTURE.lastIndex = from;
  for (let match = STRUCTURE.exec(text); match !== null; match = STRUCTURE.exec(text)) {
    const character = match[0];
    if (character === '"') {
      const close = closingQuote(text, match.index + 1);
      if (close === -1) return -1;
      STRUCTURE.lastIndex = close + 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if ((depth -= 1) === 0) return match.index + 1;
  }
  return -1;
}

export function countLineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
