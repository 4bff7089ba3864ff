/** The seven kinds of table that a support history is made of. */
export const TABLE_KINDS = ['tickets', 'messages', 'changes', 'customers', 'subscriptions', 'events', 'surveys'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Whose time a duration counts: all hours, opening hours, or what the export does not say. */
export type Clock = 'calendar' | 'business' | 'unknown';

/**
 * How a field is stored (see `columns.ts`).
 * `duration` becomes up to three number columns, one a clock: `firstResponse.calendar`, `.business`, `.unknown`, in seconds.
 */
export type FieldType = 'code' | 'codes' | 'time' | 'number' | 'flag' | 'duration';

/** Canonical statuses. The last five are excluded from every KPI and counted. */
export const STATUSES = [
  'new',
  'open',
  'pending',
  'on-hold',
  'solved',
  'closed',
  'spam',
  'merged',
  'deleted',
  'suspended',
  'test',
] as const;
export type Status = (typeof STATUSES)[number];
export const EXCLUDED_STATUSES: ReadonlySet<string> = new Set(['spam', 'merged', 'deleted', 'suspended', 'test']);

/** Canonical authors of messages. A `system` author is an automation; `unknown` could not be told. */
export const AUTHORS = ['agent', 'customer', 'bot', 'system', 'unknown'] as const;
export type Author = (typeof AUTHORS)[number];

/** Every field of every kind with its type: the one table that readers, presets and the generic mapper share. */
// oxfmt-ignore
export const FIELDS = {
  tickets: {
    id: 'code', subject: 'code', status: 'code', priority: 'code', type: 'code', channel: 'code', group: 'code', agent: 'code',
    customerId: 'code', customerEmail: 'code', organization: 'code', tags: 'codes', language: 'code', rootCause: 'code',
    problemId: 'code', direction: 'code', currency: 'code',
    createdAt: 'time', updatedAt: 'time', firstResponseAt: 'time', firstResolvedAt: 'time', solvedAt: 'time', closedAt: 'time',
    dueAt: 'time', firstResponseDueAt: 'time', ratedAt: 'time',
    firstResponseSla: 'code', resolutionSla: 'code',
    groupChanges: 'number', assigneeChanges: 'number', agentReplies: 'number', customerReplies: 'number', reopens: 'number',
    rating: 'code', ratingScale: 'code', ratingOffered: 'flag', ratingComment: 'code',
    handleSeconds: 'number', waitSeconds: 'number', abandoned: 'flag', cost: 'number', version: 'number',
    firstResponse: 'duration', resolution: 'duration', firstResolution: 'duration', requesterWait: 'duration', agentWait: 'duration', onHold: 'duration',
  },
  messages: { id: 'code', ticketId: 'code', at: 'time', author: 'code', authorId: 'code', public: 'flag', channel: 'code' },
  changes: { ticketId: 'code', at: 'time', field: 'code', from: 'code', to: 'code' },
  customers: {
    id: 'code', email: 'code', name: 'code', organization: 'code', plan: 'code', planKind: 'code', status: 'code',
    signedUpAt: 'time', trialStartedAt: 'time', trialEndsAt: 'time', convertedAt: 'time', cancelledAt: 'time', onboardedAt: 'time',
    lastActiveAt: 'time', mrr: 'number', revenue: 'number', currency: 'code', seats: 'number', seatsUsed: 'number', country: 'code', source: 'code',
    referredBy: 'code', fake: 'flag',
  },
  subscriptions: {
    customerId: 'code', startedAt: 'time', endedAt: 'time', plan: 'code', mrr: 'number', trial: 'flag', upgrade: 'flag', downgrade: 'flag', currency: 'code',
  },
  events: {
    customerId: 'code', at: 'time', name: 'code', feature: 'code', outcome: 'code', amount: 'number', sentiment: 'code', source: 'code',
    issueId: 'code', sessionId: 'code', currency: 'code',
  },
  surveys: { id: 'code', at: 'time', kind: 'code', score: 'number', scale: 'code', customerId: 'code', customerEmail: 'code', ticketId: 'code' },
} as const satisfies Record<TableKind, Record<string, FieldType>>;

/** Deadlines may lie ahead of the export: they neither are "future timestamps" nor move `asOf`. */
export const DEADLINE_FIELDS: ReadonlySet<string> = new Set(['dueAt', 'firstResponseDueAt', 'trialEndsAt']);
