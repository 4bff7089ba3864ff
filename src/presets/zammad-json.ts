import { idAt, named } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';
import { articlesOf, customerEmail, isPublic, lastClosedAt, ownerOf, reference, startedBy } from './zammad/ticket.ts';
import { ZAMMAD_WORDS } from './zammad/words.ts';

const ARTICLE_FIELDS = {
  id: 'id',
  at: 'created_at',
  public: named('internal, type', isPublic),
  author: reference('sender'),
  channel: reference('type'),
  authorId: named('origin_by_id, created_by_id', (article) => idAt(article, 'origin_by_id') ?? idAt(article, 'created_by_id')),
} as const;

const TICKETS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: 'title',
    status: reference('state'),
    priority: reference('priority'),
    group: reference('group'),
    channel: reference('create_article_type'),
    direction: named('create_article_sender', startedBy),
    agent: named('owner, owner_id', ownerOf),
    customerId: [{ from: 'customer_id' }, { from: 'customer' }],
    customerEmail: named('customer', customerEmail),
    organization: reference('organization'),
    tags: 'tags',
    type: 'type',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    firstResponseAt: 'first_response_at',
    firstResolvedAt: 'close_at',
    closedAt: named('last_close_at, close_at', lastClosedAt),
    firstResponseDueAt: 'first_response_escalation_at',
    dueAt: 'close_escalation_at',
    firstResponse: { from: 'first_response_in_min', unit: 'minutes', clock: 'business' },
    resolution: { from: 'close_in_min', unit: 'minutes', clock: 'business' },
  },
  children: [{ into: 'messages', each: articlesOf, fields: ARTICLE_FIELDS }],
};

export const zammadJson: Preset = {
  id: 'zammad-json',
  title: 'Zammad: tickets of the API (JSON)',
  system: 'zammad',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['first response in min', 'article count'],
      ['first response in min', 'close in min', 'article count'],
      ['first response escalation at', 'close escalation at', 'article count'],
      ['create article type id', 'create article sender id', 'owner id'],
    ],
  },
  json: {
    lists: {
      '': TICKETS,
      tickets: TICKETS,
      ticket_articles: { into: 'messages', fields: { ...ARTICLE_FIELDS, ticketId: 'ticket_id' } },
      groups: { into: 'groups', fields: { id: 'id', name: 'name' } },
      users: { into: 'people', fields: { id: 'id', email: 'email', name: 'login' } },
    },
  },
  words: ZAMMAD_WORDS,
  zone: 'UTC',
  about:
    'GET /api/v1/tickets, with or without expand=true, as a bare list or a search answer; articles where they were fetched into "articles".',
  quirks: [
    '*_in_min columns are business minutes, and filled only where an SLA applies: without one the articles and time stamps are used.',
    'close_at may be missing on closed tickets, and stays when a ticket is reopened: it then counts as the first solution only.',
    'Owner 1 is nobody.',
    'Notes are no communication; internal articles are private.',
    "State, priority and article-type numbers are Zammad's defaults: an installation may have others. With expand=true their names are used.",
    'Merged and removed tickets are left out and counted.',
  ],
};
