import type { JsonObject } from '../../model/json.ts';
import { at, isObject, lessOne, named, numberAt } from '../json/record.ts';
import type { ComputedPath, JsonFieldMapping, JsonListLayout } from '../preset.ts';

/** Finds the metric set for a record: the record itself, or something embedded in it. */
type Holder = (record: JsonObject) => JsonObject | undefined;

/** The metric set inside a ticket, under any of the names that clients give it. */
export const embeddedMetricSet: Holder = (ticket) => {
  // Every field of a ticket asks, one after another.
  if (ticket !== last.ticket) last = { ticket, found: findMetricSet(ticket) };
  return last.found;
};

let last: { readonly ticket: JsonObject | undefined; readonly found: JsonObject | undefined } = { ticket: undefined, found: undefined };

function findMetricSet(ticket: JsonObject): JsonObject | undefined {
  for (const name of ['metric_set', 'metric_sets', 'ticket_metric', 'ticket_metrics', 'metrics']) {
    const value = at(ticket, name);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (isObject(first)) return first;
  }
  return undefined;
}

const ownMetricSet: Holder = (record) => record;

/** Every duration is an object `{calendar, business}` in minutes; each member and the whole object may be null. Messaging has seconds instead. */
export function metricSetFields(holder: Holder, prefix = ''): JsonListLayout['fields'] {
  const read = (path: string): ComputedPath => named(`${prefix}${path}`, (record) => at(holder(record), path));
  const both = (name: string): readonly Omit<JsonFieldMapping, 'field'>[] => [
    { from: read(`${name}.calendar`), unit: 'minutes', clock: 'calendar' },
    { from: read(`${name}.business`), unit: 'minutes', clock: 'business' },
  ];
  const count = (name: string): ComputedPath => named(`${prefix}${name}`, (record) => numberAt(holder(record), name));
  return {
    solvedAt: [{ from: read('solved_at') }, { from: 'dates.solved_at' }, { from: 'solved_at' }],
    groupChanges: named(`${prefix}group_stations`, (record) => lessOne(numberAt(holder(record), 'group_stations'))),
    assigneeChanges: named(`${prefix}assignee_stations`, (record) => lessOne(numberAt(holder(record), 'assignee_stations'))),
    reopens: count('reopens'),
    agentReplies: count('replies'),
    firstResponse: [...both('reply_time_in_minutes'), { from: read('reply_time_in_seconds.calendar'), unit: 'seconds', clock: 'calendar' }],
    firstResolution: both('first_resolution_time_in_minutes'),
    resolution: both('full_resolution_time_in_minutes'),
    agentWait: both('agent_wait_time_in_minutes'),
    requesterWait: both('requester_wait_time_in_minutes'),
    onHold: both('on_hold_time_in_minutes'),
  };
}

/** Metric sets that lie beside their tickets. */
export const METRIC_SET_LIST: JsonListLayout = {
  into: 'tickets',
  supplements: true,
  fields: { id: 'ticket_id', createdAt: 'created_at', ...metricSetFields(ownMetricSet) },
};
