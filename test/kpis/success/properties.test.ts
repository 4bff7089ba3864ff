import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpis } from '../../../src/kpis/index.ts';
import type { KpiResult } from '../../../src/model/report.ts';
import type { Row, Rows } from '../../support/build-dataset.ts';
import { reportFor } from './ask-kpi.ts';

const MARCH = '2025-03';
const AS_OF = '2025-04-20T00:00:00Z';
const IDS = kpis
  .filter(({ family, id }) => family === 'success' && !['customer-vector', 'win-back-rate', 'neutral-to-positive-rate'].includes(id))
  .map(({ id }) => id);
const SUPPORT = ['repeat-problem-rate', 'cost-per-contact', 'proactive-share', 'silent-unhappy-estimate', 'contact-rate'];

const moment = fc.integer({ min: 0, max: 109 * 24 }).map((hours) => new Date(Date.UTC(2025, 0, 1) + hours * 3_600_000).toISOString());
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const someone = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'stranger');
const NAMES = ['signup', 'visit', 'feature', 'activated', 'onboarded', 'purchase', 'cancel', 'upgrade', 'notice', 'referral', 'mention'];

const anyRows: fc.Arbitrary<Rows> = fc.record({
  customers: fc
    .array(
      fc.record({
        signedUpAt: maybe(moment),
        trialStartedAt: maybe(moment),
        trialEndsAt: maybe(moment),
        convertedAt: maybe(moment),
        cancelledAt: maybe(moment),
        onboardedAt: maybe(moment),
        lastActiveAt: maybe(moment),
        plan: fc.constantFrom('Free', 'Pro', null),
        planKind: fc.constantFrom('free', 'trial', 'paid', null),
        status: fc.constantFrom('active', 'churned', null),
        mrr: maybe(fc.integer({ min: 0, max: 50 })),
        revenue: maybe(fc.integer({ min: 0, max: 500 })),
        currency: fc.constantFrom('EUR', null),
        fake: fc.boolean(),
        referredBy: maybe(someone),
        email: fc.constantFrom('a@x.com', 'b@mailinator.com', null),
      }),
      { maxLength: 6 },
    )
    .map((list) => list.map((row, index) => ({ id: 'abcdef'[index]!, ...row }))),
  subscriptions: fc.array(
    fc.record({
      customerId: someone,
      startedAt: maybe(moment),
      endedAt: maybe(moment),
      mrr: maybe(fc.integer({ min: 0, max: 9900 }).map((cents) => cents / 100)),
      trial: fc.boolean(),
      upgrade: fc.boolean(),
      plan: fc.constantFrom('Free', 'Pro'),
    }),
    { maxLength: 8 },
  ),
  events: fc.array(
    fc.record({
      customerId: someone,
      at: maybe(moment),
      name: fc.constantFrom(...NAMES),
      feature: fc.constantFrom('backup', 'restore', null),
      outcome: fc.constantFrom('success', 'failure', null),
      sentiment: fc.constantFrom('positive', 'negative', 'neutral', null),
      issueId: fc.constantFrom('P-1', null),
      sessionId: fc.constantFrom('s1', 's2', null),
    }),
    { maxLength: 25 },
  ),
  tickets: fc
    .array(
      fc.record({
        customerId: maybe(someone),
        createdAt: maybe(moment),
        solvedAt: maybe(moment),
        rootCause: fc.constantFrom('x', 'y', null),
        problemId: fc.constantFrom('P-1', null),
        channel: fc.constantFrom('phone', 'email', null),
        cost: maybe(fc.integer({ min: 0, max: 9 })),
        rating: fc.constantFrom('good', 'bad', null),
      }),
      { maxLength: 8 },
    )
    .map((list) => list.map((row, index) => ({ id: `${index}`, ...row }))),
});

const ANCHOR = {
  customer: {
    id: 'anchor',
    signedUpAt: '2025-01-01T00:00:00Z',
    trialStartedAt: '2025-01-01T00:00:00Z',
    convertedAt: '2025-01-02T00:00:00Z',
    cancelledAt: null,
    mrr: 5,
    fake: false,
    plan: 'Pro',
    planKind: 'paid',
    status: 'active',
  },
  subscription: {
    customerId: 'anchor',
    startedAt: '2025-01-02T00:00:00Z',
    endedAt: null,
    mrr: 5,
    trial: false,
    upgrade: true,
    plan: 'Pro',
  },
} satisfies Record<string, Row>;

const ask = (rows: Rows, month?: string, ids: readonly string[] = [...IDS, ...SUPPORT]): readonly KpiResult[] =>
  reportFor(ids, rows, { asOf: AS_OF, ...(month ? { month } : {}) }).kpis;
const shuffled = (rows: Rows, turn: number): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([kind, list]) => [
      kind,
      list!
        .map((row, index) => ({ row, key: (index * 7919 + turn * 104_729) % 1009 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ row }) => row),
    ]),
  ) as Rows;
