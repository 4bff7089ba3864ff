import { MOST_RESULTS } from '../../lib/wasm/byte-heap.ts';
import type { RecordRun, RunHeap } from '../../read/reading.ts';
import type { Sequence } from './sequence.ts';

/** A function in WebAssembly over the cells of a run: gives how many it has read, up to the first that it does not know. */
export type ReadCells = (heap: RunHeap, cells: { readonly starts: number; readonly ends: number; readonly count: number }) => number;

/** Of so many cells that it does not know in a row, no more are offered in this run. */
const MOST_UNKNOWN = 16;

/**
 * Gives a run's cells to a function in WebAssembly, and those that it does not know to `single`, as all where it is of no use. `take` gets what was read:
 * from which row of the run on, how many.
 */
export function readInHeap(
  run: RecordRun,
  slot: number,
  use: { readonly read: ReadCells; readonly take: (row: number, count: number) => void; readonly single: (row: number) => void },
): void {
  const { heap, rows, stride } = run;
  let unknown = heap === undefined || rows > MOST_RESULTS ? MOST_UNKNOWN : 0;
  for (let row = 0; row < rows; row++) {
    if (heap === undefined || unknown >= MOST_UNKNOWN) {
      use.single(row);
      continue;
    }
    const place = (slot * stride + row) * 4;
    const count = use.read(heap, { starts: heap.starts + place, ends: heap.ends + place, count: rows - row });
    if (count > 0) {
      use.take(row, count);
      unknown = 0;
      row += count;
      if (row === rows) return;
    }
    use.single(row);
    unknown++;
  }
}

/** Whole numbers of a run, `none` for empty cells. `take` gets those from a row of the run on, which are good until the next are read; `sequence` learns of them. */
export function readWholeNumbers(
  run: RecordRun,
  slot: number,
  to: {
    readonly take: (row: number, numbers: Float64Array) => void;
    readonly first: number;
    readonly none: number;
    readonly single: (row: number) => void;
    readonly sequence?: Sequence;
  },
): void {
  readInHeap(run, slot, {
    read: ({ memory, text }, { starts, ends, count }) =>
      memory.functions.readWholeNumbers(text, starts, ends, count, memory.results, to.none),
    take(row, count) {
      const { memory } = run.heap!;
      to.take(to.first + row, new Float64Array(memory.buffer, memory.results, count));
      to.sequence?.addResults(memory, to.first + row, count);
    },
    single: to.single,
  });
}
