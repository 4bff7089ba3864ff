import type { ByteHeap } from '../../lib/wasm/byte-heap.ts';
import { CLIMBS, DROPS, FALLS, looksThrough, RISES } from '../../lib/wasm/look-through.ts';

/** What is known of numbers that stand one after another, some of them none. */
export interface KnownSequence {
  /** Rows that were seen; `NaN` when one of them was written twice. */
  readonly size: number;
  /** How many of them are numbers. */
  readonly present: number;
  readonly least: number;
  readonly greatest: number;
  /** Which orders hold of each and the one behind it (`RISES` and so on). */
  readonly orders: number;
  readonly first: number;
  readonly last: number;
}

const ALL_ORDERS = RISES | FALLS | CLIMBS | DROPS;

/** Looks through the numbers of a column while they are written, when they are at hand. */
export class Sequence implements KnownSequence {
  size = 0;
  present = 0;
  least = Number.POSITIVE_INFINITY;
  greatest = Number.NEGATIVE_INFINITY;
  orders = ALL_ORDERS;
  first = Number.NaN;
  last = Number.NaN;
  /** What rows hold that were never written. */
  readonly #none: number;

  constructor(none: number) {
    this.#none = none;
  }

  add(row: number, value: number): void {
    this.#reach(row);
    if (this.size === 0) this.first = value;
    this.orders &= this.size === 0 ? (value === value ? ALL_ORDERS : 0) : ordersOf(this.last, value);
    this.last = value;
    this.size++;
    if (value !== value) return;
    this.present++;
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
  }

  /** So many numbers, which are the results in the heap. */
  addResults(heap: ByteHeap, row: number, count: number): void {
    const values = new Float64Array(heap.buffer, heap.results, count);
    const quickly = looksThrough(count);
    if (quickly > 0) {
      const orders = heap.functions.lookThrough(heap.results, count, heap.found);
      const found = new Float64Array(heap.buffer, heap.found, 4);
      const present = new Uint32Array(heap.buffer, heap.found + 32, 4);
      this.append(row, {
        size: quickly,
        present: present[0]! + present[2]!,
        least: Math.min(found[0]!, found[1]!),
        greatest: Math.max(found[2]!, found[3]!),
        orders,
        first: values[0]!,
        last: values[quickly - 1]!,
      });
    }
    for (let at = quickly; at < count; at++) this.add(row + at, values[at]!);
  }

  append(row: number, { size, present, least, greatest, orders, first, last }: KnownSequence): void {
    this.#reach(row);
    if (size === 0) return;
    if (this.size === 0) this.first = first;
    else this.orders &= ordersOf(this.last, first);
    this.orders &= orders;
    this.last = last;
    this.size += size;
    this.present += present;
    this.least = Math.min(this.least, least);
    this.greatest = Math.max(this.greatest, greatest);
  }

  /** What is known of the first rows; `null` when it is not. */
  of(rows: number): KnownSequence | null {
    this.#reach(Math.max(rows, this.size));
    return this.size === rows ? this : null;
  }

  /** Rows between were not written. */
  #reach(row: number): void {
    if (row < this.size) this.size = Number.NaN;
    if (!(row > this.size)) return;
    this.orders = 0;
    this.size = row;
    this.last = this.#none;
    if (this.#none < this.least) this.least = this.#none;
    if (this.#none > this.greatest) this.greatest = this.#none;
  }
}

function ordersOf(one: number, next: number): number {
  return one < next ? RISES | CLIMBS : one > next ? FALLS | DROPS : one === next ? RISES | FALLS : 0;
}
