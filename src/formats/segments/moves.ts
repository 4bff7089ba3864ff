import { VECTORS } from '../../model/customer-facts.ts';
import type { TransitionCell, Transitions } from '../../model/segment-report.ts';

/** Rows and columns of the table of moves that have anybody, in the order of the vectors. */
export interface Moves {
  readonly from: readonly TransitionCell['from'][];
  readonly to: readonly TransitionCell['to'][];
  readonly count: (from: TransitionCell['from'], to: TransitionCell['to']) => number;
}

export function movesOf({ cells }: Transitions): Moves {
  const count: Moves['count'] = (from, to) => cells.find((cell) => cell.from === from && cell.to === to)?.customers ?? 0;
  return {
    from: [...VECTORS, 'new' as const].filter((from) => cells.some((cell) => cell.from === from)),
    to: [...VECTORS, 'left' as const].filter((to) => cells.some((cell) => cell.to === to)),
    count,
  };
}
