import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSeconds, formatSecondsCompact } from '../../../src/lib/time/format-duration.ts';
import { parseDuration } from '../../../src/lib/time/parse-duration.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

describe('formatSeconds', () => {
  it.each([
    [0, '0 s', '0s'],
    [0.2, '<1 s', '<1s'],
    [0.5, '1 s', '1s'],
    [45, '45 s', '45s'],
    [59.4, '59 s', '59s'],
    [59.5, '1 min', '1m'],
    [74, '1 min 14 s', '1m14s'],
    [125, '2 min 5 s', '2m5s'],
    [599.4, '9 min 59 s', '9m59s'],
    [599.5, '10 min', '10m'],
    [20 * MINUTE, '20 min', '20m'],
    [20 * MINUTE + 29, '20 min', '20m'],
    [20 * MINUTE + 30, '21 min', '21m'],
    [59.4 * MINUTE, '59 min', '59m'],
    [59.6 * MINUTE, '1 h', '1h'],
    [4440, '1 h 14 min', '1h14m'],
    [DAY - 31, '23 h 59 min', '23h59m'],
    [DAY - 30, '1 d', '1d'],
    [DAY + HOUR, '1 d 1 h', '1d1h'],
    [2 * DAY - 1801, '1 d 23 h', '1d23h'],
    [2 * DAY - 1800, '2 d', '2d'],
    [2 * DAY + 3 * HOUR, '2 d 3 h', '2d3h'],
    [100 * DAY - 1801, '99 d 23 h', '99d23h'],
    [100 * DAY - 1800, '100 d', '100d'],
    [400.4 * DAY, '400 d', '400d'],
    [-0.2, '0 s', '0s'],
    [-90, '−1 min 30 s', '−1m30s'],
    [-391.5 * HOUR, '−16 d 8 h', '−16d8h'], // 391.5 h = 16 × 24 h + 7.5 h
    [NaN, '–', '–'],
    [Infinity, '–', '–'],
  ])('%d', (seconds, full, compact) => {
    expect(formatSeconds(seconds)).toBe(full);
    expect(formatSecondsCompact(seconds)).toBe(compact);
  });

  it('says what was measured, to half of the smallest unit shown', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e8, max: 1e8, noNaN: true }), (seconds) => {
        fc.pre(Math.abs(seconds) >= 0.5);
        const size = Math.abs(seconds);
        const unit = size < 599.5 ? 1 : size < DAY - 30 ? MINUTE : size < 100 * DAY - 1800 ? HOUR : DAY;
        for (const text of [formatSeconds(seconds), formatSecondsCompact(seconds)]) {
          expect(Math.abs((parseDuration(text) ?? NaN) - seconds)).toBeLessThanOrEqual(unit / 2 + 1e-6);
        }
      }),
    );
  });
});
