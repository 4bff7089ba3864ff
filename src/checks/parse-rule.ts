import { CHECK_OPERATORS, type CheckOperator, type Movement } from '../model/check.ts';
import { badRule, type RuleProblem, type Span } from './bad-rule.ts';
import type { RuleSource } from './rule.ts';
import { scan, type Token } from './scan.ts';

/** A word of the rule with its place. */
export interface Piece extends Span {
  readonly text: string;
}

/** The rule taken apart: which KPI, unit or field there is, is not yet asked. */
export interface RuleSyntax {
  readonly kpi: Piece;
  readonly parameter: Piece | null;
  readonly aggregate: Piece | null;
  readonly condition: Piece | null;
  readonly movement: Movement | null;
  readonly operator: CheckOperator;
  readonly limit: Piece;
  readonly warn: Piece | null;
}

const FORM = 'a rule reads like: first-response-time.p90{channel=chat} <= 5m, csat >= 85% warn 90%, csat drop <= 3pp';
const MEANT: ReadonlyMap<string, CheckOperator> = new Map([
  ['=<', '<='],
  ['≤', '<='],
  ['=>', '>='],
  ['≥', '>='],
  ['!>', '<='],
  ['!<', '>='],
]);
const MOVEMENTS: ReadonlyMap<string, Movement> = new Map([
  ['drop', 'drop'],
  ['drops', 'drop'],
  ['rise', 'rise'],
  ['rises', 'rise'],
]);

/**
 * `kpi[(parameter)][.aggregate][{condition}] [drop|rise] operator limit [warn limit]`.
 * @throws UserError `bad-rule`, naming the place.
 */
export function parseRule(source: Pick<RuleSource, 'text' | 'place'>): RuleSyntax {
  const { text } = source;
  const tokens = scan(text);
  let position = 0;
  const peek = (): Token => tokens[Math.min(position, tokens.length - 1)]!;
  const next = (): Token => tokens[Math.min(position++, tokens.length - 1)]!;
  const fail = (span: Span, problem: string, rest: Partial<RuleProblem> = {}): Error =>
    badRule(source, { problem, span, hint: FORM, ...rest });
  const found = (token: Token): string => (token.kind === 'end' ? 'the end' : JSON.stringify(text.slice(token.start, token.end)));
  const expected = (what: string, token = peek()): Error => fail(token, `expected ${what}, found ${found(token)}`);

  const piece = (from: Token, to: Token): Piece => ({ text: text.slice(from.start, to.end), start: from.start, end: to.end });
  const until = (ends: (token: Token) => boolean, what: string): Piece => {
    const first = peek();
    let last: Token | undefined;
    while (peek().kind !== 'end' && !ends(peek())) last = next();
    if (last === undefined) throw expected(what);
    return piece(first, last);
  };

  const name = next();
  if (name.kind !== 'word') throw expected('a KPI', name);
  let parameter: Piece | null = null;
  let aggregate: Piece | null = null;
  let condition: Piece | null = null;
  const once = (part: Piece | null, token: Token, what: string): void => {
    if (part !== null) throw fail(token, `a rule has one ${what} only`);
  };
  for (let part = peek(); ; part = peek()) {
    if (part.kind === '(') {
      once(parameter, part, 'parameter');
      next();
      parameter = until(({ kind }) => kind === ')', 'a parameter such as 15m');
      if (peek().kind !== ')') throw fail(part, 'this bracket is not closed');
      next();
    } else if (part.kind === '.') {
      once(aggregate, part, 'aggregate');
      next();
      const word = next();
      if (word.kind !== 'word') throw expected('an aggregate such as median or p90', word);
      aggregate = piece(word, word);
    } else if (part.kind === 'braces') {
      once(condition, part, 'condition in braces');
      next();
      condition = { text: part.text, start: part.start + 1, end: part.end - 1 };
      if (condition.text.trim() === '')
        throw fail(part, 'these braces are empty', { hint: 'a condition reads like: {channel=chat}, {channel=*}' });
    } else break;
  }
  if (peek().kind === 'open') throw fail(peek(), 'this brace, or a quote in it, is not closed');

  const movement = (peek().kind === 'word' ? MOVEMENTS.get(peek().text.toLowerCase()) : undefined) ?? null;
  if (movement !== null) next();
  const sign = next();
  const operator = CHECK_OPERATORS.find((known) => sign.kind === 'operator' && known === sign.text);
  if (operator === undefined) throw notAnOperator(sign);

  const isWarn = ({ kind, text: word }: Token): boolean => kind === 'word' && /^warn$/i.test(word);
  const limit = until(isWarn, 'a limit such as 5m, 90% or 40');
  const warn = isWarn(peek()) ? (next(), until(isWarn, 'the limit from which to warn')) : null;
  if (peek().kind !== 'end') throw expected('the end');
  return { kpi: piece(name, name), parameter, aggregate, condition, movement, operator, limit, warn };

  function notAnOperator(token: Token): Error {
    if (token.kind !== 'operator')
      return expected(movement === null ? 'an operator (< <= > >=), drop or rise' : 'an operator (< <= > >=)', token);
    const meant = MEANT.get(token.text);
    return fail(token, `${found(token)} is no operator${meant === undefined ? '' : `: did you mean ${meant}?`}`, {
      hint: 'a rule compares by < <= > or >=',
    });
  }
}
