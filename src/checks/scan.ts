import { once } from '../lib/once.ts';
import type { Span } from './bad-rule.ts';

/** `other` is a sign that no rule has; `open` a brace or quote that is not closed. */
export interface Token extends Span {
  readonly kind: 'word' | 'operator' | '.' | '(' | ')' | 'braces' | 'other' | 'open' | 'end';
  /** Of braces what stands between them. */
  readonly text: string;
}

const BLANKS = /\s*/y;
const OPERATOR = /[<>=!~≤≥]+/y;
/** Words, numbers with their units, signs before numbers: `first-response-time`, `90%`, `1.5h`, `-5`, `3/day`, `€5`. */
const WORD = once(() => /[\p{L}\p{N}_%/,€$£+−-]+(?:\.\p{N}+[\p{L}\p{N}_%/-]*)?/uy);
/** A number before its dot, so that `85.5%` is one word and `csat.rate` three. */
const NUMBER = once(() => /[+−-]?(?:\d[\d_,]*)?\.?\d+(?:e[+-]?\d+)?[\p{L}%/]*/uy);
const NAME = once(() => /\p{L}[\p{L}\p{N}_-]*/uy);
const BRACES = /\{((?:"[^"]*"|'[^']*'|[^{}"'])*)\}/y;

/** Longer than any rule that a person writes. */
const LONGEST = 1000;

/** The rule's words and signs, `end` last. Nothing is refused here: what each may be is for the parser to say. */
export function scan(rule: string): readonly Token[] {
  const text = rule.slice(0, LONGEST);
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
    const sign = text[at];
    if (sign === undefined) {
      push(rule.length > LONGEST ? 'other' : 'end', 0);
      if (rule.length > LONGEST) tokens.push({ kind: 'end', text: '', start, end: start });
      return tokens;
    }
    const braces = sign === '{' ? take(BRACES) : null;
    const word = take(NAME()) ?? take(NUMBER()) ?? take(WORD());
    const operator = take(OPERATOR);
    if (braces !== null) push('braces', braces[0].length, braces[1]!);
    else if (sign === '{') push('open', text.length - at);
    else if (operator !== null) push('operator', operator[0].length);
    else if (word !== null) push('word', word[0].length);
    else if (sign === '.' || sign === '(' || sign === ')') push(sign, 1);
    else push('other', 1);
  }
}
