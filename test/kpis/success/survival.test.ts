import { expect, it } from 'vitest';
import { askKpi } from './ask-kpi.ts';

const DAY = 86_400_000;
const AS_OF = '2025-03-01T00:00:00Z';
const iso = (ms: number): string => new Date(ms).toISOString();

/** Customers who were watched for so many days until now, or left after so many. */
function customersOf(lifetimes: readonly (readonly [days: number, left: boolean])[]) {
  const now = Date.parse(AS_OF);
  return lifetimes.map(([days, left], row) => ({
    id: `${row}`,
    signedUpAt: iso(left ? now - 100 * DAY : now - days * DAY),
    cancelledAt: left ? iso(now - 100 * DAY + days * DAY) : null,
  }));
}

const left = (...days: number[]) => days.map((day) => [day, true] as const);
const stay = (...days: number[]) => days.map((day) => [day, false] as const);

/** 0.5+ 1 1 2 2+ 3 4 5+ 6 7+ 8 9 10+ 12 14+ 14 17+ 20 21+ (`+` watched so long). */
const NINETEEN = [...left(1, 1, 2, 3, 4, 6, 8, 9, 12, 14, 20), ...stay(0.5, 2, 5, 7, 10, 14, 17, 21)];

it.each([
  [1, 0.8889],
  [2, 0.8333],
  [3, 0.7738],
  [4, 0.7143],
  [6, 0.6494],
  [8, 0.5772],
  [9, 0.5051],
  [12, 0.4209],
  [14, 0.3367],
  [20, 0.1684],
])('early leave within %i days is 1 − %f (19 subjects with ties, SAS and R example 7.38; kpis.md §10.3)', (days, survival) => {
  const result = askKpi('early-leave-rate', { customers: customersOf(NINETEEN) }, { asOf: AS_OF, options: { days } });
  expect(result.value).toBeCloseTo(1 - survival, 4);
  expect(result.n).toBe(19);
});

it('the control group of g3: S(34) = 0.3333 with 0.0461…0.6756 (lifelines; kpis.md §10.3)', () => {
  const result = askKpi(
    'early-leave-rate',
    { customers: customersOf([...left(34, 32, 9, 19), ...stay(50, 48)]) },
    { asOf: AS_OF, options: { days: 34 } },
  );
  expect(result.value).toBeCloseTo(0.6667, 4);
  expect(result.interval!.low).toBeCloseTo(1 - 0.6756, 4);
  expect(result.interval!.high).toBeCloseTo(1 - 0.0461, 4);
  expect(result.counts).toMatchObject({ left: 4, started: 6 });
});

it('who is younger than the limit is neither kept nor left out', () => {
  // One of two leaves on day 10, and eight are five days old: they were never at risk on day 10. 1 − 1/2, not 1/10 and not 1/1.
  const result = askKpi(
    'early-leave-rate',
    { customers: customersOf([...left(10), ...stay(40, ...Array<number>(8).fill(5))]) },
    { asOf: AS_OF },
  );
  expect(result).toMatchObject({ value: 0.5, n: 10, counts: { stillWatched: 8 } });
});

it('has no value as long as nobody has been watched for the whole time', () => {
  expect(askKpi('early-leave-rate', { customers: customersOf(stay(5, 6, 7)) }, { asOf: AS_OF })).toMatchObject({
    value: null,
    n: 3,
    reason: 'window-not-elapsed',
  });
});

it('an end before the beginning is counted, not used', () => {
  const customers = [
    { id: 'odd', signedUpAt: '2025-01-10T00:00:00Z', cancelledAt: '2025-01-01T00:00:00Z' },
    ...customersOf([...left(10), ...stay(40)]),
  ];
  expect(askKpi('early-leave-rate', { customers }, { asOf: AS_OF })).toMatchObject({ value: 0.5, n: 2, counts: { negative: 1 } });
});

it('time to value: the median of the g3 control group is 32 days (kpis.md §10.3)', () => {
  const customers = customersOf([...left(34, 32, 9, 19), ...stay(50, 48)]).map(({ id, signedUpAt, cancelledAt }) => ({
    id,
    signedUpAt,
    onboardedAt: cancelledAt,
  }));
  expect(askKpi('time-to-value', { customers }, { asOf: AS_OF })).toMatchObject({
    value: 32 * 86_400,
    n: 6,
    counts: { reached: 4, signups: 6 },
  });
});

it('time to value has no value while fewer than half are there (g3 RIT: not reached; kpis.md §10.3)', () => {
  const customers = customersOf([...left(53, 25), ...stay(28, 69, 58, 54, 51, 61, 57, 57, 50)]).map(({ id, signedUpAt, cancelledAt }) => ({
    id,
    signedUpAt,
    onboardedAt: cancelledAt,
  }));
  expect(askKpi('time-to-value', { customers }, { asOf: AS_OF })).toMatchObject({ value: null, n: 11, reason: 'window-not-elapsed' });
});

it('who leaves before the first value stops being watched then', () => {
  const customers = [
    { id: 'a', signedUpAt: '2025-01-01T00:00:00Z', onboardedAt: '2025-01-11T00:00:00Z', cancelledAt: null },
    { id: 'b', signedUpAt: '2025-01-01T00:00:00Z', onboardedAt: null, cancelledAt: '2025-01-03T00:00:00Z' },
  ];
  // b was not at risk on day 10: of the one who was, one got there.
  expect(askKpi('time-to-value', { customers }, { asOf: AS_OF })).toMatchObject({ value: 864_000, n: 2 });
});
