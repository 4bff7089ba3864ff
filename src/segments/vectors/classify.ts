import { VECTORS, type Vector } from '../../model/customer-facts.ts';
import type { DimensionContext } from '../dimension.ts';
import { evidenceMask, NOT_KNOWN, YES } from './evidence-mask.ts';
import type { VectorRule } from './rules.ts';

const NEUTRAL_REST = 'no sign of leaving or growing';
const NO_EVIDENCE = 'no evidence';

/** Each row of the customers table in exactly one vector. */
export interface Classified {
  /** Place in `VECTORS`. */
  readonly vector: Uint8Array;
  /** Place in the list of rules; -1 where none holds. */
  readonly rule: Int16Array;
}

/** The first rule that holds decides; without any, who has evidence is neutral and who has none unknown: unknown is never good or bad. */
export function classify(rules: readonly VectorRule[], context: DimensionContext): Classified {
  const { rows } = context.dataset.tables.customers;
  const vector = new Uint8Array(rows).fill(placeOf('unknown'));
  const rule = new Int16Array(rows).fill(-1);
  rules.forEach((one, place) => {
    const holds = evidenceMask(one.condition, context);
    for (let row = 0; row < rows; row++) {
      if (rule[row] !== -1) continue;
      if (holds[row] === YES) {
        rule[row] = place;
        vector[row] = placeOf(one.vector);
      } else if (holds[row] !== NOT_KNOWN && one.evidence) vector[row] = placeOf('neutral');
    }
  });
  return { vector, rule };
}

function placeOf(vector: Vector): number {
  return VECTORS.indexOf(vector);
}

/** Why somebody is where they are, in the rule's own words. */
export function ruleText(rules: readonly VectorRule[], { vector, rule }: Classified, row: number): string {
  return rules[rule[row]!]?.text ?? (VECTORS[vector[row]!] === 'unknown' ? NO_EVIDENCE : NEUTRAL_REST);
}
