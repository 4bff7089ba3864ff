import { expect, it } from 'vitest';
import { askKpi, times } from './ask-kpi.ts';

const LONG_AGO = '2024-06-01T00:00:00Z';
const AS_OF = '2025-04-15T00:00:00Z';

it('churn: 100 at the start, 11 churned of whom one was new: 10 % (ChartMogul B2B, kpis.md §10.5)', () => {
  const customers = [
    ...times(100, (row) => ({ id: `${row}`, signedUpAt: LONG_AGO, cancelledAt: row < 10 ? '2025-03-10T00:00:00Z' : null })),
    { id: 'new', signedUpAt: '2025-03-05T00:00:00Z', cancelledAt: '2025-03-20T00:00:00Z' },
  ];
  const result = askKpi('churn-rate', { customers }, { asOf: AS_OF, month: '2025-03' });
  expect(result).toMatchObject({ value: 0.1, n: 100, counts: { churned: 10, activeAtStart: 100, churnedNew: 1 } });
  // Wilson for 10 of 100 (statsmodels proportion_confint, method wilson).
  expect(result.interval!.low).toBeCloseTo(0.05523, 4);
  expect(result.interval!.high).toBeCloseTo(0.17437, 4);
});

it('retention: S = 200, E = 220, N = 40: 90 %, by id and by the formula (kpis.md §10.5 [crr-ex])', () => {
  const customers = [
    ...times(200, (row) => ({ id: `old ${row}`, signedUpAt: LONG_AGO, cancelledAt: row < 20 ? '2025-03-10T00:00:00Z' : null })),
    ...times(40, (row) => ({ id: `new ${row}`, signedUpAt: '2025-03-05T00:00:00Z', cancelledAt: null })),
  ];
  const result = askKpi('customer-retention-rate', { customers }, { asOf: AS_OF, month: '2025-03' });
  expect(result).toMatchObject({
    value: 0.9,
    n: 200,
    counts: { retained: 180, activeAtStart: 200, activeAtEnd: 220, new: 40 },
    parts: null,
  });
  expect((220 - 40) / 200).toBe(0.9);
});

it('retention by id differs from the formula by those who came back (kpis.md, customer-retention-rate)', () => {
  const subscriptions = [
    ...times(10, (row) => ({ customerId: `${row}`, startedAt: LONG_AGO, endedAt: row < 2 ? '2025-03-10T00:00:00Z' : null })),
    { customerId: 'back', startedAt: LONG_AGO, endedAt: '2024-12-01T00:00:00Z' },
    { customerId: 'back', startedAt: '2025-03-05T00:00:00Z', endedAt: null },
  ];
  // S = 10, of whom 8 stay; E = 9, N = 0: the formula says 90 %.
  const result = askKpi('customer-retention-rate', { subscriptions }, { asOf: AS_OF, month: '2025-03' });
  expect(result).toMatchObject({ value: 0.8, counts: { cameBack: 1, new: 0 }, parts: [{ value: 0.9, n: 10 }] });
});

it('trial conversion: 10 started, 5 paid: 50 % (ChartMogul)', () => {
  const customers = times(10, (row) => ({
    id: `${row}`,
    trialStartedAt: '2025-01-05T00:00:00Z',
    trialEndsAt: '2025-01-19T00:00:00Z',
    convertedAt: row < 5 ? '2025-01-20T00:00:00Z' : null,
  }));
  expect(askKpi('trial-conversion-rate', { customers }, { asOf: '2025-03-01T00:00:00Z' })).toMatchObject({ value: 0.5, n: 10 });
});

it('trial conversion of trials ended: 26/40, 15/30 and 32/50 are 73/120, not the mean of three rates (Grow Slash)', () => {
  const customers = [
    [1, 40, 26],
    [2, 30, 15],
    [3, 50, 32],
  ].flatMap(([number, ended, paid]) =>
    times(ended!, (row) => ({
      id: `${number}/${row}`,
      trialStartedAt: `2025-0${number}-01T00:00:00Z`,
      trialEndsAt: `2025-0${number}-15T00:00:00Z`,
      convertedAt: row < paid! ? `2025-0${number}-15T00:00:00Z` : null,
    })),
  );
  const all = askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF, options: { cohort: 'ended' } });
  expect(all).toMatchObject({ value: 73 / 120, n: 120, variant: 'of trials ended' });
  expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF, month: '2025-02', options: { cohort: 'ended' } })).toMatchObject({
    value: 0.5,
    n: 30,
  });
});

