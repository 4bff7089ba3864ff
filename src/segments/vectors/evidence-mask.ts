import type { Comparison, Condition } from '../conditions/condition.ts';
import { rowMask } from '../conditions/row-mask.ts';
import type { DimensionContext } from '../dimension.ts';

const NO = 0;
export const YES = 1;
export const NOT_KNOWN = 2;

/**
 * Whether a condition holds for each customer, where missing data is neither yes nor no (Kleene): "usage down 50%" of somebody whose usage
 * nobody recorded is not known, and so is its opposite. A comparison that asks for a missing value (`plan = null`) is always known.
 */
export function evidenceMask(condition: Condition, context: DimensionContext): Uint8Array {
  const { rows } = context.dataset.tables.customers;
  switch (condition.kind) {
    case 'compare':
      return comparison(condition, context) ?? new Uint8Array(rows).fill(NOT_KNOWN);
    case 'not':
      return evidenceMask(condition.part, context).map((word) => (word === NOT_KNOWN ? word : 1 - word));
    case 'and':
      return condition.parts.map((part) => evidenceMask(part, context)).reduce((a, b) => a.map((word, row) => both(word, b[row]!)));
    case 'or':
      return condition.parts.map((part) => evidenceMask(part, context)).reduce((a, b) => a.map((word, row) => either(word, b[row]!)));
  }
}

function comparison(asked: Comparison, context: DimensionContext): Uint8Array | null {
  const holds = rowMask(asked, context, 'customers');
  if (holds === null || asked.values.some(({ text }) => text === null)) return holds;
  const missing = rowMask({ ...asked, operator: '=', values: [{ text: null, column: asked.column }] }, context, 'customers');
  return missing === null ? holds : holds.map((word, row) => (missing[row] === 1 ? NOT_KNOWN : word));
}

function both(a: number, b: number): number {
  if (a === NO || b === NO) return NO;
  return a === NOT_KNOWN || b === NOT_KNOWN ? NOT_KNOWN : YES;
}

function either(a: number, b: number): number {
  if (a === YES || b === YES) return YES;
  return a === NOT_KNOWN || b === NOT_KNOWN ? NOT_KNOWN : NO;
}
