import { describe, expect, it } from 'vitest';
import { listsOf } from './reading-files.ts';

/** List → ids of its records, in order. */
async function idsOf(document: unknown): Promise<Record<string, unknown[]>> {
  const { records } = await listsOf(JSON.stringify(document));
  const ids: Record<string, unknown[]> = {};
  for (const [list, record] of records) (ids[list] ??= []).push(record['id'] ?? record['key'] ?? record['ticket_id']);
  return ids;
}

const ticket = (id: number): object => ({ id, status: 'open', tags: ['a'], custom_fields: [{ id: 9, value: 'x' }] });

describe('the records of every envelope', () => {
  it.for<readonly [string, unknown, Record<string, unknown[]>]>([
    ['a bare list', [ticket(1), ticket(2)], { '': [1, 2] }],
    ['an empty list', [], {}],
    ['a named list', { tickets: [ticket(1), ticket(2)], count: 2, next_page: null }, { tickets: [1, 2] }],
    ['a list of wrapped records', { tickets: [{ ticket: ticket(1) }, { ticket: ticket(2) }] }, { tickets: [1, 2] }],
    ['a bare list of wrapped records', [{ ticket: ticket(1) }], { tickets: [1] }],
    ['one wrapped record', { ticket: ticket(1) }, { tickets: [1] }],
    ['one wrapped record with side-loads', { ticket: ticket(1), users: [{ id: 7 }] }, { tickets: [1], users: [7] }],
    ['one record', ticket(1), { '': [1] }],
    ['search results', { results: [ticket(1)], facets: null, count: 1 }, { '': [1] }],
    ['data', { data: [ticket(1)], meta: { next_cursor: null } }, { '': [1] }],
    ['data and payload (Chatwoot)', { data: { meta: { all_count: 2 }, payload: [ticket(1), ticket(2)] } }, { '': [1, 2] }],
    [
      'HAL (Help Scout)',
      { _embedded: { conversations: [ticket(1)] }, _links: { self: { href: 'x' } }, page: { number: 1 } },
      { conversations: [1] },
    ],
    [
      'conversations (Intercom)',
      { type: 'conversation.list', conversations: [ticket(1)], pages: { next: { starting_after: 'x' } }, total_count: 1 },
      { conversations: [1] },
    ],
    ['issues (Jira)', { expand: 'names', startAt: 0, issues: [{ key: 'A-1', fields: { labels: [{ a: 1 }] } }] }, { issues: ['A-1'] }],
    ['result (ServiceNow)', { result: [ticket(1)] }, { '': [1] }],
    [
      'results with properties (HubSpot)',
      { results: [{ id: '5', properties: { subject: 'x' } }], paging: { next: { after: '1' } } },
      { '': ['5'] },
    ],
    [
      'assets by id (Zammad search)',
      {
        tickets: [4, 5],
        tickets_count: 2,
        assets: { Ticket: { 4: { id: 4 }, 5: { id: 5 } }, User: { 3: { id: 3 } }, TicketArticle: { 8: { id: 8 } } },
      },
      { tickets: [4, 5], users: [3], ticket_articles: [8] },
    ],
    [
      'side-loads (Zendesk)',
      {
        tickets: [ticket(1)],
        users: [{ id: 2 }],
        organizations: [{ id: 3 }],
        groups: [{ id: 4 }],
        metric_sets: [{ id: 5, ticket_id: 1 }],
        count: 1,
      },
      { tickets: [1], users: [2], organizations: [3], groups: [4], metric_sets: [5] },
    ],
    ['metrics', { ticket_metrics: [{ ticket_id: 1 }] }, { ticket_metrics: [1] }],
    ['a single metric', { ticket_metric: { ticket_id: 1 } }, { ticket_metrics: [1] }],
    [
      'pages in a list',
      [
        { tickets: [ticket(1)], count: 2 },
        { tickets: [ticket(2)], count: 2 },
      ],
      { tickets: [1, 2] },
    ],
    ['records by id', { tickets: { 1: { id: 1 }, 2: { id: 2 } } }, { tickets: [1, 2] }],
    ['Elasticsearch hits', { took: 3, hits: { total: { value: 1 }, hits: [{ _index: 'x', _id: 'a', _source: ticket(1) }] } }, { '': [1] }],
    [
      'a record that happens to hold lists of objects',
      [{ score: 9, comment: '', user: { id: 5 }, tags: [{ name: 'x' }], id: 3 }],
      { '': [3] },
    ],
  ])('%s', async ([, document, expected]) => {
    expect(await idsOf(document)).toEqual(expected);
  });

  it('merges what stands beside a wrapped record into it', async () => {
    const { records } = await listsOf('{"tickets":[{"ticket":{"id":1,"via":"web"},"comments":[{"public":true}],"via":{"lost":1}}]}');
    expect(records).toEqual([['tickets', { id: 1, via: 'web', comments: [{ public: true }] }, 1]]);
  });

  it('merges the comments beside one wrapped record at the root, but not side-loads', async () => {
    const { records } = await listsOf('{"ticket":{"id":1},"comments":[{"public":true}],"users":[{"id":2}]}');
    expect(records).toEqual([
      ['tickets', { id: 1, comments: [{ public: true }] }, 1],
      ['users', { id: 2 }, 1],
    ]);
  });

  it('leaves an answer with its user whole', async () => {
    const { records } = await listsOf('[{"score":9,"user":{"id":5}}]');
    expect(records).toEqual([['', { score: 9, user: { id: 5 } }, 1]]);
  });

  it('shows the first hundred of each list, and counts elements that are no objects', async () => {
    const { input, outcome } = await listsOf(JSON.stringify([...Array.from({ length: 150 }, (_, id) => ({ id })), 'x', null, [1]]));
    expect(input.lists.get('')?.length).toBe(100);
    expect(outcome).toMatchObject({ records: 153, skipped: [{ reason: 'not an object', count: 3, lines: [151, 152, 153] }] });
  });

  it('takes keys like __proto__ for what they are: names', async () => {
    const { records } = await listsOf('[{"id":1,"__proto__":{"admin":true},"constructor":"x"}]');
    const record = records[0]![1];
    expect(Object.hasOwn(record, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('has __proto__ harmless beside a wrapper too', async () => {
    const { records } = await listsOf('[{"ticket":{"id":1,"__proto__":{"admin":true}},"comments":[]}]');
    expect(records[0]![1]['admin']).toBeUndefined();
    expect(Object.getPrototypeOf(records[0]![1])).toBe(Object.prototype);
  });

  it.for(['{"error":"Couldn\'t authenticate you"}', '{"errors":[{"code":"x"}],"message":"no"}'])(
    'is not an error message of the service: %s',
    async (text) => {
      await expect(listsOf(text)).rejects.toMatchObject({ name: 'UserError', code: 'not-data' });
    },
  );
});
