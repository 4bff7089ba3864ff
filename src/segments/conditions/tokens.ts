import { badCondition } from './bad-condition.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'none' | 'operator' | '(' | ')' | ',' | 'end';
  /** Of a quoted word what stands between the quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BLANKS = /\s*/y;
const NONE = /\(\s*none\s*\)/iy;
const OPERATOR = /[=!<>]+/y;
/** Quotes open a text only at its start: `Bob's team` is two words. */
const WORD = /[^\s()=!<>,"]+/y;
const QUOTED = /"((?:[^"]|"")*)"|'((?:[^']|'')*)'/y;

/** The text's tokens, `end` last. Throws UserError `bad-condition` for a quote that is not closed. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (;;) {
    at += take(BLANKS)![0].length;
    const start = at;
    const push = (kind: Token['kind'], length: number, content = text.slice(start, start + length)): void => {
      at += length;
      tokens.push({ kind, text: content, start, end: at });
    };
    const character = text[at];
    if (character === undefined) {
      push('end', 0);
      return tokens;
    }
    const none = take(NONE);
    if (none !== null) push('none', none[0].length);
    else if (character === '(' || character === ')' || character === ',') push(character, 1);
    else if (character === '"' || character === "'") {
      const quoted = take(QUOTED);
      if (quoted === null) throw badCondition({ text, at, problem: 'this quote is not closed' });
      push('quoted', quoted[0].length, quoted[1]?.replaceAll('""', '"') ?? quoted[2]!.replaceAll("''", "'"));
    } else {
      const operator = take(OPERATOR);
      if (operator === null) push('word', take(WORD)![0].length);
      else push('operator', operator[0].length);
    }
  }
}
