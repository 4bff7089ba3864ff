import type { ReadOutcome, SkippedRecords } from './reading.ts';
import { KEPT_PLACES } from './skip-tally.ts';

/** What two readers left behind in the two ranges of one file; the second one's lines began to count so much later. */
export function joinOutcomes(first: ReadOutcome, second: ReadOutcome, linesBefore: number): ReadOutcome {
  const later = (lines: readonly number[]): number[] => lines.map((line) => line + linesBefore);
  const placesOf = (own: readonly number[], others: readonly number[]): number[] => [...own, ...later(others)].slice(0, KEPT_PLACES);
  const short = [first.short, second.short].filter((some) => some !== undefined);
  return {
    records: first.records + second.records,
    skipped: joinSkipped(first.skipped, second.skipped, placesOf),
    furniture: first.furniture + second.furniture,
    furnitureLines: placesOf(first.furnitureLines, second.furnitureLines),
    ...(short.length > 0 && {
      short: {
        count: short.reduce((sum, { count }) => sum + count, 0),
        lines: placesOf(first.short?.lines ?? [], second.short?.lines ?? []),
      },
    }),
    undecodable: (first.undecodable ?? 0) + (second.undecodable ?? 0),
  };
}

function joinSkipped(
  first: readonly SkippedRecords[],
  second: readonly SkippedRecords[],
  placesOf: (own: readonly number[], others: readonly number[]) => number[],
): SkippedRecords[] {
  const reasons = new Set([...first, ...second].map(({ reason }) => reason));
  return [...reasons].map((reason) => {
    const own = first.find((one) => one.reason === reason);
    const other = second.find((one) => one.reason === reason);
    return { reason, count: (own?.count ?? 0) + (other?.count ?? 0), lines: placesOf(own?.lines ?? [], other?.lines ?? []) };
  });
}
