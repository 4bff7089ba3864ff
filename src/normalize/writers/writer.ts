import { sharedFloat64s, sharedUint32s, sharedUint8s } from '../../lib/shared-arrays.ts';
import type { CodeColumn, Column } from '../../model/columns.ts';
import type { RecordRun } from '../../read/reading.ts';
import type { ShortClocks } from './duration-writer.ts';

/** Takes the cells of one source column; slots of rows that were never written are missing. */
export interface ColumnWriter {
  /** Writes the cell of the present row. */
  readonly write: (text: string) => void;
  /** For sources that carry lists (JSON arrays). Absent: the values are joined by a comma. */
  readonly writeMany?: (texts: readonly string[]) => void;
  /** Writes the cells of a run, its `slot`-th column, to the present row and those after it. Absent: cell by cell. */
  readonly writeRun?: (run: RecordRun, slot: number) => void;
  /** The same for lists, each of which is asked for by its text, once. Absent where there is no `writeMany`. */
  readonly writeLists?: (run: RecordRun, slot: number, listOf: (text: string) => readonly string[]) => void;
  /** All that was written to the first `rows` rows, as another thread can have it: for `append` of a writer of the same column. Nothing may be written any more. */
  part(rows: number): WrittenPart;
  /** Writes what another writer of the same column has written to the present row and those after it. There must be room. */
  append(part: WrittenPart): void;
  /** Makes room for so many rows. */
  grow(capacity: number): void;
  /** The finished column of the first `rows` rows, and what was noticed. */
  finish(rows: number): WrittenColumn;
}

export interface WrittenColumn {
  readonly column: Column;
  readonly notes: readonly Note[];
  /** Durations only: 1 for rows whose bare number still waits for a unit; `null` when there is none. */
  readonly bare?: Uint8Array | null;
  /** Durations only: cells of two parts, where they may be minutes and seconds. */
  readonly short?: ShortClocks | null;
  /** Numbers only: where cells named one (`€49`); `null` where none did. */
  readonly currency?: CodeColumn | null;
}

/** What only writers of one kind understand. */
export type WrittenPart = object | null;

/** Something noticed in a column; becomes a warning that names the column. */
export interface Note {
  readonly code: 'bad-date' | 'unknown-value' | 'zone-assumed' | 'mixed-zones' | 'date-order-assumed' | 'unit-assumed';
  readonly count: number;
  /** Row of the first place, -1 where the column as a whole is meant. */
  readonly row: number;
  /** A further word for the message (the unit or order assumed). */
  readonly says?: string;
}

/** The row that all writers of one table write to. */
export interface Cursor {
  row: number;
}

const MAKERS = new Map<unknown, (length: number) => Float64Array | Uint32Array | Uint8Array>([
  [Float64Array, sharedFloat64s],
  [Uint32Array, sharedUint32s],
  [Uint8Array, sharedUint8s],
]);

export function grown<T extends Float64Array | Uint32Array | Uint8Array>(array: T, capacity: number): T {
  const next = MAKERS.get(array.constructor)!(capacity) as T;
  next.set(array);
  return next;
}
