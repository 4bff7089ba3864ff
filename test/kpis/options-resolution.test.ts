import { describe, expect, it } from 'vitest';
import { month } from '../support/ask.ts';
import type { Rows } from '../support/build-dataset.ts';
import { at, oneTicket } from '../support/one-ticket.ts';
import { ask } from './ask-with.ts';

describe('resolution-time', () => {
  it.each([
    // Created 09:00, solved 10:05 and 10:40.
    [{}, 100, 1],
    [{ resolution: 'first' }, 65, 1],
    [{ resolution: 'every' }, 82.5, 2],
    // Pending from 09:20 to 09:50, before both.
    [{ pauseStatuses: ['pending'] }, 70, 1],
    [{ pauseStatuses: ['pending'], resolution: 'first' }, 35, 1],
    [{ pauseStatuses: ['pending'], resolution: 'every', lead: 'mean' }, 52.5, 2],
    // Never closed: when it was solved.
    [{ end: 'closed' }, 100, 1],
    [{ requireReply: true }, 100, 1],
  ])('%j gives %d minutes over %d', (options, minutes, n) => {
    expect(ask('resolution-time', options)).toMatchObject({ value: minutes * 60, n });
  });

  it('end: closed three days after it was solved', () => {
    const rows: Rows = {
      tickets: [
        {
          id: '1',
          status: 'closed',
          createdAt: '2025-03-01T09:00:00Z',
          solvedAt: '2025-03-01T10:00:00Z',
          closedAt: '2025-03-04T10:00:00Z',
        },
      ],
    };
    expect(ask('resolution-time', {}, rows).value).toBe(3600);
    expect(ask('resolution-time', { end: 'closed' }, rows).value).toBe(3600 + 3 * 86_400);
  });

  it('first: not known where a ticket was reopened and nobody wrote down when it was solved before', () => {
    const rows: Rows = { tickets: [{ id: '1', status: 'solved', createdAt: at('09:00'), solvedAt: at('10:40'), reopens: 1 }] };
    expect(ask('resolution-time', { resolution: 'first' }, rows)).toMatchObject({ value: null, reason: 'no-data' });
    expect(
      ask('resolution-time', { resolution: 'first' }, { tickets: [{ ...rows.tickets![0]!, firstResolvedAt: at('10:05') }] }),
    ).toMatchObject({ value: 65 * 60 });
  });

  it('first and every count a ticket that is open again, full does not', () => {
    const rows: Rows = {
      ...oneTicket,
      tickets: [{ id: '1', status: 'open', createdAt: at('09:00') }],
      changes: oneTicket.changes!.slice(0, 4),
    };
    expect(ask('resolution-time', {}, rows)).toMatchObject({ value: null });
    expect(ask('resolution-time', { resolution: 'first' }, rows)).toMatchObject({ value: 65 * 60, n: 1 });
    expect(ask('resolution-time', { resolution: 'every' }, rows)).toMatchObject({ value: 65 * 60, n: 1 });
  });

  it('cohort: created on the 31st of January, solved in February', () => {
    const rows: Rows = { tickets: [{ id: '1', status: 'solved', createdAt: '2025-01-31T09:00:00Z', solvedAt: '2025-02-01T09:00:00Z' }] };
    expect(ask('resolution-time', { cohort: 'created' }, rows, { period: month(2025, 1) })).toMatchObject({ value: 86_400, n: 1 });
    expect(ask('resolution-time', {}, rows, { period: month(2025, 1) })).toMatchObject({ value: null });
  });
});

