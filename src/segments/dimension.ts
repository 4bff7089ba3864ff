import type { Codes } from '../model/columns.ts';
import type { Dataset } from '../model/dataset.ts';
import type { TableKind } from '../model/kinds.ts';

/** What rows can be grouped by (`--by`) and conditions can speak of (`--where`). */
export interface Dimension {
  readonly id: string;
  readonly title: string;
  /** The group of every row of that table, or `null` where the data does not carry it for such rows. */
  readonly groups: (context: DimensionContext, table: TableKind) => Grouping | null;
  /** True where the order of the values is their meaning (weekdays, hours, tenure): groups are then shown in it. */
  readonly ordered?: boolean;
  /** All its values in their order, where they are the same for all data; those of a grouping follow "missing". */
  readonly values?: readonly string[];
  /** Personal data of employees: only when privacy allows it. */
  readonly personal?: boolean;
  /** Its groups say how the work came in and was sorted, not who somebody is: a small one beside shown totals gives nobody away. */
  readonly operational?: boolean;
}

export interface DimensionContext {
  readonly dataset: Dataset;
  readonly timeZone: string;
  /** Epoch ms. */
  readonly asOf: number;
}

/** One group a row, by code (0 = missing, shown as "(none)"), or several where `offsets` is there (tags): row `r` is in `codes[offsets[r]] … codes[offsets[r + 1] - 1]`. */
export interface Grouping {
  readonly codes: Codes;
  readonly values: readonly string[];
  readonly offsets?: Uint32Array;
}
