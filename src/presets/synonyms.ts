import { FIELDS, TABLE_KINDS } from '../model/kinds.ts';
import type { TableKind } from '../model/kinds.ts';
import type { FieldMapping } from './preset.ts';
import { durationSynonyms } from './synonyms/durations.ts';
import { FRENCH, GERMAN, SPANISH } from './synonyms/languages.ts';
import {
  CHANGE_SPELLINGS,
  CUSTOMER_SPELLINGS,
  EVENT_SPELLINGS,
  MESSAGE_SPELLINGS,
  SUBSCRIPTION_SPELLINGS,
  SURVEY_SPELLINGS,
} from './synonyms/other-kinds.ts';
import { spelled, synonymTable } from './synonyms/spellings.ts';
import type { SynonymTable } from './synonyms/spellings.ts';
import { TICKET_SPELLINGS, TICKET_STATIONS } from './synonyms/tickets.ts';

export { timeStampOfDuration } from './synonyms/durations.ts';

type SynonymsByKind = { readonly [K in TableKind]: SynonymTable };

const MORE_NAMES: { readonly [K in TableKind]: () => readonly SynonymTable[] } = {
  tickets: () => [spelled(TICKET_SPELLINGS), TICKET_STATIONS, durationSynonyms(), spelled(GERMAN), spelled(SPANISH), spelled(FRENCH)],
  messages: () => [spelled(MESSAGE_SPELLINGS)],
  changes: () => [spelled(CHANGE_SPELLINGS)],
  customers: () => [spelled(CUSTOMER_SPELLINGS)],
  subscriptions: () => [spelled(SUBSCRIPTION_SPELLINGS)],
  events: () => [spelled(EVENT_SPELLINGS)],
  surveys: () => [spelled(SURVEY_SPELLINGS)],
};

/** The fields' own names; a duration under its bare name does not say which hours it counts. */
function ownNames(kind: TableKind): readonly (string | FieldMapping)[] {
  return Object.entries(FIELDS[kind]).map(([field, type]) => (type === 'duration' ? { field, clock: 'unknown' } : field));
}

/**
 * The generic mapper's names: kind → header (as `fieldKey` makes it) → field. Every field name of `kinds.ts` is in it.
 * Keys stand best first: where several headers of one file mean the same field, the one that stands earlier here is the better guess.
 * Duration names come without their unit words (`… in minutes`), with `clock: 'unknown'` unless the name says which hours it counts;
 * one whose cells turn out to be time stamps feeds `timeStampOfDuration`.
 */
export const synonyms = lazily((kind) => synonymTable(ownNames(kind), ...MORE_NAMES[kind]()));

/** Thousands of names: the help and the catalogues start without them. */
function lazily(make: (kind: TableKind) => SynonymTable): SynonymsByKind {
  const made = new Map<TableKind, SynonymTable>();
  const get = (kind: TableKind): SynonymTable => {
    const table = made.get(kind) ?? make(kind);
    made.set(kind, table);
    return table;
  };
  return Object.defineProperties(
    {},
    Object.fromEntries(TABLE_KINDS.map((kind) => [kind, { enumerable: true, get: () => get(kind) }])),
  ) as SynonymsByKind;
}

/** Headers (as `fieldKey` makes them) that no guess may touch: what they hold is not what they seem to say. */
export const notWhatTheySeem: ReadonlySet<string> = new Set([
  // Zoho: when the customer last wrote, no response of ours
  'customer response time',
  // Jira Service Management: time that remains of the target, negative when breached
  'custom field time to resolution',
  'custom field time to first response',
  'campo personalizado time to resolution',
  'campo personalizado time to first response',
  // Chatwoot and Intercom: when the present wait began
  'waiting since',
  'customer waiting since',
  // Zammad: target minus actual
  'first response diff in min',
  'close diff in min',
  'update diff in min',
  // Zendesk: a row number; ServiceNow and pandas: positions
  'summation column',
  'index',
  'unnamed 0',
]);
