import { sharedUint8s } from '../../lib/shared-arrays.ts';
import type { CellIds } from './cell-ids.ts';

/** What a writer has of a column of words, as another thread can have it. */
export interface CellsPart {
  /** By row: the cell's number. */
  readonly ids: Uint32Array;
  /** By number: where the cell lies in `bytes`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly bytes: Uint8Array;
  /** By number: cells that no bytes are. */
  readonly odd: ReadonlyMap<number, string>;
}

/** Cells are looked at by four bytes: so many lie behind the last. */
const PADDING = 4;

export function cellsPart(cells: CellIds, ids: Uint32Array): CellsPart {
  const { size } = cells;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const odd = new Map<number, string>();
  for (let id = 1; id < size; id++) {
    starts[id] = cells.start(id);
    ends[id] = cells.start(id) + cells.length(id);
    if (cells.length(id) === 0) odd.set(id, cells.text(id));
  }
  const texts = cells.bytes();
  const bytes = sharedUint8s(texts.length + PADDING);
  bytes.set(texts);
  return { ids, starts, ends, bytes, odd };
}

/** Writes the part's cells to `ids` by the numbers that `cells` has or now makes for them, new ones in their order there; gives number there → number here. */
export function appendCells(cells: CellIds, { ids: theirs, starts, ends, bytes, odd }: CellsPart, ids: Uint32Array): Uint32Array {
  const rows = starts.length;
  const idOf = new Uint32Array(rows);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (odd.size === 0) cells.ofRun({ rows, bytes: text, starts, ends, stride: rows, lines: ends }, 0, idOf, 0);
  else for (let id = 1; id < rows; id++) idOf[id] = cells.ofText(odd.get(id) ?? text.toString('utf8', starts[id], ends[id]));
  for (let row = 0; row < theirs.length; row++) ids[row] = idOf[theirs[row]!]!;
  return idOf;
}
