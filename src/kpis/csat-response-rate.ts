import type { Numbers } from '../model/columns.ts';
import { judgeRows, NONE } from '../lib/judge-rows.ts';
import { defineKpi } from './define-kpi.ts';
import { ratings } from './facts/ratings.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const csatResponseRate = defineKpi({
  id: 'csat-response-rate',
  title: 'CSAT response rate',
  family: 'support',
  section: 'Satisfaction',
  unit: 'ratio',
  better: 'higher',
  cohort: 'rated, else solved',
  needs: [['tickets.ratingOffered']],
  refines: ['tickets.rating', 'tickets.ratedAt', 'tickets.solvedAt'],
  aggregate: 'rate',
  definition:
    'Share of the tickets whose customer was asked for a rating and gave one. The lower it is, the less the satisfaction of those who answered says about all.',
  formula: 'tickets rated / tickets asked for a rating',
  excludes: ['tickets for which nobody was asked'],
  sources: ['dbt_zendesk: surveyed tickets include those offered', 'otherwise: Chatwoot ignores the filters when it counts surveys sent'],
  example: {
    says: 'Three of four who were asked answered: 75 %.',
    rows: {
      tickets: [
        { id: '1', rating: 'good' },
        { id: '2', rating: 'good' },
        { id: '3', rating: 'bad' },
        { id: '4', rating: 'offered' },
        { id: '5', rating: null },
      ],
    },
    value: 0.75,
    n: 4,
    counts: { ratings: 3, offered: 4 },
  },
  measures(context) {
    const found = ratings(context);
    const offered = found?.offered;
    if (!found || !offered) return [];
    return [
      proportion({
        population: found.population,
        at: found.at,
        outcomes: answered(offered, found.satisfied),
        names: { hits: 'ratings', of: 'offered' },
      }),
    ];
  },
});

function answered(offered: Uint8Array, satisfied: Numbers): Uint8Array {
  return judgeRows(satisfied, { low: 0, high: 0 }, (answer, was) => (was === 1 ? (answer === NONE ? MISS : HIT) : OUT), offered);
}
