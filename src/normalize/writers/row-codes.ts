import { sharedUint16s, sharedUint32s, sharedUint8s } from '../../lib/shared-arrays.ts';
import { numbersByCode } from '../../lib/judge-rows.ts';
import type { Codes } from '../../model/columns.ts';
import type { RecordRun } from '../../read/reading.ts';
import type { CellIds } from './cell-ids.ts';
import type { CellsPart } from './cells-part.ts';

/** How many different numbers a byte can hold, and two. */
const OF_BYTES = 2 ** 8;
const OF_PAIRS = 2 ** 16;

/** The number of a column's cell in every row of a growing table, 0 where nobody writes one: in as many bytes as the largest needs. */
export class RowCodes {
  readonly #cells: CellIds;
  #codes: Codes = new Uint8Array(0);
  /** All numbers are below it. */
  #size = OF_BYTES;
  #written = 0;

  constructor(cells: CellIds) {
    this.#cells = cells;
  }

  grow(capacity: number): void {
    const make = this.#size > OF_PAIRS ? sharedUint32s : this.#size > OF_BYTES ? sharedUint16s : sharedUint8s;
    const codes = make(capacity);
    codes.set(this.#codes.subarray(0, this.#written));
    this.#codes = codes;
  }

  write(row: number, text: string): void {
    this.set(row, this.#cells.ofText(text));
  }

  set(row: number, cell: number): void {
    this.#at(row, 1)[row] = cell;
  }

  writeRun(first: number, run: RecordRun, slot: number): void {
    const cells = this.#cells.ofRun(run, slot);
    this.#at(first, run.rows).set(cells, first);
  }

  /** Writes cells by their numbers in another dictionary; `cellOf` is theirs in this one. */
  append(first: number, { ids }: Pick<CellsPart, 'ids'>, cellOf: Uint32Array): void {
    numbersByCode(ids, cellOf, this.#at(first, ids.length).subarray(first, first + ids.length));
  }

  /** The first rows. */
  first(rows: number): Codes {
    return this.#codes.subarray(0, rows);
  }

  #at(first: number, rows: number): Codes {
    if (this.#cells.size > this.#size) this.#widen();
    if (first + rows > this.#written) this.#written = first + rows;
    return this.#codes;
  }

  #widen(): void {
    this.#size = this.#cells.size > OF_PAIRS ? 2 ** 32 : OF_PAIRS;
    this.grow(this.#codes.length);
  }
}
