import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';
import { productRules, ruleOf, rulesFor } from '../../src/kpis/like/index.ts';
import { checkOptions } from '../../src/kpis/options/check-options.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { noSettings, PRODUCTS, type Product } from '../../src/model/settings.ts';
import { reportOn, resultOf } from '../support/ask.ts';
import type { Rows } from '../support/build-dataset.ts';
import { oneTicket } from '../support/one-ticket.ts';

const like = (product: Product, id: string, rows: Rows = oneTicket): KpiResult =>
  resultOf(reportOn(rows, { settings: { ...noSettings, like: product } }), id);

describe('one ticket under every product (kpis.md §1.4)', () => {
  it.each([
    // The bot's answer after one minute is nobody's first response.
    ['zendesk', 'first-response-time', 20 * 60, 1],
    ['freshdesk', 'first-response-time', 20 * 60, 1],
    ['intercom', 'first-response-time', 20 * 60, 1],
    ['helpscout', 'first-response-time', 20 * 60, 1],
    ['chatwoot', 'first-response-time', 20 * 60, 1],
    // Replies after 20 and 15 minutes; Zammad keeps the longest exchange.
    ['freshdesk', 'response-time', 17.5 * 60, 2],
    ['helpscout', 'response-time', 17.5 * 60, 2],
    ['chatwoot', 'response-time', 17.5 * 60, 2],
    ['intercom', 'response-time', 17.5 * 60, 2],
    ['zammad', 'response-time', 20 * 60, 1],
    // Last solved at 10:40.
    ['zendesk', 'resolution-time', 100 * 60, 1],
    ['freshdesk', 'resolution-time', 100 * 60, 1],
    ['intercom', 'resolution-time', 100 * 60, 1],
    ['helpscout', 'resolution-time', 100 * 60, 1],
    // Two resolve events after 65 and 100 minutes: mean 82.5.
    ['chatwoot', 'resolution-time', 82.5 * 60, 2],
    // 100 minutes less the 30 in pending, 09:20 to 09:50.
    ['zammad', 'resolution-time', 70 * 60, 1],
    // Two replies; solved twice; 100 minutes to the close.
    ['zendesk', 'first-contact-resolution', 0, 1],
    ['intercom', 'first-contact-resolution', 0, 1],
    ['helpscout', 'first-contact-resolution', 0, 1],
    ['zammad', 'first-contact-resolution', 0, 1],
    ['zendesk', 'requester-wait-time', 45 * 60, 1],
    ['zendesk', 'agent-wait-time', 30 * 60, 1],
    ['zendesk', 'replies-to-resolve', 2, 1],
    ['helpscout', 'replies-to-resolve', 2, 1],
    ['zendesk', 'reopen-rate', 1, 1],
    ['zammad', 'reopen-rate', 1, 1],
    // Created less closed.
    ['zammad', 'net-flow', 0, 1],
  ] as const)('%s: %s is %d over %d', (product, id, value, n) => {
    expect(like(product, id)).toMatchObject({ value, n, variant: expect.stringContaining(`as ${productRules[product].title}`) });
  });

  it('leads with what the product leads with', () => {
    expect(like('zendesk', 'first-response-time').aggregate).toBe('median');
    expect(like('chatwoot', 'first-response-time').aggregate).toBe('mean');
    expect(like('freshdesk', 'resolution-time').aggregate).toBe('mean');
  });

  it('keeps ours and says nothing where the product has no rule', () => {
    expect(ruleOf('chatwoot', 'first-contact-resolution')).toBeNull();
    expect(like('chatwoot', 'first-contact-resolution')).toMatchObject({ value: 0, variant: null });
    expect(like('zammad', 'first-response-time')).toMatchObject({ value: 1200, variant: null });
  });

  it('lets the user set a rule aside, and says so', () => {
    const settings = { ...noSettings, like: 'chatwoot' as const, kpis: { 'first-response-time': { lead: 'median' } } };
    const result = resultOf(reportOn(oneTicket, { settings }), 'first-response-time');
    expect(result).toMatchObject({ aggregate: 'median', variant: 'as Chatwoot but for lead' });
  });
});

