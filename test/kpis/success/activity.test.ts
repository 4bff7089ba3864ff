import { describe, expect, it } from 'vitest';
import { askKpi, times } from './ask-kpi.ts';

describe('retention by day', () => {
  /** Amplitude's own example: first event Dec 1 17:59, second Dec 2 17:00 (kpis.md, day-n-retention). */
  const events = [
    { customerId: 'a', at: '2024-12-01T17:59:00Z', name: 'signup' },
    { customerId: 'a', at: '2024-12-02T17:00:00Z', name: 'visit' },
  ];
  const asOf = '2025-02-01T00:00:00Z';

  it('is Day 1 for 23 h 01 m across midnight, by calendar days and by hours (Amplitude)', () => {
    expect(askKpi('day-1-retention', { events }, { asOf })).toMatchObject({ value: 1, n: 1 });
    expect(askKpi('day-1-retention', { events }, { asOf, options: { window: 'rolling24' } })).toMatchObject({ value: 1, n: 1 });
  });

  it('takes days of the reporting zone', () => {
    // 23:30 and 01:30 in Belgrade are two days, in UTC (22:30 and 00:30) too; in New York (17:30 and 19:30) one.
    const late = [
      { customerId: 'a', at: '2025-01-10T22:30:00Z', name: 'signup' },
      { customerId: 'a', at: '2025-01-11T00:30:00Z', name: 'visit' },
    ];
    const valueIn = (timeZone: string) => askKpi('day-1-retention', { events: late }, { asOf, timeZone }).value;
    expect([valueIn('Europe/Belgrade'), valueIn('UTC'), valueIn('America/New_York')]).toEqual([1, 1, 0]);
  });

  it('counts a day of 23 hours as a day', () => {
    // Clocks went forward in New York on 9 March 2025: from the 8th 12:00 to the 9th 12:00 are 23 hours.
    const spring = [
      { customerId: 'a', at: '2025-03-08T17:00:00Z', name: 'signup' },
      { customerId: 'a', at: '2025-03-09T16:00:00Z', name: 'visit' },
    ];
    expect(askKpi('day-1-retention', { events: spring }, { asOf: '2025-04-01T00:00:00Z', timeZone: 'America/New_York' })).toMatchObject({
      value: 1,
      n: 1,
    });
  });

  it('is bounded: who comes back a day later counts with on-or-after only', () => {
    const later = [
      { customerId: 'a', at: '2025-01-01T12:00:00Z', name: 'signup' },
      { customerId: 'a', at: '2025-01-10T12:00:00Z', name: 'visit' },
    ];
    expect(askKpi('day-7-retention', { events: later }, { asOf }).value).toBe(0);
    expect(askKpi('day-7-retention', { events: later }, { asOf, options: { mode: 'on-or-after' } }).value).toBe(1);
  });

  it('waits for the whole of the day', () => {
    const signup = [{ customerId: 'a', at: '2025-01-01T12:00:00Z', name: 'signup' }];
    expect(askKpi('day-7-retention', { events: signup }, { asOf: '2025-01-08T23:59:59Z' })).toMatchObject({
      value: null,
      reason: 'window-not-elapsed',
      counts: { pending: 1 },
    });
    expect(askKpi('day-7-retention', { events: signup }, { asOf: '2025-01-09T00:00:00Z' })).toMatchObject({ value: 0, n: 1 });
  });

  it('does not judge who signed up before events were recorded', () => {
    const rows = {
      customers: [
        { id: 'old', signedUpAt: '2023-01-01T00:00:00Z' },
        { id: 'new', signedUpAt: '2025-01-02T00:00:00Z' },
      ],
      events: [
        { customerId: 'old', at: '2025-01-01T00:00:00Z', name: 'visit' },
        { customerId: 'new', at: '2025-01-03T10:00:00Z', name: 'visit' },
      ],
    };
    expect(askKpi('day-1-retention', rows, { asOf })).toMatchObject({ value: 1, n: 1, counts: { unseen: 1 } });
    expect(
      askKpi(
        'activation-rate',
        { ...rows, events: [...rows.events, { customerId: 'new', at: '2025-01-04T00:00:00Z', name: 'activated' }] },
        { asOf },
      ),
    ).toMatchObject({ value: 1, n: 1, counts: { unseen: 1 } });
  });

  it('without any signup begins with the first event, and says so', () => {
    const visits = ['2025-01-01', '2025-01-02'].map((day) => ({ customerId: 'a', at: `${day}T10:00:00Z`, name: 'visit' }));
    const result = askKpi('day-1-retention', { events: visits }, { asOf });
    expect(result).toMatchObject({ value: 1, n: 1 });
    expect(result.variant).toContain('since the first event');
  });

  it('a notice that we sent brings nobody back', () => {
    const told = [...events, { customerId: 'a', at: '2024-12-08T10:00:00Z', name: 'notice' }];
    expect(askKpi('day-7-retention', { events: told }, { asOf }).value).toBe(0);
  });
});

