import type { Normalized } from '../../normalize/options.ts';
import { DEADLINE_FIELDS } from '../../model/kinds.ts';

/** When the last thing happened to a ticket: an export of tickets is stale even where events still come in. Without tickets, to anything. Epoch ms. */
export function newestRow({ dataset, lastAt }: Pick<Normalized, 'dataset' | 'lastAt'>): number {
  const { tickets } = dataset.tables;
  let newest = Number.NaN;
  for (const [name, column] of tickets.columns) {
    if (column.type !== 'time' || DEADLINE_FIELDS.has(name)) continue;
    for (const time of column.values) if (!(time <= newest) && !Number.isNaN(time)) newest = time;
  }
  return Number.isNaN(newest) ? lastAt : newest;
}
