import { sharedUint8s } from '../../lib/shared-arrays.ts';
import type { Codes } from '../../model/columns.ts';
import type { CellIds } from './cell-ids.ts';

/** What a writer has of a column of words, as another thread can have it. */
export interface CellsPart {
  /** By row: the cell's number. */
  readonly ids: Codes;
  /** By number: where the cell lies in `bytes`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly bytes: Uint8Array;
  /** By number: cells that no bytes are. */
  readonly odd: ReadonlyMap<number, string>;
}

/** Cells are looked at by four bytes: so many lie behind the last. */
const PADDING = 4;

export function cellsPart(cells: CellIds, ids: Codes): CellsPart {
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

/** By number in the part: the number that `cells` has or now makes for the cell, new ones in their order there. */
export function learnCells(cells: CellIds, { starts, ends, bytes, odd }: CellsPart): Uint32Array {
  const rows = starts.length;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (odd.size === 0) return cells.ofRun({ rows, bytes: text, starts, ends, stride: rows, lines: ends }, 0);
  return Uint32Array.from(starts, (start, id) => (id === 0 ? 0 : cells.ofText(odd.get(id) ?? text.toString('utf8', start, ends[id]))));
}
