import type { Numbers } from '../model/columns.ts';
import { BETWEEN, judgeRows, NONE } from '../lib/judge-rows.ts';
import { defineKpi } from './define-kpi.ts';
import { ratings } from './facts/ratings.ts';
import { choiceOption, chosen, textsOf, type TextsOption } from './options/option-values.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

const POSITIVE: TextsOption = {
  name: 'positive',
  type: 'texts',
  default: [],
  says: 'Ratings that are positive, as the export writes them; without it the upper ones of their scale: 4 and 5 of five, good',
  definedBy: [
    'good: Zendesk',
    '4 and 5 of five: Zendesk, SimpleSat, Chatwoot, Gorgias, Nicereply',
    'Great: Help Scout',
    '8 to 10 of ten: some',
  ],
};

const SEVERAL = choiceOption({
  name: 'several',
  type: ['latest', 'first'],
  default: 'latest',
  says: 'Which of several survey answers about one ticket counts; the other ones do not',
  definedBy: ['both kept: dbt_zendesk', 'latest: kpis.md §12 no. 17'],
});

const PER = choiceOption({
  name: 'per',
  type: ['ticket', 'customer'],
  default: 'ticket',
  says: 'ticket: every rated ticket counts; customer: of several ratings of a customer in the period only the latest',
  definedBy: ['ticket: Zendesk (one angry customer with nine tickets is nine ratings)'],
});

export const csat = defineKpi({
  id: 'csat',
  title: 'Customer satisfaction (CSAT)',
  family: 'support',
  section: 'Satisfaction',
  unit: 'ratio',
  better: 'higher',
  cohort: 'rated',
  needs: [['tickets.rating'], ['surveys.score']],
  refines: ['tickets.ratedAt', 'tickets.solvedAt', 'tickets.ratingScale', 'surveys.at'],
  aggregate: 'rate',
  definition:
    'Share of positive ratings among the ratings received in the period: good of good and bad; 4 and 5 of five. Neutral answers count as not positive. A rating without a date counts in the period in which its ticket was solved.',
  formula: 'positive ratings / all ratings',
  excludes: [
    'requests for a rating that nobody answered',
    'ratings outside their scale (counted)',
    'all but the latest rating of a ticket',
  ],
  options: [POSITIVE, SEVERAL, PER],
  sources: [
    'Zendesk: good / (good + bad)',
    'SimpleSat: neutral stays in the denominator',
    'Gorgias and Nicereply: 4–5 of 5',
    'otherwise: some report the mean of the scores, which is not a share',
  ],
  example: {
    says: '8 good, 2 bad and 3 not answered: 80 % (Zendesk).',
    rows: {
      tickets: [
        ...Array.from({ length: 8 }, (_, row) => ({ id: `g${row}`, rating: 'good' })),
        { id: 'b1', rating: 'bad' },
        { id: 'b2', rating: 'bad' },
        { id: 'o1', rating: 'offered' },
        { id: 'o2', rating: 'offered' },
        { id: 'o3', rating: 'offered' },
      ],
    },
    value: 0.8,
    n: 10,
    counts: { positive: 8, ratings: 10 },
  },
  measures(context) {
    const found = ratings(context, { positive: textsOf(context, POSITIVE), several: chosen(context, SEVERAL) });
    if (!found) return [];
    return [
      proportion({
        population: found.population,
        at: found.at,
        variant: found.variant,
        outcomes: judged(found.satisfied),
        ...(chosen(context, PER) === 'customer' ? { subjects: found.subjects } : {}),
        names: { hits: 'positive', of: 'ratings' },
      }),
    ];
  },
});

function judged(satisfied: Numbers): Uint8Array {
  return judgeRows(satisfied, { low: 1, high: 1 }, (answer) => (answer === NONE ? OUT : answer === BETWEEN ? HIT : MISS));
}
