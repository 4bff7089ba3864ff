import { fieldDimension } from '../field-dimension.ts';

export const organization = fieldDimension({
  id: 'organization',
  title: 'Organization',
  places: [
    ['tickets', 'organization'],
    ['customers', 'organization'],
  ],
});
/** A subscription's own plan; of all else the customer's, as the export has it today. */
export const plan = fieldDimension({
  id: 'plan',
  title: 'Plan',
  places: [
    ['subscriptions', 'plan'],
    ['customers', 'plan'],
  ],
});
export const planKind = fieldDimension({ id: 'planKind', title: 'Kind of plan', places: [['customers', 'planKind']] });
export const country = fieldDimension({ id: 'country', title: 'Country', places: [['customers', 'country']] });
/** An event's own source (where a mention stood, where a visit came from); of all else where the customer came from. */
export const source = fieldDimension({
  id: 'source',
  title: 'Source',
  places: [
    ['events', 'source'],
    ['customers', 'source'],
  ],
});
