import { MOST_RESULTS } from '../../lib/wasm/byte-heap.ts';
import type { RecordRun, RunHeap } from '../../read/reading.ts';

/** A function in WebAssembly over the cells of a run: gives how many it has read, up to the first that it does not know. */
export type ReadCells = (heap: RunHeap, cells: { readonly starts: number; readonly ends: number; readonly count: number }) => number;

/** Of so many cells that it does not know in a row, no more are offered in this run. */
const MOST_UNKNOWN = 16;

/**
 * Gives a run's cells to a function in WebAssembly, and those that it does not know to `single`. `take` gets what was read: from which row of the run on, how many.
 * Gives the row from which on the rest is still to be read, where the function was of no use.
 */
export function readInHeap(
  run: RecordRun,
  slot: number,
  use: { readonly read: ReadCells; readonly take: (row: number, count: number) => void; readonly single: (row: number) => void },
): number {
  const { heap, rows, stride } = run;
  if (heap === undefined || rows > MOST_RESULTS) return 0;
  let unknown = 0;
  for (let row = 0; row < rows; row++) {
    const place = (slot * stride + row) * 4;
    const count = use.read(heap, { starts: heap.starts + place, ends: heap.ends + place, count: rows - row });
    if (count > 0) {
      use.take(row, count);
      unknown = 0;
      row += count;
      if (row === rows) break;
    }
    use.single(row);
    if (++unknown === MOST_UNKNOWN) return row + 1;
  }
  return rows;
}
