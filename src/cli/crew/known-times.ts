import { knownTimeColumnFacts, noteTimeColumnFacts, type TimeColumnFacts } from '../../lib/time/time-column.ts';
import type { Dataset } from '../../model/dataset.ts';
import { TABLE_KINDS } from '../../model/kinds.ts';

/** By time column in the dataset's order what is known of it: the other thread need not look through the same times again. */
export type KnownTimes = readonly (TimeColumnFacts | undefined)[];

export function knownTimes(dataset: Dataset): KnownTimes {
  return timesOf(dataset).map(knownTimeColumnFacts);
}

export function learnTimes(dataset: Dataset, known: KnownTimes): void {
  timesOf(dataset).forEach((times, place) => {
    const facts = known[place];
    if (facts !== undefined) noteTimeColumnFacts(times, facts);
  });
}

function timesOf({ tables }: Dataset): Float64Array[] {
  return TABLE_KINDS.flatMap((kind) =>
    [...tables[kind].columns.values()].flatMap((column) => (column.type === 'time' ? [column.values] : [])),
  );
}
