import type { JsonRecord } from '../../model/json.ts';
import { at, isObject, listAt, objectAt, textAt } from '../json/record.ts';

/** `conversation_rating` is an object, `{}`, null or, flattened, a bare number. */
export function ratingOf(conversation: JsonRecord): unknown {
  const rating = at(conversation, 'conversation_rating');
  return isObject(rating) ? at(rating, 'rating') : rating;
}

/** `delivered_as` says it; without it, who wrote the opening message. */
export function directionOf(conversation: JsonRecord): 'inbound' | 'outbound' | undefined {
  const delivered = textAt(conversation, 'source.delivered_as');
  if (delivered === 'customer_initiated') return 'inbound';
  if (delivered !== undefined) return 'outbound';
  const author = textAt(conversation, 'source.author.type');
  return author === undefined ? undefined : author === 'admin' || author === 'bot' ? 'outbound' : 'inbound';
}

/** The last close is the solution only while the conversation stays closed. */
export function lastClosedAt(conversation: JsonRecord): unknown {
  const closed =
    textAt(conversation, 'state') === 'closed' || (textAt(conversation, 'state') === undefined && at(conversation, 'open') === false);
  return closed ? at(conversation, 'statistics.last_close_at') : undefined;
}

/** Parts that somebody reads: comments, notes, and closings or assignments that carry text. Others record what happened. */
const SPOKEN = new Set(['comment', 'note', 'quick_reply']);
const isSpoken = (part: JsonRecord): boolean =>
  SPOKEN.has(textAt(part, 'part_type') ?? '') ||
  (textAt(part, 'body') !== undefined && ['open', 'close', 'assignment', 'snoozed', 'unsnoozed'].includes(textAt(part, 'part_type') ?? ''));

/** The opening message and every part with words in it; none where the list came without parts, for then the answers are missing. */
export function conversationMessages(conversation: JsonRecord): readonly JsonRecord[] {
  const parts = at(conversation, 'conversation_parts');
  if (parts === undefined || parts === null) return [];
  const spoken = (Array.isArray(parts) ? parts.filter(isObject) : listAt(parts, 'conversation_parts')).filter(isSpoken);
  const source = objectAt(conversation, 'source');
  if (source === undefined) return spoken;
  return [
    { id: at(source, 'id'), part_type: 'comment', created_at: at(conversation, 'created_at'), author: at(source, 'author') },
    ...spoken,
  ];
}

export function messageAuthor(part: JsonRecord): unknown {
  if (at(part, 'author.from_ai_agent') === true || at(part, 'author.is_ai_answer') === true) return 'bot';
  return textAt(part, 'author.type');
}
