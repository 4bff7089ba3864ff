import { describe, expect, it } from 'vitest';
import { reportOn, resultOf } from '../support/ask.ts';
import { at, oneTicket } from '../support/one-ticket.ts';

describe('one ticket, every definition', () => {
  const report = reportOn(oneTicket);

  it.each([
    ['first-response-time', 20 * 60],
    ['resolution-time', 100 * 60],
    ['requester-wait-time', 45 * 60],
    ['agent-wait-time', 30 * 60],
    ['replies-to-resolve', 2],
    ['first-contact-resolution', 0],
    ['reopen-rate', 1],
    ['service-level', 0],
    ['backlog', 0],
    ['unanswered-rate', 0],
  ])('%s is %d', (id, value) => {
    expect(resultOf(report, id)).toMatchObject({ value, n: id === 'backlog' ? 0 : 1 });
  });

  it('response times are 20 and 15 minutes, mean 17.5, and the thanks stays unanswered', () => {
    const result = resultOf(report, 'response-time');
    expect(result.stats).toMatchObject({ min: 1200 - 300, max: 1200, mean: 1050, median: 1050 });
    expect(result).toMatchObject({ n: 2, counts: { responses: 2, unanswered: 1 } });
  });
});

describe('who opened the ticket', () => {
  it('starts the clock of a ticket that an agent opened at the first message of the customer', () => {
    const result = resultOf(
      reportOn({
        tickets: [{ id: '1', status: 'open', createdAt: at('09:00') }],
        messages: [
          { ticketId: '1', at: at('09:00'), author: 'agent' },
          { ticketId: '1', at: at('11:00'), author: 'customer' },
          { ticketId: '1', at: at('11:30'), author: 'agent' },
        ],
      }),
      'first-response-time',
    );
    expect(result).toMatchObject({ value: 1800, n: 1 });
  });

  it('leaves out a ticket that an agent opened and no customer wrote to', () => {
    const report = reportOn({
      tickets: [{ id: '1', status: 'open', createdAt: at('09:00') }],
      messages: [{ ticketId: '1', at: at('09:00'), author: 'agent' }],
    });
    expect(resultOf(report, 'first-response-time')).toMatchObject({
      value: null,
      reason: 'no-data',
      counts: { received: 0, answered: 0, waiting: 0 },
    });
    expect(resultOf(report, 'unanswered-rate')).toMatchObject({ value: null, n: 0 });
  });

  it('takes creation as the request where the export holds the request in the ticket, not among its messages', () => {
    const report = reportOn({
      tickets: [{ id: '1', status: 'open', createdAt: at('09:00') }],
      messages: [{ ticketId: '1', at: at('09:20'), author: 'agent' }],
    });
    expect(resultOf(report, 'first-response-time')).toMatchObject({ value: 1200, n: 1 });
    expect(resultOf(report, 'response-time')).toMatchObject({ value: 1200, n: 1 });
  });
});

describe('clocks', () => {
  it('never mixes calendar and business durations: one entry for each that has a value', () => {
    const report = reportOn({
      tickets: [
        { id: '1', createdAt: at('09:00'), firstResponseAt: at('09:20'), 'firstResponse.business': 600 },
        { id: '2', createdAt: at('09:00'), firstResponseAt: null, 'firstResponse.business': 300 },
      ],
    });
    expect(report.kpis.filter(({ id }) => id === 'first-response-time').map(({ clock, value, n }) => ({ clock, value, n }))).toEqual([
      { clock: 'calendar', value: 1200, n: 1 },
      { clock: 'business', value: 450, n: 2 },
    ]);
  });

  it('calls business durations business when the export has nothing else', () => {
    const report = reportOn({ tickets: [{ id: '1', 'resolution.business': 7200, status: 'solved' }] });
    expect(report.kpis.filter(({ id }) => id === 'resolution-time').map(({ clock, value }) => ({ clock, value }))).toEqual([
      { clock: 'business', value: 7200 },
    ]);
  });

  it('lets time stamps win over a ready-made calendar column, row by row', () => {
    const report = reportOn({
      tickets: [
        { id: '1', createdAt: at('09:00'), firstResponseAt: at('09:20'), 'firstResponse.calendar': 9999 },
        { id: '2', createdAt: at('09:00'), firstResponseAt: null, 'firstResponse.calendar': 2400 },
      ],
    });
    expect(resultOf(report, 'first-response-time')).toMatchObject({ clock: 'calendar', n: 2, stats: { min: 1200, max: 2400 } });
  });

  it('leaves negative durations out and counts them; keeps zero', () => {
    const report = reportOn({
      tickets: [
        { id: '1', createdAt: at('09:00'), firstResponseAt: at('09:00') },
        { id: '2', createdAt: at('09:00'), firstResponseAt: at('08:00') },
      ],
    });
    expect(resultOf(report, 'first-response-time')).toMatchObject({ value: 0, n: 1, counts: { negative: 1 } });
  });
});
