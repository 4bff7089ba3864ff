import { describe, expect, it } from 'vitest';
import { presets } from '../../src/presets/index.ts';
import type { JsonListLayout, JsonPath } from '../../src/presets/preset.ts';
import { codeAt } from './code-at.ts';
import { kpiOf, normalizedText, reportOnText } from './report-on-files.ts';

const NINE = Date.UTC(2025, 2, 10, 9) / 1000;

describe('Intercom', () => {
  const conversation = (id: string, more: object = {}): object => ({
    id,
    type: 'conversation',
    created_at: NINE,
    updated_at: NINE + 9000,
    state: 'closed',
    admin_assignee_id: 0,
    conversation_rating: null,
    source: { type: 'conversation', delivered_as: 'customer_initiated', author: { type: 'user', id: 'u1' } },
    statistics: { first_admin_reply_at: NINE + 600, time_to_admin_reply: 300, last_close_at: NINE + 7200, time_to_last_close: 3600 },
    ...more,
  });

  it.each<[string, unknown, number | null]>([
    ['null', null, null],
    ['{}', {}, null],
    ['an object', { rating: 4 }, 1],
    ['a bare number', 2, 0],
    ['asked, not answered', { rating: null, created_at: NINE }, null],
  ])('rating: %s', async (_, conversation_rating, value) => {
    expect(kpiOf(await reportOnText(JSON.stringify([conversation('1', { conversation_rating })])), 'csat')?.value ?? null).toBe(value);
  });

  it('keeps its seconds without the closed hours apart from the time stamps', async () => {
    const report = await reportOnText(JSON.stringify({ type: 'conversation.list', conversations: [conversation('1')] }));
    const said = (id: string): unknown =>
      report.kpis.filter((kpi) => kpi.id === id && kpi.value !== null).map(({ clock, value }) => [clock, value]);
    expect(said('first-response-time')).toEqual([
      ['calendar', 600],
      ['business', 300],
    ]);
    expect(said('resolution-time')).toEqual([
      ['calendar', 7200],
      ['business', 3600],
    ]);
  });

  it('is not solved by the last close when it is open again', async () => {
    const report = await reportOnText(JSON.stringify([conversation('1', { state: 'open', open: true })]));
    expect(kpiOf(report, 'backlog')?.value).toBe(1);
    expect(kpiOf(report, 'resolution-time')?.value ?? null).toBeNull();
  });

  it('is outbound when we began, and a bot or the AI agent is no human', async () => {
    const parts = [
      { part_type: 'comment', created_at: NINE + 60, author: { type: 'bot' } },
      { part_type: 'comment', created_at: NINE + 90, author: { type: 'admin', id: '3', from_ai_agent: true } },
      { part_type: 'note', created_at: NINE + 100, author: { type: 'admin', id: '4' } },
      { part_type: 'close', body: '<p>Done.</p>', created_at: NINE + 900, author: { type: 'admin', id: '4' } },
    ];
    const text = JSON.stringify([
      conversation('1', { conversation_parts: { conversation_parts: parts } }),
      conversation('2', { source: { delivered_as: 'admin_initiated', author: { type: 'admin' } }, statistics: null }),
    ]);
    expect(kpiOf(await reportOnText(text), 'first-response-time')).toMatchObject({ value: 900, n: 1, clock: 'calendar' });
    const { dataset } = await normalizedText(text);
    expect([codeAt(dataset, 'direction', 0), codeAt(dataset, 'direction', 1)]).toEqual(['inbound', 'outbound']);
  });
});

describe('Zammad', () => {
  const ticket = (id: number, more: object = {}): object => ({
    id,
    number: '31',
    title: 'Help',
    state_id: 4,
    owner_id: 1,
    customer_id: 5,
    priority_id: 2,
    article_count: 1,
    first_response_in_min: null,
    close_in_min: null,
    close_at: '2025-03-10T10:00:00.000Z',
    created_at: '2025-03-10T09:00:00.790Z',
    updated_at: '2025-03-12T09:00:00.000Z',
    ...more,
  });

  it('is not solved by a closing that did not hold', async () => {
    const report = await reportOnText(JSON.stringify([ticket(1), ticket(2, { state_id: 2 })]));
    expect(kpiOf(report, 'backlog')?.value).toBe(1);
    expect(kpiOf(report, 'resolution-time')).toMatchObject({ n: 1, value: 3599.21 });
  });

  it('has nobody as owner 1, and states by name', async () => {
    const { dataset } = await normalizedText(
      JSON.stringify([ticket(1, { state: 'pending reminder', state_id: 3, owner: '-', priority: '3 high' }), ticket(2, { owner_id: 7 })]),
    );
    expect([
      codeAt(dataset, 'agent', 0),
      codeAt(dataset, 'agent', 1),
      codeAt(dataset, 'status', 0),
      codeAt(dataset, 'priority', 0),
      codeAt(dataset, 'priority', 1),
    ]).toEqual(['', '7', 'pending', 'high', 'normal']);
  });

  it('reads the search answer with its assets', async () => {
    const text = JSON.stringify({
      tickets: [1, 2],
      tickets_count: 2,
      assets: {
        Ticket: { 1: ticket(1), 2: ticket(2, { state_id: 5 }) },
        User: { 5: { id: 5, login: 'ann@mail.example', email: 'ann@mail.example' } },
      },
    });
    const report = await reportOnText(text);
    expect(report.excluded).toEqual({ merged: 1 });
    expect(kpiOf(report, 'tickets-per-day')?.n).toBe(1);
  });
});

