import { describe, expect, it } from 'vitest';
import { CHURN_EVIDENCE } from '../../../src/model/settings.ts';
import { askKpi, reportFor } from './ask-kpi.ts';

const ASKED = { asOf: '2025-04-15T00:00:00Z', month: '2025-03' };
const LONG_AGO = '2024-06-01T00:00:00Z';

describe('contradictory truths about churn', () => {
  /** Subscription: still paid. Cancellation date: March. Event: February. Flag: active. */
  const rows = {
    customers: [{ id: 'a', signedUpAt: LONG_AGO, cancelledAt: '2025-03-10T00:00:00Z', status: 'active' }],
    subscriptions: [{ customerId: 'a', startedAt: LONG_AGO, endedAt: null, mrr: 10 }],
    events: [{ customerId: 'a', at: '2025-02-10T00:00:00Z', name: 'cancel' }],
  };
  const churn = (first: (typeof CHURN_EVIDENCE)[number]) =>
    askKpi('churn-rate', rows, { ...ASKED, settings: { churnTruth: [first, ...CHURN_EVIDENCE.filter((other) => other !== first)] } });

  it('by default the subscription end rules, and the contradiction is counted', () => {
    expect(askKpi('churn-rate', rows, ASKED)).toMatchObject({ value: 0, n: 1, counts: { churned: 0, contradictions: 1 } });
  });

  it('the config says which one rules', () => {
    expect(churn('subscriptions')).toMatchObject({ value: 0, n: 1 });
    expect(churn('cancelledAt')).toMatchObject({ value: 1, n: 1, counts: { contradictions: 1 } });
    // Left in February: no customer any more when March begins.
    expect(churn('events')).toMatchObject({ value: null, reason: 'no-data', counts: { contradictions: 1 } });
    expect(churn('flag')).toMatchObject({ value: 0, n: 1 });
  });

  it('is a warning of the report', () => {
    expect(reportFor(['churn-rate'], rows, ASKED).warnings).toMatchObject([{ code: 'contradiction', count: 1 }]);
  });

  it('counts it in every period, also where the customer is in none', () => {
    const gone = {
      customers: [
        { id: 'a', signedUpAt: LONG_AGO, cancelledAt: '2024-10-10T00:00:00Z', status: 'active' },
        { id: 'b', signedUpAt: LONG_AGO, cancelledAt: null, status: 'active' },
      ],
    };
    expect(askKpi('churn-rate', gone, ASKED)).toMatchObject({ value: 0, n: 1, counts: { contradictions: 1 } });
  });

  it('is none when a click on cancel comes within a month before the paid end', () => {
    const click = {
      ...rows,
      customers: [{ id: 'a', signedUpAt: LONG_AGO, cancelledAt: '2025-03-01T00:00:00Z', status: 'cancelled' }],
      subscriptions: [{ customerId: 'a', startedAt: LONG_AGO, endedAt: '2025-03-20T00:00:00Z', mrr: 10 }],
      events: [],
    };
    const result = askKpi('churn-rate', click, ASKED);
    expect(result).toMatchObject({ value: 1, n: 1 });
    expect(result.counts).not.toHaveProperty('contradictions');
  });
});

