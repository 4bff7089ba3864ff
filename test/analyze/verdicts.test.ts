import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/report.ts';
import { month, reportOn, resultOf } from '../support/ask.ts';
import type { Row } from '../support/build-dataset.ts';

const may = { period: month(2025, 5), previous: month(2025, 3), asOf: '2025-06-01T00:00:00Z' };
const on = (monthNumber: number, day: number): string => new Date(Date.UTC(2025, monthNumber - 1, day, 9)).toISOString();

describe('net flow', () => {
  interface Flow {
    readonly stayed: number;
    readonly cleared: number;
    readonly passing: number;
  }

  /** March or May, 31 days each: tickets that stay open, old ones of last year that are solved, and others that come and go. */
  function flow(monthNumber: number, { stayed, cleared, passing }: Flow): Row[] {
    const row = (kind: string, index: number, created: string, solved: string | null): Row => ({
      id: `${monthNumber}-${kind}-${index}`,
      createdAt: created,
      solvedAt: solved,
      status: solved ? 'solved' : 'open',
    });
    return [
      ...Array.from({ length: stayed }, (_, index) => row('stayed', index, on(monthNumber, 5), null)),
      ...Array.from({ length: cleared }, (_, index) => row('cleared', index, '2024-11-05T09:00:00Z', on(monthNumber, 6))),
      ...Array.from({ length: passing }, (_, index) => row('passing', index, on(monthNumber, 7), on(monthNumber, 8))),
    ];
  }

  const verdict = (before: Flow, now: Flow): Verdict | null | undefined =>
    resultOf(reportOn({ tickets: [...flow(3, before), ...flow(5, now)] }, may), 'net-flow').change?.verdict;

  it.each([
    // +10 to +60: (60 − 10) / √(60 + 10) = 6 standard errors.
    ['worse', { stayed: 10, cleared: 0, passing: 0 }, { stayed: 60, cleared: 0, passing: 0 }],
    // +40 to −40, of which all 40 may be the same tickets: −80 / √(40 + 40 + 2 · 40) = −6.3.
    ['better', { stayed: 40, cleared: 0, passing: 0 }, { stayed: 0, cleared: 40, passing: 0 }],
    // +12 to +20: 8 / √32 = 1.41. A thousand that came and went on the way change nothing.
    ['no-clear-change', { stayed: 12, cleared: 0, passing: 0 }, { stayed: 20, cleared: 0, passing: 0 }],
    ['no-clear-change', { stayed: 12, cleared: 0, passing: 1000 }, { stayed: 20, cleared: 0, passing: 500 }],
    // 20 in and 10 out to 10 in and 20 out: −20 / √(30 + 30 + 2 · 20) = −2.0, just clear; with 19 and 11 −16 / √(60 + 38) = −1.6.
    ['better', { stayed: 20, cleared: 10, passing: 0 }, { stayed: 10, cleared: 20, passing: 0 }],
    ['no-clear-change', { stayed: 19, cleared: 11, passing: 0 }, { stayed: 11, cleared: 19, passing: 0 }],
    ['too-few', { stayed: 9, cleared: 0, passing: 50 }, { stayed: 90, cleared: 0, passing: 50 }],
  ] as const)('%s: %j to %j', (expected, before, now) => {
    expect(verdict(before, now)).toBe(expected);
  });
});

describe('tickets per customer', () => {
  /** Customers of a month, each with so many tickets. */
  function customers(monthNumber: number, ticketsOfEach: readonly number[]): Row[] {
    return ticketsOfEach.flatMap((count, customer) =>
      Array.from({ length: count }, (_, index) => ({
        id: `${monthNumber}-${customer}-${index}`,
        customerId: `${monthNumber}-${customer}`,
        createdAt: on(monthNumber, 1 + (index % 28)),
      })),
    );
  }

  const change = (before: readonly number[], now: readonly number[]) =>
    resultOf(reportOn({ tickets: [...customers(3, before), ...customers(5, now)] }, may), 'tickets-per-customer').change;
  const each = (customersWith: number, tickets: number): number[] => Array.from({ length: customersWith }, () => tickets);

  it('is worse when customers write more often', () => {
    // 30 customers with 1 ticket; then 15 with 2 and 15 with 3: 1 to 2.5.
    expect(change(each(30, 1), [...each(15, 2), ...each(15, 3)])).toMatchObject({ absolute: 1.5, relative: 1.5, verdict: 'worse' });
  });

  it('is no clear change when one customer writes a hundred times: tickets come in bunches', () => {
    // 30 of 30 to 129 of 30. By the tickets alone 129 against 30 would be far beyond chance; by the customers it is one who was angry.
    expect(change(each(30, 1), [...each(29, 1), 100])).toMatchObject({ absolute: 129 / 30 - 1, verdict: 'no-clear-change' });
  });

  it('is too few below ten customers', () => {
    expect(change(each(9, 1), each(30, 3))?.verdict).toBe('too-few');
  });
});