describe('first-contact-resolution', () => {
  const tickets = [
    { id: '0', status: 'solved', agentReplies: 0, customerReplies: 0 },
    { id: '1', status: 'solved', agentReplies: 1, customerReplies: 0 },
    { id: '2', status: 'solved', agentReplies: 2, customerReplies: 0 },
    { id: '3', status: 'solved', agentReplies: 2, customerReplies: 3 },
    { id: '4', status: 'open', agentReplies: 1, customerReplies: 0 },
  ];

  it.each([
    [{}, 1 / 3, 3],
    [{ of: 'solved' }, 1 / 4, 4],
    [{ fcr: 'at-most-one-reply' }, 2 / 4, 4],
    [{ fcr: 'no-customer-followup' }, 3 / 4, 4],
  ])('%j is %d over %d', (options, value, n) => {
    expect(ask('first-contact-resolution', options, { tickets })).toMatchObject({ value, n });
  });

  it('closed-within:15m: 14:59 is in time, 15 minutes are not (Zammad counts strictly)', () => {
    const closed = ['09:14:59', '09:15:00'].map((time, id) => ({
      id: `${id}`,
      status: 'closed',
      agentReplies: 1,
      createdAt: at('09:00'),
      closedAt: `2025-03-10T${time}Z`,
    }));
    expect(ask('first-contact-resolution', { fcr: 'closed-within:15m' }, { tickets: closed })).toMatchObject({ value: 0.5, n: 2 });
  });

  it('closed-once: not reopened, and one agent wrote; unknown where nobody knows', () => {
    const messages = [
      { ticketId: 'a', at: at('09:10'), author: 'agent', authorId: 'ann' },
      { ticketId: 'a', at: at('09:20'), author: 'agent', authorId: 'ann' },
      { ticketId: 'b', at: at('09:10'), author: 'agent', authorId: 'ann' },
      { ticketId: 'b', at: at('09:20'), author: 'agent', authorId: 'bob' },
      { ticketId: 'c', at: at('09:10'), author: 'agent', authorId: 'ann' },
      { ticketId: 'd', at: at('09:10'), author: 'agent', authorId: 'ann' },
    ];
    const some = [0, 0, 1, null].map((reopens, index) => ({
      id: 'abcd'[index]!,
      status: 'solved',
      createdAt: at('09:00'),
      solvedAt: at('10:00'),
      reopens,
    }));
    expect(ask('first-contact-resolution', { fcr: 'closed-once' }, { tickets: some, messages })).toMatchObject({
      value: 1 / 3,
      n: 3,
      counts: { closedOnce: 1 },
    });
  });

  it('no-customer-followup: the customer of §1.4 wrote again', () => {
    expect(ask('first-contact-resolution', { fcr: 'no-customer-followup' })).toMatchObject({ value: 0, n: 1 });
  });
});

describe('replies-to-resolve', () => {
  it('count: 2 replies of agents; with 4 messages of the customer 6 (the bot and the note are nobody)', () => {
    expect(ask('replies-to-resolve', {})).toMatchObject({ value: 2, n: 1 });
    expect(ask('replies-to-resolve', { count: 'all' })).toMatchObject({ value: 6, n: 1 });
  });

  it('count: from the columns of the export, with the request itself', () => {
    const tickets = [{ id: '1', status: 'solved', agentReplies: 2, customerReplies: 1 }];
    expect(ask('replies-to-resolve', { count: 'all' }, { tickets })).toMatchObject({ value: 4, n: 1 });
  });
});

describe('reopen-rate', () => {
  it('ignoreReopenWithoutReply: a thank-you to which nobody wrote is no reopening', () => {
    expect(ask('reopen-rate', {})).toMatchObject({ value: 1, n: 1 });
    expect(ask('reopen-rate', { ignoreReopenWithoutReply: true })).toMatchObject({ value: 0, n: 1 });
  });

  it('ignoreReopenWithoutReply: an answer before it was solved again makes it one', () => {
    const messages = [...oneTicket.messages!, { ticketId: '1', at: at('10:35'), author: 'agent', public: true }];
    expect(ask('reopen-rate', { ignoreReopenWithoutReply: true }, { ...oneTicket, messages })).toMatchObject({ value: 1, n: 1 });
  });

  it('ignoreReopenWithoutReply: every reopening counts where messages do not tell', () => {
    expect(
      ask('reopen-rate', { ignoreReopenWithoutReply: true }, { tickets: oneTicket.tickets!, changes: oneTicket.changes! }),
    ).toMatchObject({ value: 1, n: 1 });
  });
});
