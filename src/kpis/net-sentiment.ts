import { npsDifference, npsInterval, npsScore } from '../lib/stats/nps.ts';
import { defineKpi } from './define-kpi.ts';
import { eventRows } from './facts/active-users.ts';
import { codes, codesWhere, times } from './facts/columns.ts';
import { EXCLUDE_NEUTRAL } from './options/customer-options.ts';
import { isOn } from './options/option-values.ts';
import { partsByCode } from './statistics/parts.ts';
import { directionOf, MIN_COMPARED } from './statistics/evidence.ts';

export const netSentiment = defineKpi({
  id: 'net-sentiment',
  title: 'Net sentiment',
  family: 'success',
  section: 'Satisfaction',
  unit: 'score',
  better: 'higher',
  cohort: 'mentioned',
  needs: [['events.sentiment']],
  refines: ['events.at', 'events.source'],
  aggregate: 'score',
  definition:
    'Positive less negative mentions of the period, of all mentions that have a sentiment, in points from −100 to 100, and each source apart as a part. ' +
    'The labels are those of the data: nothing is classified here. The option excludeNeutral leaves neutral mentions out.',
  formula: '100 × (positive − negative) / mentions with a sentiment',
  excludes: ['mentions without a sentiment', 'labels other than positive, neutral and negative (counted as unknown)'],
  options: [EXCLUDE_NEUTRAL],
  sources: [
    'BlackBox: 80 positive, 20 negative, 100 neutral of 200: +30',
    'SocialKit: 230, 120 and 150 of 500: +22',
    'otherwise: without the neutral ones the first is +60, or 80 % positive',
  ],
  example: {
    says: 'Eight positive, two negative and ten neutral of 20: +30 (BlackBox, a tenth of its size).',
    rows: {
      events: Array.from({ length: 20 }, (_, row) => ({
        at: '2025-03-10T09:00:00Z',
        name: 'mention',
        sentiment: row < 8 ? 'positive' : row < 10 ? 'negative' : 'neutral',
      })),
    },
    value: 30,
    n: 20,
    counts: { positive: 8, negative: 2, neutral: 10, mentions: 20 },
  },
  measures(context) {
    const labels = codes(context, 'events', 'sentiment');
    const [positive, negative, neutral] = ['positive', 'negative', 'neutral'].map((word) => codesWhere(labels, (text) => text === word));
    if (!labels || !positive || !negative || !neutral) return [];
    const withNeutral = !isOn(context, EXCLUDE_NEUTRAL);
    const sources = codes(context, 'events', 'source');
    const tally = (rows: Int32Array) => {
      let [promoters, detractors, passives, unknown] = [0, 0, 0, 0];
      for (const row of rows) {
        const code = labels.codes[row]!;
        if (positive.has(code)) promoters++;
        else if (negative.has(code)) detractors++;
        else if (neutral.has(code)) passives++;
        else if (code > 0) unknown++;
      }
      return {
        score: { promoters, detractors, passives: withNeutral ? passives : 0 },
        n: promoters + detractors + (withNeutral ? passives : 0),
        passives,
        unknown,
      };
    };
    return [
      {
        clock: null,
        variant: withNeutral ? 'of all mentions' : 'of positive and negative mentions',
        population: eventRows(context),
        at: times(context, 'events', 'at'),
        summarise(rows) {
          const { score, n, passives, unknown } = tally(rows);
          const counts = {
            positive: score.promoters,
            negative: score.detractors,
            neutral: passives,
            mentions: n,
            ...(unknown > 0 ? { unknown } : {}),
          };
          if (n === 0) return { value: null, n: 0, reason: 'no-data', counts };
          const parts = sources
            ? partsByCode(sources, rows, (some) => {
                const own = tally(some);
                return { value: own.n === 0 ? null : npsScore(own.score), n: own.n };
              })
            : [];
          return {
            value: npsScore(score),
            n,
            reason: null,
            counts,
            interval: npsInterval(score),
            ...(parts.length > 0 ? { parts } : {}),
            evidence: { kind: 'score', ...score },
          };
        },
        compare(now, before) {
          if (now.evidence?.kind !== 'score' || before.evidence?.kind !== 'score' || now.n < MIN_COMPARED || before.n < MIN_COMPARED)
            return null;
          return directionOf(npsDifference(now.evidence, before.evidence));
        },
      },
    ];
  },
});
