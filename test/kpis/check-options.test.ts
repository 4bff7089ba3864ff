import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';
import { checkOptions } from '../../src/kpis/options/check-options.ts';
import { ask } from './ask-with.ts';

describe('options of every KPI', () => {
  it.each(kpis.flatMap(({ id, options }) => (options ?? []).map((option) => [id, option.name, option] as const)))(
    '%s %s is documented and its default is one of its values',
    (id, name, option) => {
      expect(option.says.length).toBeGreaterThan(10);
      if (option.default === null || (Array.isArray(option.default) && option.default.length === 0)) return;
      expect(checkOptions({ id, options: [option] }, { [name]: option.default })).toEqual({ [name]: option.default });
    },
  );

  it.each([
    [{ lead: 'average' }, 'first-response-time: lead cannot be "average"'],
    [{ led: 'mean' }, 'first-response-time has no option "led"'],
  ])('refuses %j', (options, message) => {
    expect(() => ask('first-response-time', options)).toThrow(message);
  });

  it.each([
    ['flag', 'yes'],
    ['duration', 'soon'],
    ['duration', -5],
    ['days', 1.5],
    ['ratio', 80],
    ['number', '5'],
    ['texts', [{}]],
    ['durations', { 'priority = urgent': 'soon' }],
    ['durations', ['5m']],
  ] as const)('a %s is not %j', (type, value) => {
    const option = { name: 'some', type, default: null, says: '', definedBy: [] };
    expect(() => checkOptions({ id: 'some-kpi', options: [option] }, { some: value })).toThrow('some-kpi: some cannot be');
  });
});
