import { expect, it } from 'vitest';
import { addMonths } from '../../../src/lib/time/add-months.ts';

it.for([
  ['to the last day of a shorter month', '2025-01-31T12:00:00Z', 1, 'UTC', '2025-02-28T12:00:00.000Z'],
  // 31 March 00:00 in Berlin is UTC+2, 28 February 00:00 UTC+1
  ['back over a change of the clocks at the same local time', '2025-03-30T22:00:00Z', -1, 'Europe/Berlin', '2025-02-27T23:00:00.000Z'],
  // 1 January 00:00 in Kathmandu (+05:45)
  ['over half a year', '2024-12-31T18:15:00Z', 6, 'Asia/Kathmandu', '2025-06-30T18:15:00.000Z'],
] as const)('%s', ([, at, months, zone, later]) => {
  expect(new Date(addMonths(Date.parse(at), months, zone)).toISOString()).toBe(later);
});

it('leaves what is no time as it is', () => {
  expect(addMonths(Number.NEGATIVE_INFINITY, 3, 'UTC')).toBe(Number.NEGATIVE_INFINITY);
  expect(addMonths(Number.NaN, 3, 'UTC')).toBeNaN();
});
