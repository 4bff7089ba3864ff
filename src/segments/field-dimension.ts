import type { TableKind } from '../model/kinds.ts';
import type { Dimension } from './dimension.ts';
import { fieldGroups, firstKnown } from './grouping.ts';

/** `tickets.channel`. */
export type FieldPlace = readonly [table: TableKind, field: string];

/**
 * A dimension that is a field of the data. Rows of other tables have it through their links.
 * Of several places the first that knows a row's value counts.
 */
export function fieldDimension({
  id,
  title,
  places,
  operational,
}: {
  readonly id: string;
  readonly title: string;
  readonly places: readonly FieldPlace[];
  readonly operational?: boolean;
}): Dimension {
  return {
    id,
    title,
    ...(operational === undefined ? {} : { operational }),
    groups: ({ dataset }, table) => firstKnown(places.flatMap(([of, field]) => fieldGroups(dataset, { from: table, of, field }) ?? [])),
  };
}