it('NRR and GRR: 200k − 6k − 4k + 20k: 105 % and 95 % (ChartMogul; kpis.md §10.5)', () => {
  const subscriptions = [
    ...times(170, (row) => ({ customerId: `${row}`, startedAt: LONG_AGO, endedAt: null, mrr: 1000 })),
    { customerId: 'lost', startedAt: LONG_AGO, endedAt: '2025-03-15T00:00:00Z', mrr: 6000 },
    { customerId: 'less', startedAt: LONG_AGO, endedAt: '2025-03-10T00:00:00Z', mrr: 14_000 },
    { customerId: 'less', startedAt: '2025-03-10T00:00:00Z', endedAt: null, mrr: 10_000 },
    { customerId: 'more', startedAt: LONG_AGO, endedAt: '2025-03-10T00:00:00Z', mrr: 10_000 },
    { customerId: 'more', startedAt: '2025-03-10T00:00:00Z', endedAt: null, mrr: 30_000 },
    { customerId: 'fresh', startedAt: '2025-03-12T00:00:00Z', endedAt: null, mrr: 9999 },
  ];
  const asked = { asOf: AS_OF, month: '2025-03' };
  expect(askKpi('net-revenue-retention', { subscriptions }, asked).value).toBeCloseTo(1.05, 12);
  expect(askKpi('gross-revenue-retention', { subscriptions }, asked)).toMatchObject({
    value: 0.95,
    n: 200_000,
    counts: { kept: 190_000, mrrAtStart: 200_000 },
  });
  expect(askKpi('revenue-churn-rate', { subscriptions }, asked)).toMatchObject({ value: 0.05, counts: { lost: 10_000 } });
  expect(askKpi('upsell-rate', { subscriptions }, { ...asked, options: { by: 'mrr' } })).toMatchObject({
    value: 0.1,
    n: 200_000,
    counts: { expansion: 20_000 },
  });
});

it.each([
  // ARPA, margin, customers, churned, value
  { source: 'ChartMogul: $100 / 5 % = $2,000', mrr: 100, margin: null, of: 100, left: 5, value: 2000 },
  { source: 'abracalc: $25 × 95 % / 8 % = $296.875', mrr: 25, margin: 0.95, of: 100, left: 8, value: 296.875 },
  { source: 'stripereport: $80 × 80 % / 4 % = $1,600', mrr: 80, margin: 0.8, of: 100, left: 4, value: 1600 },
])('lifetime value, $source', ({ mrr, margin, of, left, value }) => {
  const subscriptions = times(of, (row) => ({
    customerId: `${row}`,
    startedAt: LONG_AGO,
    endedAt: row < left ? '2025-03-10T00:00:00Z' : null,
    mrr,
    currency: 'USD',
  }));
  const result = askKpi('customer-lifetime-value', { subscriptions }, { asOf: AS_OF, month: '2025-03', settings: { margin } });
  expect(result.value).toBeCloseTo(value, 9);
  expect(result).toMatchObject({ n: of, currency: 'USD' });
});

it('upsell: 50 of 400 existing customers, new ones excluded: 12.5 % (Petavue)', () => {
  const customers = [
    ...times(400, (row) => ({ id: `${row}`, signedUpAt: LONG_AGO })),
    ...times(30, (row) => ({ id: `new ${row}`, signedUpAt: '2025-03-02T00:00:00Z' })),
  ];
  const events = [
    ...times(50, (row) => ({ customerId: `${row}`, at: '2025-03-10T00:00:00Z', name: 'upgrade' })),
    ...times(30, (row) => ({ customerId: `new ${row}`, at: '2025-03-12T00:00:00Z', name: 'upgrade' })),
  ];
  expect(askKpi('upsell-rate', { customers, events }, { asOf: AS_OF, month: '2025-03' })).toMatchObject({
    value: 0.125,
    n: 400,
    counts: { upgraded: 50, eligible: 400 },
  });
});

it('activation: 1,200 of 5,000: 24 % (kpis.md §10.5)', () => {
  const events = times(5000, (row) => ({ customerId: `${row}`, at: '2025-01-01T00:00:00Z', name: 'signup' })).concat(
    times(1200, (row) => ({ customerId: `${row}`, at: '2025-01-10T00:00:00Z', name: 'activated' })),
  );
  expect(askKpi('activation-rate', { events }, { asOf: '2025-02-01T00:00:00Z' })).toMatchObject({ value: 0.24, n: 5000 });
});

it('adoption: 800 of 2,000: 40 % (kpis.md §10.5)', () => {
  const events = times(2000, (row) => ({
    customerId: `${row}`,
    at: '2025-01-01T00:00:00Z',
    name: row < 800 ? 'feature' : 'visit',
    feature: row < 800 ? 'backup' : null,
  }));
  expect(askKpi('feature-usage-rate', { events })).toMatchObject({ value: 0.4, n: 2000, parts: [{ key: 'backup', value: 0.4, n: 800 }] });
});

it('conversion: 4,000 / 200,000: 2 % (seed 003, a hundredth of its size: 40 of 2,000)', () => {
  const events = times(2000, (row) => ({ customerId: `${row}`, at: '2025-01-01T00:00:00Z', name: 'visit' })).concat(
    times(40, (row) => ({ customerId: `${row}`, at: '2025-01-01T00:00:00Z', name: 'purchase' })),
  );
  expect(askKpi('conversion-rate', { events })).toMatchObject({ value: 0.02, n: 2000 });
});

