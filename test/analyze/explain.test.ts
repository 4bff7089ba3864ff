import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';
import type { FunnelStage } from '../../src/analyze/explain/funnel.ts';
import type { Rows } from '../support/build-dataset.ts';
import { countsOf, explainRows } from '../support/explain.ts';

const march = { label: '2025-03', start: Date.UTC(2025, 2, 1), end: Date.UTC(2025, 3, 1) };
const asOf = '2025-04-10T00:00:00Z';

/** Seven tickets, one for each way that a ticket can go. */
const ROWS: Rows = {
  tickets: [
    { id: 'answered', status: 'open', channel: 'email', createdAt: '2025-03-03T09:00:00Z', firstResponseAt: '2025-03-03T09:20:00Z' },
    { id: 'slow', status: 'solved', channel: 'email', createdAt: '2025-03-03T09:00:00Z', firstResponseAt: '2025-03-03T11:00:00Z' },
    { id: 'waiting', status: 'open', channel: 'chat', createdAt: '2025-03-04T09:00:00Z', firstResponseAt: null },
    { id: 'silent', status: 'solved', channel: 'email', createdAt: '2025-03-05T09:00:00Z', firstResponseAt: null },
    { id: 'backwards', status: 'open', channel: 'email', createdAt: '2025-03-06T09:00:00Z', firstResponseAt: '2025-03-06T08:00:00Z' },
    { id: 'ours', status: 'open', channel: 'email', createdAt: '2025-03-07T09:00:00Z', firstResponseAt: null, direction: 'outbound' },
    { id: 'february', status: 'open', channel: 'email', createdAt: '2025-02-07T09:00:00Z', firstResponseAt: null },
    { id: 'undated', status: 'open', channel: 'email', createdAt: null, firstResponseAt: null },
  ],
};

const stageOf = (stages: readonly FunnelStage[], name: string): FunnelStage => {
  const found = stages.find((stage) => stage.name === name);
  if (!found) throw new Error(`no stage ${name}`);
  return found;
};

describe('the funnel', () => {
  const explained = explainRows({ id: 'first-response-time', rows: ROWS, asOf, period: march });
  const ids = (name: string): readonly string[] => explained.list(stageOf(explained.stages, name)).ids.map(({ id }) => id);

  it('counts every row at the station where it leaves', () => {
    // 8 rows: one undated, one of February, six of March. Of these one is ours; of five one waits, one was solved in silence, three are answered,
    // one of them before it was created.
    expect(countsOf(explained)).toEqual({
      undated: 1,
      outside: 1,
      inPeriod: 6,
      received: 5,
      answered: 3,
      withValue: 2,
      negative: 1,
      waiting: 1,
      solvedWithoutReply: 1,
      notReceived: 1,
    });
  });

  it('nests what is part of what', () => {
    const depths = Object.fromEntries(explained.stages.map(({ name, depth }) => [name, depth]));
    expect(depths).toEqual({
      undated: 1,
      outside: 1,
      inPeriod: 0,
      received: 1,
      answered: 2,
      withValue: 3,
      negative: 3,
      waiting: 2,
      solvedWithoutReply: 2,
      notReceived: 1,
    });
  });

  it('lists the ids behind a station', () => {
    expect(ids('withValue')).toEqual(['answered', 'slow']);
    expect(ids('waiting')).toEqual(['waiting']);
    expect(ids('notReceived')).toEqual(['ours']);
    expect(ids('outside')).toEqual(['february']);
    expect(ids('undated')).toEqual(['undated']);
  });

  it('ends in the value of the report', () => {
    // (20 + 120) / 2 = 70 minutes.
    expect(explained.funnels.map(({ result }) => [result.value, result.n])).toEqual([[4200, 2]]);
  });

  it('sets aside what the condition leaves out, before the period', () => {
    const emails = explainRows({ id: 'first-response-time', rows: ROWS, asOf, period: march, where: ['channel=email'] });
    expect(countsOf(emails)).toMatchObject({ unmet: 1, undated: 1, outside: 1, inPeriod: 5, received: 4, waiting: 0 });
    expect(emails.list(stageOf(emails.stages, 'unmet')).ids).toEqual([{ id: 'waiting', system: null }]);
  });

  it('says what is missing where nothing can be computed', () => {
    const { funnels, stages } = explainRows({ id: 'csat', rows: ROWS, asOf });
    expect(stages).toEqual([]);
    expect(funnels).toHaveLength(1);
    expect(funnels[0]).toMatchObject({ counted: null, result: { value: null, reason: 'missing-column' } });
  });

  it('names the tickets that missed their target', () => {
    const level = explainRows({ id: 'service-level', rows: ROWS, asOf, period: march, options: { target: 1800 } });
    // Within 30 minutes: one; too late or not at all: `slow` and `waiting`. Solved in silence, ours and backwards are not judged.
    expect(countsOf(level)).toMatchObject({ due: 3, met: 1, notMet: 2, solvedWithoutReply: 1 });
    const missed = level.stages.find(({ aliases }) => aliases.includes('missed'));
    expect(level.list(missed!).ids.map(({ id }) => id)).toEqual(['slow', 'waiting']);
  });
});

