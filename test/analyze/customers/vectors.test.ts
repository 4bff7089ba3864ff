import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row, Rows } from '../../support/build-dataset.ts';
import { segmentsOn, whereabouts } from '../../support/ask-segments.ts';

const NOW = '2025-07-01T00:00:00Z';
const day = (date: string): string => `${date}T12:00:00Z`;
/** Signed up long ago and onboarded at once: says that the customer is known and not badly begun. */
const settled = (id: string, more: Row = {}): Row => ({ id, signedUpAt: day('2024-01-01'), onboardedAt: day('2024-01-05'), ...more });
const visits = (customerId: string, days: readonly string[]): Row[] => days.map((date) => ({ customerId, at: day(date), name: 'visit' }));
/** Somebody whose events began long ago, so that both windows are covered. */
const RECORDED: Row = { customerId: 'other', at: day('2024-06-01'), name: 'visit' };
// 30 days before 1 July is 1 June, 60 days before is 2 May.
const MAY = ['2025-05-05', '2025-05-10', '2025-05-15', '2025-05-20', '2025-05-25', '2025-05-28'];
const JUNE = ['2025-06-05', '2025-06-10', '2025-06-15', '2025-06-20', '2025-06-25', '2025-06-28'];

function of(
  id: string,
  rows: Rows,
  more: Partial<Parameters<typeof whereabouts>[1]> = {},
): ReturnType<typeof whereabouts>[string] | undefined {
  return whereabouts(rows, { asOf: NOW, ...more })[id];
}

