import type { TableKind } from '../../src/model/kinds.ts';
import type { DimensionContext, Grouping } from '../../src/segments/dimension.ts';
import { findDimension } from '../../src/segments/index.ts';
import { buildDataset, type Rows } from '../support/build-dataset.ts';

/** Four tickets of three customers (one of an unknown one), with something in every other table. */
export const SCENE: Rows = {
  customers: [
    {
      id: 'c1',
      plan: 'Pro',
      planKind: 'paid',
      country: 'DE',
      source: 'ads',
      organization: 'Acme',
      signedUpAt: '2025-01-01T00:00:00Z',
      status: 'active',
      mrr: 100,
      seats: 60,
      fake: false,
    },
    {
      id: 'c2',
      plan: 'Free',
      planKind: 'free',
      country: null,
      source: 'search',
      organization: 'Globex',
      signedUpAt: '2023-06-01T00:00:00Z',
      status: 'churned',
      mrr: null,
      seats: 3,
      fake: true,
    },
    {
      id: 'c3',
      plan: null,
      planKind: null,
      country: 'US',
      source: null,
      organization: null,
      signedUpAt: null,
      status: null,
      mrr: 20,
      seats: null,
      fake: null,
    },
  ],
  tickets: [
    // c1 has been a customer for 29 days and 23.5 hours.
    {
      id: 't1',
      channel: 'chat',
      priority: 'high',
      tags: ['vip', 'bug'],
      createdAt: '2025-01-30T23:30:00Z',
      customerId: 'c1',
      organization: 'Acme Labs',
      agent: 'Ann',
      status: 'solved',
      'firstResponse.calendar': 600,
      language: 'de',
    },
    {
      id: 't2',
      channel: 'phone',
      priority: 'low',
      tags: ['vip'],
      createdAt: '2025-01-31T00:00:00Z',
      customerId: 'c1',
      organization: null,
      agent: 'Bob',
      status: 'open',
      'firstResponse.calendar': 7200,
    },
    {
      id: 't3',
      channel: 'email',
      priority: null,
      tags: [],
      createdAt: '2025-03-09T10:00:00Z',
      customerId: 'c2',
      organization: null,
      agent: null,
      status: 'on-hold',
      'firstResponse.calendar': null,
    },
    {
      id: 't4',
      channel: null,
      priority: 'High',
      tags: ['bug', 'bug'],
      createdAt: null,
      customerId: 'stranger',
      organization: null,
      agent: 'Ann',
      status: 'open',
      'firstResponse.calendar': 0,
    },
  ],
  messages: [
    { id: 'm1', ticketId: 't1', at: '2025-01-30T23:40:00Z', author: 'agent', authorId: 'Cleo', channel: 'web' },
    { id: 'm2', ticketId: 't2', at: '2025-01-31T00:10:00Z', author: 'customer', authorId: 'c1', channel: 'phone' },
    { id: 'm3', ticketId: 'gone', at: '2025-01-31T00:10:00Z', author: 'agent', authorId: 'Ann', channel: 'api' },
  ],
  surveys: [
    { id: 's1', at: '2025-02-01T00:00:00Z', kind: 'nps', score: 9, customerId: 'c1', ticketId: null },
    { id: 's2', at: '2025-03-10T00:00:00Z', kind: 'csat', score: 2, customerId: null, ticketId: 't3' },
  ],
  subscriptions: [
    { customerId: 'c1', plan: 'Business', startedAt: '2025-01-01T00:00:00Z' },
    { customerId: 'c2', plan: null, startedAt: '2023-06-01T00:00:00Z' },
  ],
  events: [
    { customerId: 'c1', at: '2025-04-01T00:00:00Z', name: 'mention', source: 'forum' },
    { customerId: 'c2', at: '2025-04-01T00:00:00Z', name: 'visit', source: null },
    { customerId: 'c3', at: '2025-04-01T00:00:00Z', name: 'visit', source: null },
  ],
};

export function contextOf(rows: Rows, timeZone = 'UTC'): DimensionContext {
  return { dataset: buildDataset(rows), timeZone, asOf: Date.parse('2025-05-01T00:00:00Z') };
}

/** The values of each row, `null` for missing; a list for rows with several. */
export function valuesOf(grouping: Grouping | null): readonly (string | null | readonly (string | null)[])[] | null {
  if (grouping === null) return null;
  const { codes, values, offsets } = grouping;
  const text = (code: number): string | null => (code === 0 ? null : values[code]!);
  if (offsets === undefined) return Array.from(codes, text);
  return Array.from({ length: offsets.length - 1 }, (_, row) => Array.from(codes.subarray(offsets[row], offsets[row + 1]), text));
}

export function groupsOf(name: string, table: TableKind, context: DimensionContext = contextOf(SCENE)): ReturnType<typeof valuesOf> {
  return valuesOf(findDimension(name).groups(context, table));
}
