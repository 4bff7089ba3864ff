import type { JsonRecord } from '../../model/json.ts';
import type { Status } from '../../model/kinds.ts';
import { at, isObject, listAt, numberAt, textAt } from '../json/record.ts';

/** 103 extremely happy … 100 neutral … -103 extremely unhappy: the sign says on which side of neutral, the rest how far. */
const LABELS: Readonly<Record<string, string>> = {
  '103': 'extremely happy',
  '102': 'very happy',
  '101': 'happy',
  '100': 'neutral',
  '-101': 'unhappy',
  '-102': 'very unhappy',
  '-103': 'extremely unhappy',
  // accounts from before the present surveys
  '1': 'happy',
  '2': 'neutral',
  '3': 'unhappy',
};

function ratingsOf(ticket: JsonRecord): readonly JsonRecord[] {
  for (const name of ['satisfaction_ratings', 'ratings', 'survey_results']) {
    const list = listAt(ticket, name);
    if (list.length > 0) return list;
  }
  return [];
}

const givenAt = (rating: JsonRecord): number => Date.parse(textAt(rating, 'created_at') ?? '') || 0;

/** A ticket may be rated several times: the latest holds. */
export function latestRating(ticket: JsonRecord): JsonRecord | undefined {
  let latest: JsonRecord | undefined;
  for (const rating of ratingsOf(ticket)) if (latest === undefined || givenAt(rating) >= givenAt(latest)) latest = rating;
  return latest;
}

/** The answer to the survey's main question, in words. */
export function ratingLabel(rating: JsonRecord | undefined): string | undefined {
  const answers = at(rating, 'ratings');
  const value = isObject(answers) ? numberAt(answers, 'default_question') : numberAt(rating, 'rating');
  return value === undefined ? undefined : (LABELS[String(value)] ?? String(value));
}

export function excludedTicket(ticket: JsonRecord): Status | undefined {
  if (at(ticket, 'spam') === true) return 'spam';
  return at(ticket, 'deleted') === true ? 'deleted' : undefined;
}

/** Conversations lack the request itself, which is the ticket's description: it goes before them. */
export function conversationOf(ticket: JsonRecord): readonly JsonRecord[] {
  if (!Array.isArray(at(ticket, 'conversations'))) return [];
  const outbound = textAt(ticket, 'source') === '10';
  const request = {
    id: undefined,
    created_at: at(ticket, 'created_at'),
    incoming: !outbound,
    private: false,
    user_id: at(ticket, outbound ? 'responder_id' : 'requester_id'),
  };
  return [request, ...listAt(ticket, 'conversations')];
}
