/** What one pass over a column of times (epoch ms, `NaN` = none) tells of it. */
export interface TimeColumnFacts {
  /** Rows stand in the order of time and all have one: 1 oldest first, -1 newest first, 0 neither. */
  readonly order: 1 | -1 | 0;
  /** `Infinity` and `-Infinity` without any. */
  readonly first: number;
  readonly last: number;
  readonly dated: number;
}

const known = new WeakMap<Float64Array, TimeColumnFacts>();

/** Looked through once: whoever writes to the times afterwards says so. */
export function timeColumnFacts(times: Float64Array): TimeColumnFacts {
  let facts = known.get(times);
  if (facts === undefined) known.set(times, (facts = lookThrough(times)));
  return facts;
}

/** What is known already; `undefined` where nobody has looked. */
export function knownTimeColumnFacts(times: Float64Array): TimeColumnFacts | undefined {
  return known.get(times);
}

/** For times that somebody else has looked through. */
export function noteTimeColumnFacts(times: Float64Array, facts: TimeColumnFacts): void {
  known.set(times, facts);
}

/** To be called when something was written to the times. */
export function forgetTimeColumnFacts(times: Float64Array): void {
  known.delete(times);
}

function lookThrough(times: Float64Array): TimeColumnFacts {
  const [first, last] = [times[0] ?? Number.NaN, times.at(-1) ?? Number.NaN];
  const begins = !Number.isNaN(first);
  if (begins && isRising(times)) return { order: 1, first, last, dated: times.length };
  if (begins && isFalling(times)) return { order: -1, first: last, last: first, dated: times.length };
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let undated = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time < min) min = time;
    if (time > max) max = time;
    if (Number.isNaN(time)) undated++;
  }
  return { order: 0, first: min, last: max, dated: times.length - undated };
}

/** Not so where a row has no time. */
function isRising(times: Float64Array): boolean {
  for (let row = 1; row < times.length; row++) if (!(times[row - 1]! <= times[row]!)) return false;
  return true;
}

function isFalling(times: Float64Array): boolean {
  for (let row = 1; row < times.length; row++) if (!(times[row - 1]! >= times[row]!)) return false;
  return true;
}
