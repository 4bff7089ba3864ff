import type { JsonRecord } from '../../model/json.ts';
import { at, has, isObject, lessOne, named, numberAt } from '../json/record.ts';
import type { ComputedPath, JsonFieldMapping, JsonListLayout } from '../preset.ts';

/** Finds the metric set for a record: the record itself, or something embedded in it. */
type Holder = (record: JsonRecord) => JsonRecord | undefined;

/** The metric set inside a ticket, under any of the names that clients give it. */
export const embeddedMetricSet: Holder = (ticket) => {
  // Every field of a ticket asks, one after another.
  if (ticket !== last.ticket) last = { ticket, found: findMetricSet(ticket) };
  return last.found;
};

let last: { readonly ticket: JsonRecord | undefined; readonly found: JsonRecord | undefined } = { ticket: undefined, found: undefined };

function findMetricSet(ticket: JsonRecord): JsonRecord | undefined {
  for (const name of ['metric_set', 'metric_sets', 'ticket_metric', 'ticket_metrics', 'metrics']) {
    if (!has(ticket, name)) continue;
    const value = at(ticket, name);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (isObject(first)) return first;
  }
  return undefined;
}

const ownMetricSet: Holder = (record) => record;

/** Every duration is an object `{calendar, business}` in minutes; each member and the whole object may be null. Messaging has seconds instead. */
export function metricSetFields(holder: Holder, prefix = ''): JsonListLayout['fields'] {
  const read = (path: string): ComputedPath =>
    named(`${prefix}${path}`, (record) => at(holder(record), path), { within: holder, member: path });
  const both = (name: string): readonly Omit<JsonFieldMapping, 'field'>[] => [
    { from: read(`${name}.calendar`), unit: 'minutes', clock: 'calendar' },
    { from: read(`${name}.business`), unit: 'minutes', clock: 'business' },
  ];
  const computed = (name: string, compute: (set: JsonRecord | undefined) => unknown): ComputedPath =>
    named(`${prefix}${name}`, (record) => compute(holder(record)), { within: holder });
  const count = (name: string): ComputedPath => computed(name, (set) => numberAt(set, name));
  return {
    solvedAt: [{ from: read('solved_at') }, { from: 'dates.solved_at' }, { from: 'solved_at' }],
    groupChanges: computed('group_stations', (set) => lessOne(numberAt(set, 'group_stations'))),
    assigneeChanges: computed('assignee_stations', (set) => lessOne(numberAt(set, 'assignee_stations'))),
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
