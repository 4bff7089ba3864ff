import { defineKpi } from './define-kpi.ts';
import { codes, links, numbers, rowsOf, times } from './facts/columns.ts';
import { fakeRows } from './facts/fake-users.ts';
import { personOf } from './facts/people.ts';
import { DETRACTOR, netScore, NO_ANSWER, PASSIVE, PROMOTER } from './statistics/score.ts';

export const nps = defineKpi({
  id: 'nps',
  title: 'Net promoter score (NPS)',
  family: 'success',
  section: 'Satisfaction',
  unit: 'score',
  better: 'higher',
  cohort: 'answered',
  needs: [['surveys.score']],
  refines: ['surveys.kind', 'surveys.at', 'surveys.customerId'],
  aggregate: 'score',
  definition:
    'Share of promoters (9 and 10 of 10) less the share of detractors (0 to 6) among the answers of the period, in points from −100 to 100. Of several answers of one customer the latest in the period counts.',
  formula: '100 × (promoters − detractors) / answers',
  excludes: ['answers outside 0–10 and fractions (counted)', 'surveys of another kind'],
  sources: [
    'seed 003',
    'Delighted and Wootric: 9–10, 7–8, 0–6',
    'interval: adjusted Wald (measuringu.com, "NPS: three confidence intervals")',
    'otherwise: Nicereply prints "lower than 6", a slip',
  ],
  example: {
    says: 'Answers 3, 4, 5, 6, 8, 8, 8, 9, 10, 10: four detractors (3 to 6), three passives, three promoters: (3 − 4) / 10 = −10 (SightMill).',
    rows: { surveys: [3, 4, 5, 6, 8, 8, 8, 9, 10, 10].map((score, row) => ({ id: `${row}`, kind: 'nps', score })) },
    value: -10,
    n: 10,
    counts: { promoters: 3, passives: 3, detractors: 4, answers: 10 },
  },
  measures(context) {
    const scores = numbers(context, 'surveys', 'score');
    if (!scores) return [];
    const kinds = codes(context, 'surveys', 'kind');
    const answers = Uint8Array.from(scores, (score, row) => {
      if (kinds && kinds.values[kinds.codes[row]!] !== 'nps') return NO_ANSWER;
      if (!Number.isInteger(score) || score < 0 || score > 10) return NO_ANSWER;
      if (score >= 9) return PROMOTER;
      return score >= 7 ? PASSIVE : DETRACTOR;
    });
    return [
      {
        ...netScore({
          population: {
            ...rowsOf(context, 'surveys'),
            ticket: links(context, 'surveys', 'ticket'),
            customer: links(context, 'surveys', 'customer'),
          },
          at: times(context, 'surveys', 'at'),
          answers,
          subjects: personOf(context, 'surveys'),
        }),
        ...fakeRows(context, 'surveys'),
      },
    ];
  },
});
