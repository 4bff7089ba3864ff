import type { JsonObject } from '../model/json.ts';

/** Takes each record as it is found, with the name of its list. `null` stands for an element of a list that is no object. */
export type RecordTaker = (list: string, record: JsonObject | null) => void;

/** Scalars by one of these names make an object a record, not an envelope. */
export const IDENTITY = [
  'id',
  '_id',
  'uuid',
  'key',
  'number',
  'gid',
  'ticket_id',
  'ticketId',
  'conversation_id',
  'case_id',
  'user_id',
  'customer_id',
];

/** Wrappers of one record (`{"ticket": {…}}`), also beside siblings such as its comments. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'ticket',
  'conversation',
  'issue',
  'case',
  'incident',
  'user',
  'contact',
  'customer',
  'organization',
  'company',
  'account',
  'subscription',
  'event',
  'ticket_metric',
  'ticket_event',
  'ticket_audit',
  'audit',
  'message',
  'response',
  'satisfaction_rating',
  'survey_response',
  'agent',
  'group',
]);

/** Names that say nothing about what is in them: their list is the main one. */
const GENERIC: ReadonlySet<string> = new Set([
  'results',
  'result',
  'data',
  'payload',
  'items',
  'records',
  'rows',
  'entries',
  'values',
  'value',
  'list',
  'hits',
  'objects',
  'content',
  'elements',
]);

/** Objects on the way to the lists. */
export const CONTAINERS: ReadonlySet<string> = new Set([...GENERIC, '_embedded', 'assets', 'response']);

/** Lists that belong to the one ticket beside them, where other lists are side-loads of their own. */
const PARTS_OF_ONE: ReadonlySet<string> = new Set([
  'comments',
  'audits',
  'conversations',
  'articles',
  'messages',
  'threads',
  'replies',
  'history',
  'events',
  'changelog',
  'notes',
  'activities',
  'ratings',
]);

const COLLECTIONS: ReadonlySet<string> = new Set([...WRAPPERS].map(plural));

/**
 * Finds the records of a parsed document in whatever envelope it has: bare arrays, named lists, lists inside `data`,
 * `_embedded` or `assets` (maps by id), wrapped records, side-loaded lists, or a single record.
 */
export function takeRecords(document: unknown, take: RecordTaker): void {
  if (Array.isArray(document)) takeList('', document, take);
  else if (isObject(document)) takeObject(document, { take, list: '', root: true });
}

function takeList(list: string, elements: readonly unknown[], take: RecordTaker): void {
  for (const element of elements) {
    if (isObject(element)) takeElement(list, element, take);
    else take(list, null);
  }
}

/** One element of a list, one line of NDJSON: a record, a wrapped one, or a page that was saved as it came. */
export function takeElement(list: string, element: JsonObject, take: RecordTaker): void {
  const wrapper = hasIdentity(element) ? undefined : wrapperOf(element, false);
  if (wrapper !== undefined) take(plural(wrapper), unwrapped(element, wrapper));
  else if (isPage(element)) takeObject(element, { take, list, root: false });
  else if (isObject(element['_source'])) take(list, element['_source']);
  else take(list, element);
}

interface Taking {
  readonly take: RecordTaker;
  readonly list: string;
  readonly root: boolean;
}

function takeObject(object: JsonObject, { take, list, root }: Taking): void {
  if (hasIdentity(object)) {
    take(list, object);
    return;
  }
  const wrapper = wrapperOf(object, root);
  if (wrapper !== undefined && !(CONTAINERS.has(wrapper) && containsLists(object[wrapper]))) {
    const sideLoads = root ? Object.keys(object).filter((key) => !PARTS_OF_ONE.has(key) && isRecordList(object[key])) : [];
    take(plural(wrapper), unwrapped(object, wrapper, new Set(sideLoads)));
    for (const key of sideLoads) takeList(listName(key), object[key] as readonly unknown[], take);
    return;
  }
  if (!containsLists(object)) {
    take(list, object);
    return;
  }
  const listed = new Set<string>();
  for (const [key, value] of Object.entries(object)) {
    if (isRecordList(value)) {
      listed.add(listName(key));
      takeList(listName(key), value, take);
    } else if (isIdMap(value) && COLLECTIONS.has(key)) takeList(listName(key), Object.values(value), take);
    else if (isObject(value) && key !== 'assets' && CONTAINERS.has(key)) takeObject(value, { take, list: '', root: false });
  }
  if (isObject(object['assets'])) {
    for (const [type, map] of Object.entries(object['assets'])) {
      const name = assetList(type);
      if (isObject(map) && !listed.has(name)) takeList(name, Object.values(map).filter(isObject), take);
    }
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Empty lists count where their name is known: an export without rows is no broken one. */
function isRecordList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && (value.length === 0 || value.some(isObject));
}

function isIdMap(value: unknown): value is JsonObject {
  return (
    isObject(value) && Object.keys(value).length > 0 && Object.entries(value).every(([key, entry]) => /^\d+$/.test(key) && isObject(entry))
  );
}

function hasIdentity(object: JsonObject): boolean {
  return IDENTITY.some((name) => typeof object[name] === 'string' || typeof object[name] === 'number');
}

function containsLists(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) =>
      isRecordList(inner) ||
      (COLLECTIONS.has(key) && isIdMap(inner)) ||
      (key === 'assets' && isObject(inner)) ||
      (CONTAINERS.has(key) && isObject(inner)),
  );
}

/** In a list only well-known names make an object a page: a record may well hold a list of tags. */
function isPage(object: JsonObject): boolean {
  if (hasIdentity(object)) return false;
  return Object.entries(object).some(
    ([key, value]) => isRecordList(value) && value.length > 0 && (COLLECTIONS.has(key) || GENERIC.has(key)),
  );
}

/** Inside a list an object with plain values of its own is no wrapper: an answer may well carry its `user`. */
function wrapperOf(object: JsonObject, root: boolean): string | undefined {
  const keys = Object.keys(object);
  if (root || Object.values(object).every((value) => typeof value === 'object')) {
    for (const name of WRAPPERS) if (isObject(object[name])) return name;
  }
  const only = keys.length === 1 ? keys[0]! : undefined;
  return only !== undefined && isObject(object[only]) && !CONTAINERS.has(only) && !COLLECTIONS.has(only) ? only : undefined;
}

/** The record in its wrapper, with what stood beside it; its own fields win. */
function unwrapped(object: JsonObject, wrapper: string, without: ReadonlySet<string> = new Set()): JsonObject {
  const inner = object[wrapper] as JsonObject;
  const beside = Object.entries(object).filter(([key]) => key !== wrapper && !without.has(key) && !Object.hasOwn(inner, key));
  return beside.length === 0 ? inner : Object.fromEntries([...Object.entries(inner), ...beside]);
}

export function listName(key: string): string {
  return GENERIC.has(key) ? '' : key;
}

/** `TicketArticle` → `ticket_articles`. */
export function assetList(type: string): string {
  return plural(type.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());
}

function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
