import type { Interval } from '../../model/report.ts';
import type { Difference } from './difference.ts';
import { zForLevel } from './normal.ts';

/** How many answered 9–10, 7–8 and 0–6. */
export interface ScoreCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/**
 * Net promoter score in points, −100…100: the share of promoters minus the share of detractors, times 100.
 * @throws RangeError without answers.
 */
export function npsScore({ promoters, passives, detractors }: ScoreCounts): number {
  const answers = promoters + passives + detractors;
  if (!(answers > 0)) throw new RangeError('npsScore needs at least one answer');
  return (100 * (promoters - detractors)) / answers;
}

/**
 * Adjusted Wald interval of a net promoter score, in points clipped to ±100: three answers are added, ¾ promoter, 1½ passives and
 * ¾ detractor (measuringu.com/nps-three-confidence-intervals; Rocks 2016). It is not centred on the score, which is shown unadjusted;
 * it is widened to hold the score where a single answer lies outside.
 * @throws RangeError without answers.
 */
export function npsInterval(counts: ScoreCounts, level = 0.95): Interval {
  const score = npsScore(counts);
  const { centre, variance } = adjusted(counts);
  const spread = zForLevel(level) * Math.sqrt(variance);
  return {
    level,
    low: Math.max(-100, Math.min(score, centre - spread)),
    high: Math.min(100, Math.max(score, centre + spread)),
    method: 'adjusted-wald',
  };
}

/**
 * Difference of two scores, first minus second, in points (−200…200): normal with both adjusted variances, around the adjusted difference,
 * widened to hold the plain one.
 * @throws RangeError without answers in either.
 */
export function npsDifference(first: ScoreCounts, second: ScoreCounts, level = 0.95): Difference {
  const difference = npsScore(first) - npsScore(second);
  const a = adjusted(first);
  const b = adjusted(second);
  const centre = a.centre - b.centre;
  const spread = zForLevel(level) * Math.sqrt(a.variance + b.variance);
  return {
    difference,
    low: Math.max(-200, Math.min(difference, centre - spread)),
    high: Math.min(200, Math.max(difference, centre + spread)),
  };
}

function adjusted({ promoters, passives, detractors }: ScoreCounts): { readonly centre: number; readonly variance: number } {
  const answers = promoters + passives + detractors + 3;
  const up = (promoters + 0.75) / answers;
  const down = (detractors + 0.75) / answers;
  return { centre: 100 * (up - down), variance: (100 ** 2 * (up + down - (up - down) ** 2)) / answers };
}
