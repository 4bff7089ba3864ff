import { TABLE_KINDS, type TableKind } from '../model/kinds.ts';

/** What a KPI lacks, in the words of somebody who has an export and not our table of fields. Alternatives that would do as well are named. */
const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ['tickets.id', 'ticket numbers'],
  ['tickets.status', 'the status of tickets'],
  ['tickets.type', 'types or tags'],
  ['tickets.tags', 'tags'],
  ['tickets.channel', 'the channel'],
  ['tickets.group', 'the team (group)'],
  ['tickets.customerId', 'who the customer is'],
  ['tickets.customerEmail', 'who the customer is'],
  ['tickets.rootCause', 'root causes'],
  ['tickets.problemId', 'which problem a ticket belongs to'],
  ['tickets.direction', 'who began the contact (direction)'],
  ['tickets.createdAt', 'when tickets were created'],
  ['tickets.solvedAt', 'when tickets were solved'],
  ['tickets.closedAt', 'when tickets were closed'],
  ['tickets.firstResponseAt', 'a first response time or messages'],
  ['tickets.firstResponse', 'a first response time or messages'],
  ['tickets.resolution', 'when tickets were created and solved'],
  ['tickets.requesterWait', 'how long requesters waited, or changes of status'],
  ['tickets.agentWait', 'how long agents waited, or changes of status'],
  ['tickets.onHold', 'how long tickets were on hold, or changes of status'],
  ['tickets.firstResponseSla', 'SLA results or due dates'],
  ['tickets.resolutionSla', 'SLA results or due dates'],
  ['tickets.firstResponseDueAt', 'SLA results or due dates'],
  ['tickets.dueAt', 'SLA results or due dates'],
  ['tickets.waitSeconds', 'how long callers waited'],
  ['tickets.abandoned', 'which calls and chats were abandoned'],
  ['tickets.agentReplies', 'the number of replies, or messages'],
  ['tickets.reopens', 'the number of reopens, or changes of status'],
  ['tickets.groupChanges', 'the number of transfers, or changes of group'],
  ['tickets.rating', 'ratings or survey answers'],
  ['tickets.ratingOffered', 'which tickets were offered a rating'],
  ['tickets.handleSeconds', 'handling times'],
  ['messages.ticketId', 'the ticket of each message'],
  ['messages.at', 'when messages were sent'],
  ['messages.author', 'who wrote each message'],
  ['changes.at', 'when tickets changed'],
  ['changes.field', 'what changed'],
  ['changes.to', 'what it changed to'],
  ['customers.id', 'customer numbers'],
  ['customers.email', 'e-mail addresses of customers'],
  ['customers.plan', 'plans'],
  ['customers.planKind', 'which plans are free, trial or paid'],
  ['customers.signedUpAt', 'when customers signed up'],
  ['customers.trialStartedAt', 'when trials began'],
  ['customers.trialEndsAt', 'when trials end'],
  ['customers.convertedAt', 'when trials became paid'],
  ['customers.cancelledAt', 'when customers left'],
  ['customers.onboardedAt', 'when customers were onboarded'],
  ['customers.lastActiveAt', 'when customers were last active'],
  ['customers.mrr', 'monthly revenue (MRR) by customer'],
  ['customers.revenue', 'revenue by customer'],
  ['customers.referredBy', 'who referred whom'],
  ['customers.fake', 'which users are fake, or e-mail addresses'],
  ['subscriptions.customerId', 'the customer of each subscription'],
  ['subscriptions.startedAt', 'when subscriptions began'],
  ['subscriptions.endedAt', 'when subscriptions ended'],
  ['subscriptions.plan', 'the plan of each subscription'],
  ['subscriptions.trial', 'which subscriptions are trials'],
  ['subscriptions.mrr', 'monthly revenue (MRR) by subscription'],
  ['subscriptions.upgrade', 'which subscriptions are upgrades'],
  ['events.customerId', 'the customer of each event'],
  ['events.at', 'when events happened'],
  ['events.name', 'the names of events'],
  ['events.issueId', 'which issue an event is about'],
  ['events.feature', 'which feature was used'],
  ['events.outcome', 'whether it succeeded'],
  ['events.sessionId', 'sessions'],
  ['events.sentiment', 'mentions with their sentiment'],
  ['surveys.at', 'when surveys were answered'],
  ['surveys.kind', 'which survey was answered'],
  ['surveys.score', 'survey scores'],
]);

const TABLE_WORDS: Readonly<Record<TableKind, string>> = {
  tickets: 'tickets',
  messages: 'messages (who replied when)',
  changes: 'changes of status and group',
  customers: 'customers (who signed up, who left)',
  subscriptions: 'subscriptions (plans and revenue by period)',
  events: 'events (what customers did)',
  surveys: 'survey answers',
};

/** `when customers signed up and when customers left`; a name of the engine only where there are no words for it. */
export function needWords(missing: readonly string[]): string {
  return listed([...new Set(missing.map((name) => FIELD_WORDS.get(name) ?? name))]);
}

/** Tables as a whole, in the order of the kinds. */
export function tableWords(kinds: readonly TableKind[]): string {
  return listed(TABLE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => TABLE_WORDS[kind]));
}

/** The table of `tickets.createdAt`; `undefined` for names of other forms. */
export function tableOf(name: string): TableKind | undefined {
  const [kind = ''] = name.split('.');
  return TABLE_KINDS.find((one) => one === kind);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