describe('active users', () => {
  const events = ['2025-03-29', '2025-03-30', '2025-03-31'].flatMap((day, index) =>
    times(index + 1, (row) => ({ customerId: `${row}`, at: `${day}T22:30:00Z`, name: 'visit' })),
  );

  it('are those of the last complete day, and its date is the period', () => {
    // As of noon on the 31st that day is not over; one and two users were active on the 29th and 30th.
    expect(askKpi('daily-active-users', { events: events.slice(0, 3) }, { asOf: '2025-03-31T12:00:00Z' })).toMatchObject({
      value: 2,
      period: { label: '2025-03-30' },
    });
  });

  it('without --as-of the day of the newest event is complete', () => {
    expect(askKpi('daily-active-users', { events })).toMatchObject({ value: 3, period: { label: '2025-03-31' } });
  });

  it('have days of the reporting zone', () => {
    // 22:30 UTC is the next day in Belgrade.
    expect(askKpi('daily-active-users', { events }, { timeZone: 'Europe/Belgrade' })).toMatchObject({
      value: 3,
      period: { label: '2025-04-01' },
    });
  });

  it('of a period are those of its last day', () => {
    expect(askKpi('daily-active-users', { events }, { month: '2025-03', asOf: '2025-04-10T00:00:00Z' })).toMatchObject({
      value: 3,
      period: null,
    });
    expect(askKpi('monthly-active-users', { events }, { month: '2025-03', asOf: '2025-04-10T00:00:00Z' })).toMatchObject({
      value: 3,
      n: 6,
    });
    expect(askKpi('daily-active-users', { events }, { month: '2024-03', asOf: '2025-04-10T00:00:00Z' })).toMatchObject({
      value: null,
      reason: 'no-data',
    });
  });

  it('nobody active is a zero once activity is recorded', () => {
    expect(askKpi('daily-active-users', { events }, { asOf: '2025-04-10T00:00:00Z' })).toMatchObject({
      value: 0,
      n: 0,
      counts: { active: 0 },
    });
  });

  it('can be told by chosen events', () => {
    const mixed = [
      { customerId: 'a', at: '2025-03-30T10:00:00Z', name: 'visit' },
      { customerId: 'b', at: '2025-03-30T10:00:00Z', name: 'feature' },
    ];
    expect(askKpi('daily-active-users', { events: mixed }, { asOf: '2025-03-31T00:00:00Z', options: { events: ['feature'] } }).value).toBe(
      1,
    );
  });

  it('stickiness: the mean of 30 days by the month, not the last day by the month (Mixpanel)', () => {
    const every = times(30, (row) => ({ customerId: 'daily', at: `2025-03-${String(row + 1).padStart(2, '0')}T10:00:00Z`, name: 'visit' }));
    // One user on each of 30 days, another on the last only: (31 / 30) / 2; by the last day it would be 2 / 2.
    const both = [...every, { customerId: 'once', at: '2025-03-30T10:00:00Z', name: 'visit' }];
    expect(askKpi('stickiness', { events: both }, { asOf: '2025-03-31T00:00:00Z' }).value).toBeCloseTo(31 / 60, 12);
  });
});

describe('events told otherwise', () => {
  it('counts sessions by their ids where there are any', () => {
    const events = ['s1', 's1', 's1', 's2', null].map((sessionId) => ({
      customerId: 'a',
      at: '2025-03-10T10:00:00Z',
      name: 'feature',
      sessionId,
    }));
    expect(askKpi('actions-per-session', { events })).toMatchObject({
      value: 2,
      n: 2,
      counts: { actions: 4, sessions: 2, users: 1 },
      variant: 'by session ids',
    });
  });

  it('converts visitors, not visits, where asked', () => {
    const events = [
      ...['a', 'a', 'a', 'b'].map((customerId) => ({ customerId, at: '2025-03-10T10:00:00Z', name: 'visit' })),
      { customerId: 'a', at: '2025-03-10T11:00:00Z', name: 'purchase' },
      { customerId: 'a', at: '2025-03-10T12:00:00Z', name: 'purchase' },
    ];
    expect(askKpi('conversion-rate', { events })).toMatchObject({ value: 0.5, n: 4 });
    expect(askKpi('conversion-rate', { events }, { options: { per: 'visitor' } })).toMatchObject({ value: 0.5, n: 2 });
  });

  it('has no interval where there are more purchases than visits', () => {
    const events = ['visit', 'purchase', 'purchase'].map((name) => ({ customerId: 'a', at: '2025-03-10T10:00:00Z', name }));
    expect(askKpi('conversion-rate', { events })).toMatchObject({ value: 2, n: 1, interval: null });
  });

  it('does not take purchases that are not recorded for none', () => {
    expect(askKpi('conversion-rate', { events: [{ customerId: 'a', at: '2025-03-10T10:00:00Z', name: 'visit' }] })).toMatchObject({
      value: null,
      reason: 'no-data',
    });
  });

  it('finds second orders of before the period, not of after it', () => {
    const events = [
      { customerId: 'a', at: '2025-01-10T00:00:00Z', name: 'purchase' },
      { customerId: 'a', at: '2025-03-10T00:00:00Z', name: 'purchase' },
      { customerId: 'b', at: '2025-03-10T00:00:00Z', name: 'purchase' },
      { customerId: 'b', at: '2025-04-10T00:00:00Z', name: 'purchase' },
    ];
    expect(askKpi('repeat-customer-rate', { events }, { month: '2025-03' })).toMatchObject({ value: 0.5, n: 2 });
    expect(askKpi('repeat-customer-rate', { events })).toMatchObject({ value: 1, n: 2 });
  });
});
