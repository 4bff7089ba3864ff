import type { Step } from '../measure.ts';
import type { Tally } from './tally.ts';

/** Row sets behind named counts; one that its KPI leaves out while it is zero is left out here too. */
export function tallySteps(tallies: readonly Tally[], rows: Int32Array): Step[] {
  return tallies
    .map(({ name, of, quiet }) => ({ quiet, step: { name, rows: of === 'rows' ? rows : withMask(rows, of) } }))
    .filter(({ quiet, step }) => step.rows.length > 0 || quiet !== true)
    .map(({ step }) => step);
}

/** A step that is worth a line only where it has rows. */
export function stepIfAny(step: Step): Step[] {
  return step.rows.length > 0 ? [step] : [];
}

function withMask(rows: Int32Array, mask: Uint8Array): Int32Array {
  return rows.filter((row) => mask[row] === 1);
}

/** What the KPI calls those that its numerator does not hold: `met` → `notMet`. */
export function opposite(name: string): string {
  return `not${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
