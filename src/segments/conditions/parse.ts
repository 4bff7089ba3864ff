import { badCondition } from './bad-condition.ts';
import { OPERATORS, type Comparison, type Condition, type Operator, type Value } from './condition.ts';
import { tokenize, type Token } from './tokens.ts';

/** Deeper than any rule that a person writes; keeps a text of a million brackets from exhausting the stack. */
const DEEPEST = 100;

/**
 * Grammar, loosest first: `or`, `and`, `not`, brackets, `field op value`, `field in (a, b)`, `field not in (a, b)`.
 * Fields and values may be several words (`group = Tier 2`); quote what holds `and`, `or`, signs or brackets.
 * With `commas`, as in `--where`: a comma means `and`, except before a part without an operator, which is one more value
 * of the field before it (`channel=chat,email,priority=high`).
 * @throws UserError `bad-condition`, naming the column.
 */
export function parseGrammar(text: string, commas: boolean): Condition {
  const tokens = tokenize(text);
  let position = 0;
  let depth = 0;

  const peek = (ahead = 0): Token => tokens[Math.min(position + ahead, tokens.length - 1)]!;
  const next = (): Token => tokens[Math.min(position++, tokens.length - 1)]!;
  const fail = (token: Token, problem: string, hint?: string): Error => badCondition({ text, at: token.start, problem, hint });
  const isWord = (token: Token, keyword: string): boolean => token.kind === 'word' && token.text.toLowerCase() === keyword;
  const found = (token: Token): string => (token.kind === 'end' ? 'the end' : `"${text.slice(token.start, token.end)}"`);

  const chain = (kind: 'and' | 'or', part: () => Condition): Condition => {
    const parts = [part()];
    while (isWord(peek(), kind)) {
      next();
      parts.push(part());
    }
    return parts.length === 1 ? parts[0]! : { kind, parts };
  };
  const anyOf = (): Condition => chain('or', () => chain('and', negation));

  const negation = (): Condition => {
    if (++depth > DEEPEST) throw fail(peek(), `more than ${DEEPEST} levels of brackets`);
    const negated = isWord(peek(), 'not');
    if (negated) next();
    const condition: Condition = negated ? { kind: 'not', part: negation() } : primary();
    depth--;
    return condition;
  };

  const primary = (): Condition => {
    if (peek().kind !== '(') return comparison();
    const open = next();
    const condition = anyOf();
    if (peek().kind !== ')') throw fail(open, `this bracket is not closed before ${found(peek())}`);
    next();
    return condition;
  };

  /** Words up to what ends them, as they stand in the text. */
  const words = (ends: (token: Token) => boolean): string | undefined => {
    const first = peek();
    if (first.kind === 'quoted') return next().text;
    if (first.kind !== 'word' || ends(first)) return undefined;
    let last = first;
    while (peek().kind === 'word' && !ends(peek())) last = next();
    return text.slice(first.start, last.end);
  };
  const endsField = (token: Token): boolean => ['and', 'or', 'not', 'in'].some((keyword) => isWord(token, keyword));
  const endsValue = (token: Token): boolean => isWord(token, 'and') || isWord(token, 'or');

  const value = (): Value => {
    const first = peek();
    if (first.kind === 'none') return { text: null, column: next().start + 1 };
    const read = words(endsValue);
    if (read === undefined) throw fail(first, `expected a value, found ${found(first)}`);
    return { text: first.kind === 'word' && read.toLowerCase() === 'null' ? null : read, column: first.start + 1 };
  };

  const list = (): Value[] => {
    // `in (none)`: what looks like the missing value is the list that holds it.
    if (peek().kind === 'none') return [value()];
    if (peek().kind !== '(') throw fail(peek(), `expected a list in brackets after "in", found ${found(peek())}`);
    const open = next();
    const values = [value()];
    while (peek().kind === ',') {
      next();
      values.push(value());
    }
    if (peek().kind !== ')') throw fail(open, `this list is not closed before ${found(peek())}`);
    next();
    return values;
  };

  /** With commas: whether one stands here and no operator follows the words after it. */
  const oneMoreValue = (): boolean => {
    if (!commas || peek().kind !== ',') return false;
    let ahead = 1;
    while (peek(ahead).kind === 'quoted' || (peek(ahead).kind === 'word' && !endsField(peek(ahead)))) ahead++;
    const after = peek(ahead);
    return peek(1).kind === 'none' || (ahead > 1 && after.kind !== 'operator' && !isWord(after, 'in') && !isWord(after, 'not'));
  };

  const oneOrMoreValues = (): Value[] => {
    const values = [value()];
    while (oneMoreValue()) {
      next();
      values.push(value());
    }
    return values;
  };

  const comparison = (): Comparison => {
    const first = peek();
    const field = words(endsField);
    if (field === undefined) throw fail(first, `expected a field, found ${found(first)}`);
    const leaf = (operator: Operator, values: readonly Value[]): Comparison => ({
      kind: 'compare',
      field,
      column: first.start + 1,
      operator,
      values,
    });
    const negated = isWord(peek(), 'not');
    if (isWord(peek(negated ? 1 : 0), 'in')) {
      position += negated ? 2 : 1;
      return leaf(negated ? 'not in' : 'in', list());
    }
    const sign = next();
    const operator = OPERATORS.find((known) => sign.kind === 'operator' && known === sign.text);
    if (operator === undefined) throw fail(sign, `expected an operator, found ${found(sign)}`, `Operators are ${OPERATORS.join(' ')} in.`);
    const values = operator === '=' || operator === '!=' ? oneOrMoreValues() : [value()];
    return values.length === 1 ? leaf(operator, values) : leaf(operator === '=' ? 'in' : 'not in', values);
  };

  const parts = [anyOf()];
  const oneMorePart = (): boolean => commas && peek().kind === ',';
  while (oneMorePart()) {
    next();
    parts.push(anyOf());
  }
  if (peek().kind !== 'end') throw fail(peek(), `expected "and", "or" or the end, found ${found(peek())}`);
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}
