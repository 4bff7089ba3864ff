import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/segments/conditions/parse-condition.ts';
import { month, reportOn, resultOf } from '../support/ask.ts';
import type { Row } from '../support/build-dataset.ts';

const daily = (days: readonly number[]): Row[] =>
  days.map((day) => ({
    id: `${day}`,
    createdAt: new Date(Date.UTC(2025, 8, day, 9)).toISOString(),
    channel: day % 3 === 0 ? 'chat' : 'email',
    status: 'open',
  }));
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('what a reader of the report must know', () => {
  it('is the condition, where there is one', () => {
    expect(reportOn({ tickets: daily([1, 2, 3]) }, { where: parseWhere(['channel=chat']) }).filter).toBe('channel = chat');
    expect(reportOn({ tickets: daily([1, 2, 3]) })).not.toHaveProperty('filter');
  });

  it('is that nothing meets it', () => {
    const { warnings } = reportOn({ tickets: daily([1, 2, 3]) }, { where: parseWhere(['channel=fax']) });
    expect(warnings).toContainEqual({
      code: 'unknown-value',
      message: 'No row meets channel = fax; channel is one of chat, email.',
      count: 1,
    });
  });

  it('is that the tickets begin inside a period', () => {
    // one a day from 20 September: September is a part, October is whole
    const tickets = daily(range(20, 61));
    const { warnings } = reportOn({ tickets }, { period: month(2025, 10), previous: month(2025, 9), asOf: '2025-11-01' });
    expect(warnings.map(({ message }) => message)).toEqual([
      'The tickets begin on 2025-09-20, inside 2025-09: volumes and comparisons with it are those of a part.',
    ]);
    expect(reportOn({ tickets }, { period: month(2025, 10), asOf: '2025-11-01' }).warnings).toEqual([]);
  });

  it('is not a quiet first week', () => {
    // one ticket in four days: that September begins on the 5th says nothing
    const { warnings } = reportOn({ tickets: daily([5, 9, 13, 17, 21, 25, 29, 33]) }, { period: month(2025, 9), asOf: '2025-11-01' });
    expect(warnings).toEqual([]);
  });

  it('is how to say that a period is whole', () => {
    const { warnings } = reportOn({ tickets: daily(range(1, 29)) }, { period: month(2025, 9), timeZone: 'Asia/Tokyo' });
    expect(warnings[0]?.message).toContain('--as-of 2025-10-01');
  });

  it('is that tickets have no date', () => {
    const { warnings } = reportOn({ tickets: [...daily([1, 2]), { id: 'x', createdAt: null, status: 'open' }] });
    expect(warnings).toEqual([
      { code: 'bad-date', message: '1 ticket has no creation date: counted over all data, but in no period.', count: 1 },
    ]);
  });
});

describe('what nobody knows', () => {
  it('is not counted as solved without a reply where the data does not tell replies', () => {
    const tickets = [{ id: '1', status: 'solved', createdAt: '2025-09-01T09:00:00Z', solvedAt: '2025-09-02T09:00:00Z' }];
    expect(resultOf(reportOn({ tickets }), 'resolution-time').counts).toEqual({ solved: 1 });
  });

  it('is no backlog after the data ends', () => {
    expect(resultOf(reportOn({ tickets: daily([1, 2]) }, { period: month(2026, 1) }), 'backlog')).toMatchObject({
      value: null,
      reason: 'no-data',
    });
  });

  it('is not a closed ticket of an export without dates', () => {
    const tickets = ['open', 'closed', 'solved', 'new'].map((status, id) => ({ id: `${id}`, status }));
    expect(resultOf(reportOn({ tickets }), 'backlog')).toMatchObject({ value: 2, n: 2 });
  });
});

it('says what --top cut off and what --sort value went by', () => {
  const tickets = ['a', 'b', 'b', 'c', 'c', 'c'].map((group, id) => ({
    id: `${id}`,
    group,
    createdAt: '2025-09-01T09:00:00Z',
    status: 'open',
  }));
  const [top] = reportOn({ tickets }, { by: ['group'], top: 1 }).breakdowns;
  expect(top).toMatchObject({ groups: [{ key: 'c' }], omitted: { groups: 2, n: 3 } });
  const [sorted] = reportOn({ tickets }, { by: ['group'], sort: 'value', sortBy: 'tickets-per-day' }).breakdowns;
  expect(sorted).toMatchObject({ sortedBy: 'tickets-per-day', groups: [{ key: 'c' }, { key: 'b' }, { key: 'a' }] });
});
