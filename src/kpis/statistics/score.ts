import { npsDifference, npsInterval, npsScore } from '../../lib/stats/nps.ts';
import type { Measure, Population } from '../measure.ts';
import { directionOf, MIN_COMPARED } from './evidence.ts';
import { latestBySubject } from './latest.ts';
import { stepIfAny } from './steps.ts';

export const DETRACTOR = 0;
export const PASSIVE = 1;
export const PROMOTER = 2;
/** Not an answer, or none that counts. */
export const NO_ANSWER = 3;

export interface ScoreOptions {
  readonly population: Population;
  readonly at: Float64Array;
  /** `DETRACTOR`, `PASSIVE`, `PROMOTER` or `NO_ANSWER` a row. */
  readonly answers: Uint8Array;
  /** Who answered (-1 unknown): of several answers of one subject in the period only the latest counts. */
  readonly subjects: Int32Array;
}

/** Net promoter score, −100…100 points, adjusted Wald interval; `n` is the number of answers that count. */
export function netScore({ population, at, answers, subjects }: ScoreOptions): Measure {
  return {
    clock: null,
    variant: null,
    population,
    at,
    summarise(rows) {
      const tally = [0, 0, 0];
      const answered = rows.filter((row) => answers[row] !== NO_ANSWER);
      const latest = latestBySubject({ rows: answered, at, subjects, rank: answers });
      for (const row of latest) tally[answers[row]!]!++;
      const superseded = answered.length - latest.length;
      const [detractors, passives, promoters] = tally as [number, number, number];
      const n = detractors + passives + promoters;
      const counts = { promoters, passives, detractors, answers: n, ...(superseded > 0 ? { superseded } : {}) };
      if (n === 0) return { value: null, n, reason: 'no-data', counts };
      const evidence = { promoters, passives, detractors };
      return {
        value: npsScore(evidence),
        n,
        reason: null,
        counts,
        interval: npsInterval(evidence),
        evidence: { kind: 'score', ...evidence },
      };
    },
    steps(rows) {
      const answered = rows.filter((row) => answers[row] !== NO_ANSWER);
      const counted = Int32Array.from(latestBySubject({ rows: answered, at, subjects, rank: answers })).sort();
      const kept = new Set(counted);
      const saying = (answer: number): Int32Array => counted.filter((row) => answers[row] === answer);
      return [
        { name: 'answers', rows: counted, role: 'base' },
        { name: 'promoters', rows: saying(PROMOTER) },
        { name: 'passives', rows: saying(PASSIVE) },
        { name: 'detractors', rows: saying(DETRACTOR) },
        ...stepIfAny({ name: 'superseded', rows: answered.filter((row) => !kept.has(row)) }),
      ];
    },
    compare(now, before) {
      if (now.evidence?.kind !== 'score' || before.evidence?.kind !== 'score' || now.n < MIN_COMPARED || before.n < MIN_COMPARED)
        return null;
      return directionOf(npsDifference(now.evidence, before.evidence));
    },
  };
}
