import type { JsonRecord } from '../../model/json.ts';
import { at, idAt, isObject, named, textAt } from '../json/record.ts';
import type { ComputedPath } from '../preset.ts';

/** `?expand=true` puts names beside the ids. */
const nameOf =
  (name: string) =>
  (record: JsonRecord): string | undefined =>
    textAt(record, name) ?? textAt(record, `${name}.name`) ?? textAt(record, `${name}_id`);
export const reference = (name: string): ComputedPath => named(`${name}, ${name}_id`, nameOf(name));

const OPEN = new Set(['new', 'open', 'pending reminder', 'pending close', '1', '2', '3', '7']);

/** `close_at` stays where it is when a ticket is reopened: what is open now was not closed for good then. */
export function lastClosedAt(ticket: JsonRecord): unknown {
  if (OPEN.has(nameOf('state')(ticket)?.toLowerCase() ?? '')) return undefined;
  return at(ticket, 'last_close_at') ?? at(ticket, 'close_at');
}

const AGENT = ['agent', '1'];

/** A note is no communication, even where the customer could read it. */
export function isPublic(article: JsonRecord): boolean {
  const type = nameOf('type')(article)?.toLowerCase() ?? '';
  const byAgent = AGENT.includes(nameOf('sender')(article)?.toLowerCase() ?? '');
  return at(article, 'internal') !== true && !(byAgent && (type === 'note' || type === '10'));
}

export function startedBy(ticket: JsonRecord): 'inbound' | 'outbound' | undefined {
  const sender = nameOf('create_article_sender')(ticket);
  return sender === undefined ? undefined : AGENT.includes(sender.toLowerCase()) ? 'outbound' : 'inbound';
}

export function articlesOf(ticket: JsonRecord): readonly JsonRecord[] {
  const articles = at(ticket, 'articles') ?? at(ticket, 'ticket_articles');
  return Array.isArray(articles) ? articles.filter(isObject) : [];
}

/** Owner 1 is nobody. */
export const ownerOf = (ticket: JsonRecord): string | undefined =>
  idAt(ticket, 'owner_id', '1') === undefined ? undefined : (textAt(ticket, 'owner') ?? idAt(ticket, 'owner_id', '1'));

/** Expanded, a customer is named by login, which mostly is the address. */
export function customerEmail(ticket: JsonRecord): string | undefined {
  const login = textAt(ticket, 'customer');
  return textAt(ticket, 'customer.email') ?? (login?.includes('@') === true ? login : undefined);
}