it('referrals: 1,000 customers, 150 referrers, 450 invitations, 135 converted: 15 %, 30 %, k = 0.135 (kpis.md §10.5)', () => {
  // The referrers of 135 customers are at most 135: 15 of the 150 invited in vain and are known by their invitations alone.
  const customers = times(1000, (row) => ({ id: `${row}`, signedUpAt: LONG_AGO, referredBy: row < 135 ? `${row + 500}` : null }));
  const events = times(450, (row) => ({ customerId: `${500 + (row % 150)}`, at: '2025-01-01T00:00:00Z', name: 'referral' }));
  const result = askKpi('referral-rate', { customers, events });
  expect(result).toMatchObject({ value: 0.135, n: 1000, counts: { referred: 135, new: 1000, invitations: 450, referrers: 150 } });
  expect(result.parts).toEqual([
    { key: 'customers who invited or referred', value: 0.15, n: 1000 },
    { key: 'invitations accepted', value: 0.3, n: 450 },
    { key: 'k', value: 0.135, n: 1000 },
  ]);
});

it('net sentiment: 80, 20 and 100 neutral: +30; without them +60; 230/120/150: +22 (BlackBox, SocialKit)', () => {
  const mentions = (positive: number, negative: number, neutral: number) =>
    times(positive + negative + neutral, (row) => ({
      at: '2025-01-01T00:00:00Z',
      name: 'mention',
      sentiment: row < positive ? 'positive' : row < positive + negative ? 'negative' : 'neutral',
    }));
  expect(askKpi('net-sentiment', { events: mentions(80, 20, 100) })).toMatchObject({ value: 30, n: 200 });
  expect(askKpi('net-sentiment', { events: mentions(80, 20, 100) }, { options: { excludeNeutral: true } })).toMatchObject({
    value: 60,
    n: 100,
  });
  expect(askKpi('net-sentiment', { events: mentions(230, 120, 150) }).value).toBeCloseTo(22, 12);
});

it('recurrence: 48 of 400: 12 % (kpis.md §10.5)', () => {
  const tickets = [
    ...times(400, (row) => ({
      id: `${row}`,
      customerId: `c${row}`,
      rootCause: 'engine',
      createdAt: '2025-01-01T09:00:00Z',
      solvedAt: '2025-01-02T09:00:00Z',
    })),
    // Still open: they are no solved tickets themselves.
    ...times(48, (row) => ({
      id: `again ${row}`,
      customerId: `c${row}`,
      rootCause: 'engine',
      createdAt: '2025-01-20T09:00:00Z',
      solvedAt: null,
    })),
  ];
  expect(askKpi('repeat-problem-rate', { tickets }, { asOf: AS_OF })).toMatchObject({
    value: 0.12,
    n: 400,
    counts: { cameBack: 48, solved: 400 },
  });
});

it('cost per contact: $540,000 / 120,000: $4.50 (a thousandth of its size), and 3.2 contacts × $4.50: $14.40 per conversation (kpis.md §10.5)', () => {
  const settings = { costs: { currency: 'USD', total: 540, perContact: {}, rates: {} } };
  const tickets = times(120, (row) => ({
    id: `${row}`,
    status: 'solved',
    createdAt: '2025-03-01T09:00:00Z',
    solvedAt: '2025-03-02T09:00:00Z',
  }));
  expect(askKpi('cost-per-contact', { tickets }, { settings })).toMatchObject({ value: 4.5, n: 120, currency: 'USD' });
  // Five conversations of 3, 3, 3, 3 and 4 contacts (16 / 5 = 3.2) that cost 72 together: 4.50 a contact.
  const five = tickets.slice(0, 5);
  const messages = [3, 3, 3, 3, 4].flatMap((contacts, ticket) =>
    Array.from({ length: contacts }, (_, index) => [
      { ticketId: `${ticket}`, at: `2025-03-01T1${index}:00:00Z`, author: 'customer', public: true },
      { ticketId: `${ticket}`, at: `2025-03-01T1${index}:30:00Z`, author: 'agent', public: true },
    ]).flat(),
  );
  const costs = { costs: { ...settings.costs, total: 72 } };
  expect(askKpi('cost-per-contact', { tickets: five, messages }, { settings: costs })).toMatchObject({ value: 4.5, n: 16 });
  const conversation = askKpi('cost-per-conversation', { tickets: five, messages }, { settings: costs });
  expect(conversation.value).toBeCloseTo(14.4, 12);
  expect(conversation.parts).toEqual([{ key: 'total cost / solved', value: 14.4, n: 5 }]);
});

it('silent unhappy: one complaint, k = 26, p = 0.91: 27 unhappy, 24.57 lost; k = 1: 2 (seed 000)', () => {
  const result = askKpi('silent-unhappy-estimate', { tickets: [{ id: '1', rating: 'bad' }] });
  expect(result).toMatchObject({ value: 27, n: 1, aggregate: 'scenario' });
  expect(result.variant).toContain('not a measurement');
  expect(result.parts!.find(({ key }) => key!.startsWith('of them lost'))!.value).toBeCloseTo(24.57, 12);
  expect(askKpi('silent-unhappy-estimate', { tickets: [{ id: '1', rating: 'bad' }] }, { options: { silent: 1 } }).value).toBe(2);
});
