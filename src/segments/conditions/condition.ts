import { once } from '../../lib/once.ts';

/** What `--where`, segments, vectors and checks say about rows: the parsed form of `channel = chat and not priority in (low, normal)`. */
export type Condition = AllOf | AnyOf | Not | Comparison;

interface AllOf {
  readonly kind: 'and';
  readonly parts: readonly Condition[];
}

interface AnyOf {
  readonly kind: 'or';
  readonly parts: readonly Condition[];
}

interface Not {
  readonly kind: 'not';
  readonly part: Condition;
}

export const OPERATORS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Operator = (typeof OPERATORS)[number] | 'in' | 'not in';

export interface Comparison {
  readonly kind: 'compare';
  /** As written; a dimension or a field in any spelling. */
  readonly field: string;
  /** 1-based place of the field in the text. */
  readonly column: number;
  readonly operator: Operator;
  /** One value, except for `in` and `not in`. */
  readonly values: readonly Value[];
}

export interface Value {
  /** `null` stands for a missing value: `null` or `(none)` without quotes. */
  readonly text: string | null;
  readonly column: number;
}

const BARE = once(() => /^[\p{L}\p{N}_.:+-]+$/u);
const RESERVED = /^(?:and|or|not|in|null)$/i;

/** The condition as text that parses to the same condition (in brackets where precedence asks for them). */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'compare': {
      const list = condition.operator === 'in' || condition.operator === 'not in';
      const values = condition.values.map(({ text }) => (text === null ? 'null' : word(text))).join(', ');
      return `${word(condition.field)} ${condition.operator} ${list ? `(${values})` : values}`;
    }
    case 'not':
      return `not ${operand(condition.part, condition.part.kind === 'and' || condition.part.kind === 'or')}`;
    case 'and':
      return condition.parts.map((part) => operand(part, part.kind === 'and' || part.kind === 'or')).join(' and ');
    case 'or':
      return condition.parts.map((part) => operand(part, part.kind === 'or')).join(' or ');
  }
}

function operand(condition: Condition, bracketed: boolean): string {
  return bracketed ? `(${printCondition(condition)})` : printCondition(condition);
}

function word(text: string): string {
  return BARE().test(text) && !RESERVED.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
