import type { JsonObject } from '../model/json.ts';
import { at, idAt, isObject, textAt } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';

/** `?expand=true` puts names beside the ids. */
const named = (name: string) => (record: JsonObject): unknown => textAt(record, name) ?? textAt(record, `${name}.name`) ?? textAt(record, `${name}_id`);

const CLOSED = new Set(['closed', 'merged', 'removed', '4', '5', '6']);
const isClosed = (ticket: JsonObject): boolean => CLOSED.has(String(named('state')(ticket)).toLowerCase());

/** `close_at` stays where it is when a ticket is reopened: only a closed ticket was closed for good then. */
const lastClosedAt = (ticket: JsonObject): unknown => (isClosed(ticket) ? (at(ticket, 'last_close_at') ?? at(ticket, 'close_at')) : undefined);

const AGENT = ['agent', '1'];

/** A note is no communication, even where the customer could read it. */
function isPublic(article: JsonObject): boolean {
  const type = String(named('type')(article)).toLowerCase();
  const byAgent = AGENT.includes(String(named('sender')(article)).toLowerCase());
  return at(article, 'internal') !== true && !(byAgent && (type === 'note' || type === '10'));
}

function startedBy(ticket: JsonObject): 'inbound' | 'outbound' | undefined {
  const sender = named('create_article_sender')(ticket);
  return sender === undefined ? undefined : AGENT.includes(String(sender).toLowerCase()) ? 'outbound' : 'inbound';
}

function articlesOf(ticket: JsonObject): readonly JsonObject[] {
  const articles = at(ticket, 'articles') ?? at(ticket, 'ticket_articles');
  return Array.isArray(articles) ? articles.filter(isObject) : [];
}

const ARTICLE_FIELDS = {
  id: 'id', at: 'created_at', public: isPublic, author: named('sender'), channel: named('type'),
  authorId: (article: JsonObject) => idAt(article, 'origin_by_id') ?? idAt(article, 'created_by_id'),
} as const;

const TICKETS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id', subject: 'title', status: named('state'), priority: named('priority'), group: named('group'),
    channel: named('create_article_type'), direction: startedBy,
    agent: (ticket) => (idAt(ticket, 'owner_id', '1') === undefined ? undefined : (textAt(ticket, 'owner') ?? idAt(ticket, 'owner_id', '1'))),
    customerId: [{ from: 'customer_id' }, { from: 'customer' }],
    customerEmail: (ticket) => textAt(ticket, 'customer.email') ?? (textAt(ticket, 'customer')?.includes('@') === true ? textAt(ticket, 'customer') : undefined),
    organization: named('organization'),
    tags: 'tags', type: 'type',
    createdAt: 'created_at', updatedAt: 'updated_at',
    firstResponseAt: 'first_response_at', firstResolvedAt: 'close_at', closedAt: lastClosedAt,
    firstResponseDueAt: 'first_response_escalation_at', dueAt: 'close_escalation_at',
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
      users: { into: 'people', fields: { id: 'id', email: 'email', name: 'login' } },
    },
  },
  words: {
    statuses: {
      '1': 'new', '2': 'open', '3': 'pending', '4': 'closed', '5': 'merged', '6': 'deleted', '7': 'pending',
      new: 'new', open: 'open', 'pending reminder': 'pending', closed: 'closed', merged: 'merged', removed: 'deleted', 'pending close': 'pending',
    },
    priorities: { '1': 'low', '2': 'normal', '3': 'high', '1 low': 'low', '2 normal': 'normal', '3 high': 'high' },
    channels: {
      '1': 'email', '2': 'sms', '3': 'chat', '4': 'fax', '5': 'phone', '6': 'twitter', '7': 'twitter', '8': 'facebook', '9': 'facebook', '10': 'note', '11': 'web',
      'twitter status': 'twitter', 'twitter direct message': 'twitter', 'facebook feed post': 'facebook', 'facebook feed comment': 'facebook',
      'telegram personal message': 'telegram', 'whatsapp message': 'whatsapp',
    },
    authors: { agent: 'agent', customer: 'customer', system: 'system', '1': 'agent', '2': 'customer', '3': 'system' },
  },
  zone: 'UTC',
  about: 'GET /api/v1/tickets, with or without expand=true, as a bare list or a search answer; articles where they were fetched into "articles".',
  quirks: [
    '*_in_min columns are business minutes, and filled only where an SLA applies: without one the articles and time stamps are used.',
    'close_at may be missing on closed tickets, and stays when a ticket is reopened: it then counts as the first solution only.',
    'Owner 1 is nobody.',
    'Notes are no communication; internal articles are private.',
    'State, priority and article-type numbers are Zammad\'s defaults: an installation may have others. With expand=true their names are used.',
    'Merged and removed tickets are left out and counted.',
  ],
};
