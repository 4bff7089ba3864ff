import { describe, expect, it } from 'vitest';
import { reportOn, resultOf } from '../../support/ask.ts';
import { askKpi, times } from './ask-kpi.ts';

const LONG_AGO = '2024-06-01T00:00:00Z';
const ASKED = { asOf: '2025-04-15T00:00:00Z', month: '2025-03' };
const rates = { costs: { currency: 'EUR', total: null, perContact: {}, rates: { USD: 0.5 } } };

const paying = (mrrs: readonly number[], currency: readonly (string | null)[] = []) =>
  mrrs.map((mrr, row) => ({ customerId: `${row}`, startedAt: LONG_AGO, endedAt: null, mrr, currency: currency[row] ?? null }));

describe('money in several currencies', () => {
  const subscriptions = paying([100, 100], ['EUR', 'USD']);

  it.each(['arpa', 'net-revenue-retention', 'gross-revenue-retention', 'revenue-churn-rate', 'customer-lifetime-value'])(
    '%s is not added up without rates',
    (id) => {
      expect(askKpi(id, { subscriptions }, ASKED)).toMatchObject({ value: null, reason: 'mixed-currencies' });
    },
  );

  it('is converted by the rates of the config', () => {
    expect(askKpi('arpa', { subscriptions }, { ...ASKED, settings: rates })).toMatchObject({
      value: 75,
      n: 2,
      currency: 'EUR',
      counts: { mrr: 150 },
    });
  });

  it('needs no rates where there is but one, whatever the config counts in', () => {
    expect(askKpi('arpa', { subscriptions: paying([100, 50], ['USD', 'USD']) }, { ...ASKED, settings: rates })).toMatchObject({
      value: 75,
      currency: 'USD',
    });
  });

  it('a currency without a rate is one too many', () => {
    expect(askKpi('arpa', { subscriptions: paying([100, 50, 1], ['EUR', 'USD', 'JPY']) }, { ...ASKED, settings: rates })).toMatchObject({
      value: null,
      reason: 'mixed-currencies',
    });
  });
});

describe('revenue per account', () => {
  it('is what customers pay when the period ends: who left or came is counted as of then', () => {
    const subscriptions = [
      { customerId: 'stays', startedAt: LONG_AGO, endedAt: null, mrr: 10 },
      { customerId: 'left', startedAt: LONG_AGO, endedAt: '2025-03-10T00:00:00Z', mrr: 1000 },
      { customerId: 'came', startedAt: '2025-03-20T00:00:00Z', endedAt: null, mrr: 30 },
      { customerId: 'later', startedAt: '2025-04-02T00:00:00Z', endedAt: null, mrr: 500 },
    ];
    expect(askKpi('arpa', { subscriptions }, ASKED)).toMatchObject({ value: 20, n: 2 });
  });

  it('can be told by the customers table alone, of today’s revenue', () => {
    const customers = [
      { id: 'a', signedUpAt: LONG_AGO, mrr: 10 },
      { id: 'b', signedUpAt: LONG_AGO, mrr: 20 },
      { id: 'free', signedUpAt: LONG_AGO, mrr: 0 },
    ];
    expect(askKpi('arpa', { customers }, ASKED)).toMatchObject({ value: 15, n: 2, variant: 'MRR of customers as it is today' });
  });
});

