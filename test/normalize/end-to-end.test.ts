import { describe, expect, it } from 'vitest';
import { run, table, values, warning } from './inputs.ts';

const tickets = () =>
  table(
    'tickets.csv',
    'id,status,created_at,first_response_at,solved_at,requester_id,satisfaction',
    '1,solved,2025-03-10T09:00:00Z,2025-03-10T09:20:00Z,2025-03-10T10:40:00Z,c1,good',
    '2,open,2025-03-11T09:00:00Z,,,c2,offered',
    '3,spam,2025-03-12T09:00:00Z,,,c3,',
  );

const messages = () =>
  table(
    'messages.csv',
    'ticket_id,created_at,author_role,public',
    '1,2025-03-10T10:05:00Z,agent,true',
    '1,2025-03-10T09:00:00Z,customer,true',
    '1,2025-03-10T09:10:00Z,agent,false',
    '2,2025-03-11T09:00:00Z,customer,true',
    '3,2025-03-12T09:00:00Z,customer,true',
  );

describe('a generic tickets.csv and messages.csv', () => {
  it('become one dataset with links, times and words', async () => {
    const result = await run([tickets(), messages()]);
    expect(result.inputs.map(({ kind, preset, rows, used, excluded }) => ({ kind, preset, rows, used, excluded }))).toEqual([
      { kind: 'tickets', preset: 'generic', rows: 3, used: 2, excluded: 1 },
      { kind: 'messages', preset: 'generic', rows: 5, used: 4, excluded: 1 },
    ]);
    expect(values(result, 'tickets', 'id')).toEqual(['1', '2']);
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-03-10T09:00:00Z', '2025-03-11T09:00:00Z']);
    expect(values(result, 'tickets', 'firstResponseAt')).toEqual(['2025-03-10T09:20:00Z', null]);
    expect(values(result, 'tickets', 'status')).toEqual(['solved', 'open']);
    expect(values(result, 'tickets', 'satisfied')).toEqual([1, null]);
    expect(values(result, 'tickets', 'ratingOffered')).toEqual([true, true]);
    expect(values(result, 'tickets', 'customerKey')).toEqual(['c1', 'c2']);
    expect(values(result, 'messages', 'ticket')).toEqual([0, 0, 0, 1]);
    expect(values(result, 'messages', 'at')).toEqual([
      '2025-03-10T09:00:00Z',
      '2025-03-10T09:10:00Z',
      '2025-03-10T10:05:00Z',
      '2025-03-11T09:00:00Z',
    ]);
    expect(values(result, 'messages', 'author')).toEqual(['customer', 'agent', 'agent', 'customer']);
    expect(values(result, 'messages', 'public')).toEqual([true, false, true, true]);
    expect(result.excluded).toEqual({ spam: 1, 'ticket-excluded': 1 });
    expect(new Date(result.asOf).toISOString()).toBe('2025-03-12T09:00:00.000Z');
    expect(result.warnings).toEqual([]);
  });

  it('says which column feeds which field', async () => {
    const { inputs } = await run([tickets()]);
    expect(inputs[0]?.columns).toEqual({
      id: 'id',
      status: 'status',
      createdAt: 'created_at',
      firstResponseAt: 'first_response_at',
      solvedAt: 'solved_at',
      customerId: 'requester_id',
      rating: 'satisfaction',
    });
  });

  it('warns when the messages are of other tickets', async () => {
    const foreign = table(
      'messages.csv',
      'ticket_id,created_at,author_role',
      '91,2025-03-10T10:05:00Z,agent',
      '92,2025-03-10T09:00:00Z,customer',
      '1,2025-03-10T09:00:00Z,customer',
    );
    const result = await run([tickets(), foreign]);
    expect(warning(result, 'low-match-rate')).toMatchObject({ count: 2, file: 'messages.csv', line: 2 });
    expect(warning(result, 'low-match-rate')?.message).toContain('1 of 3 messages (33 %)');
    expect(values(result, 'messages', 'ticket')).toEqual([-1, -1, 0]);
  });
});
