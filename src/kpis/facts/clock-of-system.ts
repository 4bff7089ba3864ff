import { bytesByCode, combineRows } from '../../lib/judge-rows.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes } from './columns.ts';

export interface ClockUse {
  /** Durations by the clock, seconds by ticket row. */
  readonly values: Float64Array;
  /** Tickets that a duration could be of (1). */
  readonly asked: Uint8Array;
  /** Tickets known to have had what the durations are about (1), by whichever clock. */
  readonly done: Uint8Array;
  /** The clock that the time stamps are measured by: it runs for a ticket although nothing was done yet. */
  readonly isMeasured: boolean;
}

/**
 * Tickets that a clock can tell anything of (1): the others are of systems whose tickets have no duration by it, so that theirs cannot be missed either.
 * Where nothing was done at all, a measured clock still tells how long that has been so.
 */
export function askedByClock(context: KpiContext, { values, asked, done, isMeasured }: ClockUse): Uint8Array {
  const systems = codes(context, 'tickets', 'system');
  const size = systems?.values.length ?? 1;
  const codeOf = (row: number): number => systems?.codes[row] ?? 0;
  const hasClock = new Uint8Array(size);
  // Mostly the first rows tell it of every system; code 0 stands for "of no system", which no ticket is where there are several.
  let unheard = systems ? size - 1 : 1;
  for (let row = 0; row < values.length && unheard > 0; row++) {
    if (Number.isNaN(values[row]!) || hasClock[codeOf(row)] === 1) continue;
    hasClock[codeOf(row)] = 1;
    unheard--;
  }
  if (unheard === 0) return asked;
  if (isMeasured) {
    const hasDone = new Uint8Array(size);
    for (let row = 0; row < done.length; row++) if (done[row] === 1) hasDone[codeOf(row)] = 1;
    hasDone.forEach((is, code) => {
      if (is === 0) hasClock[code] = 1;
    });
  }
  if (!systems) return hasClock[0] === 1 ? asked : new Uint8Array(asked.length);
  return combineRows(asked, bytesByCode(systems.codes, hasClock), (is, has) => is & has);
}
