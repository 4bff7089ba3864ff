import type { Note } from './writer.ts';

export interface UnreadableCount {
  readonly count: number;
  readonly firstRow: number;
}

/** Cells that say something which their column cannot read. */
export class UnreadableCells {
  #count = 0;
  #firstRow = -1;

  add(row: number): void {
    if (this.#count++ === 0) this.#firstRow = row;
  }

  part(): UnreadableCount {
    return { count: this.#count, firstRow: this.#firstRow };
  }

  /** Those of rows that follow, from `row` on. */
  append(row: number, { count, firstRow }: UnreadableCount): void {
    if (this.#count === 0 && count > 0) this.#firstRow = row + firstRow;
    this.#count += count;
  }

  notes(): readonly Note[] {
    return this.#count === 0 ? [] : [{ code: 'unknown-value', count: this.#count, row: this.#firstRow }];
  }
}
