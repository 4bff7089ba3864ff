import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src/lib/time/add-months.ts';

const after = (from: string, months: number, zone = 'UTC'): string => new Date(addMonths(Date.parse(from), months, zone)).toISOString();

describe('addMonths', () => {
  it.each([
    ['2025-01-15T10:30:00Z', 3, '2025-04-15T10:30:00.000Z'],
    ['2025-01-31T00:00:00Z', 1, '2025-02-28T00:00:00.000Z'],
    ['2024-01-31T00:00:00Z', 1, '2024-02-29T00:00:00.000Z'],
    ['2025-11-30T00:00:00Z', 3, '2026-02-28T00:00:00.000Z'],
    ['2025-03-31T12:00:00Z', -1, '2025-02-28T12:00:00.000Z'],
    ['2025-01-01T00:00:00Z', -13, '2023-12-01T00:00:00.000Z'],
    ['2025-07-01T00:00:00Z', 24, '2027-07-01T00:00:00.000Z'],
  ])('%s and %i', (from, months, to) => {
    expect(after(from, months)).toBe(to);
  });
  it('keeps the local time when the clocks change', () => {
    // Berlin: midnight of 1 March is 23:00 UTC, midnight of 1 April 22:00 UTC.
    expect(after('2025-02-28T23:00:00Z', 1, 'Europe/Berlin')).toBe('2025-03-31T22:00:00.000Z');
  });
  it('leaves what is no time', () => {
    expect(addMonths(Number.NaN, 1, 'UTC')).toBeNaN();
    expect(addMonths(Number.NEGATIVE_INFINITY, 1, 'UTC')).toBe(Number.NEGATIVE_INFINITY);
  });
});
