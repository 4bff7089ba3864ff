import { countMasks } from '../lib/count-rows.ts';
import { defineKpi } from './define-kpi.ts';
import { complaints } from './facts/complaints.ts';
import { SCENARIO } from './options/customer-options.ts';

/** Unhappy customers who say nothing, for each who complains. */
const SEED_SILENT = 26;
/** Share of the unhappy who leave. */
const SEED_LOST = 0.91;
/** Half complain to the front line, among companies three in four (Goodman 2005). */
const OTHERS = [
  { key: 'if one in two complains', silent: 1 },
  { key: 'if three in four complain', silent: 1 / 3 },
] as const;

export const silentUnhappyEstimate = defineKpi({
  id: 'silent-unhappy-estimate',
  title: 'Silent unhappy (scenario)',
  family: 'support',
  section: 'Satisfaction',
  unit: 'count',
  better: 'lower',
  cohort: 'complained',
  needs: [['tickets.rating'], ['surveys.score'], ['tickets.tags'], ['tickets.type']],
  refines: ['tickets.ratedAt', 'surveys.at', 'surveys.kind', 'tickets.createdAt'],
  aggregate: 'scenario',
  definition:
    'A scenario, not a measurement: how many customers would be unhappy if for each of the complaints of the period 26 more said nothing (option silent), with the range that other assumptions give as parts, ' +
    'and how many of them would leave at 91 % (option lost). Complaints are ratings that are not positive, detractors and tickets marked as complaints. ' +
    'The author of the studies behind it calls the 26 a misquote: it holds for small complaints that reach headquarters; about half complain to the front line. It is no ground for a threshold.',
  formula: 'complaints × (1 + 26)',
  excludes: ['questions and bug reports that are not marked as complaints'],
  options: SCENARIO,
  sources: [
    'seed 000: 27 unhappy, 1 ticket, 25 lost',
    'Goodman (TARP), Quality Progress 2005: "96 % never complain" is a misquote; about 50 % do, in business 75 %',
    'otherwise: many slides print the 26 as a fact',
  ],
  example: {
    says: 'One complaint: 1 × (1 + 26) = 27 unhappy, 27 × 0.91 = 24.57 of them lost; 2 if one in two complains, 1.33 if three in four do.',
    rows: {
      tickets: [
        { id: '1', rating: 'bad' },
        { id: '2', rating: 'good' },
      ],
    },
    value: 27,
    n: 1,
    counts: { complaints: 1, unhappyAtLeast: 4 / 3, unhappyAtMost: 27 },
  },
  measures(context) {
    const found = complaints(context);
    if (!found) return [];
    const { silent, lost } = context.options;
    const each = typeof silent === 'number' && silent >= 0 ? silent : SEED_SILENT;
    const leaving = typeof lost === 'number' && lost >= 0 && lost <= 1 ? lost : SEED_LOST;
    return [
      {
        clock: null,
        variant: `scenario, not a measurement: ${Number(each.toFixed(2))} silent for each complaint`,
        population: found.population,
        at: found.at,
        summarise(rows) {
          const n = countMasks([found.isComplaint], rows)[0]!;
          const unhappy = n * (1 + each);
          const others = OTHERS.map(({ key, silent: some }) => ({ key, value: n * (1 + some), n }));
          const all = [unhappy, ...others.map(({ value }) => value)];
          const counts = { complaints: n, unhappyAtLeast: Math.min(...all), unhappyAtMost: Math.max(...all) };
          if (n === 0) return { value: null, n: 0, reason: 'no-data', counts };
          return {
            value: unhappy,
            n,
            reason: null,
            counts,
            parts: [...others, { key: `of them lost, at ${Number((leaving * 100).toFixed(1))} %`, value: unhappy * leaving, n }],
          };
        },
      },
    ];
  },
});