describe('each rule of our own', () => {
  it('cancelled: notice of a subscription that still runs', () => {
    const rows: Rows = {
      customers: [settled('a', { cancelledAt: day('2025-06-20') })],
      subscriptions: [{ customerId: 'a', startedAt: day('2024-01-01'), endedAt: null, plan: 'Pro', mrr: 10 }],
    };
    expect(of('a', rows)).toMatchObject({ vector: 'negative', rule: 'cancelled', facts: { cancelled: true } });
  });
  it('cancelled: left within 3 months; before that nobody calls them any more', () => {
    const customers = [settled('april', { cancelledAt: day('2025-04-02') }), settled('march', { cancelledAt: day('2025-03-30') })];
    expect(of('april', { customers })?.rule).toBe('cancelled');
    expect(of('march', { customers })).toBeUndefined();
    expect(segmentsOn({ customers }, { asOf: NOW }).segmentation).toMatchObject({ customers: 1, former: 1 });
  });
  it('not cancelled: who subscribed again', () => {
    const rows: Rows = {
      customers: [settled('a')],
      subscriptions: [
        { customerId: 'a', startedAt: day('2024-01-01'), endedAt: day('2025-05-01'), plan: 'Pro', mrr: 10 },
        { customerId: 'a', startedAt: day('2025-06-01'), endedAt: null, plan: 'Pro', mrr: 10 },
      ],
      events: [RECORDED, { customerId: 'a', at: day('2025-04-20'), name: 'cancel' }],
    };
    expect(of('a', rows)?.vector).toBe('neutral');
  });
  it.each([
    ['29 days after signing up', '2025-06-02', undefined, 'neutral', 'underway'],
    ['31 days', '2025-05-31', undefined, 'negative', 'overdue'],
    ['31 days, but done', '2025-05-31', '2025-06-10', 'neutral', 'done'],
    ['200 days: old news', '2024-12-10', undefined, 'neutral', 'never'],
  ])('onboarding overdue: %s', (_, signedUp, onboarded, vector, onboarding) => {
    const found = of('a', {
      customers: [{ id: 'a', signedUpAt: day(signedUp), onboardedAt: onboarded === undefined ? null : day(onboarded) }],
    });
    expect(found).toMatchObject({ vector, facts: { onboarding } });
  });
  it('onboarding overdue has the days of the config', () => {
    const customers = [{ id: 'a', signedUpAt: day('2025-06-10'), onboardedAt: null }];
    expect(of('a', { customers }, { settings: { kpis: { 'onboarding-success-rate': { days: 14 } } } })?.rule).toBe('onboarding overdue');
  });
  it('last rating bad: the latest of CSAT and NPS; 7 and 8 are neither', () => {
    const nps = (customerId: string, score: number, date: string): Row => ({
      id: `${customerId}${date}`,
      kind: 'nps',
      score,
      customerId,
      at: day(date),
    });
    const rows: Rows = {
      customers: ['fell', 'rose', 'passive', 'csat'].map((id) => settled(id)),
      surveys: [
        nps('fell', 10, '2025-05-01'),
        nps('fell', 3, '2025-06-01'),
        nps('rose', 3, '2025-05-01'),
        nps('rose', 9, '2025-06-01'),
        nps('passive', 7, '2025-06-01'),
        nps('csat', 10, '2025-05-01'),
      ],
      tickets: [
        {
          id: 't',
          customerId: 'csat',
          createdAt: day('2025-06-01'),
          status: 'solved',
          solvedAt: day('2025-06-02'),
          ratedAt: day('2025-06-03'),
          rating: 'bad',
        },
      ],
    };
    expect(of('fell', rows)).toMatchObject({
      rule: 'last rating bad',
      facts: { lastRating: 'bad', lastRatingAt: '2025-06-01T12:00:00.000Z' },
    });
    expect(of('csat', rows)?.rule).toBe('last rating bad');
    expect([of('rose', rows)?.vector, of('passive', rows)?.vector]).toEqual(['neutral', 'neutral']);
  });
  it('usage down 50%: from 6 to 3, not from 6 to 4; of fewer than 5 it is chance', () => {
    const customers = ['half', 'less', 'few'].map((id) => settled(id));
    const events = [
      RECORDED,
      ...visits('half', [...MAY, ...JUNE.slice(0, 3)]),
      ...visits('less', [...MAY, ...JUNE.slice(0, 4)]),
      ...visits('few', [...MAY.slice(0, 4), ...JUNE.slice(0, 1)]),
    ];
    expect(of('half', { customers, events })).toMatchObject({
      rule: 'usage down 50%',
      facts: { usage: 3, usageBefore: 6, usageChange: -0.5 },
    });
    expect([of('less', { customers, events })?.vector, of('few', { customers, events })?.vector]).toEqual(['neutral', 'neutral']);
  });
  it('usage down: where events begin within the window before, nobody knows', () => {
    const found = of('a', { customers: [settled('a')], events: visits('a', MAY) });
    expect(found?.vector).toBe('neutral');
    expect(found?.facts).not.toHaveProperty('usageChange');
  });
  it('usage down: by the date of last activity where there are no events', () => {
    const customers = [settled('gone', { lastActiveAt: day('2025-05-20') }), settled('here', { lastActiveAt: day('2025-06-20') })];
    expect(of('gone', { customers })).toMatchObject({ rule: 'usage down 50%', facts: { usage: 0, usageChange: -1 } });
    expect(of('here', { customers })?.vector).toBe('neutral');
  });
  it('repeat problem open: the same root cause again within 90 days, or a ticket that came back', () => {
    const ticket = (
      id: string,
      customerId: string,
      created: string,
      solved: string | null,
      rootCause: string | null,
      more: Row = {},
    ): Row => ({
      id,
      customerId,
      createdAt: day(created),
      solvedAt: solved === null ? null : day(solved),
      status: solved === null ? 'open' : 'solved',
      rootCause,
      reopens: 0,
      ...more,
    });
    const rows: Rows = {
      customers: ['again', 'other', 'late', 'back', 'solved'].map((id) => settled(id)),
      tickets: [
        ticket('1', 'again', '2025-05-01', '2025-05-02', 'sync'),
        ticket('2', 'again', '2025-06-01', null, 'sync'),
        ticket('3', 'other', '2025-05-01', '2025-05-02', 'sync'),
        ticket('4', 'other', '2025-06-01', null, 'login'),
        ticket('5', 'late', '2025-01-01', '2025-01-02', 'sync'),
        ticket('6', 'late', '2025-06-01', null, 'sync'),
        ticket('7', 'back', '2025-06-01', null, null, { reopens: 1 }),
        ticket('8', 'solved', '2025-05-01', '2025-05-02', 'sync'),
        ticket('9', 'solved', '2025-06-01', '2025-06-02', 'sync'),
      ],
    };
    expect([of('again', rows)?.rule, of('back', rows)?.rule]).toEqual(['repeat problem open', 'repeat problem open']);
    expect(['other', 'late', 'solved'].map((id) => of(id, rows)?.vector)).toEqual(['neutral', 'neutral', 'neutral']);
  });
  it.each([
    ['an upgrade', { events: [{ customerId: 'a', at: day('2025-06-10'), name: 'upgrade' }] }, {}],
    ['a referral', { events: [{ customerId: 'a', at: day('2025-06-10'), name: 'referral' }] }, {}],
    ['somebody who names them', { customers: [settled('b', { referredBy: 'a' })] }, {}],
    [
      'a higher price',
      {
        subscriptions: [
          { customerId: 'a', startedAt: day('2024-01-01'), endedAt: day('2025-06-01'), plan: 'Pro', mrr: 10 },
          { customerId: 'a', startedAt: day('2025-06-01'), endedAt: null, plan: 'Pro', mrr: 20 },
        ],
      },
      {},
    ],
    ['9 of 10 seats in use', {}, { seats: 10, seatsUsed: 9 }],
  ] as readonly [string, Rows, Row][])('positive: satisfied, using it as much as ever, and %s', (_, more, own) => {
    const base = (score: number, june: readonly string[]): Rows => ({
      customers: [settled('a', own), ...(more.customers ?? [])],
      events: [RECORDED, ...visits('a', [...MAY, ...june]), ...(more.events ?? [])],
      ...(more.subscriptions ? { subscriptions: more.subscriptions } : {}),
      surveys: [{ id: 's', kind: 'nps', score, customerId: 'a', at: day('2025-06-15') }],
    });
    expect(of('a', base(9, JUNE))?.vector).toBe('positive');
    expect(of('a', base(8, JUNE))?.vector).toBe('neutral');
    expect(of('a', base(9, JUNE.slice(0, 5)))?.vector).toBe('neutral');
  });
});

