/** What mulberry32 (Tommy Ettinger, public domain) adds to its state for every number: `n` numbers later it is `n` steps further. */
const STEP = 0x6d2b79f5;

/**
 * Sum of as many values as there are, drawn from them with replacement, in the order in which they are drawn: value ⌊u·n⌋ for each number u
 * that mulberry32 gives from this state on. The same on every machine, not for secrets. One plain loop, as millions of draws make an interval.
 */
export function sumOfDraws(values: Float64Array, from: number): number {
  const n = values.length;
  let state = from;
  let total = 0;
  for (let draw = 0; draw < n; draw++) {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    total += values[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * n)]!;
  }
  return total;
}

/** The state after so many draws. */
export function stateAfter(state: number, draws: number): number {
  return (state + Math.imul(draws, STEP)) | 0;
}