describe('a ticket on its way', () => {
  it('shows why each message of the acceptance ticket counts or not (kpis.md §1.4)', () => {
    const at = (time: string): string => `2025-03-10T${time}:00Z`;
    const message = (time: string, author: string, open = true): Record<string, string | boolean> => ({
      ticketId: '1',
      at: at(time),
      author,
      public: open,
    });
    const explained = explainRows({
      id: 'first-response-time',
      asOf,
      rows: {
        tickets: [{ id: '1', status: 'solved', createdAt: at('09:00'), solvedAt: at('10:40') }],
        messages: [
          message('09:00', 'customer'),
          message('09:01', 'bot'),
          message('09:10', 'agent', false),
          message('09:20', 'agent'),
          message('09:50', 'customer'),
          message('09:55', 'customer'),
          message('10:05', 'agent'),
          message('10:30', 'customer'),
        ],
      },
    });
    const walk = explained.walk!(0);
    expect(walk.messages?.map(({ at: when, fate }) => [when?.slice(11, 16), fate])).toEqual([
      ['09:00', 'request'],
      ['09:01', 'bot'],
      ['09:10', 'private'],
      ['09:20', 'first-answer'],
      ['09:50', 'customer'],
      ['09:55', 'customer'],
      ['10:05', 'answer'],
      ['10:30', 'customer'],
    ]);
    expect(walk.outcomes).toMatchObject([
      {
        fate: 'counted',
        value: 1200,
        inBase: true,
        stages: [{ name: 'inPeriod' }, { name: 'received' }, { name: 'answered' }, { name: 'withValue' }],
      },
    ]);
  });

  it.for([
    ['waiting', 'counted', ['inPeriod', 'received', 'waiting']],
    ['ours', 'counted', ['inPeriod', 'notReceived']],
    ['february', 'outside', []],
    ['undated', 'undated', []],
  ] as const)('%s: %s', ([id, fate, stages]) => {
    const explained = explainRows({ id: 'first-response-time', rows: ROWS, asOf, period: march });
    const walk = explained.walk!(ROWS.tickets!.findIndex((row) => row['id'] === id));
    expect(walk).toMatchObject({ id, excluded: null });
    expect(walk.outcomes.map((outcome) => [outcome.fate, outcome.stages.map(({ name }) => name), outcome.value])).toEqual([
      [fate, stages, null],
    ]);
  });

  it('says that a condition leaves it out', () => {
    const explained = explainRows({ id: 'first-response-time', rows: ROWS, asOf, period: march, where: ['channel=email'] });
    expect(explained.walk!(2).outcomes[0]?.fate).toBe('condition');
  });

  it('follows each wait of a ticket', () => {
    const explained = explainRows({
      id: 'response-time',
      asOf,
      rows: {
        tickets: [{ id: '1', createdAt: '2025-03-10T09:00:00Z' }],
        messages: [
          { ticketId: '1', at: '2025-03-10T09:00:00Z', author: 'customer', public: true },
          { ticketId: '1', at: '2025-03-10T09:20:00Z', author: 'agent', public: true },
          { ticketId: '1', at: '2025-03-10T09:50:00Z', author: 'customer', public: true },
        ],
      },
    });
    expect(explained.walk!(0).outcomes.map(({ what, value, inBase }) => [what, value, inBase])).toEqual([
      ['wait', 1200, true],
      ['wait', null, false],
    ]);
  });

  it('is not asked of KPIs of customers', () => {
    expect(
      explainRows({
        id: 'churn-rate',
        asOf,
        rows: { customers: [{ id: '1', signedUpAt: '2024-01-01T00:00:00Z', cancelledAt: '2025-03-05T00:00:00Z' }] },
      }).walk,
    ).toBeNull();
  });
});

describe.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s on its own example', (id, { example }) => {
  const [start, end] = example.period ?? [];
  const stamps = JSON.stringify(example.rows).match(/\d{4}-\d\d-\d\dT[\d:]+Z/g) ?? [];
  const explained = explainRows({
    id,
    rows: example.rows,
    asOf: example.asOf ?? stamps.toSorted().at(-1) ?? '2025-06-01T00:00:00Z',
    period: start && end ? { label: 'example', start: Date.parse(start), end: Date.parse(end) } : null,
  });
  const [funnel] = explained.funnels;

  it('has a base of as many rows as n says, where n counts rows', () => {
    for (const stage of explained.stages.filter(({ base }) => base))
      expect([stage.name, stage.count]).toEqual([stage.name, funnel!.result.n]);
  });

  it('counts at its stations what the report counts under the same names', () => {
    const { counts } = funnel!.result;
    for (const { name, count } of explained.stages) if (name in counts) expect([name, count]).toEqual([name, counts[name]]);
  });

  it('holds no more at a station than above it', () => {
    const above: number[] = [];
    for (const { depth, count } of explained.stages.slice(explained.stages.findIndex(({ name }) => name === 'inPeriod'))) {
      above.length = depth;
      expect(count).toBeLessThanOrEqual(above.at(-1) ?? Number.POSITIVE_INFINITY);
      above.push(count);
    }
  });
});
