import { describe, expect, it } from 'vitest';
import { parseScopeOptions } from '../../../src/cli/options/scope-options.ts';

describe('parseScopeOptions', () => {
  it('shows everything unless told otherwise', () => {
    expect(parseScopeOptions({})).toEqual({ kpi: [], by: null, where: [], minSegment: 5, sort: 'n', top: undefined, heatmap: false });
  });

  it('takes lists apart', () => {
    expect(
      parseScopeOptions({
        by: 'channel, priority+group',
        kpi: 'csat,nps',
        where: ['a=b', 'c in (d, e)'],
        minSegment: '1',
        top: '3',
        sort: 'key',
      }),
    ).toEqual({
      kpi: ['csat', 'nps'],
      by: ['channel', 'priority+group'],
      where: ['a=b', 'c in (d, e)'],
      minSegment: 1,
      sort: 'key',
      top: 3,
      heatmap: false,
    });
  });

  it.for([
    [{ top: '0' }, '--top "0" is not a whole number from 1'],
    [{ top: '1e3' }, '--top "1e3" is not a whole number from 1'],
    [{ minSegment: '-1' }, '--min-segment "-1" is not a whole number from 1'],
    [{ sort: 'size' }, '--sort "size" is not one of n, value, key'],
    [{ by: 'channel,' }, '--by "channel," is not a list such as a,b,c'],
  ])('refuses %o', ([options, message]) => {
    expect(() => parseScopeOptions(options as never)).toThrow(message as string);
  });
});
