/** Longer than any name of ours: keeps the quadratic comparison from being fed a whole file. */
const LONGEST = 64;
const FURTHEST = 3;
const LEAST_SIMILARITY = 0.4;

/**
 * The candidate that the user most probably meant, or `undefined`. Case and separators do not count (`First_Response Time`).
 * At most three edits and more than 40 % alike, as commander's own suggestions; failing that, the shortest candidate that holds the word.
 * Of equally near ones the first wins.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = bare(word);
  if (wanted === '' || wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = FURTHEST + 1;
  let holder: string | undefined;
  for (const candidate of candidates) {
    const given = bare(candidate);
    if (given.length <= 1 || given.length > LONGEST) continue;
    const distance = editDistance(wanted, given);
    const length = Math.max(wanted.length, given.length);
    if (distance < bestDistance && (length - distance) / length > LEAST_SIMILARITY) {
      best = candidate;
      bestDistance = distance;
    }
    if (wanted.length >= 3 && given.includes(wanted) && (holder === undefined || candidate.length < holder.length)) holder = candidate;
  }
  return best ?? holder;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Damerau–Levenshtein (optimal string alignment): insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
