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

/** Looked through once: nobody may write to the times afterwards. */
export function timeColumnFacts(times: Float64Array): TimeColumnFacts {
  let facts = known.get(times);
  if (facts === undefined) known.set(times, (facts = lookThrough(times)));
  return facts;
}

function lookThrough(times: Float64Array): TimeColumnFacts {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let dated = 0;
  let rises = true;
  let falls = true;
  let before = Number.NaN;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time < before) rises = false;
    else if (time > before) falls = false;
    before = time;
    if (Number.isNaN(time)) continue;
    dated++;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const whole = dated === times.length;
  return { order: whole && rises ? 1 : whole && falls ? -1 : 0, first, last, dated };
}
