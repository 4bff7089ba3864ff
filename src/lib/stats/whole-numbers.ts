import { WORTH_A_HEAP } from '../wasm/heap-for.ts';
import type { Codes, Numbers } from '../../model/columns.ts';
import { WholeNumberHeap } from '../wasm/whole-number-heap.ts';
import { momentSums, type MomentSums } from './mean-interval.ts';
import { medianOfWholes } from './median.ts';
import { sortWholes } from './sort-values.ts';

/** Whole numbers from 0 to 2^31 − 1 by row, as durations in seconds mostly are, and those of some rows picked from them. */
export interface WholeNumbers {
  /** Takes the values of the rows that count (1; all where absent). What it tells holds for these; of broken ones the rest is of no use. */
  read(values: Numbers, counts: Uint8Array | undefined): { readonly areWhole: boolean; readonly anyNegative: boolean };
  /** Picks the numbers of some rows; rows without one are passed over. */
  pick(rows: Int32Array): PickedWholes;
  /** What was picked, ascending. Good until something else is asked for. */
  sorted(): Uint32Array;
  /** The median of what was picked, which must be something. */
  median(): number;
  /** Sums of the squares and cubes of what lies between what was sorted and a centre, in ascending order. */
  moments(centre: number): MomentSums;
  /** Of the numbers of some rows by the rows' codes, of which there are so many; `null` where that are too many. */
  sumsByCode(codes: Codes, rows: Int32Array, size: number): SumsByCode | null;
}

export interface PickedWholes {
  readonly size: number;
  readonly max: number;
  readonly total: number;
}

export interface SumsByCode {
  readonly totals: Float64Array;
  readonly counts: Uint32Array;
}

let heap: WholeNumberHeap | null | undefined;
let arrays: WholeNumberArrays | undefined;

/** Where the whole numbers of one measure after the other stand: mostly one is done with before the next begins. */
export function commonWholeNumbers(rows: number): WholeNumbers {
  if (rows >= WORTH_A_HEAP) {
    heap ??= WholeNumberHeap.make();
    if (heap !== null) return heap;
  }
  return (arrays ??= new WholeNumberArrays());
}

/** The same without WebAssembly. */
export class WholeNumberArrays implements WholeNumbers {
  #wholes = new Int32Array(0);
  #room = new Uint32Array(0);
  #picked: Uint32Array = new Uint32Array(0);
  #max = 0;

  read(values: Numbers, counts: Uint8Array | undefined): { readonly areWhole: boolean; readonly anyNegative: boolean } {
    if (this.#wholes.length < values.length) this.#wholes = new Int32Array(values.length);
    const wholes = this.#wholes;
    let anyNegative = false;
    let areWhole = true;
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      wholes[row] = -1;
      if (counts !== undefined && counts[row] !== 1) continue;
      if (value >= 0) {
        wholes[row] = value;
        if (wholes[row] !== value) areWhole = false;
      } else if (value < 0) anyNegative = true;
    }
    return { areWhole, anyNegative };
  }

  pick(rows: Int32Array): PickedWholes {
    const wholes = this.#wholes;
    // One place more: what is not used is written, too, and then overwritten. Which rows have a value follows no pattern that a branch could be guessed by.
    if (this.#room.length <= rows.length) this.#room = new Uint32Array(rows.length + 1);
    const into = this.#room;
    let size = 0;
    for (let index = 0; index < rows.length; index++) {
      const whole = wholes[rows[index]!]!;
      into[size] = whole;
      size = (size + 1 + (whole >> 31)) | 0;
    }
    this.#picked = into.subarray(0, size);
    let max = 0;
    let total = 0;
    for (let index = 0; index < size; index++) {
      const whole = into[index]!;
      total += whole;
      if (whole > max) max = whole;
    }
    this.#max = max;
    return { size, max, total };
  }

  sorted(): Uint32Array {
    this.#picked = sortWholes(this.#picked, this.#max);
    return this.#picked;
  }

  median(): number {
    return medianOfWholes(this.#picked, this.#max);
  }

  moments(centre: number): MomentSums {
    return momentSums(this.#picked, centre);
  }

  sumsByCode(codes: Codes, rows: Int32Array, size: number): SumsByCode {
    const totals = new Float64Array(size);
    const counts = new Uint32Array(size);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      const whole = this.#wholes[row]!;
      if (whole < 0) continue;
      totals[codes[row]!]! += whole;
      counts[codes[row]!]!++;
    }
    return { totals, counts };
  }
}
