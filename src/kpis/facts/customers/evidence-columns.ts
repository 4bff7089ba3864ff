/** What is enough to say anything about where customers are heading: that there are customers, and one thing that tells how they fare. */
export const CUSTOMER_EVIDENCE: readonly (readonly string[])[] = [
  ['customers.id'],
  ['customers.signedUpAt'],
  ['subscriptions.customerId'],
  ['events.customerId', 'events.at'],
];

export const CUSTOMER_EVIDENCE_REFINES: readonly string[] = [
  'customers.signedUpAt',
  'customers.onboardedAt',
  'customers.cancelledAt',
  'customers.lastActiveAt',
  'customers.seatsUsed',
  'subscriptions.endedAt',
  'subscriptions.mrr',
  'events.name',
  'surveys.score',
  'tickets.rating',
  'tickets.problemId',
  'tickets.rootCause',
  'tickets.reopens',
];
