import { describe, expect, it } from 'vitest';
import { codeAt } from './code-at.ts';
import { kpiOf, normalizedText, reportOnText } from './report-on-files.ts';

const at = (hm: string): string => `2025-03-10T${hm}:00Z`;
const comment = (id: number, hm: string, author: number, more: object = {}): object => ({
  id,
  author_id: author,
  created_at: at(hm),
  public: true,
  via: { channel: 'email' },
  ...more,
});

/** The ticket of kpis.md §1.4: asked 09:00, auto-reply 09:01, note 09:10, answer 09:20; asked again 09:50, answer 10:05; solved 10:40. */
const TALK = [
  comment(1, '09:00', 5),
  comment(2, '09:01', -1, { via: { channel: 'rule' } }),
  comment(3, '09:10', 9, { public: false }),
  comment(4, '09:20', 9),
  comment(5, '09:50', 5),
  comment(6, '09:55', 5),
  comment(7, '10:05', 9),
  comment(8, '10:30', 5),
];
const ticket = (id: number, more: object = {}): object => ({
  id,
  requester_id: 5,
  submitter_id: 5,
  assignee_id: 9,
  group_id: 1,
  status: 'solved',
  subject: 'Help',
  created_at: at('09:00'),
  updated_at: at('10:40'),
  via: { channel: 'email', source: {} },
  tags: [],
  satisfaction_rating: { score: 'good' },
  metric_set: { ticket_id: id, solved_at: at('10:40'), reopens: 1, replies: 2 },
  ...more,
});
const full = ticket(1, { comments: TALK });

describe('every envelope tells the same', () => {
  const three = [full, ticket(2, { comments: TALK }), ticket(3, { comments: TALK })];
  const wrapped = three.map((one) => ({ ticket: one }));
  const withoutComments = ({ comments, ...rest }: { comments?: unknown }): object => ({ ticket: rest, comments });
  it.each<[string, string, number]>([
    ['one wrapped ticket a line', wrapped.map((one) => JSON.stringify(one)).join('\n'), 3],
    ['one bare ticket a line', three.map((one) => JSON.stringify(one)).join('\n'), 3],
    ['{"tickets": […]}', JSON.stringify({ tickets: three, count: 3, next_page: null }), 3],
    ['{"tickets": [{"ticket": …}]}', JSON.stringify({ tickets: wrapped }), 3],
    ['comments beside their ticket', JSON.stringify({ tickets: three.map(withoutComments) }), 3],
    ['a bare array', JSON.stringify(three), 3],
    ['a search answer', JSON.stringify({ results: three, count: 3 }), 3],
    ['a single ticket', JSON.stringify({ ticket: full }), 1],
    ['a single ticket with its comments beside it', JSON.stringify(withoutComments(full)), 1],
  ])('%s', async (_, text, n) => {
    const report = await reportOnText(text);
    expect(report.inputs[0]?.preset).toBe('zendesk-json');
    expect(kpiOf(report, 'first-response-time')).toMatchObject({ value: 1200, n });
    // 20 and 15 minutes
    expect(kpiOf(report, 'response-time')?.stats?.mean).toBe(1050);
    expect(kpiOf(report, 'resolution-time')).toMatchObject({ value: 6000, n });
    expect(kpiOf(report, 'replies-to-resolve')?.value).toBe(2);
  });
});

describe('a ticket', () => {
  it.each<[string, object, string]>([
    ['the requester began', { comments: [comment(1, '09:00', 5)] }, 'inbound'],
    ['an agent began', { comments: [comment(1, '09:00', 9)] }, 'outbound'],
    [
      'a note before the request is no beginning',
      { comments: [comment(1, '09:00', 9, { public: false }), comment(2, '09:01', 5)] },
      'inbound',
    ],
    ['nor is a trigger', { comments: [comment(1, '09:00', -1), comment(2, '09:01', 5)] }, 'inbound'],
    ['a call that we placed', { via: { channel: 'voice', source: { rel: 'outbound' } } }, 'outbound'],
    ['nothing says who', {}, ''],
  ])('%s', async (_, more, direction) => {
    const { dataset } = await normalizedText(JSON.stringify([ticket(1, more)]));
    expect(codeAt(dataset, 'direction', 0)).toBe(direction);
  });

  it.each<[string, unknown, number | null]>([
    ['an object', { score: 'bad', comment: null }, 0],
    ['Python text', "{'score': 'good', 'id': 5770, 'comment': None}", 1],
    ['Python text without an answer', "{'score': 'offered'}", null],
    ['plain text', 'good', 1],
    ['a number of the new survey', { score: '3' }, 0],
    ['null', null, null],
  ])('has a rating in %s', async (_, rating, value) => {
    const report = await reportOnText(JSON.stringify([ticket(1, { satisfaction_rating: rating })]));
    expect(kpiOf(report, 'csat')?.value ?? null).toBe(value);
  });

  it.each<[string, object, Readonly<Record<string, number>>]>([
    ['merged into another', { tags: ['vip', 'closed_by_merge'] }, { merged: 1 }],
    ['deleted', { status: 'deleted' }, { deleted: 1 }],
    ["Zendesk's own welcome", { via: { channel: 'sample_ticket' } }, { test: 1 }],
  ])('%s leaves every KPI', async (_, more, excluded) => {
    expect((await reportOnText(JSON.stringify([ticket(1, more), ticket(2)]))).excluded).toEqual(excluded);
  });

  it('has its metrics under any of the names that clients give them, or none', async () => {
    const metrics = { ticket_id: 1, solved_at: null, reply_time_in_minutes: { calendar: 30, business: null } };
    const text = JSON.stringify([
      ticket(1, { metric_set: null }),
      ticket(2, { metric_set: undefined, metric_sets: [metrics] }),
      ticket(3, { metric_set: { ...metrics, reply_time_in_minutes: null, reply_time_in_seconds: { calendar: 60 } } }),
    ]);
    // half an hour, and a minute of messaging
    expect(kpiOf(await reportOnText(text), 'first-response-time')).toMatchObject({
      n: 2,
      clock: 'calendar',
      stats: { min: 60, max: 1800 },
    });
  });

  it('counts the first group as none of its changes', async () => {
    const { dataset } = await normalizedText(
      JSON.stringify([ticket(1, { metric_set: { group_stations: 3 } }), ticket(2, { metric_set: { group_stations: 0 } })]),
    );
    const changes = dataset.tables.tickets.columns.get('groupChanges');
    expect(changes?.type === 'number' ? [...changes.values] : []).toEqual([2, 0]);
  });
});

