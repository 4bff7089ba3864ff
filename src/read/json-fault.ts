import { closingQuote } from './json-numbers.ts';

export interface JsonFault {
  readonly offset: number;
  /** What is wrong, without any of the text. */
  readonly what: string;
}

const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const STRING = /^(?:[^\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*$/;

/**
 * Where and why a text is no JSON, or `null` when it is. JSON.parse says this in words that differ between versions of Node,
 * sometimes without the place and sometimes with a piece of the data in it. Does not recurse: any depth is fine.
 */
export function findJsonFault(text: string): JsonFault | null {
  /** Closing brackets that are still owed. */
  const open: string[] = [];
  let at = 0;
  let expect: 'value' | 'value or end' | 'key' | 'key or end' | 'next' = 'value';
  const fault = (what: string): JsonFault =>
    at >= text.length ? { offset: text.length, what: 'the file ends in the middle of the data' } : { offset: at, what };
  const skipSpace = (): void => {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
  };
  const string = (): JsonFault | null => {
    const close = closingQuote(text, at + 1);
    if (close === -1) return { offset: text.length, what: 'the file ends in the middle of the data' };
    const fine = close - at > 100_000 ? checkLongString(text, at + 1, close) : STRING.test(text.slice(at + 1, close));
    if (!fine) return fault('this string holds a raw control character (a line break?) or a bad escape');
    at = close + 1;
    return null;
  };
  for (;;) {
    skipSpace();
    const character = text[at];
    if (expect === 'next') {
      if (open.length === 0) return at === text.length ? null : fault('something follows the end of the data');
      if (character === open.at(-1)) {
        open.pop();
        at += 1;
      } else if (character === ',') {
        at += 1;
        expect = open.at(-1) === '}' ? 'key' : 'value';
      } else return fault(`"," or "${open.at(-1)}" is missing here`);
      continue;
    }
    if ((expect === 'value or end' || expect === 'key or end') && character === open.at(-1)) {
      open.pop();
      at += 1;
      expect = 'next';
      continue;
    }
    if (expect === 'key' || expect === 'key or end') {
      if (character !== '"') return fault('a quoted name is missing here');
      const wrong = string();
      if (wrong !== null) return wrong;
      skipSpace();
      if (text[at] !== ':') return fault('":" is missing here');
      at += 1;
      expect = 'value';
      continue;
    }
    if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      at += 1;
      expect = character === '{' ? 'key or end' : 'value or end';
      continue;
    }
    if (character === '"') {
      const wrong = string();
      if (wrong !== null) return wrong;
    } else {
      const length = literalLength(text, at);
      if (length === 0) return fault('a value is missing here, or is not written as JSON wants it');
      at += length;
    }
    expect = 'next';
  }
}

function literalLength(text: string, at: number): number {
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return word.length;
  NUMBER.lastIndex = at;
  return NUMBER.exec(text) === null ? 0 : NUMBER.lastIndex - at;
}

/** In pieces, since a regular expression of this kind runs out of stack on a string of millions. */
function checkLongString(text: string, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    let end = Math.min(to, at + 50_000);
    while (end < to && text[end - 1] === '\\') end -= 1;
    const tail = /\\u[\da-fA-F]{0,3}$/.exec(text.slice(Math.max(at, end - 6), end));
    if (end < to && tail !== null) end -= tail[0].length;
    if (end <= at || !STRING.test(text.slice(at, end))) return false;
    at = end;
  }
  return true;
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
