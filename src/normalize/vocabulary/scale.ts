import type { NumericScale } from '../options.ts';

/**
 * The smallest positive score of a scale (kpis.md §5, csat): top 2 of 4 and 5 points, top 1 of 2 and 3, 6–7 of 7, 9–10 of 10;
 * of wider ones the top fifth. `min` and `max` belong to it. Freshdesk's −103…103 has 100 as its neutral middle.
 */
export function positiveFrom({ min, max }: NumericScale): number {
  if (min === -103 && max === 103) return 101;
  const points = max - min + 1;
  if (points <= 3) return max;
  if (points <= 11) return max - 1;
  return max - (max - min) / 5;
}

/** `5`, `1-5`, `1..10`, `0 to 10`, `5-point`, `5 stars`, `nps`. */
export function scaleOf(word: string): NumericScale | undefined {
  const text = word.trim().toLowerCase();
  if (text === 'nps') return { min: 0, max: 10 };
  const range = /^(-?\d+(?:\.\d+)?)\s*(?:-|–|\.\.+|to|…|\/|:)\s*(-?\d+(?:\.\d+)?)$/.exec(text);
  if (range !== null) {
    const [min, max] = [Number(range[1]), Number(range[2])];
    return max > min ? { min, max } : undefined;
  }
  const points = /^(?:out of |of |\/ ?)?(\d{1,3})(?:[ -]?(?:points?|stars?|faces?|pt))?$/.exec(text);
  if (points === null) return undefined;
  const max = Number(points[1]);
  return max < 2 ? undefined : { min: max === 100 ? 0 : 1, max };
}

/** The usual scale that holds the numbers seen. */
export function scaleFor({ min, max }: NumericScale): NumericScale | undefined {
  if (min >= 0 && max <= 1) return { min: 0, max: 1 };
  for (const top of [2, 3, 4, 5, 7, 10]) if (max <= top && (min >= 1 || (min >= 0 && top >= 5))) return { min: min < 1 ? 0 : 1, max: top };
  if (min >= 0 && max <= 100) return { min: 0, max: 100 };
  return undefined;
}