describe('lifetime value', () => {
  it('with nobody leaving has a bound and no infinity (kpis.md §12 no. 22)', () => {
    const result = askKpi('customer-lifetime-value', { subscriptions: paying(Array<number>(100).fill(100)) }, ASKED);
    // Wilson's upper limit for 0 of 100: z² / (100 + z²) = 3.8415 / 103.8415 = 3.6994 %.
    expect(result).toMatchObject({ value: null, reason: 'no-churn', n: 100, counts: { churned: 0, customers: 100 } });
    expect(result.parts![0]!.key).toBe('at least');
    expect(result.parts![0]!.value).toBeCloseTo(100 / (3.841459 / 103.841459), 3);
  });

  it('takes revenue and churn of spans of one length: a quarter of both', () => {
    // 10 of 100 leave in the quarter: 3 × 100 / 10 % = 3,000; by the month it would be 100 / 10 %.
    const subscriptions = times(100, (row) => ({
      customerId: `${row}`,
      startedAt: LONG_AGO,
      endedAt: row < 10 ? '2025-02-10T00:00:00Z' : null,
      mrr: 100,
    }));
    const quarter = { label: '2025-Q1', start: Date.UTC(2025, 0, 1), end: Date.UTC(2025, 3, 1) };
    expect(reportOnQuarter(subscriptions, quarter)).toBeCloseTo(3000, 9);
  });

  it('shows what was paid to date beside the model, and alone where that is all there is', () => {
    const customers = [10, 20, 60].map((revenue, row) => ({ id: `${row}`, revenue, signedUpAt: LONG_AGO }));
    expect(askKpi('customer-lifetime-value', { customers })).toMatchObject({
      value: 30,
      n: 3,
      variant: 'observed: paid to date',
      parts: [{ value: 30 }, { value: 20 }],
    });
    const both = { customers, subscriptions: paying([5, 5, 5]) };
    expect(askKpi('customer-lifetime-value', both, ASKED)).toMatchObject({
      reason: 'no-churn',
      parts: [{ key: 'at least' }, { key: 'paid to date, mean', value: 30 }, { key: 'paid to date, median', value: 20 }],
    });
  });
});

describe('what a contact costs', () => {
  const tickets = [
    {
      id: '1',
      channel: 'phone',
      status: 'solved',
      createdAt: '2025-03-01T09:00:00Z',
      solvedAt: '2025-03-02T09:00:00Z',
      handleSeconds: 900,
    },
    {
      id: '2',
      channel: 'email',
      status: 'solved',
      createdAt: '2025-03-01T09:00:00Z',
      solvedAt: '2025-03-02T09:00:00Z',
      handleSeconds: 300,
    },
    { id: '3', channel: 'email', status: 'open', createdAt: '2025-03-01T09:00:00Z', solvedAt: null, handleSeconds: 300 },
    { id: '4', channel: 'fax', status: 'open', createdAt: '2025-03-01T09:00:00Z', solvedAt: null, handleSeconds: 300 },
  ];
  const costs = (some: object) => ({ costs: { currency: 'EUR', total: null, perContact: {}, rates: {}, ...some } });

  it('has no value without costs, and says why', () => {
    expect(askKpi('cost-per-contact', { tickets })).toMatchObject({ value: null, reason: 'no-cost', counts: { contacts: 4 } });
    expect(askKpi('cost-per-conversation', { tickets })).toMatchObject({ value: null, reason: 'no-cost' });
  });

  it('by channel: the price of each; a channel without a price is counted', () => {
    const result = askKpi('cost-per-contact', { tickets }, { settings: costs({ perContact: { Phone: 6.5, email: 4 } }) });
    // (6.50 + 4 + 4) / 3
    expect(result.value).toBeCloseTo(14.5 / 3, 12);
    expect(result).toMatchObject({
      n: 3,
      currency: 'EUR',
      counts: { unpricedTickets: 1 },
      parts: [
        { key: 'email', value: 4, n: 2 },
        { key: 'phone', value: 6.5, n: 1 },
      ],
    });
  });

  it('falls on channels by handling time where all of it is recorded', () => {
    // 1,800 seconds cost 180: phone 90, email 60, fax 30.
    const result = askKpi('cost-per-contact', { tickets }, { settings: costs({ total: 180 }) });
    expect(result).toMatchObject({
      value: 45,
      n: 4,
      parts: [
        { key: 'email', value: 30, n: 2 },
        { key: 'fax', value: 30 },
        { key: 'phone', value: 90 },
      ],
    });
  });

  it('is not known for periods of which no total is', () => {
    const result = askKpi('cost-per-contact', { tickets }, { settings: costs({ total: 180 }) });
    expect(result.series.every(({ value }) => value === null)).toBe(true);
  });
});

/** The simple model over a quarter. */
function reportOnQuarter(subscriptions: ReturnType<typeof times>, period: { label: string; start: number; end: number }): number | null {
  return resultOf(reportOn({ subscriptions }, { period, asOf: '2025-04-15T00:00:00Z' }), 'customer-lifetime-value').value;
}
