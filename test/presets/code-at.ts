import { column } from '../../src/model/dataset.ts';
import type { Dataset } from '../../src/model/dataset.ts';

/** The text of a ticket's field, '' for none. */
export function codeAt(dataset: Dataset, field: string, row: number): string {
  const found = column(dataset.tables.tickets, field, 'code');
  return found?.values[found.codes[row] ?? 0] ?? '';
}
