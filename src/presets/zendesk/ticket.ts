import type { JsonRecord } from '../../model/json.ts';
import type { Status } from '../../model/kinds.ts';
import { at, has, hasText, isObject, isTextAt, listAt, mayHold, sameText, textAt, textOf } from '../json/record.ts';

/** `via` is an object in the API and plain text in some exports. */
function viaOf(record: JsonRecord): string | undefined {
  const via = at(record, 'via');
  return isObject(via) ? textAt(via, 'channel') : textOf(via);
}

/** Comments as the full export embeds them, or as a side list under the ticket. */
export function commentsOf(ticket: JsonRecord): readonly JsonRecord[] {
  const embedded = listAt(ticket, 'comments');
  return embedded.length > 0 ? embedded : listAt(ticket, 'comments.comments');
}

/** Comments by triggers and automations: nobody wrote them. The author -1 is Zendesk itself. */
const isAutomatic = (comment: JsonRecord): boolean =>
  isTextAt(comment, 'author_id', '-1') || (has(comment, 'via') && AUTOMATIC.has(viaOf(comment)));
const AUTOMATIC: ReadonlySet<string | undefined> = new Set(['rule', 'system', 'automation']);

/** Who wrote a comment as far as the ticket says: its requester is the customer, its assignee an agent; for the others the users of the export are asked. */
export function commentAuthor(comment: JsonRecord, ticket?: JsonRecord): string | undefined {
  if (isAutomatic(comment)) return 'system';
  const role = has(comment, 'author') ? textAt(comment, 'author.role') : undefined;
  if (role !== undefined) return role === 'end-user' ? 'customer' : 'agent';
  if (ticket === undefined) return undefined;
  if (sameText(comment, 'author_id', ticket, 'requester_id')) return 'customer';
  if (sameText(comment, 'author_id', ticket, 'assignee_id')) return 'agent';
  // an internal note is an agent's by its nature
  return at(comment, 'public') === false && hasText(comment, 'author_id') ? 'agent' : undefined;
}

/** Outbound: a call that we placed, or a first public comment that is not the requester's. */
export function directionOf(ticket: JsonRecord): 'inbound' | 'outbound' | undefined {
  const relation = has(ticket, 'via.source.rel') ? textAt(ticket, 'via.source.rel') : undefined;
  if (relation === 'outbound' || relation === 'inbound') return relation;
  const first = commentsOf(ticket).find((comment) => at(comment, 'public') !== false && !isAutomatic(comment));
  if (!hasText(first, 'author_id') || !hasText(ticket, 'requester_id')) return undefined;
  return sameText(first, 'author_id', ticket, 'requester_id') ? 'inbound' : 'outbound';
}

const MERGED = 'closed_by_merge';

const tagsOf = (ticket: JsonRecord): readonly unknown[] => {
  const tags = at(ticket, 'tags');
  return Array.isArray(tags) ? tags : (textAt(ticket, 'tags') ?? '').split(/[\s,]+/);
};

/** Zendesk marks a ticket that went into another one by a tag only; its welcome ticket is nobody's request. */
export function excludedTicket(ticket: JsonRecord): Status | undefined {
  if (isTextAt(ticket, 'status', 'deleted')) return 'deleted';
  if (mayHold(ticket, 'tags', MERGED) && tagsOf(ticket).includes(MERGED)) return 'merged';
  return isTextAt(ticket, 'via.channel', 'sample_ticket') || isTextAt(ticket, 'via', 'sample_ticket') ? 'test' : undefined;
}
