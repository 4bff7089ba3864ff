import type { Period } from '../../model/period.ts';

/** Rows of larger tables are picked anew each time: keeping them would cost more memory than the rows themselves. */
const MOST_ROWS_KEPT = 2_000_000;

/** One measure is summarised after another, over all groups: only the picks of the last one are worth keeping. */
let last: object | undefined;
let known = new Map<string, Int32Array>();

/** Remembers the rows that were picked for a period, so that the groups of a report share them. Nobody may write to them. */
export function oncePerPeriod(rows: number): (period: Period, pick: () => Int32Array) => Int32Array {
  const self = {};
  return (period, pick) => {
    if (rows > MOST_ROWS_KEPT) return pick();
    if (last !== self) {
      last = self;
      known = new Map();
    }
    const key = `${period.start} ${period.end}`;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = pick()));
    return found;
  };
}
