import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber, daysInMonth, isCivilDate, isLeapYear, isoDay, weekdayOf } from '../../../src/lib/time/civil.ts';

describe('the Gregorian calendar, against Date', () => {
  const day = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z') / 86_400_000, max: Date.parse('9999-12-31T00:00:00Z') / 86_400_000 });
  it('names every day as Date does, and back', () => {
    fc.assert(
      fc.property(day, (days) => {
        const date = new Date(days * 86_400_000);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilDate(days)).toEqual(civil);
        expect(dayNumber(civil.year, civil.month, civil.day)).toBe(days);
        expect(isoDay(days)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(days)).toBe((date.getUTCDay() + 6) % 7);
        expect(isCivilDate(civil.year, civil.month, civil.day)).toBe(true);
        expect(daysInMonth(civil.year, civil.month)).toBe(new Date(Date.UTC(2000 + (civil.year % 400), civil.month, 0)).getUTCDate());
      }),
      { numRuns: 2000 },
    );
  });
  it('carries months into years', () => {
    for (const [month, iso] of [
      [13, '2026-01-01'],
      [0, '2024-12-01'],
      [-11, '2024-01-01'],
      [25, '2027-01-01'],
    ] as const)
      expect(isoDay(dayNumber(2025, month, 1))).toBe(iso);
  });
  it('knows leap years', () => expect([1900, 2000, 2023, 2024, 2100].filter(isLeapYear)).toEqual([2000, 2024]));
});
