import type { JsonRecord } from '../../model/json.ts';
import type { Status } from '../../model/kinds.ts';
import { at, idAt, listAt, objectAt, textAt } from '../json/record.ts';

const threadsOf = (conversation: JsonRecord): readonly JsonRecord[] => {
  const embedded = listAt(conversation, '_embedded.threads');
  return embedded.length > 0 ? embedded : listAt(conversation, 'threads');
};

/** What somebody wrote or said. Line items record changes; drafts and hidden threads were never sent. */
const SPOKEN = new Set(['customer', 'message', 'note', 'chat', 'phone', 'reply', 'beaconchat']);

export function spokenThreads(conversation: JsonRecord): readonly JsonRecord[] {
  return threadsOf(conversation).filter(
    (thread) => SPOKEN.has(textAt(thread, 'type') ?? '') && (textAt(thread, 'state') ?? 'published') === 'published',
  );
}

export function threadAuthor(thread: JsonRecord): string | undefined {
  const type = textAt(thread, 'type');
  if (type === 'customer') return 'customer';
  if (textAt(thread, 'source.via') === 'workflow' || textAt(thread, 'action.type') === 'workflow') return 'system';
  if (type === 'message' || type === 'reply' || type === 'note') return 'agent';
  return textAt(thread, 'createdBy.type') ?? textAt(thread, 'source.via');
}

/** Closed now, and when. Help Scout says 0 for nobody and may keep an old time on what is open again. */
export function closedAt(conversation: JsonRecord): unknown {
  return textAt(conversation, 'status') === 'closed' ? at(conversation, 'closedAt') : undefined;
}

export function assigneeOf(conversation: JsonRecord): string | undefined {
  const assignee = objectAt(conversation, 'assignee');
  if (assignee === undefined || idAt(assignee, 'id') === undefined) return undefined;
  const name = [textAt(assignee, 'first') ?? textAt(assignee, 'firstName'), textAt(assignee, 'last') ?? textAt(assignee, 'lastName')]
    .filter((part) => part !== undefined)
    .join(' ');
  return name === '' ? idAt(assignee, 'id') : name;
}

/** On the conversation itself, or on the thread that was rated; the last one holds. */
export function ratingOf(conversation: JsonRecord): string | undefined {
  const rated = [...threadsOf(conversation), conversation].map(
    (holder) =>
      textAt(holder, 'rating.ratingId') ?? textAt(holder, 'rating.rating') ?? textAt(holder, 'rating') ?? textAt(holder, 'ratingId'),
  );
  return rated.filter((rating) => rating !== undefined && rating !== '0').at(-1);
}

export function excludedConversation(conversation: JsonRecord): Status | undefined {
  if (textAt(conversation, 'status') === 'spam') return 'spam';
  return textAt(conversation, 'state') === 'deleted' ? 'deleted' : undefined;
}
