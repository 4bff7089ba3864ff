import { fieldKey } from '../../lib/text/field-key.ts';
import { CUSTOMER_FACT_NAMES, CUSTOMER_FACTS, type CustomerFactName, type Vector } from '../../model/customer-facts.ts';
import type { Settings } from '../../model/settings.ts';
import { UserError } from '../../model/user-error.ts';
import type { Condition } from '../conditions/condition.ts';
import { parseCondition } from '../conditions/parse-condition.ts';
import { fieldsOf } from '../conditions/row-mask.ts';
import { PHRASE_EXAMPLES, writtenOut } from './phrases.ts';

export interface VectorRule {
  readonly vector: Exclude<Vector, 'unknown'>;
  /** As the config has it. */
  readonly text: string;
  readonly condition: Condition;
  /** Facts and fields that it asks for, under our names. */
  readonly fields: readonly string[];
  /** Whether it says anything about a customer for whom it does not hold. */
  readonly evidence: boolean;
}

/**
 * The rules without a config (kpis.md §7). Negative: going to leave, or badly begun. Positive: ready for more. Neutral is who has evidence and
 * meets none of them. Usage is flat when it is no more than 10 % below the 30 days before.
 */
export const DEFAULT_VECTORS: Readonly<Record<VectorRule['vector'], readonly string[]>> = {
  negative: ['cancelled', 'onboarding overdue', 'last rating bad', 'usage down 50%', 'repeat problem open'],
  neutral: [],
  positive: ['activated and usage steady and last rating good and (expanded or referred or seats used 90%)'],
};

/** The order in which vectors are asked: who is leaving is not ready for more, and a rule for neutral comes before being positive. */
const ORDER = ['negative', 'neutral', 'positive'] as const;

/** The rules that hold here, in order: the first that holds for a customer decides. @throws UserError for one that cannot be understood. */
export function vectorRules(vectors: Settings['vectors']): readonly VectorRule[] {
  return ORDER.flatMap((vector) => (vectors?.[vector] ?? DEFAULT_VECTORS[vector]).map((text) => ruleOf(vector, text)));
}

function ruleOf(vector: VectorRule['vector'], text: string): VectorRule {
  const condition = parsed(vector, text);
  const fields = fieldsOf(condition);
  return { vector, text, condition, fields, evidence: fields.some(isEvidence) };
}

function parsed(vector: string, text: string): Condition {
  try {
    return parseCondition(writtenOut(text));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, `vectors.${vector}: ${JSON.stringify(text)} is no rule: ${error.message}`, {
      hint: `A rule is a condition (tickets >= 3 and plan = pro) or a phrase: ${PHRASE_EXAMPLES.join(', ')}.`,
    });
  }
}

function isEvidence(field: string): boolean {
  return isFact(field) && CUSTOMER_FACTS[field].evidence;
}

function isFact(field: string): field is CustomerFactName {
  return Object.hasOwn(CUSTOMER_FACTS, field);
}

const DERIVED: ReadonlySet<string> = new Set([...CUSTOMER_FACT_NAMES, 'vector', 'segment'].map(fieldKey));

/** Whether a condition or dimension asks for what has to be derived from all tables: facts of customers, their vector, the config's segments. */
export function asksForFacts(fields: readonly string[]): boolean {
  return fields.some((field) => DERIVED.has(fieldKey(field.replace(/^customers?\./i, ''))));
}