describe('who is a customer', () => {
  it('leaves out trials, free plans and customers without MRR', () => {
    const customers = [
      { id: 'paid', signedUpAt: LONG_AGO, planKind: 'paid', mrr: 10, cancelledAt: null },
      { id: 'free', signedUpAt: LONG_AGO, planKind: 'free', mrr: 0, cancelledAt: '2025-03-10T00:00:00Z' },
      { id: 'trial', signedUpAt: LONG_AGO, planKind: 'trial', mrr: 0, cancelledAt: '2025-03-10T00:00:00Z' },
      { id: 'nothing', signedUpAt: LONG_AGO, planKind: null, mrr: 0, cancelledAt: null },
    ];
    expect(askKpi('churn-rate', { customers }, ASKED)).toMatchObject({ value: 0, n: 1 });
  });

  it('takes the plans of the config', () => {
    const customers = ['Pro', 'Community', 'Test drive'].map((plan, row) => ({
      id: plan,
      plan,
      signedUpAt: LONG_AGO,
      cancelledAt: row === 0 ? null : '2025-03-10T00:00:00Z',
    }));
    expect(askKpi('churn-rate', { customers }, { ...ASKED, settings: { plans: { trial: ['test drive'] } } })).toMatchObject({
      value: 0,
      n: 1,
    });
  });

  it('keeps who has left although the export shows no MRR for them any more', () => {
    const customers = [
      { id: 'stays', signedUpAt: LONG_AGO, mrr: 10, cancelledAt: null },
      { id: 'left', signedUpAt: LONG_AGO, mrr: 0, cancelledAt: '2025-03-10T00:00:00Z' },
    ];
    expect(askKpi('churn-rate', { customers }, ASKED)).toMatchObject({ value: 0.5, n: 2 });
  });

  it('counts from conversion, not from the start of the trial', () => {
    const customers = [
      {
        id: 'a',
        signedUpAt: '2025-02-20T00:00:00Z',
        trialStartedAt: '2025-02-20T00:00:00Z',
        convertedAt: '2025-03-05T00:00:00Z',
        cancelledAt: null,
      },
      {
        id: 'b',
        signedUpAt: '2025-02-20T00:00:00Z',
        trialStartedAt: '2025-02-20T00:00:00Z',
        convertedAt: null,
        cancelledAt: '2025-03-06T00:00:00Z',
      },
      { id: 'c', signedUpAt: LONG_AGO, trialStartedAt: null, convertedAt: LONG_AGO, cancelledAt: null },
    ];
    expect(askKpi('customer-retention-rate', { customers }, ASKED)).toMatchObject({ value: 1, n: 1, counts: { new: 1, activeAtEnd: 2 } });
  });

  it('leaves with the last of several subscriptions only', () => {
    const subscriptions = [
      { customerId: 'a', startedAt: LONG_AGO, endedAt: '2025-03-10T00:00:00Z' },
      { customerId: 'a', startedAt: LONG_AGO, endedAt: null },
      { customerId: 'b', startedAt: LONG_AGO, endedAt: '2025-03-10T00:00:00Z' },
    ];
    expect(askKpi('churn-rate', { subscriptions }, ASKED)).toMatchObject({ value: 0.5, n: 2, counts: { churned: 1 } });
  });

  it('does not leave between a plan that ends on the last day of a month and the next', () => {
    const subscriptions = [
      { customerId: 'a', startedAt: '2025-02-01', endedAt: '2025-02-28', mrr: 10 },
      { customerId: 'a', startedAt: '2025-03-01', endedAt: '2025-03-31', mrr: 10 },
      { customerId: 'a', startedAt: '2025-04-01', endedAt: null, mrr: 10 },
    ];
    expect(askKpi('churn-rate', { subscriptions }, ASKED)).toMatchObject({ value: 0, n: 1 });
    expect(askKpi('net-revenue-retention', { subscriptions }, ASKED)).toMatchObject({ value: 1, n: 10 });
  });

  it('who left, nobody knows when, is in no period and counted', () => {
    const customers = [
      { id: 'a', signedUpAt: LONG_AGO, cancelledAt: null, status: 'churned' },
      { id: 'b', signedUpAt: LONG_AGO, cancelledAt: null, status: 'active' },
    ];
    const settings = { churnTruth: ['flag', 'subscriptions', 'cancelledAt', 'events'] as const };
    expect(askKpi('churn-rate', { customers }, { ...ASKED, settings })).toMatchObject({
      value: 0,
      n: 1,
      counts: { leftUndated: 1, contradictions: 1 },
    });
  });

  it('over all data the last complete month counts, and says so', () => {
    const customers = [
      { id: 'a', signedUpAt: LONG_AGO, cancelledAt: '2025-03-10T00:00:00Z' },
      { id: 'b', signedUpAt: LONG_AGO, cancelledAt: '2025-04-02T00:00:00Z' },
    ];
    expect(askKpi('churn-rate', { customers }, { asOf: ASKED.asOf })).toMatchObject({ value: 0.5, n: 2, period: { label: '2025-03' } });
  });

  it('gives no churn rate where nothing could tell that somebody left', () => {
    const rows = {
      customers: [{ id: 'a', signedUpAt: LONG_AGO }],
      events: [{ customerId: 'a', at: '2025-03-01T00:00:00Z', name: 'visit' }],
    };
    expect(askKpi('churn-rate', rows, ASKED)).toMatchObject({ value: null, reason: 'no-data' });
  });
});
