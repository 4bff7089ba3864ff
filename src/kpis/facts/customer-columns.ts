/** What is enough to tell when customers came and left; the best first. Without any trace of leaving nobody could be told from who stayed. */
export const CUSTOMER_NEEDS: readonly (readonly string[])[] = [
  ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.endedAt'],
  ['customers.signedUpAt', 'customers.cancelledAt'],
  ['customers.convertedAt', 'customers.cancelledAt'],
  ['customers.signedUpAt', 'events.customerId', 'events.at', 'events.name'],
];

export const CUSTOMER_REFINES: readonly string[] = [
  'customers.convertedAt',
  'customers.planKind',
  'customers.plan',
  'customers.mrr',
  'customers.status',
  'subscriptions.mrr',
  'subscriptions.trial',
  'events.name',
];
