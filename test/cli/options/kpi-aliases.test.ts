import { expect, it } from 'vitest';
import { suggestKpi } from '../../../src/cli/options/kpi-aliases.ts';
import { kpis } from '../../../src/kpis/index.ts';

const ids = kpis.map(({ id }) => id);

it.for([
  ['frt', 'first-response-time'],
  ['TTR', 'resolution-time'],
  ['fcr', 'first-contact-resolution'],
  ['asa', 'speed-of-answer'],
  ['AHT', 'handle-time'],
  ['mrr', 'arpa'],
  ['ltv', 'customer-lifetime-value'],
  ['DAU/MAU', 'stickiness'],
  ['d7_retention', 'day-7-retention'],
  ['first-respose-time', 'first-response-time'],
  ['qqqqqqqqq', undefined],
] as const)('%s means %s', ([word, id]) => {
  expect(suggestKpi(word, ids)).toBe(id);
});

it('suggests nothing that is not there', () => {
  expect(suggestKpi('frt', ['csat'])).toBeUndefined();
});
