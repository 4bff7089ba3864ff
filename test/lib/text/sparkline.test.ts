import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { shareBar, sparkline } from '../../../src/lib/text/sparkline.ts';

describe('sparkline', () => {
  it.for([
    [[1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█', '.:-=+*#@'],
    [[1, null, 8], '▁ █', '. @'],
    [[5, 5, 5], '▄▄▄', '==='],
    [[null, null], '', ''],
    [[], '', ''],
    [[NaN, 1], ' ▄', ' ='],
    [[-1e308, 1e308], '▁█', '.@'],
  ] as const)('%j', ([values, unicode, ascii]) => {
    expect(sparkline(values, true)).toBe(unicode);
    expect(sparkline(values, false)).toBe(ascii);
  });
  it('has one character a point', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double()), { minLength: 1 }), (values) => {
        const line = sparkline([...values, 1], true);
        expect([...line]).toHaveLength(values.length + 1);
      }),
    );
  });
});

describe('shareBar', () => {
  it.for([
    [0, '    ', '    '],
    [0.5, '██  ', '##  '],
    [1, '████', '####'],
    [0.53125, '██▏ ', '##  '],
    [2, '████', '####'],
    [NaN, '    ', '    '],
  ] as const)('%d', ([share, unicode, ascii]) => {
    expect(shareBar(share, 4, true)).toBe(unicode);
    expect(shareBar(share, 4, false)).toBe(ascii);
  });
});
