import { DAY_MS } from '../../lib/time/civil.ts';
import { column, type Dataset } from '../../model/dataset.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { Dimension, Grouping } from '../dimension.ts';
import { codesFor, throughLink } from '../grouping.ts';
import { linkedRows } from '../links.ts';

const NAMES = ['<30 d', '30–90 d', '90–365 d', '1 y+'] as const;
/** Days from which the second, third and fourth begin. */
const FROM_DAYS = [30, 90, 365] as const;

/** The moment of a row at which its customer's age is asked for. */
const MOMENTS: Readonly<Partial<Record<TableKind, string>>> = { tickets: 'createdAt', surveys: 'at', events: 'at' };

/**
 * How long the customer had been one (days of 24 hours since `customers.signedUpAt`) when the ticket was created, the survey answered
 * or the event happened; messages and changes have their ticket's. Before signing up there is none: "(none)".
 */
export const tenure: Dimension = {
  id: 'tenure',
  title: 'Tenure',
  ordered: true,
  values: NAMES,
  groups: ({ dataset }, table) => {
    if (MOMENTS[table] !== undefined) return ages(dataset, table, MOMENTS[table]);
    const tickets = linkedRows(dataset, { from: table, to: 'tickets' });
    const grouping = tickets === null ? null : ages(dataset, 'tickets', 'createdAt');
    return tickets === null || grouping === null ? null : throughLink(grouping, tickets);
  },
};

function ages(dataset: Dataset, table: TableKind, moment: string): Grouping | null {
  const moments = column(dataset.tables[table], moment, 'time')?.values;
  const signedUp = column(dataset.tables.customers, 'signedUpAt', 'time')?.values;
  const customers = linkedRows(dataset, { from: table, to: 'customers' });
  if (moments === undefined || signedUp === undefined || customers === null || customers === 'own') return null;
  return {
    values: ['', ...NAMES],
    codes: codesFor(customers.length, (row) => (customers[row] === -1 ? 0 : bucket((moments[row]! - signedUp[customers[row]!]!) / DAY_MS))),
  };
}

function bucket(days: number): number {
  // NaN, where either time is missing, is not >= 0 either.
  if (!(days >= 0)) return 0;
  const next = FROM_DAYS.findIndex((from) => days < from);
  return 1 + (next === -1 ? FROM_DAYS.length : next);
}
