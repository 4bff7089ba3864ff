import type { Piece } from './parse-rule.ts';
import type { RuleCondition } from './rule.ts';

const WILDCARD = /^\s*(.+?)\s*(?:=|\bin\b)\s*\*\s*$/s;
const QUOTED = /"[^"]*"|'[^']*'/g;

/**
 * `{channel=*, priority=urgent}`: the dimensions of which every group is asked for, and the rest as a condition.
 * `misplaced` where a star stands in what is not a simple `dimension=*`.
 */
export function readCondition(condition: Piece | null): RuleCondition | { readonly misplaced: number } {
  if (condition === null) return { every: [], text: '', at: 0 };
  const every: { readonly name: string; readonly at: number }[] = [];
  let rest = '';
  for (const part of parts(condition.text)) {
    const name = WILDCARD.exec(part.text)?.[1];
    const simple = name !== undefined && !/[=<>!(),"']|\s(?:and|or|not)\s/i.test(name);
    if (simple) every.push({ name, at: condition.start + part.at });
    else if (unstarred(part.text)) rest += rest === '' ? part.text.trim() : `${part.joint} ${part.text.trim()}`;
    else return { misplaced: condition.start + part.at };
  }
  return { every, text: every.length === 0 ? condition.text.trim() : rest, at: condition.start };
}

function unstarred(text: string): boolean {
  return !text.replace(QUOTED, '').includes('*');
}

interface Part {
  readonly text: string;
  readonly at: number;
  /** What stands before it. */
  readonly joint: string;
}

/** The text between commas and between `and`s, as far as neither stands in brackets, in quotes or beside an `or`. */
function parts(text: string): Part[] {
  const found: Part[] = [];
  let joint = '';
  let depth = 0;
  let start = 0;
  const masked = text.replace(QUOTED, (quoted) => '_'.repeat(quoted.length));
  const ands = !/[\s)]or[\s(]/i.test(masked);
  const pattern = /[(),]|(?<=[\s)])and(?=[\s(])/gi;
  for (let match = pattern.exec(masked); match !== null; match = pattern.exec(masked)) {
    const [sign] = match;
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (depth === 0 && (sign === ',' || ands)) {
      found.push({ text: text.slice(start, match.index), at: start, joint });
      joint = sign === ',' ? ',' : ' and';
      start = match.index + sign.length;
    }
  }
  found.push({ text: text.slice(start), at: start, joint });
  return found;
}