describe('evidence', () => {
  it('unknown without any: having no cancellation says nothing', () => {
    const customers = [
      { id: 'a', signedUpAt: day('2025-01-01'), cancelledAt: null, plan: 'Pro' },
      { id: 'b', signedUpAt: day('2025-01-01'), cancelledAt: day('2025-06-20'), plan: 'Pro' },
    ];
    expect(of('a', { customers })).toEqual({ vector: 'unknown', rule: 'no evidence', facts: {} });
    expect(of('b', { customers })?.vector).toBe('negative');
  });
  it('takes people whom only tickets name, by id or address', () => {
    const tickets = [
      {
        id: '1',
        customerId: 'x',
        createdAt: day('2025-06-01'),
        status: 'solved',
        solvedAt: day('2025-06-02'),
        rating: 'bad',
        ratedAt: day('2025-06-03'),
      },
    ];
    expect(of('x', { tickets })).toMatchObject({ vector: 'negative', rule: 'last rating bad' });
  });
  it('looks at nothing that came later', () => {
    const rows: Rows = { customers: [settled('a', { cancelledAt: day('2025-06-20') }), settled('new', { signedUpAt: day('2025-06-15') })] };
    expect(of('a', rows, { period: ['2025-05-01T00:00:00Z', '2025-06-01T00:00:00Z'] })?.vector).toBe('neutral');
    expect(of('new', rows, { period: ['2025-05-01T00:00:00Z', '2025-06-01T00:00:00Z'] })).toBeUndefined();
  });
});

