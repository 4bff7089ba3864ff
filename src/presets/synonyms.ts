import { once } from '../lib/once.ts';
import { FIELDS, TABLE_KINDS } from '../model/kinds.ts';
import type { TableKind } from '../model/kinds.ts';
import { fieldKey } from './field-key.ts';
import { FRENCH_CUSTOMERS, GERMAN_CUSTOMERS, SPANISH_CUSTOMERS } from './synonyms/customer-languages.ts';
import { DURATION_NAMES } from './synonyms/durations.ts';
import { FRENCH, GERMAN, SPANISH } from './synonyms/languages.ts';
import {
  CHANGE_SPELLINGS,
  CUSTOMER_SPELLINGS,
  EVENT_SPELLINGS,
  MESSAGE_SPELLINGS,
  SUBSCRIPTION_SPELLINGS,
  SURVEY_SPELLINGS,
} from './synonyms/other-kinds.ts';
import { listed, spelled, textOf, type NameList, type Spellings } from './synonyms/spellings.ts';
import { TICKET_SPELLINGS, TICKET_STATIONS } from './synonyms/tickets.ts';

export { timeStampOfDuration } from './synonyms/durations.ts';

const SPELLINGS: { readonly [K in TableKind]: readonly [Spellings, ...Spellings[]] } = {
  tickets: [TICKET_SPELLINGS, GERMAN, SPANISH, FRENCH],
  messages: [MESSAGE_SPELLINGS],
  changes: [CHANGE_SPELLINGS],
  customers: [CUSTOMER_SPELLINGS, GERMAN_CUSTOMERS, SPANISH_CUSTOMERS, FRENCH_CUSTOMERS],
  subscriptions: [SUBSCRIPTION_SPELLINGS],
  events: [EVENT_SPELLINGS],
  surveys: [SURVEY_SPELLINGS],
};

/** The fields' own names; a duration under its bare name does not say which hours it counts. */
const OWN = Object.fromEntries(
  TABLE_KINDS.map((kind) => [
    kind,
    listed(() =>
      Object.entries(FIELDS[kind]).map(([field, type]) => [fieldKey(field), type === 'duration' ? { field, clock: 'unknown' } : field]),
    ),
  ]),
) as { readonly [K in TableKind]: NameList };

/**
 * The generic mapper's names: kind → header (as `fieldKey` makes it) → field. Every field name of `kinds.ts` is in it.
 * They stand best first: where several headers of one file mean the same field, the one that stands earlier here is the better guess.
 * Duration names come without their unit words (`… in minutes`), with `clock: 'unknown'` unless the name says which hours it counts;
 * one whose cells turn out to be time stamps feeds `timeStampOfDuration`.
 */
export const synonyms = Object.fromEntries(
  TABLE_KINDS.map((kind) => {
    const [first, ...others] = SPELLINGS[kind];
    const ofTickets = kind === 'tickets' ? [TICKET_STATIONS, DURATION_NAMES] : [];
    return [kind, inTurn([OWN[kind], spelled(first), ...ofTickets, ...others.map(spelled)])];
  }),
) as { readonly [K in TableKind]: NameList };

/** What several lists hold, the earlier before the later. */
function inTurn(lists: readonly NameList[]): NameList {
  return {
    find(name) {
      for (const [place, list] of lists.entries()) {
        const found = list.find(name);
        // No list has as many places.
        if (found !== undefined) return { mapping: found.mapping, rank: place + found.rank / 2 ** 20 };
      }
      return undefined;
    },
    *[Symbol.iterator]() {
      const told = new Set<string>();
      for (const list of lists) {
        for (const [name, mapping] of list) {
          if (!told.has(name)) yield [name, mapping];
          told.add(name);
        }
      }
    },
  };
}

const names = once(
  () =>
    new Set([
      ...Object.values(OWN).flatMap((own) => Array.from(own, ([name]) => name)),
      ...Array.from(TICKET_STATIONS, ([name]) => name),
      ...Object.values(SPELLINGS).flatMap((list) => list.map(textOf).join(' | ').split(' | ')),
    ]),
);

/** Whether a header (as `fieldKey` makes it) is a field of any kind. */
export function isKnownName(name: string): boolean {
  return names().has(name) || DURATION_NAMES.find(name) !== undefined;
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
