import type { Column, ColumnOfType, ColumnType } from './columns.ts';
import type { TableKind } from './kinds.ts';

/**
 * Rows as columns. A column exists only if a source carries it.
 * Beside the fields of `kinds.ts`, normalizing adds:
 * tickets: `system` (code) where they come from several systems; `satisfied` (number: 1 positive, 0 not positive, NaN no answer), `customer` (link), durations `firstResponse.calendar` …;
 * messages, changes: `ticket` (link), rows sorted by ticket and then time; surveys: `ticket`, `customer` (links);
 * subscriptions, events: `customer` (link).
 * `customer` links exist where there is a customers table. `customerKey` (code) on tickets, surveys, subscriptions, events and customers says who a
 * row is about whether there is one or not: the customer's id, else an e-mail address in lower case; all of them share one dictionary.
 * surveys: `satisfied` too, for csat answers. Statuses, authors, SLA results and survey kinds are the words of `kinds.ts`.
 * `subject` and `ratingComment` are read only when asked for.
 */
export interface Table {
  readonly kind: TableKind;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns that a source carries and that nobody will read: KPIs that need them to be there can be computed. */
  readonly letGo?: ReadonlySet<string>;
}

export interface Dataset {
  /** Every kind is there; a kind that no file gave has 0 rows and no columns. */
  readonly tables: { readonly [K in TableKind]: Table };
  /** What the sources' own words have become, so that whoever writes them finds the rows. */
  readonly words?: SpokenWords;
}

/** Field (`priority`) → a source's word in lower case (`hoch`) → ours (`high`). Words that stayed as they were are not in it. */
export type SpokenWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The column if the table has it in that type, else `undefined`. */
export function column<T extends ColumnType>(table: Table, name: string, type: T): ColumnOfType<T> | undefined {
  const found = table.columns.get(name);
  return found?.type === type ? (found as ColumnOfType<T>) : undefined;
}

export function emptyTable(kind: TableKind): Table {
  return { kind, rows: 0, columns: new Map() };
}
