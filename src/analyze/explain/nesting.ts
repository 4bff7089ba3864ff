import type { Step } from '../../kpis/measure.ts';
import { opposite } from '../../kpis/statistics/steps.ts';
import { wordsFor } from './step-words.ts';

/** A step with those that are part of it. */
export interface Nested {
  readonly step: Step;
  readonly within: readonly Nested[];
}

interface Node {
  readonly step: Step;
  readonly mask: Uint8Array;
  readonly within: Node[];
}

/**
 * Steps as a tree: each below the smallest earlier or larger one that holds all its rows, so that nobody has to say what is part of what.
 * Where the parts do not make up the whole, the rest is a part too. Order stays as the measure gave it.
 */
export function nest(whole: Step, steps: readonly Step[], populationRows: number): Nested {
  const root: Node = { step: whole, mask: maskOf(whole.rows, populationRows), within: [] };
  const nodes: Node[] = [root];
  // Larger ones first, so that a part finds its whole; sorting is stable, so that of two equal sets the second is part of the first.
  const bySize = steps.map((step, place) => ({ step, place })).sort((a, b) => b.step.rows.length - a.step.rows.length || a.place - b.place);
  for (const { step } of bySize) {
    const node: Node = { step, mask: maskOf(step.rows, populationRows), within: [] };
    parentOf(node, nodes, steps).within.push(node);
    nodes.push(node);
  }
  for (const { within } of nodes) within.sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
  return withRests(root);
}

function parentOf({ step }: Node, nodes: readonly Node[], steps: readonly Step[]): Node {
  if (step.rows.length === 0) return parentOfNone(step, nodes, steps);
  const wholes = nodes.filter(({ mask }) => step.rows.every((row) => mask[row] === 1));
  return wholes.reduce((least, node) => (node.step.rows.length <= least.step.rows.length ? node : least));
}

/** Nobody is part of everything: an empty step stands beside the one that its measure names before it. */
function parentOfNone(step: Step, nodes: readonly Node[], steps: readonly Step[]): Node {
  const before = steps[steps.indexOf(step) - 1];
  return nodes.find(({ within }) => within.some((node) => node.step === before)) ?? nodes[0]!;
}

/** What the value is computed over has no rest: all of it counts. Elsewhere a rest is told where it leaves the way to the value. */
function withRests({ step, within }: Node, depth = 0): Nested {
  const nested = within.map((part) => withRests(part, depth + 1));
  const leads = depth === 0 || within.some((part) => part.step.role !== undefined);
  if (within.length === 0 || step.role === 'base' || !leads) return { step, within: nested };
  const rest = step.rows.filter((row) => within.every(({ mask }) => mask[row] === 0));
  return rest.length === 0
    ? { step, within: nested }
    : { step, within: [...nested, { step: { name: restName(within), rows: rest }, within: [] }] };
}

/** One part is named by its opposite; beside several, and beside what the value is computed over, stands what the definition leaves out. */
function restName(within: readonly Node[]): string {
  const [first, ...others] = within;
  if (first!.step.name === 'withValue') return 'withoutValue';
  const opposed = opposite(first!.step.name);
  return others.length === 0 && (first!.step.role !== 'base' || wordsFor(opposed) !== null) ? opposed : 'leftOut';
}

function maskOf(rows: Int32Array, size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const row of rows) mask[row] = 1;
  return mask;
}
