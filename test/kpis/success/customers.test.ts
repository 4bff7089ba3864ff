import { describe, expect, it } from 'vitest';
import { kpis } from '../../../src/kpis/index.ts';
import { month, reportOn } from '../../support/ask.ts';
import { askKpi } from './ask-kpi.ts';

const AS_OF = '2025-04-01T00:00:00Z';

describe('trials', () => {
  const trial = (id: string, startedAt: string, endsAt: string | null, convertedAt: string | null) => ({
    id,
    trialStartedAt: startedAt,
    trialEndsAt: endsAt,
    convertedAt,
  });

  it('wait for 7 days after their end, however quickly others converted', () => {
    const customers = [
      trial('done', '2025-03-01', '2025-03-15', '2025-03-21T00:00:00Z'),
      trial('too late', '2025-03-01', '2025-03-15', '2025-03-23T00:00:00Z'),
      trial('quick but young', '2025-03-25', '2025-04-08', '2025-03-26T00:00:00Z'),
    ];
    expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF })).toMatchObject({
      value: 0.5,
      n: 2,
      counts: { converted: 1, trials: 2, pending: 1 },
    });
  });

  it('of an unknown end have 30 days, or those of the option', () => {
    const customers = [
      trial('a', '2025-01-01T00:00:00Z', null, '2025-01-25T00:00:00Z'),
      trial('b', '2025-01-01T00:00:00Z', null, '2025-02-05T00:00:00Z'),
    ];
    expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF }).value).toBe(0.5);
    expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF, options: { days: 40 } }).value).toBe(1);
    expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF, options: { days: 24 } }).value).toBe(0.5);
    expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF, options: { days: 23 } }).value).toBe(0);
  });

  it('are read from subscriptions: the first trial, then the first paid one', () => {
    const subscriptions = [
      { customerId: 'a', startedAt: '2025-01-01', endedAt: '2025-01-15', trial: true, mrr: 0 },
      { customerId: 'a', startedAt: '2025-01-15', endedAt: null, trial: false, mrr: 10 },
      { customerId: 'b', startedAt: '2025-01-01', endedAt: '2025-01-15', trial: true, mrr: 0 },
      // A second try is not another trial.
      { customerId: 'b', startedAt: '2025-02-01', endedAt: '2025-02-15', trial: true, mrr: 0 },
    ];
    expect(askKpi('trial-conversion-rate', { subscriptions }, { asOf: AS_OF })).toMatchObject({ value: 0.5, n: 2 });
  });

  it('as a flow divide the conversions by the trials of the period, which are not the same (Baremetrics)', () => {
    const customers = [
      trial('old', '2025-01-10', '2025-01-24', '2025-02-03T00:00:00Z'),
      trial('b', '2025-02-10', '2025-02-24', null),
      trial('c', '2025-02-12', '2025-02-26', '2025-03-01T00:00:00Z'),
    ];
    expect(askKpi('trial-conversion-rate', { customers }, { asOf: AS_OF, month: '2025-02', options: { cohort: 'flow' } })).toMatchObject({
      value: 0.5,
      n: 2,
      counts: { converted: 1, trials: 2 },
      interval: null,
    });
  });
});

describe('onboarding', () => {
  it('may take all of several events', () => {
    const signup = (customerId: string) => ({ customerId, at: '2025-01-01T00:00:00Z', name: 'signup' });
    const did = (customerId: string, name: string, day: string) => ({ customerId, at: `2025-01-${day}T00:00:00Z`, name });
    const events = [
      signup('a'),
      signup('b'),
      signup('c'),
      did('a', 'install', '03'),
      did('a', 'first backup', '05'),
      did('b', 'install', '03'),
      did('c', 'install', '03'),
      did('c', 'first backup', '31'),
    ];
    const options = { milestones: ['install', 'first backup'] };
    expect(askKpi('onboarding-success-rate', { events }, { asOf: AS_OF, options })).toMatchObject({ value: 2 / 3, n: 3 });
    // Exactly 30 days counts; 29 do not reach the 31st.
    expect(askKpi('onboarding-success-rate', { events }, { asOf: AS_OF, options: { ...options, days: 29 } })).toMatchObject({
      value: 1 / 3,
      n: 3,
    });
  });
});

