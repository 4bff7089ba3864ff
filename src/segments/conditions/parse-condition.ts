import { zoneClock } from '../../lib/time/zone.ts';
import { UserError } from '../../model/user-error.ts';
import { badCondition, placeIn } from './bad-condition.ts';
import { numberTest, placeOf, positive } from './comparing.ts';
import type { Comparison, Condition } from './condition.ts';
import { findField, nearFields, type Field } from './fields.ts';
import { formOf, readNumber } from './literals.ts';
import { parseGrammar } from './parse.ts';

/**
 * A condition of the config: `plan = business and seats >= 50`. Its fields exist and its values fit them.
 * @throws UserError `bad-condition` or `unknown-field`, naming the column.
 */
export function parseCondition(text: string): Condition {
  return checked(parseGrammar(text, false), text);
}

/**
 * The conditions of every `--where`, all of which must hold; `null` without any. A comma means `and`, and before a part without an operator
 * one more value: `channel=chat,email,priority=high`.
 * @throws UserError `bad-condition` or `unknown-field`, naming the column.
 */
export function parseWhere(texts: readonly string[]): Condition | null {
  const parts = texts.map((text) => checked(parseGrammar(text, true), text));
  return parts.length > 1 ? { kind: 'and', parts } : (parts[0] ?? null);
}

function checked(condition: Condition, text: string): Condition {
  switch (condition.kind) {
    case 'compare':
      checkComparison(condition, text);
      break;
    case 'not':
      checked(condition.part, text);
      break;
    case 'and':
    case 'or':
      for (const part of condition.parts) checked(part, text);
  }
  return condition;
}

function checkComparison(comparison: Comparison, text: string): void {
  const field = findField(comparison.field);
  if (field === undefined) {
    const { meant, all } = nearFields(comparison.field);
    throw new UserError(
      'unknown-field',
      `${placeIn(text, comparison.column - 1)}: unknown field "${comparison.field}"${meant === undefined ? '' : `: did you mean ${meant}?`}`,
      {
        hint: `Fields are ${all.join(', ')}.`,
      },
    );
  }
  const { operator } = positive(comparison);
  for (const value of comparison.values) {
    const problem = problemWith({ field, comparison, text: value.text, relational: operator !== '=' });
    if (problem !== null) throw badCondition({ text, at: value.column - 1, problem });
  }
}

function problemWith({
  field,
  comparison,
  text,
  relational,
}: {
  readonly field: Field;
  readonly comparison: Comparison;
  readonly text: string | null;
  readonly relational: boolean;
}): string | null {
  if (text === null) return relational ? 'a missing value is neither less nor more than another; use = or !=' : null;
  if (field.dimension?.ordered === true) return orderedProblem(field, text);
  if (field.type !== 'code' && field.type !== 'codes') {
    if (relational && field.type === 'flag') return `${field.name} is true or false; use = or !=`;
    const one = { ...comparison, values: [{ text, column: 1 }] };
    return numberTest({ comparison: one, field, clock: zoneClock('UTC') }) === null
      ? `${field.name} needs ${formOf(field)}, not "${text}"`
      : null;
  }
  return relational && readNumber(text) === undefined
    ? `${field.name} is a text; ${comparison.operator} compares it with numbers only, not with "${text}"`
    : null;
}

/** The values of an ordered dimension are the same for all data. */
function orderedProblem({ dimension, name }: Field, text: string): string | null {
  const values = dimension?.values ?? [];
  return placeOf(['', ...values], text) === -1 ? `${name} has no "${text}"; it is one of ${values.join(', ')}` : null;
}
