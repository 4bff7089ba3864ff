import type { JsonObject } from '../../model/json.ts';
import type { Status } from '../../model/kinds.ts';
import { at, isObject, listAt, textAt } from '../json/record.ts';

/** `via` is an object in the API and plain text in some exports. */
export function viaOf(record: JsonObject): string | undefined {
  return textAt(record, 'via') ?? textAt(record, 'via.channel');
}

/** Comments as the full export embeds them, or as a side list under the ticket. */
export function commentsOf(ticket: JsonObject): readonly JsonObject[] {
  const embedded = listAt(ticket, 'comments');
  return embedded.length > 0 ? embedded : listAt(ticket, 'comments.comments');
}

/** Comments by triggers and automations: nobody wrote them. The author -1 is Zendesk itself. */
const isAutomatic = (comment: JsonObject): boolean =>
  textAt(comment, 'author_id') === '-1' || ['rule', 'system', 'automation'].includes(viaOf(comment) ?? '');

/** Who wrote a comment as far as the ticket says: its requester is the customer, its assignee an agent; for the others the users of the export are asked. */
export function commentAuthor(comment: JsonObject, ticket?: JsonObject): string | undefined {
  if (isAutomatic(comment)) return 'system';
  const author = textAt(comment, 'author_id');
  const role = textAt(comment, 'author.role');
  if (role !== undefined) return role === 'end-user' ? 'customer' : 'agent';
  if (author === undefined || ticket === undefined) return undefined;
  if (author === textAt(ticket, 'requester_id')) return 'customer';
  // an internal note is an agent's by its nature
  return author === textAt(ticket, 'assignee_id') || at(comment, 'public') === false ? 'agent' : undefined;
}

/** Outbound: a call that we placed, or a first public comment that is not the requester's. */
export function directionOf(ticket: JsonObject): 'inbound' | 'outbound' | undefined {
  const relation = textAt(ticket, 'via.source.rel');
  if (relation === 'outbound' || relation === 'inbound') return relation;
  const requester = textAt(ticket, 'requester_id');
  const first = commentsOf(ticket).find((comment) => at(comment, 'public') !== false && !isAutomatic(comment));
  const author = first === undefined ? undefined : textAt(first, 'author_id');
  if (author === undefined || requester === undefined) return undefined;
  return author === requester ? 'inbound' : 'outbound';
}

/** `satisfaction_rating` is an object; pandas writes it as Python text; some clients flatten it. */
export function scoreOf(ticket: JsonObject): string | undefined {
  const rating = at(ticket, 'satisfaction_rating');
  if (isObject(rating)) return textAt(rating, 'score');
  if (typeof rating !== 'string') return typeof rating === 'number' ? String(rating) : undefined;
  return /["']score["']\s*:\s*["']?([^"',}]+)/.exec(rating)?.[1]?.trim() ?? (rating.includes('{') ? undefined : rating);
}

const tagsOf = (ticket: JsonObject): readonly unknown[] => {
  const tags = at(ticket, 'tags');
  return Array.isArray(tags) ? tags : (textAt(ticket, 'tags') ?? '').split(/[\s,]+/);
};

/** Zendesk marks a ticket that went into another one by a tag only; its welcome ticket is nobody's request. */
export function excludedTicket(ticket: JsonObject): Status | undefined {
  if (textAt(ticket, 'status') === 'deleted') return 'deleted';
  if (tagsOf(ticket).includes('closed_by_merge')) return 'merged';
  return viaOf(ticket) === 'sample_ticket' ? 'test' : undefined;
}
