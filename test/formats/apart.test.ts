import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceText, limitText, textApart, type CheckMeasure } from '../../src/formats/apart.ts';
import { parseDuration } from '../../src/lib/time/parse-duration.ts';

const ratio: CheckMeasure = { unit: 'ratio', scale: 'value' };
const seconds: CheckMeasure = { unit: 'seconds', scale: 'value' };

describe('a value beside its limit', () => {
  it.for([
    [ratio, 0.706, 0.85, '70.6%', '85%', '14.4 pp'],
    // vladopajic/go-test-coverage#144: 72.99 % was shown as 73.0 % and failed a limit of 73.
    [ratio, 200 / 274, 0.73, '72.99%', '73%', '0.01 pp'],
    [ratio, 0.8996, 0.9, '89.96%', '90%', '0.04 pp'],
    // 89.96 % rounds to 90.0 %, which would lie on the other side of 89.98 %.
    [ratio, 0.8996, 0.8998, '89.96%', '89.98%', '0.02 pp'],
    [seconds, 432, 300, '7 min 12 s', '5 min', '2 min 12 s'],
    [seconds, 300.2, 300, '5 min 0.2 s', '5 min', '0.2 s'],
    [seconds, 5425, 5400, '1 h 30 min 25 s', '1 h 30 min', '25 s'],
    [seconds, 90_061, 90_000, '1 d 1 h 1 min 1 s', '1 d 1 h', '1 min 1 s'],
    [{ unit: 'count', scale: 'value' }, 21, 20, '21', '20', '1'],
    [{ unit: 'score', scale: 'value' }, 39.7, 40, '39.7', '40', '0.3'],
    [{ unit: 'money', scale: 'value', currency: 'EUR' }, 5.004, 5, '5.004 EUR', '5 EUR', '0.004 EUR'],
    [{ unit: 'per-day', scale: 'value' }, 20.001, 20, '20.001/day', '20/day', '0.001/day'],
    [{ unit: 'ratio', scale: 'points' }, 0.0601, 0.03, '6.0 pp', '3 pp', '3 pp'],
    [{ unit: 'seconds', scale: 'relative' }, 0.1004, 0.1, '10.04%', '10%', '0.04%'],
  ] as const)('%o', ([measure, value, limit, shown, shownLimit, excess]) => {
    expect(textApart(measure, value, limit)).toBe(shown);
    expect(limitText(measure, limit)).toBe(shownLimit);
    expect(distanceText(measure, Math.abs(value - limit))).toBe(excess);
  });

  it('stays on its side of the limit, however near, in all units', () => {
    const near = fc.record({
      limit: fc.integer({ min: 1, max: 100_000 }),
      step: fc.constantFrom(1, 0.1, 0.01, 1e-4, 1e-6),
      up: fc.boolean(),
    });
    fc.assert(
      fc.property(near, ({ limit, step, up }) => {
        const value = limit + (up ? step : -step);
        const shown = parseDuration(textApart(seconds, value, limit)) ?? NaN;
        expect(Math.sign(shown - limit)).toBe(up ? 1 : -1);
        const share = Number.parseFloat(textApart(ratio, value / 1e5, limit / 1e5)) / 100;
        expect(Math.sign(share - limit / 1e5)).toBe(up ? 1 : -1);
        const count = Number(textApart({ unit: 'count', scale: 'value' }, value, limit).replaceAll(',', ''));
        expect(Math.sign(count - limit)).toBe(up ? 1 : -1);
        expect(textApart(seconds, value, limit)).not.toBe(limitText(seconds, limit));
      }),
    );
  });
});
