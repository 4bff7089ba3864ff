import { entriesOf, kaplanMeier, type Lifetimes } from './kaplan-meier.ts';
import { twoSidedP } from './normal.ts';

/**
 * Log-rank test that two groups lose their subjects at the same pace (Mantel 1966): events against those expected if both had the same
 * hazard at each time, with the hypergeometric variance. `z > 0`: the first group's events come sooner or more often. `p` is two-sided.
 * z 0 and p 1 where nothing can be told (no events, or never both at risk).
 * @throws RangeError as `kaplanMeier`; late entries are allowed.
 */
export function logRank(first: Lifetimes, second: Lifetimes): { readonly z: number; readonly p: number } {
  const one = riskSets(first);
  const both = kaplanMeier(joined(first, second));
  let excess = 0;
  let variance = 0;
  for (const [step, time] of both.times.entries()) {
    const events = both.events[step]!;
    const atRisk = both.atRisk[step]!;
    const own = one.at(time);
    excess += own.events - (events * own.atRisk) / atRisk;
    if (atRisk > 1) variance += (events * (own.atRisk / atRisk) * (1 - own.atRisk / atRisk) * (atRisk - events)) / (atRisk - 1);
  }
  if (!(variance > 0)) return { z: 0, p: 1 };
  const z = excess / Math.sqrt(variance);
  return { z, p: twoSidedP(z) };
}

/** Events and subjects at risk of one group, asked for at ascending times. */
function riskSets(lifetimes: Lifetimes): { readonly at: (time: number) => { readonly events: number; readonly atRisk: number } } {
  const curve = kaplanMeier(lifetimes);
  const ends = Float64Array.from(lifetimes.durations).sort();
  const entries = entriesOf(lifetimes).sort();
  let step = 0;
  let left = 0;
  let entered = 0;
  return {
    at: (time) => {
      while (step < curve.times.length && curve.times[step]! < time) step++;
      while (left < ends.length && ends[left]! < time) left++;
      while (entered < entries.length && entries[entered]! < time) entered++;
      return { events: curve.times[step] === time ? curve.events[step]! : 0, atRisk: entered - left };
    },
  };
}

function joined(first: Lifetimes, second: Lifetimes): Lifetimes {
  return {
    durations: concatenate(first.durations, second.durations),
    events: concatenate(first.events, second.events),
    entries: concatenate(entriesOf(first), entriesOf(second)),
  };
}

function concatenate(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  const result = new Float64Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}