describe('Help Scout', () => {
  const conversation = (id: number, more: object = {}): object => ({
    id,
    number: id,
    threads: 2,
    type: 'email',
    status: 'closed',
    state: 'published',
    mailboxId: 7,
    createdAt: '2025-03-10T09:00:00Z',
    closedAt: '2025-03-10T11:00:00Z',
    closedBy: 3,
    userUpdatedAt: '2025-03-10T11:00:00Z',
    customerWaitingSince: { time: '' },
    primaryCustomer: { id: 5 },
    source: { type: 'email', via: 'customer' },
    ...more,
  });

  it.each([
    [1, 1],
    [2, 0],
    [3, 0],
  ])('a rating of %i counts as %i: 1 is the best', async (ratingId, value) => {
    expect(kpiOf(await reportOnText(JSON.stringify([conversation(1, { rating: { ratingId } })])), 'csat')?.value).toBe(value);
  });

  it('has a count under "threads" and nobody under id 0', async () => {
    const { dataset } = await normalizedText(
      JSON.stringify([conversation(1, { assignee: { id: 0, first: 'unknown', last: 'unknown' }, primaryCustomer: { id: 0 } })]),
    );
    expect([codeAt(dataset, 'agent', 0), codeAt(dataset, 'customerId', 0), dataset.tables.messages.rows]).toEqual(['', '', 0]);
  });
});

describe('Chatwoot', () => {
  const conversation = (id: number, more: object = {}): object => ({
    id,
    inbox_id: 2,
    status: 'open',
    created_at: NINE,
    updated_at: NINE + 9000,
    timestamp: NINE,
    waiting_since: 0,
    first_reply_created_at: 0,
    meta: { channel: 'Channel::WebWidget', sender: { id: 5 } },
    ...more,
  });
  const message = (message_type: number, after: number, more: object = {}): object => ({
    message_type,
    created_at: NINE + after,
    private: false,
    content_type: 'text',
    ...more,
  });

  it('takes 0 for never', async () => {
    const report = await reportOnText(
      JSON.stringify({ data: { meta: {}, payload: [conversation(1), conversation(2, { first_reply_created_at: NINE + 300 })] } }),
    );
    expect(kpiOf(report, 'first-response-time')).toMatchObject({ value: 300, n: 1 });
    expect(kpiOf(report, 'unanswered-rate')).toMatchObject({ value: 0.5, n: 2 });
  });

  it('knows templates, campaigns, rules and bots from people', async () => {
    const messages = [
      message(0, 0, { sender_type: 'Contact' }),
      message(3, 2),
      message(1, 10, { sender_type: 'AgentBot' }),
      message(1, 20, { sender_type: 'Captain::Assistant' }),
      message(1, 30, { sender_type: 'User', content_attributes: { automation_rule_id: 4 } }),
      message(1, 40, { sender_type: 'User', private: true }),
      message(2, 50),
      message(1, 600, { sender_type: 'User' }),
    ];
    expect(kpiOf(await reportOnText(JSON.stringify([conversation(1, { messages })])), 'first-response-time')?.value).toBe(600);
  });

  it('does not take the last message for the whole conversation', async () => {
    const { dataset } = await normalizedText(JSON.stringify([conversation(1, { messages: [message(1, 5000, { sender_type: 'User' })] })]));
    expect(dataset.tables.messages.rows).toBe(0);
  });
});

it('every computed field says what it is made from', () => {
  const pathsOf = (said: JsonListLayout['fields'][string]): readonly JsonPath[] => {
    if (typeof said === 'string' || typeof said === 'function') return [said];
    return 'from' in said ? [said.from] : said.map(({ from }) => from);
  };
  const nameless: string[] = [];
  for (const { id, json } of presets) {
    for (const list of Object.values(json?.lists ?? {})) {
      const layouts =
        list.into === 'people' || list.into === 'groups' ? [] : [list.fields, ...(list.children ?? []).map((child) => child.fields)];
      for (const [field, said] of layouts.flatMap((fields) => Object.entries(fields))) {
        if (pathsOf(said).some((path) => typeof path === 'function' && path.label === undefined)) nameless.push(`${id}: ${field}`);
      }
    }
  }
  expect(nameless).toEqual([]);
});
