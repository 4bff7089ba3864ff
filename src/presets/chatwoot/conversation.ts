import type { JsonRecord } from '../../model/json.ts';
import { at, listAt, numberAt, textAt } from '../json/record.ts';

const KINDS: Readonly<Record<string, string>> = { '0': 'incoming', '1': 'outgoing', '2': 'activity', '3': 'template' };

const kindOf = (message: JsonRecord): string => {
  const type = textAt(message, 'message_type') ?? '';
  return KINDS[type] ?? type;
};

/** A message is created with its conversation; later than this it is not the opening one. */
const OPENING_SECONDS = 60;

/** Lists of conversations carry the last message only: messages count where the opening one is among them. */
function completeMessages(conversation: JsonRecord): readonly JsonRecord[] {
  const messages = listAt(conversation, 'messages').filter((message) => kindOf(message) !== 'activity');
  const created = numberAt(conversation, 'created_at');
  if (created === undefined) return messages;
  return messages.some((message) => (numberAt(message, 'created_at') ?? Infinity) <= created + OPENING_SECONDS) ? messages : [];
}

/** What people and bots said; activities and survey forms are neither. */
export function spokenMessages(conversation: JsonRecord): readonly JsonRecord[] {
  return completeMessages(conversation).filter((message) => textAt(message, 'content_type') !== 'input_csat');
}

/** Templates, campaigns and automation rules are no human answers, nor is an agent bot or the AI assistant. */
export function messageAuthor(message: JsonRecord): string {
  const kind = kindOf(message);
  if (kind === 'incoming') return 'customer';
  if (kind !== 'outgoing') return 'system';
  if (at(message, 'additional_attributes.campaign_id') !== undefined || at(message, 'content_attributes.automation_rule_id') !== undefined)
    return 'system';
  const sender = (textAt(message, 'sender_type') ?? textAt(message, 'sender.type') ?? '').toLowerCase();
  if (sender === 'user') return 'agent';
  return sender === '' ? 'system' : 'bot';
}

export function directionOf(conversation: JsonRecord): 'inbound' | 'outbound' | undefined {
  const first = spokenMessages(conversation).find((message) => at(message, 'private') !== true);
  if (first === undefined) return undefined;
  const author = messageAuthor(first);
  return author === 'customer'
    ? 'inbound'
    : author === 'agent' || at(first, 'additional_attributes.campaign_id') !== undefined
      ? 'outbound'
      : undefined;
}

const surveyOf = (conversation: JsonRecord): JsonRecord | undefined =>
  listAt(conversation, 'messages').find((message) => textAt(message, 'content_type') === 'input_csat');
const answerOf = (message: JsonRecord | undefined): unknown => at(message, 'content_attributes.submitted_values.csat_survey_response');

/** The answer sits in the survey message, in newer exports on the conversation. */
export function ratingOf(conversation: JsonRecord): number | undefined {
  return numberAt(conversation, 'csat_survey_response.rating') ?? numberAt(answerOf(surveyOf(conversation)), 'rating');
}

export function ratedAt(conversation: JsonRecord): unknown {
  return at(conversation, 'csat_survey_response.created_at') ?? at(answerOf(surveyOf(conversation)), 'created_at');
}

/** True where the survey was sent; unknown where the messages are not all there. */
export function surveyOffered(conversation: JsonRecord): boolean | undefined {
  if (surveyOf(conversation) !== undefined || ratingOf(conversation) !== undefined) return true;
  return completeMessages(conversation).length > 0 ? false : undefined;
}

/** The end of the last `conversation_resolved` event, while the conversation is resolved. */
export function resolvedAt(conversation: JsonRecord): number | undefined {
  const status = textAt(conversation, 'status');
  if (status !== 'resolved' && status !== '1') return undefined;
  const ends = resolveEvents(conversation).map((event) => epochSeconds(event, 'event_end_time') ?? epochSeconds(event, 'created_at'));
  return ends
    .filter((end) => end !== undefined)
    .sort((a, b) => a - b)
    .at(-1);
}

/** Every resolution but the first one follows a reopening. */
export function reopenCount(conversation: JsonRecord): number | undefined {
  const resolved = resolveEvents(conversation).length;
  if (!Array.isArray(at(conversation, 'reporting_events'))) return undefined;
  const status = textAt(conversation, 'status');
  return status === 'resolved' || status === '1' ? Math.max(0, resolved - 1) : resolved;
}

const resolveEvents = (conversation: JsonRecord): readonly JsonRecord[] =>
  listAt(conversation, 'reporting_events').filter((event) => textAt(event, 'name') === 'conversation_resolved');

function epochSeconds(record: JsonRecord, path: string): number | undefined {
  const number = numberAt(record, path);
  if (number !== undefined) return number === 0 ? undefined : number;
  const parsed = Date.parse(textAt(record, path) ?? '');
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

/** The first response as Chatwoot's reporting measured it, with and without its business hours. */
export function reportedFirstResponse(member: 'value' | 'value_in_business_hours') {
  return (conversation: JsonRecord): number | undefined => {
    const event = listAt(conversation, 'reporting_events').find((one) => textAt(one, 'name') === 'first_response');
    const value = numberAt(event, member);
    // without business hours Chatwoot writes 0 for everything
    return member === 'value_in_business_hours' && value === 0 ? undefined : value;
  };
}
