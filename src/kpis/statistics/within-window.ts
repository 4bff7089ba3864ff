import { HIT, MISS, OUT, PENDING } from './proportion.ts';

export interface WindowOptions {
  /** When each began, epoch ms; `NaN` = not at all. */
  readonly startedAt: Float64Array;
  /** When each got there, epoch ms; `NaN` = not yet. */
  readonly reachedAt: Float64Array;
  /** When the time of each is up, epoch ms; arriving at exactly that time is in time. */
  readonly dueAt: (row: number) => number;
  /** What comes later has not happened. */
  readonly asOf: number;
  /** Who cannot be judged. */
  readonly isOut?: (row: number) => boolean;
}

/**
 * Who got there in time, among those whose time is up. Who is already there waits with the others until then: the quick ones of a young cohort
 * would else be all of it.
 */
export function withinWindow({ startedAt, reachedAt, dueAt, asOf, isOut }: WindowOptions): Uint8Array {
  return Uint8Array.from(startedAt, (start, row) => {
    if (Number.isNaN(start) || isOut?.(row)) return OUT;
    const due = dueAt(row);
    if (!(due <= asOf)) return Number.isNaN(due) ? OUT : PENDING;
    const reached = reachedAt[row]!;
    return reached <= due ? HIT : MISS;
  });
}
