import type { JsonRecord } from '../../model/json.ts';
import type { Status } from '../../model/kinds.ts';
import { at, isObject, isText, listAt, sameText, textAt, textOf } from '../json/record.ts';

/** `via` is an object in the API and plain text in some exports. */
export function viaOf(record: JsonRecord): string | undefined {
  const via = at(record, 'via');
  return isObject(via) ? textAt(via, 'channel') : textOf(via);
}

/** Comments as the full export embeds them, or as a side list under the ticket. */
export function commentsOf(ticket: JsonRecord): readonly JsonRecord[] {
  const embedded = listAt(ticket, 'comments');
  return embedded.length > 0 ? embedded : listAt(ticket, 'comments.comments');
}

/** Comments by triggers and automations: nobody wrote them. The author -1 is Zendesk itself. */
const isAutomatic = (comment: JsonRecord, author: unknown): boolean => author === -1 || author === '-1' || AUTOMATIC.has(viaOf(comment));
const AUTOMATIC: ReadonlySet<string | undefined> = new Set(['rule', 'system', 'automation']);

/** Who wrote a comment as far as the ticket says: its requester is the customer, its assignee an agent; for the others the users of the export are asked. */
export function commentAuthor(comment: JsonRecord, ticket?: JsonRecord): string | undefined {
  const author = at(comment, 'author_id');
  if (isAutomatic(comment, author)) return 'system';
  const role = textAt(comment, 'author.role');
  if (role !== undefined) return role === 'end-user' ? 'customer' : 'agent';
  if (ticket === undefined || !isText(author)) return undefined;
  if (sameText(comment, 'author_id', ticket, 'requester_id')) return 'customer';
  // an internal note is an agent's by its nature
  return sameText(comment, 'author_id', ticket, 'assignee_id') || at(comment, 'public') === false ? 'agent' : undefined;
}

/** Outbound: a call that we placed, or a first public comment that is not the requester's. */
export function directionOf(ticket: JsonRecord): 'inbound' | 'outbound' | undefined {
  const relation = textAt(ticket, 'via.source.rel');
  if (relation === 'outbound' || relation === 'inbound') return relation;
  const first = commentsOf(ticket).find((comment) => at(comment, 'public') !== false && !isAutomatic(comment, at(comment, 'author_id')));
  if (!isText(at(first, 'author_id')) || !isText(at(ticket, 'requester_id'))) return undefined;
  return sameText(first, 'author_id', ticket, 'requester_id') ? 'inbound' : 'outbound';
}

/** `satisfaction_rating` is an object; pandas writes it as Python text; some clients flatten it. */
export function scoreOf(ticket: JsonRecord): string | undefined {
  const rating = at(ticket, 'satisfaction_rating');
  if (isObject(rating)) return textAt(rating, 'score');
  if (typeof rating !== 'string') return typeof rating === 'number' ? String(rating) : undefined;
  return /["']score["']\s*:\s*["']?([^"',}]+)/.exec(rating)?.[1]?.trim() ?? (rating.includes('{') ? undefined : rating);
}

const tagsOf = (ticket: JsonRecord): readonly unknown[] => {
  const tags = at(ticket, 'tags');
  return Array.isArray(tags) ? tags : (textAt(ticket, 'tags') ?? '').split(/[\s,]+/);
};

/** Zendesk marks a ticket that went into another one by a tag only; its welcome ticket is nobody's request. */
export function excludedTicket(ticket: JsonRecord): Status | undefined {
  if (textAt(ticket, 'status') === 'deleted') return 'deleted';
  if (tagsOf(ticket).includes('closed_by_merge')) return 'merged';
  return viaOf(ticket) === 'sample_ticket' ? 'test' : undefined;
}