const of = (results: readonly KpiResult[], id: string): KpiResult => results.find((one) => one.id === id)!;

describe('over any customers, subscriptions and events', () => {
  it('every number is finite, and every missing one has a reason', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(undefined, MARCH), (rows, month) => {
        for (const result of ask(rows, month)) {
          if (result.value === null) expect(result.reason).not.toBeNull();
          else expect(Number.isFinite(result.value)).toBe(true);
          const numbers = [
            result.n,
            ...Object.values(result.counts),
            ...(result.parts ?? []).map(({ value }) => value ?? 0),
            ...(result.interval ? [result.interval.low, result.interval.high] : []),
          ];
          expect({ id: result.id, numbers: numbers.filter((number) => !Number.isFinite(number)) }).toEqual({ id: result.id, numbers: [] });
          if (result.unit === 'ratio' && result.interval && result.value !== null) {
            expect(result.interval.low).toBeLessThanOrEqual(result.value);
            expect(result.interval.high).toBeGreaterThanOrEqual(result.value);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 99 }), (rows, turn) => {
        expect(ask(shuffled(rows, turn), MARCH)).toEqual(ask(rows, MARCH));
      }),
      { numRuns: 40 },
    );
  });

  it('who is retained and who churned are together who was active at the start', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const results = ask(rows, MARCH, ['churn-rate', 'customer-retention-rate']);
        const [churn, kept] = [of(results, 'churn-rate'), of(results, 'customer-retention-rate')];
        if (churn.value === null) {
          expect(kept.value).toBeNull();
          return;
        }
        expect(churn.counts['churned']! + kept.counts['retained']!).toBe(churn.counts['activeAtStart']);
        expect(churn.value + kept.value!).toBeCloseTo(1, 12);
        // E = retained + new + came back.
        expect(kept.counts['activeAtEnd']).toBe(kept.counts['retained']! + kept.counts['new']! + (kept.counts['cameBack'] ?? 0));
      }),
      { numRuns: 150 },
    );
  });

  it('net revenue retention is the gross one and the expansion; revenue churn is what is missing', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const results = ask(rows, MARCH, ['net-revenue-retention', 'gross-revenue-retention', 'revenue-churn-rate']);
        const [net, gross, churn] = ['net-revenue-retention', 'gross-revenue-retention', 'revenue-churn-rate'].map((id) => of(results, id));
        if (net!.value === null) return;
        expect(gross!.value!).toBeLessThanOrEqual(1 + 1e-12);
        expect(gross!.value! + churn!.value!).toBeCloseTo(1, 9);
        expect(net!.value).toBeCloseTo(gross!.value! + net!.counts['expansion']! / net!.counts['mrrAtStart']!, 9);
      }),
      { numRuns: 100 },
    );
  });

  it('removing the fake users gives what stands beside as without them', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        // By the flag alone: mail domains and activity would find others. Somebody real fills every column: which ones are used must not depend on fakes.
        const customers: readonly Row[] = [...(rows.customers ?? []).map((row) => ({ ...row, email: null })), ANCHOR.customer];
        const subscriptions: readonly Row[] = [...(rows.subscriptions ?? []), ANCHOR.subscription];
        const fake = new Set(customers.filter((row) => row['fake'] === true).map((row) => row['id']));
        const flagged = { customers, subscriptions };
        const real = {
          customers: customers.filter((row) => !fake.has(row['id'])),
          subscriptions: subscriptions.filter((row) => !fake.has(row['customerId'])),
        };
        const [all, without] = [flagged, real].map(
          (some) => reportFor(['churn-rate', 'net-revenue-retention', 'upsell-rate'], some, { asOf: AS_OF, month: MARCH }).kpis,
        );
        for (const [index, result] of all!.entries()) {
          const other = without![index]!;
          const beside = result.withoutFake ?? { value: result.value, n: result.n };
          expect({ id: result.id, value: beside.value, n: beside.n }).toEqual({ id: result.id, value: other.value, n: other.n });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('retention by day ignores users whose day has not passed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(1, 7, 30),
        (users, day) => {
          const at = (days: number): string => new Date(Date.UTC(2025, 0, 1 + days, 12)).toISOString();
          const asOf = new Date(Date.UTC(2025, 1, 1)).toISOString();
          const events = users.flatMap(([since, back], row) => [
            { customerId: `${row}`, at: at(since), name: 'signup' },
            { customerId: `${row}`, at: at(since + back), name: 'visit' },
          ]);
          const happened = events.filter((event) => event.at <= asOf);
          const [result] = reportFor([`day-${day}-retention`], { events: happened }, { asOf }).kpis;
          // 1 February is day 31: day N has passed for who signed up before day 31 − N.
          const judged = users.filter(([since]) => since + day < 31);
          expect(result!.n).toBe(judged.length);
          expect(result!.counts['back'] ?? 0).toBe(judged.filter(([, back]) => back === day).length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
