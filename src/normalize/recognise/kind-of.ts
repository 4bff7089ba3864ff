import type { TableKind } from '../../model/kinds.ts';
import type { ColumnPlan } from '../plan/plan.ts';
import { metricOf } from '../plan/score-headers.ts';

/** What a file must carry to be of a kind, each entry one field of a list. `from` lists that a generic name (`id`, `created at`) could not have filled. */
export const NEEDS: Readonly<Record<TableKind, readonly (readonly string[])[]>> = {
  changes: [['ticketId'], ['at'], ['field'], ['from', 'to']],
  messages: [['ticketId'], ['at'], ['author', 'authorId', 'public']],
  subscriptions: [['customerId'], ['startedAt', 'endedAt']],
  events: [['customerId'], ['at'], ['name']],
  surveys: [['score'], ['at', 'kind', 'customerId', 'customerEmail', 'ticketId']],
  tickets: [
    [
      'createdAt',
      'solvedAt',
      'closedAt',
      'firstResponseAt',
      'status',
      'firstResponse',
      'resolution',
      'waitSeconds',
      'handleSeconds',
      'abandoned',
    ],
  ],
  customers: [
    ['id', 'email'],
    [
      'signedUpAt',
      'trialStartedAt',
      'trialEndsAt',
      'convertedAt',
      'cancelledAt',
      'onboardedAt',
      'lastActiveAt',
      'mrr',
      'plan',
      'planKind',
      'revenue',
      'seats',
      'referredBy',
      'fake',
    ],
  ],
};

/** Fields that only a conversation has: without any of them a lone creation date makes no ticket. */
const TICKET_MARKS: ReadonlySet<string> = new Set([
  'solvedAt',
  'closedAt',
  'firstResponseAt',
  'firstResolvedAt',
  'firstResponse',
  'resolution',
  'priority',
  'subject',
  'agent',
  'group',
  'channel',
  'status',
  'customerId',
  'tags',
  'rating',
  'id',
  'type',
  'waitSeconds',
  'handleSeconds',
  'abandoned',
]);

/** Order in which equally good kinds win: those that need most come first. */
const ORDER: readonly TableKind[] = ['changes', 'messages', 'subscriptions', 'surveys', 'events', 'tickets', 'customers'];

/** A column of such scores belongs to no ticket, whatever else of a row could. */
const LOYALTY_WEIGHT = 2;
const isLoyalty = (key: string): boolean => /^(?:nps|ces)$/.test(metricOf(key) ?? '');

/** The kind whose plan names most columns among those whose needs are met; a file's name only settles a tie. */
export function bestPlan(plans: readonly ColumnPlan[], fileName: string): ColumnPlan | undefined {
  let best: ColumnPlan | undefined;
  let bestScore = 0;
  for (const kind of ORDER) {
    const plan = plans.find((one) => one.kind === kind);
    if (plan === undefined) continue;
    const fields = new Set(plan.planned.map((column) => column.mapping.field));
    if (!NEEDS[kind].every((one) => one.some((field) => fields.has(field)))) continue;
    if (kind === 'tickets' && (fields.size < 2 || ![...fields].some((field) => TICKET_MARKS.has(field)))) continue;
    const asks = kind === 'surveys' && plan.planned.some(({ mapping, source }) => mapping.field === 'score' && source.keys.some(isLoyalty));
    const score = fields.size + (asks ? LOYALTY_WEIGHT : 0) + (fileName.toLowerCase().includes(kind.slice(0, -1)) ? 0.5 : 0);
    if (score > bestScore) {
      best = plan;
      bestScore = score;
    }
  }
  return best;
}