describe('upsell', () => {
  it('without marks is a higher monthly revenue at the end', () => {
    const asked = { asOf: '2025-04-15T00:00:00Z', month: '2025-03' };
    const subscriptions = [
      { customerId: 'more', startedAt: '2024-06-01', endedAt: '2025-03-10T00:00:00Z', mrr: 10 },
      { customerId: 'more', startedAt: '2025-03-10T00:00:00Z', endedAt: null, mrr: 20 },
      { customerId: 'same', startedAt: '2024-06-01', endedAt: null, mrr: 10 },
      { customerId: 'back', startedAt: '2024-06-01', endedAt: '2024-12-01', mrr: 10 },
      { customerId: 'back', startedAt: '2025-03-10', endedAt: null, mrr: 50 },
    ];
    expect(askKpi('upsell-rate', { subscriptions }, asked)).toMatchObject({ value: 0.5, n: 2, variant: 'by monthly revenue' });
  });
});

describe('problems that come back', () => {
  const ticket = (id: string, createdAt: string, solvedAt: string | null, more: object = {}) => ({
    id,
    customerId: 'a',
    createdAt: `${createdAt}T00:00:00Z`,
    solvedAt: solvedAt && `${solvedAt}T00:00:00Z`,
    ...more,
  });

  it('are told by a tag in common where there is no root cause', () => {
    const tickets = [
      ticket('1', '2025-01-01', '2025-01-02', { tags: ['backup', 'how-to'] }),
      ticket('2', '2025-01-10', null, { tags: ['billing', 'how-to'] }),
      ticket('3', '2025-01-12', null, { tags: [] }),
    ];
    expect(askKpi('repeat-problem-rate', { tickets }, { asOf: AS_OF })).toMatchObject({ value: 1, n: 1 });
    expect(askKpi('repeat-problem-rate', { tickets }, { asOf: AS_OF, options: { window: 7 * 86_400 } })).toMatchObject({ value: 0, n: 1 });
  });

  it('of anybody where asked', () => {
    const tickets = [
      ticket('1', '2025-01-01', '2025-01-02', { rootCause: 'engine' }),
      ticket('2', '2025-01-10', null, { rootCause: 'engine', customerId: 'b' }),
    ];
    expect(askKpi('repeat-problem-rate', { tickets }, { asOf: AS_OF }).value).toBe(0);
    expect(askKpi('repeat-problem-rate', { tickets }, { asOf: AS_OF, options: { per: 'problem' } }).value).toBe(1);
  });

  it('come back by reopening too, in time', () => {
    const tickets = ['1', '2'].map((id) => ticket(id, '2025-01-01', '2025-02-20', { rootCause: 'engine', customerId: id }));
    const changes = [
      { ticketId: '1', at: '2025-01-02T00:00:00Z', field: 'status', from: 'open', to: 'solved' },
      { ticketId: '1', at: '2025-01-20T00:00:00Z', field: 'status', from: 'solved', to: 'open' },
      { ticketId: '1', at: '2025-02-20T00:00:00Z', field: 'status', from: 'open', to: 'solved' },
      { ticketId: '2', at: '2025-01-02T00:00:00Z', field: 'status', from: 'open', to: 'solved' },
      { ticketId: '2', at: '2025-02-15T00:00:00Z', field: 'status', from: 'solved', to: 'open' },
      { ticketId: '2', at: '2025-02-20T00:00:00Z', field: 'status', from: 'open', to: 'solved' },
    ];
    expect(askKpi('repeat-problem-rate', { tickets, changes }, { asOf: '2025-05-01T00:00:00Z' })).toMatchObject({ value: 0.5, n: 2 });
  });

  it('a ticket that was already open when the other was solved is no return', () => {
    const tickets = [
      ticket('1', '2025-01-01', '2025-01-10', { rootCause: 'engine' }),
      ticket('2', '2025-01-05', null, { rootCause: 'engine' }),
    ];
    expect(askKpi('repeat-problem-rate', { tickets }, { asOf: AS_OF })).toMatchObject({ value: 0, n: 1 });
  });
});

