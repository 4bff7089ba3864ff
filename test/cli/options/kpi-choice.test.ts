import { describe, expect, it } from 'vitest';
import { chosenKpis } from '../../../src/cli/options/kpi-choice.ts';
import { kpis } from '../../../src/kpis/index.ts';

const chosen = (...words: string[]): (string | object)[] =>
  chosenKpis(words, kpis).map(({ kpi, options }) => (Object.keys(options).length === 0 ? kpi.id : { [kpi.id]: options }));

describe('--kpi', () => {
  it('takes all where nothing, or all, is chosen', () => {
    expect(chosen()).toEqual(kpis.map(({ id }) => id));
    expect(chosen('csat', 'all')).toEqual(chosen());
  });

  it('takes each once, in the order of the catalogue', () => {
    expect(chosen('nps', 'csat', 'csat')).toEqual(['csat', 'nps']);
  });

  it('takes families', () => {
    expect(chosen('success', 'csat')).toEqual(kpis.filter(({ id, family }) => family === 'success' || id === 'csat').map(({ id }) => id));
  });

  it('takes a target, and several', () => {
    expect(chosen('service-level(1h)')).toEqual([{ 'service-level': { target: 3600 } }]);
    expect(chosen('service-level', 'service-level(5m)', 'service-level(5m)')).toEqual([
      'service-level',
      { 'service-level': { target: 300 } },
    ]);
  });

  it.for([
    ['first-respose-time', 'unknown-kpi', 'did you mean first-response-time?   all ids: happiness kpis'],
    ['csat(5m)', 'bad-kpi', 'Write it as csat.'],
    ['service-level(soon)', 'bad-kpi', undefined],
  ])('refuses %s', ([word, code, hint]) => {
    const refusal = (): unknown => chosen(word!);
    expect(refusal).toThrow(expect.objectContaining({ code, ...(hint === undefined ? {} : { place: { hint } }) }));
  });
});
