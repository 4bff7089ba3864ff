import type { ReadOutcome, SkippedRecords } from './reading.ts';

export const KEPT_PLACES = 5;

/** Counts what a reader leaves behind, by reason, with the first places of each. */
export class SkipTally {
  readonly #skipped = new Map<string, { count: number; readonly lines: number[] }>();
  readonly #furnitureLines: number[] = [];
  readonly #short = { count: 0, lines: [] as number[] };
  #furniture = 0;
  /** Records read, without the skipped ones. */
  read = 0;

  skip(reason: string, place: number): void {
    let entry = this.#skipped.get(reason);
    if (entry === undefined) {
      entry = { count: 0, lines: [] };
      this.#skipped.set(reason, entry);
    }
    entry.count += 1;
    if (entry.lines.length < KEPT_PLACES) entry.lines.push(place);
  }

  furniture(line: number): void {
    this.#furniture += 1;
    if (this.#furnitureLines.length < KEPT_PLACES) this.#furnitureLines.push(line);
  }

  /** A record whose last cells are missing, and which is read all the same. */
  short(line: number): void {
    this.#short.count += 1;
    if (this.#short.lines.length < KEPT_PLACES) this.#short.lines.push(line);
  }

  outcome(): ReadOutcome {
    const skipped: SkippedRecords[] = [...this.#skipped].map(([reason, { count, lines }]) => ({ reason, count, lines }));
    const records = this.read + skipped.reduce((sum, { count }) => sum + count, 0);
    const short = this.#short.count > 0 ? { short: this.#short } : {};
    return { records, skipped, furniture: this.#furniture, furnitureLines: this.#furnitureLines, ...short };
  }
}