describe('who spoke first', () => {
  const tickets = [{ id: '1', customerId: 'a', problemId: 'P-1', createdAt: '2025-03-10T09:00:00Z' }];

  it('a tie is the customer’s', () => {
    const events = [{ customerId: 'a', at: '2025-03-10T09:00:00Z', name: 'notice', issueId: 'P-1' }];
    expect(askKpi('proactive-share', { tickets, events })).toMatchObject({ value: 0, n: 1 });
  });

  it('a ticket that we opened informs, too', () => {
    const outbound = [
      ...tickets.map((row) => ({ ...row, direction: 'inbound' })),
      { id: '2', customerId: 'b', problemId: 'P-1', createdAt: '2025-03-10T08:00:00Z', direction: 'outbound' },
    ];
    const events = [{ customerId: 'c', at: '2025-03-10T09:00:00Z', name: 'notice', issueId: 'P-1' }];
    expect(askKpi('proactive-share', { tickets: outbound, events })).toMatchObject({ value: 2 / 3, n: 3 });
    // Without notices it is the share of tickets that we opened, and says so.
    expect(askKpi('proactive-share', { tickets: outbound })).toMatchObject({ value: 0.5, n: 2, variant: 'tickets that we opened' });
  });

  it('is not 0 where notices are not recorded', () => {
    const events = [{ customerId: 'a', at: '2025-03-10T09:00:00Z', name: 'visit', issueId: 'P-1' }];
    expect(askKpi('proactive-share', { tickets, events })).toMatchObject({ value: null, reason: 'no-data' });
  });
});

describe('complaints', () => {
  it('count once: a bad rating of a ticket that is marked, detractors beside', () => {
    const rows = {
      tickets: [
        { id: '1', rating: 'bad', tags: ['complaint'], type: null },
        { id: '2', rating: null, tags: [], type: 'Complaint' },
        { id: '3', rating: 'good', tags: [], type: null },
        { id: '4', rating: null, tags: ['complaining-not'], type: null },
      ],
      surveys: [
        { id: 's1', kind: 'nps', score: 6, at: '2025-03-10T00:00:00Z' },
        { id: 's2', kind: 'nps', score: 7, at: '2025-03-10T00:00:00Z' },
      ],
    };
    expect(askKpi('silent-unhappy-estimate', rows)).toMatchObject({
      value: 3 * 27,
      n: 3,
      counts: { complaints: 3, unhappyAtLeast: 4, unhappyAtMost: 81 },
    });
  });
});

it('states over a period are broken down by themselves, too', () => {
  const customers = ['Pro', 'Pro', 'Team', 'Team', 'Team'].map((plan, row) => ({
    id: `${row}`,
    plan,
    signedUpAt: '2024-06-01T00:00:00Z',
    cancelledAt: row === 0 ? '2025-03-10T00:00:00Z' : null,
  }));
  const churn = kpis.find(({ id }) => id === 'churn-rate')!;
  const { breakdowns } = reportOn(
    { customers },
    { kpis: [{ kpi: churn, options: {} }], period: month(2025, 3), asOf: AS_OF, by: ['plan'] },
  );
  expect(breakdowns[0]!.groups).toMatchObject([
    { key: 'Team', n: 3, kpis: [{ value: 0, n: 3 }] },
    { key: 'Pro', n: 2, kpis: [{ value: 0.5, n: 2 }] },
  ]);
});
