type RowArray = Float64Array | Float32Array | Int32Array;

/**
 * A value for every row of a growing table; rows that nobody writes to have `none`. They get it only once somebody writes behind them:
 * room that is not touched takes no memory, so that there may be plenty of it.
 */
export class RowValues<T extends RowArray> {
  readonly #make: (rows: number) => T;
  readonly #none: number;
  #values: T;
  #written = 0;

  constructor(make: (rows: number) => T, none: number) {
    this.#make = make;
    this.#none = none;
    this.#values = make(0);
  }

  /** How many rows were written, with those between them that were not. */
  get written(): number {
    return this.#written;
  }

  get capacity(): number {
    return this.#values.length;
  }

  grow(capacity: number): void {
    const next = this.#make(capacity);
    next.set(this.#values.subarray(0, this.#written));
    this.#values = next;
  }

  /** Where to write so many rows from one on: all of them. */
  at(first: number, rows: number): T {
    const end = first + rows;
    if (first > this.#written) this.#values.fill(this.#none, this.#written, first);
    if (end > this.#written) this.#written = end;
    return this.#values;
  }

  set(row: number, value: number): void {
    this.at(row, 1)[row] = value;
  }

  /** The first rows. */
  first(rows: number): T {
    return this.at(rows, 0).subarray(0, rows) as T;
  }
}
