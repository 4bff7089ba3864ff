import { sharedFloat64s } from '../../lib/shared-arrays.ts';
import { RowValues } from './row-values.ts';

/** Numbers by row, in 32 bits as long as all are whole, not below zero, and small enough for that. See `RowValues`. */
export class RowNumbers<Short extends Float32Array | Int32Array> {
  readonly #none: number;
  /** The largest whole number up to which the short ones hold every one. */
  readonly #most: number;
  #values: RowValues<Short> | RowValues<Float64Array>;
  #areShort = true;

  constructor(makeShort: (rows: number) => Short, { most, none }: { readonly most: number; readonly none: number }) {
    this.#none = none;
    this.#most = most;
    this.#values = new RowValues(makeShort, none);
  }

  get capacity(): number {
    return this.#values.capacity;
  }

  grow(capacity: number): void {
    this.#values.grow(capacity);
  }

  set(row: number, value: number): void {
    if (this.#areShort && value === value && value !== this.#none && !(value >= 0 && value <= this.#most && value === Math.floor(value)))
      this.#lengthen();
    this.#values.set(row, value);
  }

  /** `values` are whole, not below zero, or none. */
  setWholes(first: number, values: Float64Array): void {
    if (this.#areShort && largest(values) > this.#most) this.#lengthen();
    this.#values.at(first, values.length).set(values, first);
  }

  /** `values` are the first rows of others of this kind. */
  append(first: number, values: Short | Float64Array): void {
    if (this.#areShort && values instanceof Float64Array) this.#lengthen();
    this.#values.at(first, values.length).set(values, first);
  }

  /** The first rows. */
  first(rows: number): Short | Float64Array {
    return this.#values.first(rows);
  }

  #lengthen(): void {
    const short = this.#values;
    const long = new RowValues(sharedFloat64s, this.#none);
    long.grow(short.capacity);
    long.at(0, short.written).set(short.first(short.written));
    this.#values = long;
    this.#areShort = false;
  }
}

function largest(values: Float64Array): number {
  let max = -1;
  for (let row = 0; row < values.length; row++) if (values[row]! > max) max = values[row]!;
  return max;
}