describe('what tells the products apart', () => {
  // Solved with 1, 2 and no reply: 1 of 3 by Zendesk, 1 of 2 by Help Scout and by us.
  const solved: Rows = {
    tickets: [1, 2, 0].map((agentReplies, id) => ({
      id: `${id}`,
      status: 'solved',
      agentReplies,
      createdAt: '2025-03-10T09:00:00Z',
      solvedAt: `2025-03-10T${['09:10', '09:20', '11:00'][id]}:00Z`,
    })),
  };

  it('one reply: of all solved tickets, or of those with a reply', () => {
    expect(like('zendesk', 'first-contact-resolution', solved)).toMatchObject({ value: 1 / 3, n: 3, counts: { oneReply: 1, solved: 3 } });
    expect(like('helpscout', 'first-contact-resolution', solved)).toMatchObject({ value: 0.5, n: 2 });
    // Closed after 10, 20 and 120 minutes: one within 15.
    expect(like('zammad', 'first-contact-resolution', solved)).toMatchObject({
      value: 1 / 3,
      n: 3,
      counts: { closedInTime: 1, solved: 3 },
    });
  });

  it('Help Scout resolves only what it answered', () => {
    // After 10 and 20 minutes; the third had no reply.
    expect(like('helpscout', 'resolution-time', solved)).toMatchObject({ value: 15 * 60, n: 2 });
    expect(like('freshdesk', 'resolution-time', solved)).toMatchObject({ value: 50 * 60, n: 3 });
  });

  it('what an agent opened: from the customer, left out, or to the next public comment of the agent', () => {
    // Opened by an agent at 09:00; the agent again at 09:40; the customer at 11:00; answered at 11:30.
    const outbound: Rows = {
      tickets: [{ id: '1', createdAt: '2025-03-10T09:00:00Z', status: 'open' }],
      messages: (
        [
          ['09:00', 'agent'],
          ['09:40', 'agent'],
          ['11:00', 'customer'],
          ['11:30', 'agent'],
        ] as const
      ).map(([time, author]) => ({ ticketId: '1', at: `2025-03-10T${time}:00Z`, author })),
    };
    expect(like('freshdesk', 'first-response-time', outbound)).toMatchObject({ value: 1800, n: 1 });
    expect(like('zendesk', 'first-response-time', outbound)).toMatchObject({ value: 2400, n: 1 });
    expect(like('intercom', 'first-response-time', outbound)).toMatchObject({ value: null, n: 0, counts: { received: 0 } });
  });
});

describe('the table of rules', () => {
  it.each(PRODUCTS)('%s: names KPIs and options that exist, and where it is written', (product) => {
    const { title, rules } = productRules[product];
    expect(title).not.toBe('');
    for (const [id, { options, source }] of Object.entries(rules)) {
      const kpi = kpis.find((some) => some.id === id);
      expect(kpi, id).toBeDefined();
      expect(source, id).toMatch(/^§/);
      expect(checkOptions({ id, options: kpi!.options ?? [] }, options)).toEqual(options);
    }
  });

  it('lists every product for a KPI, with and without a rule', () => {
    expect(rulesFor('csat').map(({ id, rule }) => [id, rule !== null])).toEqual([
      ['zendesk', true],
      ['freshdesk', false],
      ['intercom', false],
      ['helpscout', true],
      ['zammad', false],
      ['chatwoot', true],
    ]);
  });

  it.each(PRODUCTS)('%s: leaves the totals of mixes as they are', (product) => {
    const rows: Rows = {
      tickets: Array.from({ length: 7 }, (_, id) => ({
        id: `${id}`,
        group: id < 3 ? 'Billing' : 'Sales',
        createdAt: `2025-03-0${id + 1}T09:00:00Z`,
        rootCause: 'x',
      })),
    };
    for (const id of ['tickets-by-department', 'root-cause-share']) {
      expect(like(product, id, rows)).toEqual(resultOf(reportOn(rows), id));
    }
  });
});