describe('rules of the config', () => {
  const rows: Rows = {
    customers: [settled('a', { plan: 'Pro' }), settled('b', { plan: 'Free' })],
    tickets: ['a', 'b'].flatMap((customerId) =>
      [1, 2, 3].map((n) => ({
        id: `${customerId}${n}`,
        customerId,
        createdAt: day(`2025-06-0${n}`),
        status: 'solved',
        solvedAt: day('2025-06-09'),
      })),
    ),
  };
  it('are conditions over facts and fields, phrases among them, first match wins', () => {
    const vectors = { negative: ['tickets >= 3 and plan = pro', 'last rating bad or tickets >= 3'] };
    expect(of('a', rows, { settings: { vectors } })).toMatchObject({
      vector: 'negative',
      rule: 'tickets >= 3 and plan = pro',
      facts: { tickets: 3, plan: 'Pro' },
    });
    expect(of('b', rows, { settings: { vectors } })?.rule).toBe('last rating bad or tickets >= 3');
  });
  it('for neutral stand between the others', () => {
    const vectors = { negative: [], neutral: ['plan = free'], positive: ['tickets >= 1'] };
    expect([of('a', rows, { settings: { vectors } })?.vector, of('b', rows, { settings: { vectors } })?.vector]).toEqual([
      'positive',
      'neutral',
    ]);
  });
  it('that cannot be understood name themselves', () => {
    expect(() => of('a', rows, { settings: { vectors: { negative: ['rating = awful and'] } } })).toThrow(/vectors\.negative/);
    expect(() => of('a', rows, { settings: { vectors: { negative: ['usage is down'] } } })).toThrow(/no rule/);
  });
  it('segments: who meets the rule, in how many, and what the data lacks', () => {
    const settings = { segments: { busy: 'tickets >= 3 and plan = pro', french: 'country = FR', leaving: 'vector = negative' } };
    const own = segmentsOn(rows, { asOf: NOW, settings, list: 'busy' }).segments!.filter(({ kind }) => kind === 'segment');
    expect(own.map(({ key, customers, share, missing, ids }) => ({ key, customers, share, missing, ids }))).toEqual([
      { key: 'busy', customers: 1, share: 0.5, missing: [], ids: ['a'] },
      { key: 'french', customers: null, share: null, missing: ['country'], ids: undefined },
      { key: 'leaving', customers: 0, share: 0, missing: [], ids: undefined },
    ]);
  });
});

describe('moves', () => {
  // Five customers of November who were never onboarded until January, as in the example of win-back-rate.
  const customers = [
    ...['won', 'won too'].map((id) => ({ id, signedUpAt: day('2024-11-01'), onboardedAt: day('2025-02-10') })),
    { id: 'lost', signedUpAt: day('2024-11-01'), onboardedAt: null, cancelledAt: day('2025-01-10') },
    { id: 'still', signedUpAt: day('2024-11-01'), onboardedAt: null, cancelledAt: null },
    { id: 'new', signedUpAt: day('2025-04-01'), onboardedAt: day('2025-04-02'), cancelledAt: null },
  ];
  it('count every customer once, those who came and those who left apart', () => {
    const { transitions } = segmentsOn(
      { customers },
      { asOf: '2025-04-15T00:00:00Z', period: ['2025-01-01T00:00:00Z', '2025-04-15T00:00:00Z'] },
    );
    expect(transitions?.cells).toEqual([
      { from: 'negative', to: 'negative', customers: 1 },
      { from: 'negative', to: 'neutral', customers: 2 },
      { from: 'negative', to: 'left', customers: 1 },
      { from: 'new', to: 'neutral', customers: 1 },
    ]);
  });
  it('win-back-rate: 2 of 4, and before its 3 months nobody', () => {
    const rate = (end: string): unknown => {
      const { value, n, counts, reason } = segmentsOn(
        { customers },
        { asOf: end, period: ['2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z'] },
      ).kpis.find(({ id }) => id === 'win-back-rate')!;
      return { value, n, counts, reason };
    };
    expect(rate('2025-04-01T00:00:00Z')).toEqual({ value: 0.5, n: 4, counts: { wonBack: 2, negative: 4 }, reason: null });
    expect(rate('2025-03-31T23:59:59Z')).toEqual({
      value: null,
      n: 0,
      counts: { wonBack: 0, negative: 4 - 4, pending: 4 },
      reason: 'window-not-elapsed',
    });
  });
  it('win-back-rate without a period: from 3 months before the data ends', () => {
    const found = segmentsOn({ customers }, { asOf: '2025-04-15T00:00:00Z' }).kpis.find(({ id }) => id === 'win-back-rate');
    // On 15 January "lost" has just left, so still four are negative.
    expect(found).toMatchObject({ value: 0.5, n: 4, period: { label: '2025-01-15..2025-04-15', start: '2025-01-15T00:00:00.000Z' } });
  });
});