describe('tickets that a script saved', () => {
  it('may carry their times themselves, and via as a word', async () => {
    const saved = {
      id: 1,
      requester_id: 5,
      via: 'web',
      status: 'closed',
      created_at: at('09:00'),
      first_response_at: at('09:20'),
      solved_at: at('10:40'),
      updated_at: at('11:00'),
    };
    const report = await reportOnText(JSON.stringify([saved]));
    expect(report.inputs[0]?.preset).toBe('zendesk-json');
    expect([kpiOf(report, 'first-response-time')?.value, kpiOf(report, 'resolution-time')?.value]).toEqual([1200, 6000]);
  });
});

describe('authors', () => {
  it('are known by the users beside the tickets, whoever the ticket was assigned to', async () => {
    const text = JSON.stringify({
      tickets: [ticket(1, { comments: [comment(1, '09:00', 5), comment(2, '09:30', 77), comment(3, '09:40', 88)] })],
      users: [
        { id: 77, role: 'end-user' },
        { id: 88, role: 'admin' },
      ],
    });
    // 77 is a colleague of the customer: 88 answers first
    expect(kpiOf(await reportOnText(text), 'first-response-time')?.value).toBe(2400);
  });

  it('who are assignees elsewhere are agents', async () => {
    const text = JSON.stringify([
      ticket(1, { comments: [comment(1, '09:00', 5), comment(2, '09:30', 77)] }),
      ticket(2, { assignee_id: 77 }),
    ]);
    expect(kpiOf(await reportOnText(text), 'first-response-time')?.value).toBe(1800);
  });
});

describe('groups', () => {
  it('have their names where the list of groups lies beside the tickets', async () => {
    const text = JSON.stringify({
      tickets: [ticket(1), ticket(2, { group_id: 2 }), ticket(3, { group_id: null })],
      groups: [{ id: 1, name: 'Billing' }],
    });
    const { dataset, inputs } = await normalizedText(text);
    expect([0, 1, 2].map((row) => codeAt(dataset, 'group', row))).toEqual(['Billing', '2', '']);
    expect(inputs[0]?.unmapped).toEqual(['submitter_id']);
  });
});

describe('the CSV', () => {
  it('gives the exact resolution before the one in rounded hours', async () => {
    const text =
      'Id,Status,Resolution time,Full resolution time in minutes,First reply time in minutes\n1,Solved,2,100,20\n2,Solved,1,,5\n';
    expect(kpiOf(await reportOnText(text), 'resolution-time')).toMatchObject({ value: 6000, n: 1, clock: 'calendar' });
  });

  it('reads the rounded hours as hours where there is nothing else', async () => {
    const text = 'Summation column,Id,Requester,Status,Resolution time\n1,11,Ann,Solved,2\n1,12,Bob,Solved,4\n';
    const report = await reportOnText(text);
    expect(report.inputs[0]).toMatchObject({ preset: 'zendesk-csv', columns: { id: 'Id', customerId: 'Requester' } });
    expect(kpiOf(report, 'resolution-time')).toMatchObject({ value: 10_800, n: 2 });
  });

  it('does not take a trimmed file with business minutes for calendar time', async () => {
    const text =
      'Id,Status,Created at,First reply time in minutes within business hours\n1,Open,2025-03-10 09:00:00,\n2,Solved,2025-03-10 09:00:00,7\n3,Open,2025-03-11 12:00:00,0\n';
    const report = await reportOnText(text);
    expect(
      report.kpis
        .filter(({ id, value }) => id === 'first-response-time' && value !== null)
        .map(({ clock, value, n }) => ({ clock, value, n })),
    ).toEqual([{ clock: 'business', value: 210, n: 2 }]);
    expect(report.kpis.filter(({ id, value }) => id === 'service-level' && value !== null).map(({ clock }) => clock)).toEqual(['business']);
  });
});
