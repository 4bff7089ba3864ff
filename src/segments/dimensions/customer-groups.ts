import { VECTORS } from '../../model/customer-facts.ts';
import { fieldDimension } from '../field-dimension.ts';

/** Where the customer is heading when the period ends. Derived from all tables (analyze/customer-view.ts), not read from any. */
export const vector = {
  ...fieldDimension({ id: 'vector', title: 'Vector', places: [['customers', 'vector']] }),
  ordered: true,
  values: VECTORS,
};

/** The config's segments that the customer is in: of several in each. */
export const segment = fieldDimension({ id: 'segment', title: 'Segment', places: [['customers', 'segment']] });
