import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  formatMoney,
  formatNumber,
  formatPerDay,
  formatPoints,
  formatRatio,
  formatRelative,
  formatScore,
  signed,
} from '../../../src/lib/text/format-number.ts';

describe('numbers for people', () => {
  it.for([
    [0, '0'],
    [-0, '0'],
    [-1e-13, '0.00'],
    [0.0000012, '0.0000012'],
    [2.6, '2.60'],
    [-0.7, '-0.70'],
    [0.000123, '0.00012'],
    [1, '1'],
    [1.5, '1.50'],
    [1.234, '1.23'],
    [0.012345, '0.012'],
    [999, '999'],
    [1000, '1,000'],
    [1234.56, '1,234.6'],
    [1234567.89, '1,234,568'],
    [-1234.5, '-1,234.5'],
    [NaN, ''],
    [Infinity, ''],
  ] as const)('%d reads %s', ([value, text]) => expect(formatNumber(value)).toBe(text));
  it('keeps a fixed number of decimals when asked', () => {
    expect(formatNumber(2, 2)).toBe('2.00');
    expect(formatNumber(-0.001, 2)).toBe('0.00');
  });
  it.for([
    [0, '0.0%'],
    [0.852, '85.2%'],
    [1, '100.0%'],
    [1.05, '105.0%'],
    [0.9996, '99.96%'],
    [0.0004, '0.04%'],
    [0.99999999999, '>99.9%'],
    [1e-12, '<0.1%'],
    [-0.05, '-5.0%'],
    [-0, '0.0%'],
    [12.345, '1,234.5%'],
  ] as const)('the ratio %d reads %s', ([ratio, text]) => expect(formatRatio(ratio)).toBe(text));
  it('signs differences', () => {
    expect(formatPoints(0.032)).toBe('+3.2 pp');
    expect(formatPoints(-0.032)).toBe('-3.2 pp');
    expect(formatPoints(0)).toBe('0.0 pp');
    expect(formatPoints(-0.0001)).toBe('0.0 pp');
    expect(formatRelative(-0.129)).toBe('-12.9%');
    expect(formatRelative(14.2)).toBe('+1,420%');
    expect(signed(3)).toBe('+3');
    expect(signed(-0)).toBe('0');
  });
  it('names the unit', () => {
    expect(formatPerDay(13.44)).toBe('13.4/day');
    expect(formatPerDay(7.3)).toBe('7.30/day');
    expect(formatPerDay(1234.5)).toBe('1,235/day');
    expect(formatPerDay(0.0123)).toBe('0.012/day');
    expect(formatScore(44.6)).toBe('45');
    expect(formatScore(-0.4)).toBe('0');
    expect(formatMoney(1234.5, 'EUR')).toBe('1,234.50 EUR');
    expect(formatMoney(540_000, 'EUR')).toBe('540,000 EUR');
    expect(formatMoney(1.5, undefined)).toBe('1.50');
  });
  it('never shows a minus zero, nor a false 0 % or 100 %', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -10, max: 10 }), (value) => {
        for (const text of [formatNumber(value), formatNumber(value, 1), formatRatio(value), formatPoints(value), formatScore(value)])
          expect(text).not.toMatch(/^-[0.,]*(?:%| pp)?$/);
        if (value !== 0) expect(formatRatio(value)).not.toBe('0.0%');
        if (value !== 1) expect(formatRatio(value)).not.toBe('100.0%');
      }),
    );
  });
});