describe('properties', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
  const date = fc.integer({ min: 0, max: 540 }).map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000 + 3_600_000).toISOString());
  const maybe = fc.option(date, { nil: null });
  const who = fc.constantFrom(...IDS, 'stranger');
  const rows: fc.Arbitrary<Rows> = fc
    .record({
      customers: fc.tuple(
        ...IDS.map((id) =>
          fc.record({
            id: fc.constant(id),
            signedUpAt: maybe,
            onboardedAt: maybe,
            cancelledAt: maybe,
            lastActiveAt: maybe,
            plan: fc.constantFrom('Pro', 'Free', null),
          }),
        ),
      ),
      tickets: fc.array(
        fc.record({
          customerId: who,
          createdAt: date,
          solvedAt: maybe,
          ratedAt: maybe,
          rating: fc.constantFrom('good', 'bad', null),
          rootCause: fc.constantFrom('x', 'y', null),
          reopens: fc.integer({ min: 0, max: 1 }),
        }),
        { maxLength: 12 },
      ),
      events: fc.array(
        fc.record({ customerId: who, at: date, name: fc.constantFrom('visit', 'upgrade', 'referral', 'cancel', 'activated') }),
        { maxLength: 40 },
      ),
      surveys: fc.array(fc.record({ customerId: who, at: date, kind: fc.constant('nps'), score: fc.integer({ min: 0, max: 10 }) }), {
        maxLength: 10,
      }),
    })
    .map(({ tickets, surveys, ...rest }) => ({
      ...rest,
      tickets: tickets.map((row, at) => ({ id: `t${at}`, status: row.solvedAt === null ? 'open' : 'solved', ...row })),
      surveys: surveys.map((row, at) => ({ id: `s${at}`, ...row })),
    }));

  it('every customer is in exactly one vector, or left long ago, or not there yet', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const report = segmentsOn(given, { asOf: '2025-06-30T00:00:00Z' });
        const vectors = report.segments!.filter(({ kind }) => kind === 'vector');
        expect(vectors.reduce((sum, { customers }) => sum + customers!, 0)).toBe(report.segmentation!.customers);
        expect(vectors.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(report.segmentation!.customers === 0 ? 0 : 1, 9);
        for (const { rules, customers } of vectors) expect(rules.reduce((sum, one) => sum + one.customers, 0)).toBe(customers);
        expect(Object.keys(whereabouts(given, { asOf: '2025-06-30T00:00:00Z' }))).toHaveLength(report.segmentation!.customers);
      }),
      { numRuns: 60 },
    );
  });
  it('the order of rows changes nothing', () => {
    const shuffled = <T>(list: readonly T[] | undefined, seed: number): T[] =>
      (list ?? [])
        .map((row, at) => ({ row, key: Math.sin(seed + at * 7.3) }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
    fc.assert(
      fc.property(rows, fc.integer(), (given, seed) => {
        const other = Object.fromEntries(Object.entries(given).map(([kind, list]) => [kind, shuffled(list, seed)])) as Rows;
        for (const list of ['negative', 'neutral', 'positive', 'unknown']) {
          const asked = { asOf: '2025-06-30T00:00:00Z', list, period: ['2025-01-01T00:00:00Z', '2025-06-01T00:00:00Z'] as const };
          const [one, two] = [segmentsOn(given, asked), segmentsOn(other, asked)];
          expect({ segments: two.segments, transitions: two.transitions }).toEqual({
            segments: one.segments,
            transitions: one.transitions,
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
